"""Records and reports as tables: lists in brief, and one thing with every claim and its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from tawthiq.cli.console import isolate, out, table

if TYPE_CHECKING:
    from tawthiq.model import Bound, Claim, Mention, Report, Value
    from tawthiq.model.records import Attested, Record
    from tawthiq.register import Behind

# The fields that a list shows, by kind; the first of them where there is little room. All of them stand in the card of
# one record, and in JSON.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "person": ("role", "group", "fate", "alias"),
    "group": ("founder", "leader", "stronghold"),
    "place": ("gazetteer",),
    "incident": ("type", "date", "place", "killed", "injured", "perpetrator"),
    "casualty": ("person", "fate"),
    "affiliation": ("person", "group", "role", "status"),
    "meeting": ("place", "date", "attendee"),
    "delegation": ("area", "delegate", "mode"),
    "agreement": ("party", "date", "status"),
    "clause": ("threat_from", "where", "obligation"),
    "tally": ("metric", "value", "period", "area", "body"),
    "listing": ("person", "authority", "date"),
    "initiative": ("by", "date", "what", "outcome"),
    "post": ("author", "handle", "date"),
    "statement": (),
}
_BOUNDS = {"exact": "{}", "at_least": "{}+", "at_most": "≤{}", "about": "~{}", "percent": "{}%"}
_NAMED = ("person", "group", "place")
_LONGEST = 70
_WIDE = 100
_MANY = 4
_ROOM = 5
_ID = 8


def listing(title: str, kind: str, found: Iterable[Record], claims: Mapping[str, Claim]) -> Table:
    """A line a record: its id, its name or what is known in brief, and its words where there is room.

    `claims` are those behind the counts, as `register.counted` gives them.
    """
    fields = COLUMNS[kind]
    if kind in _NAMED:
        rows = [(record.id[:_ID], record.label, *_values(record, fields, claims)) for record in found]
        return table(title, ("id", kind, *fields), rows)
    if len(fields) >= _MANY and out.width < _WIDE:
        first = fields[:_ROOM]
        return table(title, ("id", *first), [(record.id[:_ID], *_values(record, first, claims)) for record in found])
    longest = 2 * _LONGEST // max(1, len(fields))
    rows = [(record.id[:_ID], *_values(record, fields, claims), _cut(record.label, longest)) for record in found]
    return table(title, ("id", *fields, "words"), rows)


def brief(record: Record, claims: Mapping[str, Claim]) -> dict[str, list[str]]:
    """The values of a record that count, by field; a rejected or contested one is left out. `claims` by id."""
    from tawthiq.model.records import predicates

    fields = {name: getattr(record, name) for name in sorted(predicates(record.kind))}
    said = {name: [_limited(a, claims) for a in attested if a.standing.counts] for name, attested in fields.items()}
    return {name: values for name, values in said.items() if values}


def _limited(attested: Attested, claims: Mapping[str, Claim]) -> str:
    from tawthiq.register.standing import bound_of

    behind = [claims[id_] for id_ in attested.claims if id_ in claims]
    return limited(attested.value, bound_of(attested.value, behind))


def limited(value: Value, bound: Bound) -> str:
    """A count with its bound (12+, ≤12, ~12, 12%), so that no share and no lower limit is taken for the number."""
    from tawthiq.model import Count

    if not isinstance(value, Count) or value.range.max is None:
        return str(value)
    return _BOUNDS[bound].format(value.range.max if bound == "at_most" else value)


def _values(record: Record, fields: Sequence[str], claims: Mapping[str, Claim]) -> list[str]:
    known = brief(record, claims)
    return [_cut("، ".join(map(_plain, known.get(name, [])))) for name in fields]


def fullest(found: Iterable[Record]) -> list[Record]:
    """Those first of which most is known."""
    return sorted(found, key=lambda record: -sum(map(bool, _values(record, COLUMNS[record.kind], {}))))


def _plain(value: str) -> str:
    """A code with blanks, at which a narrow column may break it."""
    return value.replace("_", " ") if value.isascii() else value


def _cut(text: str, longest: int = _LONGEST) -> str:
    """The text in one line, or its beginning up to a blank."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + " …"


