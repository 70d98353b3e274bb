"""The scripted history (history/incidents.tsv) as rows of a ledger, and its answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from tawthiq.extract import read_report
from tawthiq.ledger import Batch, Ledger
from tawthiq.model import (
    EDTF,
    OUTLET,
    Claim,
    Code,
    Judgement,
    Kind,
    Mention,
    Ref,
    Report,
    Span,
    Speaker,
    Stance,
    Text,
    Value,
    Verdict,
    Voice,
    When,
    pair,
)
from tawthiq.model.ids import sha256
from tawthiq.register import update
from tawthiq.text.tables import parse_table

FOLDER = Path(__file__).parent / "history"
AT, BY = "2024-12-01T08:00:00Z", "سعاد"
SIGNED, LAPSED = "2023-11-18", "2024-08-31"
WITNESS = Speaker(Voice.ANONYMOUS, "شاهد")


def rows() -> tuple[Mapping[str, str], ...]:
    return parse_table((FOLDER / "incidents.tsv").read_text(encoding="utf-8"), "incidents.tsv")


def report(name: str, text: str, published: date | None = date(2023, 11, 12)) -> Report:
    return Report(sha256(text.encode()), text, name, published)


@dataclass(slots=True)
class Script:
    """What goes into the ledger; `incidents` has the mention of each row's incident by the row's id."""

    reports: list[Report] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    incidents: dict[str, Mention] = field(default_factory=dict)

    def batch(self) -> Batch:
        return Batch([(each, each.text.encode()) for each in self.reports], self.claims, self.judgements)

    def tell(self, text: str, name: str) -> _Teller:
        made = report(name, text)
        self.reports.append(made)
        return _Teller(self, made)

    def judge(self, target: str, verdict: Verdict) -> None:
        self.judgements.append(Judgement((target,), verdict, BY, AT))

    def same(self, a: Mention, b: Mention) -> None:
        self.judgements.append(Judgement(pair(a.id, b.id), Verdict.SAME, BY, AT))


@dataclass(frozen=True, slots=True)
class _Teller:
    """Writes claims of one report; each is judged right unless told otherwise."""

    script: Script
    report: Report

    def mention(self, kind: Kind, words: str) -> Mention:
        start = self.report.text.index(words)
        return Mention(self.report.id, kind, Span(start, start + len(words)), words)

    def claim(
        self,
        subject: Mention,
        name: str,
        value: Value,
        verdict: Verdict | None = Verdict.ACCEPTED,
        stance: Stance = Stance.ASSERTS,
        speaker: Speaker = OUTLET,
    ) -> None:
        made = Claim(subject, name, value, subject.span, "hand/1", speaker, stance)
        self.script.claims.append(made)
        if verdict is not None:
            self.script.judge(made.id, verdict)

    def place(self, words: str, gazetteer: str) -> Ref:
        mention = self.mention(Kind.PLACE, words)
        self.claim(mention, "name", Text(words))
        self.claim(mention, "gazetteer", Code(gazetteer))
        return Ref(mention.id, words)

    def group(self, words: str) -> Ref:
        mention = self.mention(Kind.GROUP, words)
        self.claim(mention, "name", Text(words))
        return Ref(mention.id, words)


def script(first: int | None = None) -> Script:
    """The whole history, or its first rows."""
    made, told = Script(), rows()[:first]
    clause, agreement = _pact(made)
    _course(made, agreement)
    for row in told:
        _incident(made, row)
    for row in told:
        if row["same"] in made.incidents:
            made.same(made.incidents[row["id"]], made.incidents[row["same"]])
        if row["response"]:
            _responses(made, row, clause)
    return made


def _pact(made: Script) -> tuple[Mention, Mention]:
    """The pact as the extraction reads it, everything judged right; the mentions of its clause and of itself."""
    pact = report("pact", (FOLDER / "pact.txt").read_text(encoding="utf-8"))
    made.reports.append(pact)
    claims = read_report(pact)
    made.claims += claims
    for claim in claims:
        made.judge(claim.id, Verdict.ACCEPTED)
    clause = next(c.subject for c in claims if c.subject.kind is Kind.CLAUSE and c.predicate == "obligation")
    return clause, next(c.subject for c in claims if c.subject.kind is Kind.AGREEMENT)


def _course(made: Script, agreement: Mention) -> None:
    tell = made.tell(f"وُقّعت الاتفاقية في {SIGNED} وانتهت في {LAPSED}.", "course")
    again = tell.mention(Kind.AGREEMENT, "الاتفاقية")
    tell.claim(again, "signed_on", When(EDTF(SIGNED)))
    tell.claim(again, "lapsed_on", When(EDTF(LAPSED)))
    made.same(again, agreement)


def _incident(made: Script, row: Mapping[str, str]) -> None:
    text = f"{row['id']}: {row['type']} {row['date']} في {row['place'] or '—'} من قبل {row['perpetrator'] or '—'}."
    tell = made.tell(text, row["id"])
    verdict = {"accepted": Verdict.ACCEPTED, "rejected": Verdict.REJECTED, "retracted": Verdict.ACCEPTED}
    judged = verdict.get(row["judged"])
    incident = tell.mention(Kind.INCIDENT, f"{row['id']}: {row['type']}")
    made.incidents[row["id"]] = incident
    tell.claim(incident, "type", Code(row["type"]), judged)
    if row["date"]:
        tell.claim(incident, "date", When(EDTF(row["date"])), judged)
    if row["place"]:
        tell.claim(incident, "place", tell.place(row["place"], row["gazetteer"]), judged)
    if row["perpetrator"]:
        by = Code("unknown") if row["perpetrator"] == "?" else tell.group(row["perpetrator"])
        tell.claim(incident, "perpetrator", by, judged)
    if row["judged"] == "retracted":
        made.judge(tell.report.id, Verdict.RETRACTED)


def _responses(made: Script, row: Mapping[str, str], clause: Mention) -> None:
    party, kind, days = row["response"].split("|")
    conducts = {"both": ("fulfilled", "breached"), "denied": ("fulfilled", "denied")}.get(kind, (kind,))
    for at, conduct in enumerate(conducts):
        _response(made, row, clause, party, conduct, int(days), at)


def _response(
    made: Script, row: Mapping[str, str], clause: Mention, party: str, conduct: str, days: int, at: int
) -> None:
    day = (date.fromisoformat(row["date"]) + timedelta(days)).isoformat()
    tell = made.tell(f"{row['id']}/{at}: {party} {conduct} {day}", f"{row['id']}-response-{at}")
    response = tell.mention(Kind.RESPONSE, f"{row['id']}/{at}: {party} {conduct}")
    incident, again = tell.mention(Kind.INCIDENT, row["id"]), tell.mention(Kind.CLAUSE, row["id"])
    made.same(incident, made.incidents[row["id"]])
    made.same(again, clause)
    for mention in (incident, again):
        # A mention is in the register by its claims.
        tell.claim(mention, "number" if mention is again else "source", Text(row["id"]))
    stance = Stance.DENIES if conduct == "denied" else Stance.ASSERTS
    speaker = WITNESS if conduct == "denied" else OUTLET
    said = "fulfilled" if conduct == "denied" else conduct
    tell.claim(response, "conduct", Code(said), stance=stance, speaker=speaker)
    tell.claim(response, "party", Text(party))
    tell.claim(response, "date", When(EDTF(day)))
    tell.claim(response, "incident", Ref(incident.id, row["id"]))
    tell.claim(response, "clause", Ref(again.id, row["id"]))


def fill(ledger: Ledger, made: Script) -> None:
    ledger.append(made.batch())
    update(ledger)


def expected_episodes() -> set[str]:
    """Ids of the rows that open an episode."""
    return {row["id"] for row in rows() if row["episode"] == "yes"}


def expected_states() -> dict[tuple[str, str], str]:
    """By row and party, of those of whom something is told."""
    return {(row["id"], row["response"].split("|")[0]): row["state"] for row in rows() if row["state"]}


def ids_of(made: Script, records: Sequence[tuple[str, tuple[str, ...]]]) -> Iterator[tuple[str, str]]:
    """From (record id, its mentions) to (record id, the id of the row that it comes from)."""
    by_mention = {mention.id: row for row, mention in made.incidents.items()}
    firsts = {row["id"]: row["same"] or row["id"] for row in rows()}
    for record, mentions in records:
        named = sorted(firsts[by_mention[m]] for m in mentions if m in by_mention)
        if named:
            yield record, named[0]
