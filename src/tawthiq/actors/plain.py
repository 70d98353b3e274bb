"""The map as plain data, for `--json` and for pages; every tie opens onto its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tawthiq.actors.graph import Broker, Step
from tawthiq.actors.meetings import Sat
from tawthiq.actors.model import Actor, Tie, Told
from tawthiq.actors.state import Held, Snapshot
from tawthiq.actors.timeline import Entry
from tawthiq.ledger import Ledger
from tawthiq.model.codes import label

Facts = dict[str, Any]
Words = Mapping[str, Facts]


def words_of(ledger: Ledger, ties: Iterable[Tie]) -> Words:
    """The words of the claims behind ties, by the claim's id."""
    claims = ledger.claims_by_id({id_ for tie in ties for id_ in tie.claims})
    reports = {id_: ledger.report(id_) for id_ in {claim.report for claim in claims}}
    return {
        claim.id: {
            "claim": claim.id,
            "report": reports[claim.report].name,
            "published": _iso(reports[claim.report].published),
            "speaker": claim.speaker.label,
            "quote": claim.span.of(reports[claim.report].text),
        }
        for claim in claims
    }


def snapshot_facts(snapshot: Snapshot, words: Words) -> Facts:
    """Actors and ties of a day; kinds and states with their labels."""
    return {
        "day": snapshot.day.isoformat(),
        "actors": [actor_facts(actor) for _, actor in sorted(snapshot.actors.items())],
        "ties": [held_facts(held, words) for held in snapshot.held],
    }


def actor_facts(actor: Actor) -> Facts:
    return {"id": actor.id, "kind": actor.kind.value, "label": actor.label, "names": list(actor.names)}


def held_facts(held: Held, words: Words) -> Facts:
    """A tie on a day; `told` is the day of the word that its state follows from."""
    tie, state = held.tie, held.state.value
    return {
        "source": tie.source,
        "target": tie.target,
        "kind": tie.kind.value,
        "kind_ar": label("tie_kinds", tie.kind.value),
        "kind_en": label("tie_kinds", tie.kind.value, "en"),
        "state": state,
        "state_ar": label("tie_states", state),
        "state_en": label("tie_states", state, "en"),
        **told_facts(held.by),
        "standing": tie.standing.value,
        "origins": tie.origins,
        "reports": list(tie.reports),
        "words": [words[id_] for id_ in tie.claims if id_ in words],
    }


def told_facts(told: Told) -> Facts:
    return {
        "role": told.role or None,
        "status": told.status.value if told.status else None,
        "since": told.start.text if told.start else None,
        "until": told.end.text if told.end else None,
        "told": _iso(told.published),
    }


def step_facts(step: Step, words: Words) -> Facts:
    return {
        "from": actor_facts(step.source),
        "to": actor_facts(step.target),
        "origins": step.origins,
        "ties": [held_facts(held, words) for held in step.ties],
    }


def entry_facts(entry: Entry, words: Words) -> Facts:
    """One row of a timeline; `origins` are those of the whole tie."""
    return {
        "day": _iso(entry.day),
        "kind": entry.tie.kind.value,
        "with": actor_facts(entry.other),
        **told_facts(entry.told),
        "standing": entry.told.standing.value,
        "origins": entry.tie.origins,
        "words": [words[id_] for id_ in entry.told.claims if id_ in words],
    }


def broker_facts(broker: Broker) -> Facts:
    share = round(broker.share, 4)
    return actor_facts(broker.actor) | {"share": share, "ties": broker.ties, "origins": broker.origins}


def sat_facts(sat: Sat, actors: Mapping[str, Actor]) -> Facts:
    return {name: actor_facts(actors[getattr(sat, name)]) for name in ("a", "b", "meeting")} | {"origins": sat.origins}


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