def card(record: Record, behind: Iterable[Behind]) -> Table:
    """A record with every claim behind it: what it says, in which words, who says so, where, what it counts for."""
    title = f"{record.kind} · {isolate(_cut(record.label))} · {record.id[:_ID]}"
    rows = [
        (
            each.claim.id[:_ID],
            each.claim.predicate,
            _worded(each),
            sure(each.claim),
            _standing(each),
            _source(each),
        )
        for each in behind
    ]
    return table(title, ("claim", "field", "value and words", "sure", "standing", "who says so, where"), rows)


def sure(claim: Claim) -> str:
    """How sure the method is, in percent."""
    return "" if claim.confidence is None else f"{claim.confidence:.0%}"


def doubtful(found: Sequence[Behind]) -> Table:
    """Claims that wait for a person, one below the other, with their words."""
    rows = [
        (
            each.claim.id[:_ID],
            sure(each.claim),
            f"{each.claim.subject.kind}: {isolate(_cut(each.claim.subject.label))}",
            each.claim.predicate,
            _worded(each),
            _source(each),
        )
        for each in found
    ]
    columns = ("claim", "sure", "of", "field", "value and words", "who says so, where")
    return table(f"{len(found)} claim(s)", columns, rows)


def _worded(each: Behind) -> Text:
    """The value, what a person wrote instead of it, and the words where they say more."""
    from tawthiq.register.standing import bound_of

    claim, words, right = each.claim, " ".join(each.quote.split()), each.correction
    value = limited(claim.value, claim.bound)
    if right is not None:
        now = limited(right, bound_of(right, [claim]))
        return Text.assemble((now, "bold"), f"\ninstead of {isolate(value)}\n", (words, "dim"))
    return Text(value) if value == words else Text.assemble((value, "bold"), "\n", (words, "dim"))


def _said(claim: Claim) -> str:
    """The speaker, and what else than asserting it they do."""
    from tawthiq.model import Stance

    speaker = claim.speaker.label or "the outlet"
    return speaker if claim.stance is Stance.ASSERTS else f"{_plain(claim.stance)}: {isolate(speaker)}"


def _source(each: Behind) -> str:
    return f"{_said(each.claim)}\n{each.report.name}"


def _standing(each: Behind) -> str:
    return standing(each) + (f" by {isolate(each.judgement.by)}" if each.judgement else "")


def standing(each: Behind) -> str:
    """What the claim counts for, or that the rule leaves it out."""
    return each.standing.value if each.standing else "left out"


def reports(found: Sequence[Report]) -> Table:
    rows = [(r.id[:_ID], r.name, r.published, r.outlet, r.title) for r in found]
    return table(f"{len(found)} report(s)", ("id", "name", "published", "outlet", "title"), rows)


def report_card(report: Report, claims: Sequence[Claim]) -> Table:
    """A report's claims by what they are about, in the order of its text."""
    title = f"{report.name} · published {report.published or 'unknown'} · {len(claims)} claim(s) · {report.id[:_ID]}"
    about: dict[Mention, list[Claim]] = {}
    for claim in claims:
        about.setdefault(claim.subject, []).append(claim)
    rows = [
        (
            claim.id[:_ID],
            *_named(subject, claim is held[0]),
            claim.predicate,
            _cut(limited(claim.value, claim.bound)),
            sure(claim),
            _said(claim),
        )
        for subject, held in about.items()
        for claim in held
    ]
    return table(title, ("claim", "kind", "of", "field", "value", "sure", "who says so"), rows)


def _named(subject: Mention, first: bool) -> tuple[str, str]:
    """What the claims are about, once for all of them."""
    return (subject.kind.value, _cut(subject.label)) if first else ("", "")
