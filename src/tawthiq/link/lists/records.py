"""Persons of the register against the lists in force: asked anew where a person's names or a list have changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from tawthiq.ledger import Ledger
from tawthiq.ledger.chunks import portions
from tawthiq.link.lists.screening import Asked, Hit, screener
from tawthiq.link.lists.store import in_force
from tawthiq.link.lists.tables import list_hits
from tawthiq.model import Kind, Standing, Text
from tawthiq.model.ids import canonical, digest
from tawthiq.model.records import Person, Record
from tawthiq.register import records

# Raise it when the comparison of names changes what is found.
_METHOD = 1
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Found:
    """A person of the register beside an entry of a list; `new` where the last screening had not found it."""

    record: str
    label: str
    hit: dict[str, Any]
    new: bool


@dataclass(frozen=True, slots=True)
class Screening:
    """`asked` counts the records that were screened now; the others had not changed. `found`: the likeliest first."""

    asked: int
    unchanged: int
    found: tuple[Found, ...]


def screen_records(ledger: Ledger) -> Screening:
    """Bring the hits of all persons up to date with the register and the lists."""
    lists = [version.id for version in in_force(ledger)]
    with ledger.reading() as connection:
        known = {row.record: (row.state, json.loads(row.hits)) for row in connection.execute(select(list_hits))}
    people = {person.id: person for person in records(ledger, Kind.PERSON)}
    states = {id_: digest("screened", _METHOD, lists, list(names_of(person))) for id_, person in people.items()}
    stale = [id_ for id_, state in states.items() if known.get(id_, ("", []))[0] != state]
    made = dict(_screened(ledger, [people[id_] for id_ in stale])) if stale else {}
    with ledger.writing() as connection:
        _write(connection, known.keys() - people.keys(), {id_: (states[id_], made[id_]) for id_ in stale})
    hits = {id_: made[id_] if id_ in made else known[id_][1] for id_ in people}
    seen = {(entry["list"], entry["entry"], entry["asked"]) for _, found in known.values() for entry in found}
    return Screening(len(stale), len(people) - len(stale), tuple(_found(people, hits, seen)))


def names_of(person: Record) -> Iterator[str]:
    """All names of a person that some accepted or proposed claim gives, the label first."""
    yield person.label
    said = (*person.name, *person.alias) if isinstance(person, Person) else ()
    for each in said:
        if isinstance(each.value, Text) and each.standing is not Standing.REJECTED and each.value.text != person.label:
            yield each.value.text


def hits_of(ledger: Ledger, record: str) -> list[dict[str, Any]]:
    """What the last screening found for one record, the likeliest first."""
    with ledger.reading() as connection:
        hits = connection.scalar(select(list_hits.c.hits).where(list_hits.c.record == record))
    return json.loads(hits) if hits else []


def _screened(ledger: Ledger, people: Iterable[Record]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    ready = screener(ledger)
    for person in people:
        yield person.id, [hit_json(hit) for hit in ready.screen(Asked(tuple(dict.fromkeys(names_of(person)))))]


def hit_json(hit: Hit) -> dict[str, Any]:
    """A hit for scripts and for the store: a candidate, with its reasons in both languages."""
    return {
        "list": hit.list,
        "version": hit.version,
        "entry": hit.entry.id,
        "listed": hit.entry.label,
        "asked": hit.comparison.left.text,
        "alike": hit.comparison.right.text,
        "score": round(hit.comparison.score, 4),
        "verdict": hit.likeness.value,
        "birth": hit.birth.value,
        "births": list(hit.entry.births),
        "place": hit.place.value,
        "programmes": list(hit.entry.programmes),
        "explanation_ar": list(hit.explain("ar")),
        "explanation_en": list(hit.explain("en")),
    }


def _write(connection: Connection, gone: Iterable[str], made: dict[str, tuple[str, list[dict[str, Any]]]]) -> None:
    for some in portions([*gone, *made], _CHUNK):
        connection.execute(delete(list_hits).where(list_hits.c.record.in_(some)))
    rows = [{"record": id_, "state": state, "hits": canonical(hits)} for id_, (state, hits) in made.items()]
    if rows:
        connection.execute(insert(list_hits), rows)


def _found(
    people: dict[str, Record], hits: dict[str, list[dict[str, Any]]], seen: set[tuple[str, str, str]]
) -> list[Found]:
    found = [
        Found(id_, people[id_].label, hit, (hit["list"], hit["entry"], hit["asked"]) not in seen)
        for id_, each in hits.items()
        for hit in each
    ]
    return sorted(found, key=lambda each: (-each.hit["score"], each.label, each.record, each.hit["entry"]))
