"""What of the register answers a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from tawthiq.errors import MissingExtraError, NotFoundError
from tawthiq.figures.areas import lineage, most_telling
from tawthiq.ledger import Ledger
from tawthiq.model import Code, Count, Kind, Ref, When
from tawthiq.model.ids import digest
from tawthiq.model.records import Attested, Field, Group, Incident, Person, Place, Record
from tawthiq.register import find_records, records
from tawthiq.text.fold import fold_phrase
from tawthiq.watches.model import Item, Question

_ASKED = (Kind.INCIDENT, Kind.AFFILIATION, Kind.MEETING, Kind.DELEGATION, Kind.AGREEMENT, Kind.LISTING,
          Kind.INITIATIVE)  # fmt: skip
"""The kinds of record that a question is held against."""

_COUNTS = ("killed", "injured", "abducted", "detained", "survived")
_DATES = ("date", "start", "signed_on", "proposed_on")


@dataclass(frozen=True)
class World:
    """A store as questions see it; what several ask for is read once."""

    ledger: Ledger

    @cached_property
    def known(self) -> dict[str, Record]:
        """Persons, groups, places and incidents by mention."""
        kinds = (Kind.PERSON, Kind.GROUP, Kind.PLACE, Kind.INCIDENT)
        return {
            mention: record for kind in kinds for record in records(self.ledger, kind) for mention in record.mentions
        }

    @cached_property
    def seen(self) -> list[Seen]:
        """All that can be asked for, with what each speaks of."""
        found = (Seen(record, self._spoken(record)) for kind in _ASKED for record in records(self.ledger, kind))
        return [each for each in found if each.said]

    def _spoken(self, record: Record) -> tuple[Record, ...]:
        refs = [*_refs(record), *(ref for mention in record.mentions for ref in self._victims.get(mention, ()))]
        return tuple({known.id: known for ref in refs if (known := self.known.get(ref))}.values())

    @cached_property
    def _victims(self) -> dict[str, list[str]]:
        """Mentions of the persons who came to harm in an incident, by its mention."""
        found: dict[str, list[str]] = {}
        for record in records(self.ledger, Kind.CASUALTY):
            refs = _refs(record)
            incidents = [ref for ref in refs if isinstance(self.known.get(ref), Incident)]
            for incident in incidents:
                found.setdefault(incident, []).extend(ref for ref in refs if ref not in incidents)
        return found

    def of(self, kind: Kind, name: str) -> set[str]:
        """Ids of records of that name, in any spelling."""
        return {record.id for record in find_records(self.ledger, kind, name)}


@dataclass(frozen=True, slots=True)
class Seen:
    """A record and the persons, groups, places and incidents that it speaks of."""

    record: Record
    about: tuple[Record, ...]

    @property
    def said(self) -> list[Attested]:
        return list(_said(self.record))

    @property
    def places(self) -> list[str]:
        """Gazetteer ids; also of the incident that it speaks of."""
        return [id_ for each in self.about if isinstance(each, Place) for id_ in _codes(each.gazetteer)[:1]]

    @property
    def acts(self) -> list[str]:
        return _codes(self.record.type) if isinstance(self.record, Incident) else []


def find(world: World, question: Question) -> list[Item]:
    """All that answers it now, by day."""
    if question.list:
        found = _hits(world, question)
    elif question.agreement:
        found = _episodes(world, question)
    else:
        found = _records(world, question)
    return sorted(found, key=lambda item: item.order)


def _records(world: World, question: Question) -> Iterator[Item]:
    people = world.of(Kind.PERSON, question.person) if question.person else set()
    groups = world.of(Kind.GROUP, question.group) if question.group else set()
    for seen in world.seen:
        about = {each.id for each in seen.about}
        if (
            (not question.area or any(question.area in lineage(place) for place in seen.places))
            and (not question.acts or set(question.acts) & set(seen.acts))
            and (not question.person or people & about)
            and (not question.group or groups & about or _names_group(seen, question.group))
        ):
            yield item_of(seen)


def _names_group(seen: Seen, name: str) -> bool:
    """Whether words of the record that refer to nothing name it, as those of who did it may."""
    wanted = f" {fold_phrase(name)} "
    said = (each for key in ("perpetrator", "group", "party") for each in _held(getattr(seen.record, key, ())))
    return any(wanted in f" {fold_phrase(str(each.value))} " for each in said)


def item_of(seen: Seen) -> Item:
    record = seen.record
    counts = {key: _count(getattr(record, key, ())) for key in _COUNTS}
    places = [each for each in seen.about if isinstance(each, Place)]
    return Item(
        record.mentions,
        record.kind.value,
        act=next(iter(seen.acts), ""),
        day=_day(record),
        place=most_telling(seen.places),
        place_words=next((place.label for place in places), ""),
        persons=tuple(each.label for each in seen.about if isinstance(each, Person)),
        groups=tuple(each.label for each in seen.about if isinstance(each, Group)),
        counts={key: value for key, value in counts.items() if value},
        words=record.label,
    )


def _hits(world: World, question: Question) -> Iterator[Item]:
    """Candidates by name on a list. They assert nothing."""
    from tawthiq.link.lists.records import screen_records

    people = world.of(Kind.PERSON, question.person) if question.person else None
    for found in screen_records(world.ledger).found:
        hit = found.hit
        if hit["list"] == question.list and (people is None or found.record in people):
            mark = digest("hit", hit["list"], hit["entry"], hit["asked"])
            words = f"{hit['list']} {hit['entry']}: {hit['listed']} ({hit['verdict']})"
            yield Item((mark,), "person", persons=(found.label,), words=words)


def _episodes(world: World, question: Question) -> Iterator[Item]:
    """Incidents that trigger a clause of the agreement; those that are proposed, too."""
    monitor, followed = _followed(world)
    from tawthiq.agreements.compliance import ALWAYS

    wanted = _agreement(world, question.agreement)
    by_id = {seen.record.id: seen for seen in world.seen}
    for each in followed:
        rows = [int(row) for row in each.rows if int(row) != ALWAYS] if each.clause.agreement == wanted else []
        for seen in (by_id.get(monitor.facets.columns.record(row)) for row in rows):
            if seen is not None and _in_area(seen, question):
                item = item_of(seen)
                marks = tuple(digest("episode", each.clause.clause, mark) for mark in item.marks)
                yield Item(
                    marks, "clause", act=item.act, day=item.day, place=item.place, place_words=item.place_words,
                    persons=item.persons, groups=item.groups, counts=item.counts, words=each.clause.obligation,
                )  # fmt: skip


def _in_area(seen: Seen, question: Question) -> bool:
    inside = not question.area or any(question.area in lineage(place) for place in seen.places)
    return inside and (not question.acts or bool(set(question.acts) & set(seen.acts)))


def _followed(world: World) -> tuple[Any, Sequence[Any]]:
    try:
        from tawthiq.agreements.monitor import Monitor
    except ModuleNotFoundError as error:
        raise MissingExtraError("watching clauses needs numpy: install tawthiq[figures]") from error
    from tawthiq.figures.inclusion import load_inclusion

    monitor = Monitor(world.ledger, load_inclusion("proposed"))
    return monitor, monitor.followed()


def _agreement(world: World, words: str) -> str:
    from tawthiq.agreements.dossier import find_agreement

    try:
        return find_agreement(world.ledger, words).id
    except NotFoundError:
        return ""


def _said(record: Record) -> Iterator[Attested]:
    for each in fields(record)[3:]:
        yield from _held(getattr(record, each.name))


def _refs(record: Record) -> list[str]:
    return [each.value.mention for each in _said(record) if isinstance(each.value, Ref)]


def _held(said: Iterable[Attested]) -> list[Attested]:
    return [each for each in said if each.standing.counts]


def _codes(said: Field) -> list[str]:
    return [each.value.code for each in _held(said) if isinstance(each.value, Code)]


def _count(said: Field) -> str:
    return next((str(each.value) for each in _held(said) if isinstance(each.value, Count)), "")


def _day(record: Record) -> str:
    said = (each for name in _DATES for each in _held(getattr(record, name, ())))
    return next((each.value.date.text for each in said if isinstance(each.value, When)), "")
