"""Which claims of a report are right, by its gold: what confidence is fitted on and measured by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from tawthiq.evaluate.names import any_same, equal, same, share
from tawthiq.evaluate.reading import Evaluated
from tawthiq.evaluate.scoring import Facts
from tawthiq.model import Claim, Count, Kind, Ref
from tawthiq.publish.facts import facts_with_rows
from tawthiq.publish.sheet import Row, rows

Judge: TypeAlias = Callable[[Any, Any, Claim], bool | None]
"""Gold fact, the fact that was found and matches it, and a claim of the latter → right, wrong, or not to be told."""

Labels: TypeAlias = dict[str, bool]
"""By the claim's id."""

_HALF = 0.5


def right_claims(one: Evaluated) -> Labels:
    """Claims that the gold can tell of; claims of a fact that was made up are wrong."""
    labels: Labels = {}
    placed = facts_with_rows(one.claims)
    for section in _JUDGES:
        if section in one.compared.pairs:
            labels |= dict(_of_section(one, section, [row for _, row in placed[section]]))
    sheet = rows(one.claims)
    labels |= dict(_casualties(sheet[Kind.CASUALTY], labels, one.claims))
    if "affiliations" not in one.compared.pairs:
        labels |= dict(_affiliations(sheet[Kind.AFFILIATION], one.compared.gold))
    if "claims" not in one.compared.pairs:
        labels |= dict(_statements(sheet[Kind.STATEMENT], one.compared.gold))
    return labels


def _of_section(one: Evaluated, section: str, held: Sequence[Row]) -> Iterator[tuple[str, bool]]:
    gold, found, pairs = one.compared.gold[section], one.compared.found[section], one.compared.pairs[section]
    partner = {j: i for i, j in pairs.hits}
    for j, row in enumerate(held):
        for predicate, judge in _JUDGES[section].items():
            for claim in row.claims(predicate):
                right = judge(gold[partner[j]], found[j], claim) if j in partner else False
                if right is not None:
                    yield claim.id, right


def _matched(gold: Any, found: Any, claim: Claim) -> bool:
    return True


def _field(key: str) -> Judge:
    return lambda gold, found, claim: bool(gold[key] == found[key])


def _code(key: str) -> Judge:
    return lambda gold, found, claim: bool(gold[key] == str(claim.value))


def _listed(key: str) -> Judge:
    return lambda gold, found, claim: any_same([str(claim.value)], gold[key])


def _named(key: str) -> Judge:
    return lambda gold, found, claim: bool(gold[key] == str(claim.value)) or same(gold[key], str(claim.value))


def _toll(gold: Any, found: Any, claim: Claim) -> bool:
    """One version of a count: within what the gold has over all versions."""
    told = gold[claim.predicate]
    if told is None or not isinstance(claim.value, Count):
        return False
    low, high = told
    said = claim.value.range
    inside = said.max == high or (said.max is not None and high is not None and said.max <= high)
    return bool(low <= said.min and inside)


def _alias(gold: Any, found: Any, claim: Claim) -> bool:
    return any(equal(form, str(claim.value)) for form in (gold["name"], *gold["aliases"]))


def _role(gold: Any, found: Any, claim: Claim) -> bool:
    return any(share(role, str(claim.value)) >= _HALF for role in gold["roles"])


def _period(gold: Any, found: Any, claim: Claim) -> bool:
    return bool((gold["from"], gold["to"]) == (found["from"], found["to"]))


def _group_in(gold: Any, found: Any, claim: Claim) -> bool:
    return str(claim.value) in gold["victim_groups"]


_TOLLS: dict[str, Judge] = dict.fromkeys(("killed", "injured", "abducted", "detained", "survived"), _toll)
_JUDGES: Mapping[str, Mapping[str, Judge]] = {
    "persons": {
        "name": _matched,
        "alias": _alias,
        "role": _role,
        "group": _listed("groups"),
        "fate": _code("fate"),
    },
    "groups": {"name": _matched},
    "places": {"name": _matched, "gazetteer": _matched},
    "incidents": {
        "type": _code("type"),
        "date": _field("date"),
        "place": _listed("places"),
        **_TOLLS,
        "victim": _listed("victims"),
        "victim_group": _group_in,
        "perpetrator": _named("perpetrator"),
        "weapon": _code("weapon"),
        "source": _named("source"),
    },
    "tallies": {
        "metric": _matched,
        "value": _field("bound"),
        "period": _period,
        "area": _named("area"),
        "body": _named("by"),
    },
    "agreements": {
        "description": _matched,
        "party": _listed("parties"),
        "date": _field("date"),
        "status": _code("status"),
    },
    "meetings": {"place": _named("place"), "date": _field("date"), "attendee": _listed("attendees")},
    "affiliations": {"person": _matched, "group": _matched, "status": _code("status"), "role": _named("role")},
    "delegations": dict.fromkeys(("area", "delegate", "mode"), _matched),
    "clauses": dict.fromkeys(("trigger", "obligation"), _matched),
    "sanctions": dict.fromkeys(("person", "authority"), _matched),
    "embedded_posts": dict.fromkeys(("author", "handle", "date", "text"), _matched),
    "initiatives": dict.fromkeys(("by", "what"), _matched),
    "claims": {"content": _matched},
}


def _casualties(held: Sequence[Row], labels: Labels, claims: Sequence[Claim]) -> Iterator[tuple[str, bool]]:
    """A casualty is right where the incident's victim is, its fate where the person's is."""
    victims = {(c.subject.id, c.value): c.id for c in claims if c.predicate == "victim"}
    fates = {c.subject.id: c.id for c in claims if c.subject.kind is Kind.PERSON and c.predicate == "fate"}
    for row in held:
        person, incident = row.claims("person")[0], row.claims("incident")[0]
        if not isinstance(incident.value, Ref) or not isinstance(person.value, Ref):
            continue
        right = labels.get(victims.get((incident.value.mention, person.value), ""))
        if right is None:
            continue
        yield from ((claim.id, right) for claim in (person, incident))
        fate = labels.get(fates.get(person.value.mention, ""), False)
        yield from ((claim.id, right and fate) for claim in row.claims("fate"))


def _affiliations(held: Sequence[Row], gold: Facts) -> Iterator[tuple[str, bool]]:
    """Where the gold has none of its own: right where it gives the person that group."""
    for row in held:
        person, group = row.one("person"), row.one("group") or ""
        named = (p for p in gold["persons"] if any_same([person or ""], [p["name"], *p["aliases"]]))
        right = any(any_same([group], p["groups"]) for p in named)
        yield from ((claim.id, right) for key in ("person", "group") for claim in row.claims(key))


def _statements(held: Sequence[Row], gold: Facts) -> Iterator[tuple[str, bool]]:
    """Where the gold has none of its own: right where it knows the speaker as a source."""
    for row in held:
        for claim in row.claims("content"):
            yield claim.id, any_same([claim.speaker.label or ""], gold["sources"])
