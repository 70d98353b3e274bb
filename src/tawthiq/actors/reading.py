"""From records to ties: pure, and the same for the same records in any order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from tawthiq.actors.model import Actor, ActorKind, ActorMap, Tie, TieKind, Told, of_ties
from tawthiq.actors.roles import kin_named, kind_of_role
from tawthiq.model import EDTF, AffiliationStatus, Code, Kind, Ref, Standing, Text, When
from tawthiq.model.ids import digest
from tawthiq.model.records import Affiliation, Attested, Delegation, Field, Group, Meeting, Person, Record
from tawthiq.text.fold import fold_phrase

KINDS = (Kind.PERSON, Kind.GROUP, Kind.PLACE, Kind.MEETING, Kind.AFFILIATION, Kind.DELEGATION)
"""The kinds of record that `read_map` reads."""

_ACTORS = {Kind.PERSON: ActorKind.PERSON, Kind.GROUP: ActorKind.GROUP, Kind.PLACE: ActorKind.PLACE,
           Kind.MEETING: ActorKind.MEETING}  # fmt: skip

_OF_GROUPS = {
    "leader": TieKind.LEADS,
    "military_commander": TieKind.COMMANDS,
    "founder": TieKind.FOUNDED,
    "backing": TieKind.BACKS,
    "affiliation": TieKind.COMMANDS_OVER,
}


@dataclass(frozen=True, slots=True)
class Source:
    """The report (id) of a claim, and its day."""

    report: str
    published: date | None


@dataclass(slots=True)
class _Reader:
    sources: Mapping[str, Source]
    kin: Mapping[str, str]
    held: dict[str, Record] = field(default_factory=dict)
    of_mention: dict[str, Record] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    people: dict[tuple[str, str], str] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    ties: dict[tuple[str, str, TieKind], list[Told]] = field(default_factory=lambda: defaultdict(list))

    def take(self, records: Iterable[Record]) -> None:
        for record in records:
            self.held[record.id] = record
            self.of_mention.update(dict.fromkeys(record.mentions, record))
            if isinstance(record, Group):
                self.named.setdefault(fold_phrase(record.label), record.id)
            if isinstance(record, Person):
                for report, name in self._called(record):
                    self.people.setdefault((report, name), record.id)

    def _called(self, person: Person) -> Iterator[tuple[str, str]]:
        for said in (*person.name, *person.alias):
            for report in self._reports(said.claims):
                yield report, fold_phrase(str(said.value))

    def read(self, record: Record) -> None:
        match record:
            case Affiliation():
                self._affiliation(record)
            case Group():
                self._group(record)
            case Meeting():
                self._meeting(record)
            case Delegation():
                self._delegation(record)
            case Person():
                self._kin(record)

    def _affiliation(self, record: Affiliation) -> None:
        codes = [each.value.code for each in _held(record.status) if isinstance(each.value, Code)]
        statuses: list[AffiliationStatus | None] = [AffiliationStatus(c) for c in codes if c in set(AffiliationStatus)]
        roles: list[Attested | None] = list(_held(record.role))
        for said in statuses or [None]:
            for role in roles or [None]:
                words = str(role.value) if role else ""
                kind = TieKind.CLOSE_TO if said is AffiliationStatus.CLOSE_TO else kind_of_role(words)
                behind = [*record.status, *([role] if role else []), *record.start, *record.end]
                told = _Draft(record.id, words, said, _when(record.start), _when(record.end), behind)
                self._between(record.person, record.group, kind, told)

    def _group(self, record: Group) -> None:
        for name, kind in _OF_GROUPS.items():
            start = _when(record.founded) if kind is TieKind.FOUNDED else None
            for said in _held(getattr(record, name)):
                self._tie(self._actor(said), self._of(record), kind, _Draft(record.id, start=start), [said])

    def _meeting(self, record: Meeting) -> None:
        day = _when(record.date)
        for said in _held(record.attendee):
            draft = _Draft(record.id, start=day, end=day, behind=record.date, event=True)
            self._tie(self._actor(said), self._of(record), TieKind.ATTENDED, draft, [said])

    def _delegation(self, record: Delegation) -> None:
        meetings = [self.of_mention.get(v.value.mention) for v in _held(record.meeting) if isinstance(v.value, Ref)]
        day = next((_when(each.date) for each in meetings if isinstance(each, Meeting)), None)
        mode = next((str(each.value) for each in _held(record.mode)), "")
        draft = _Draft(record.id, role=mode, start=day, end=day, behind=record.mode, event=True)
        self._between(record.delegate, record.area, TieKind.REPRESENTS, draft)

    def _kin(self, record: Person) -> None:
        for said in _held(record.role):
            for other in self._relatives(said):
                if other.id != record.id:
                    draft = _Draft(record.id, role=str(said.value))
                    self._tie(self._of(record), self._of(other), TieKind.KIN, draft, [said])

    def _relatives(self, said: Attested) -> Iterator[Record]:
        """Those named in the role itself, and those whom the words right behind it name."""
        name = kin_named(str(said.value))
        ids = [self.people.get((report, name), "") for report in self._reports(said.claims) if name]
        behind = [self.of_mention.get(self.kin[id_]) for id_ in said.claims if id_ in self.kin]
        found = [*(self.held.get(id_) for id_ in ids), *behind]
        yield from {record.id: record for record in found if record is not None}.values()

    def _between(self, sources: Field, targets: Field, kind: TieKind, draft: _Draft) -> None:
        for source in _held(sources):
            for target in _held(targets):
                self._tie(self._actor(source), self._actor(target), kind, draft, [source, target])

    def _tie(self, source: Actor, target: Actor, kind: TieKind, draft: _Draft, said: list[Attested]) -> None:
        if source.id == target.id:
            return
        self.actors.update({source.id: source, target.id: target})
        claims = {id_ for each in (*said, *draft.behind) if each.standing.counts for id_ in each.claims}
        days = [s.published for id_ in claims if (s := self.sources.get(id_)) and s.published]
        best = all(each.standing is Standing.ACCEPTED for each in said)
        self.ties[source.id, target.id, kind].append(
            Told(
                draft.record, tuple(sorted(claims)), tuple(self._reports(claims)), min(days, default=None), draft.role,
                draft.status, draft.start, draft.end, Standing.ACCEPTED if best else Standing.PROPOSED, draft.event,
            )
        )  # fmt: skip

    def _reports(self, claims: Iterable[str]) -> list[str]:
        return sorted({self.sources[id_].report for id_ in claims if id_ in self.sources})

    def _actor(self, said: Attested) -> Actor:
        """The actor of a reference, or of words: the group that is called so, else a body of that name."""
        ref = said.value if isinstance(said.value, Ref) else None
        record = self.of_mention.get(ref.mention) if ref else None
        words = ref.label if ref else str(said.value)
        record = record or self.held.get(self.named.get(fold_phrase(words), ""))
        if record is not None and record.kind in _ACTORS:
            return self._of(record)
        return Actor(digest("actor", fold_phrase(words)), ActorKind.BODY, words)

    def _of(self, record: Record) -> Actor:
        known = self.actors.get(record.id)
        label = _meeting_label(record) if isinstance(record, Meeting) else record.label
        return known or Actor(record.id, _ACTORS[record.kind], label, tuple(_names(record)))


@dataclass(frozen=True, slots=True)
class _Draft:
    record: str
    role: str = ""
    status: AffiliationStatus | None = None
    start: EDTF | None = None
    end: EDTF | None = None
    behind: Iterable[Attested] = ()
    event: bool = False


def read_map(
    records: Iterable[Record], sources: Mapping[str, Source], kin: Mapping[str, str] | None = None
) -> ActorMap:
    """The ties that are accepted or proposed, whatever the day; `sources` by claim id. Each tie counts one origin.

    `kin` leads from the claim of a role ("شقيق") to the mention of whom the words behind it name.
    """
    held = sorted((record for record in records if record.kind in KINDS), key=lambda record: record.id)
    reader = _Reader(sources, kin or {})
    reader.take(held)
    for record in held:
        reader.read(record)
    ties = [
        Tie(source, target, kind, tuple(sorted(told, key=lambda each: each.order)))
        for (source, target, kind), told in reader.ties.items()
    ]
    return of_ties(reader.actors, ties)


def _held(said: Field) -> list[Attested]:
    return [each for each in said if each.standing.counts]


def _when(said: Field) -> EDTF | None:
    """The first date that counts; records hold their values in order."""
    return next((each.value.date for each in _held(said) if isinstance(each.value, When)), None)


def _meeting_label(record: Meeting) -> str:
    """Where and when, if that is told: its words may be a whole sentence."""
    place = next((str(each.value) for each in _held(record.place)), "")
    day = _when(record.date)
    return " ".join(filter(None, (place, day.text if day else ""))) or record.label


def _names(record: Record) -> list[str]:
    said = (*record.name, *record.alias) if isinstance(record, Person) else getattr(record, "name", ())
    texts = [each.value.text for each in _held(said) if isinstance(each.value, Text)]
    return [text for text in dict.fromkeys(texts) if text != record.label]
