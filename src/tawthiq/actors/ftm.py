"""The map as FollowTheMoney entities, one JSON object a line, written without that package.

Schemata and properties as in followthemoney's model (Person, Organization, Membership, Directorship, UnknownLink,
Event). The ids are those of records, and digests of a tie's two ends and kind: the same at every export.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tawthiq.actors.model import Actor, ActorKind
from tawthiq.actors.state import Held, Snapshot
from tawthiq.model.codes import code_list
from tawthiq.model.ids import digest

Entity = dict[str, Any]

_SCHEMATA = {
    ActorKind.PERSON: "Person",
    ActorKind.GROUP: "Organization",
    ActorKind.BODY: "Organization",
    ActorKind.PLACE: "LegalEntity",
    ActorKind.MEETING: "Event",
}
_ENDS = {
    "Membership": ("member", "organization"),
    "Directorship": ("director", "organization"),
    "UnknownLink": ("subject", "object"),
}


def lines(snapshot: Snapshot) -> Iterator[str]:
    """Actors first, then ties."""
    return (json.dumps(entity, ensure_ascii=False, sort_keys=True) for entity in entities(snapshot))


def entities(snapshot: Snapshot) -> Iterator[Entity]:
    """Attendance is a property of its meeting; any other tie is an entity of its own."""
    came: dict[str, list[str]] = {}
    for held in snapshot.held:
        if held.tie.kind == "attended":
            came.setdefault(held.tie.target, []).append(held.tie.source)
    days = {held.tie.target: held.by.start.text for held in snapshot.held if held.by.event and held.by.start}
    for id_, actor in sorted(snapshot.actors.items()):
        more = {"involved": came.get(id_, []), "date": [days[id_]] if id_ in days else []}
        yield _actor(actor, more if actor.kind is ActorKind.MEETING else {})
    yield from (_link(snapshot, held) for held in snapshot.held if held.tie.kind != "attended")


def _actor(actor: Actor, more: dict[str, list[str]]) -> Entity:
    return _entity(actor.id, _SCHEMATA[actor.kind], {"name": [actor.label], "alias": list(actor.names)} | more)


def _link(snapshot: Snapshot, held: Held) -> Entity:
    tie = held.tie
    entry = code_list("tie_kinds")[tie.kind.value]
    schema = _schema(snapshot, held, entry.maps["ftm"])
    source, target = _ENDS[schema]
    state = code_list("tie_states")[held.state.value]
    return _entity(
        digest("tie", *tie.key),
        schema,
        {
            source: [tie.source],
            target: [tie.target],
            "role": list(filter(None, (entry.en, held.by.role))),
            "status": [state.en],
            "startDate": [held.by.start.start] if held.by.start and held.by.start.earliest else [],
            "endDate": [held.by.end.end] if held.by.end and held.by.end.latest else [],
            "summary": [f"independent origins: {tie.origins}; {tie.standing.value}"],
        },
    )


def _schema(snapshot: Snapshot, held: Held, wanted: str) -> str:
    """What FtM wants at its ends may not be there: a directorship has an organization, a membership a person too."""
    target = _SCHEMATA[snapshot.actors[held.tie.target].kind]
    return wanted if target == "Organization" else "UnknownLink"


def _entity(id_: str, schema: str, properties: dict[str, list[str]]) -> Entity:
    return {"id": id_, "schema": schema, "properties": {k: v for k, v in properties.items() if v}}
