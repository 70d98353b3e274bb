"""The map of a store, with the number of independent origins of each tie; actors found by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tawthiq.actors.model import Actor, ActorKind, ActorMap
from tawthiq.actors.reading import KINDS, Source, read_map
from tawthiq.actors.roles import is_kin
from tawthiq.errors import NotFoundError
from tawthiq.ledger import Ledger
from tawthiq.link.resolving.loading import load_origins
from tawthiq.model import Claim, Kind
from tawthiq.register import records
from tawthiq.register.project import restate
from tawthiq.text.fold import fold_phrase

_BEHIND = 25
"""Code points between a word of kinship and the name: room for a title."""


def load_map(ledger: Ledger) -> ActorMap:
    """All ties of the store's records that are accepted or proposed."""
    held = [record for kind in KINDS for record in records(ledger, kind)]
    wanted = {id_ for record in held for _, said in restate(record) for id_ in said.claims}
    claims = ledger.claims_by_id(wanted)
    days = {report.id: report.published for report in ledger.reports()}
    sources = {claim.id: Source(claim.report, days[claim.report]) for claim in claims}
    return with_origins(ledger, read_map(held, sources, _kin(claims)))


def _kin(claims: Iterable[Claim]) -> dict[str, str]:
    """From the claim that somebody is a brother of … to the mention whose name stands right behind those words."""
    said = [claim for claim in claims if claim.subject.kind is Kind.PERSON]
    names: dict[str, list[Claim]] = defaultdict(list)
    for claim in said:
        if claim.predicate in ("name", "alias"):
            names[claim.report].append(claim)
    found = {}
    for claim in said:
        if claim.predicate == "role" and is_kin(str(claim.value)):
            behind = [each for each in names[claim.report] if 0 <= each.span.start - claim.span.end <= _BEHIND]
            if (other := min(behind, key=lambda each: each.span.start, default=None)) is not None:
                found[claim.id] = other.subject.id
    return found


def with_origins(ledger: Ledger, whole: ActorMap) -> ActorMap:
    """The same map with its ties' origins counted: reports that copy one text, or name one body, are one."""
    shared = {tie.reports for tie in whole.ties if len(tie.reports) > 1}
    if not shared:
        return whole
    origins = load_origins(ledger)
    numbers = {reports: len(origins.independent(reports)) for reports in shared}
    return ActorMap(whole.actors, tuple(replace(tie, origins=numbers.get(tie.reports, 1)) for tie in whole.ties))


def find_actors(whole: ActorMap, words: str, *kinds: ActorKind) -> list[Actor]:
    """Those of that name, or whose id begins so; else those whose name holds it. NotFoundError."""
    wanted = fold_phrase(words)
    held = [actor for actor in whole.actors.values() if not kinds or actor.kind in kinds]
    exact = [actor for actor in held if wanted in set(_folded(actor)) or actor.id.startswith(words.strip().lower())]
    found = exact or [actor for actor in held if any(_within(wanted, name) for name in _folded(actor))]
    if not found or not wanted:
        raise NotFoundError(f"no actor {words!r} has a tie in the map")
    return sorted(found, key=lambda actor: (actor.label, actor.id))


def find_actor(whole: ActorMap, words: str) -> Actor:
    """The one of that name; of several, the one with the most ties. NotFoundError."""
    found = find_actors(whole, words)
    ties = {actor.id: sum(actor.id in (tie.source, tie.target) for tie in whole.ties) for actor in found}
    return max(found, key=lambda actor: (ties[actor.id], actor.id))


def _folded(actor: Actor) -> Iterator[str]:
    yield from map(fold_phrase, (actor.label, *actor.names))


def _within(wanted: str, name: str) -> bool:
    return f" {wanted} " in f" {name} "
