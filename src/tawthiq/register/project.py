"""One cluster of mentions, the claims about them and the judgements on these, made into a typed record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import TypeAlias

from tawthiq.model import Claim, Judgement, Kind, Value
from tawthiq.model.ids import canonical, digest
from tawthiq.model.records import RECORDS, Attested, Field, Record, predicates
from tawthiq.register.clusters import Node, cluster, node
from tawthiq.register.rule import Rule
from tawthiq.register.standing import Verdicts, best, newest, rank, value_of, weigh

Stated: TypeAlias = tuple[str, Attested]
"""A field's name and something that is said in it."""


def project_all(claims: Iterable[Claim], judgements: Iterable[Judgement], rule: Rule) -> list[Record]:
    """The whole register, sorted by id; equal for equal sets of claims and judgements."""
    verdicts, about = newest(judgements), by_subject(claims)
    nodes = {subject.id: subject for subject in (node(group[0].subject, rule) for group in about.values())}
    records = []
    for ids in cluster(nodes, verdicts):
        said = (stated for id_ in ids for claim in about[id_] for stated in state(claim, verdicts, rule))
        records.append(assemble([nodes[id_] for id_ in ids], said))
    return sorted(records, key=lambda record: record.id)


def by_subject(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims, each once, by the mention that they speak of."""
    about: dict[str, list[Claim]] = defaultdict(list)
    for claim in dict.fromkeys(claims):
        about[claim.subject.id].append(claim)
    return about


def state(claim: Claim, verdicts: Verdicts, rule: Rule) -> Iterator[Stated]:
    """What the claim gives to its record: nothing where the rule, or the records of this version, leave it out."""
    id_ = claim.id
    on_claim = verdicts.get((id_,))
    standing = weigh(claim, on_claim, verdicts.get((claim.report,)), rule)
    if standing is not None and claim.predicate in _predicates(claim.subject.kind):
        yield claim.predicate, Attested(value_of(claim, on_claim), standing, (id_,))


def restate(record: Record) -> Iterator[Stated]:
    """What a record holds, so that more can be added without reading its claims again."""
    for name in _predicates(record.kind):
        for attested in getattr(record, name):
            yield name, attested


def assemble(nodes: Iterable[Node], said: Iterable[Stated]) -> Record:
    """The record of mentions of one kind. Adding to what `restate` gives equals assembling everything anew."""
    nodes = list(nodes)
    ids, kind = sorted(each.id for each in nodes), nodes[0].kind
    by_field: dict[str, list[Attested]] = defaultdict(list)
    for name, attested in said:
        by_field[name].append(attested)
    filled = {name: fold_values(each) for name, each in by_field.items()}
    make: Callable[..., Record] = RECORDS[kind]
    label = _label(filled.get("name", ()), nodes)
    return make(id=record_id(kind, ids), label=label, mentions=tuple(ids), **filled)


def record_id(kind: Kind, mentions: Iterable[str]) -> str:
    return digest("record", kind, sorted(mentions))


def fold_values(stated: Iterable[Attested]) -> Field:
    """Equal values made one, with all their claims; best standing first, then most claims, then by the value's text."""
    by_value: dict[Value, list[Attested]] = defaultdict(list)
    for each in stated:
        by_value[each.value].append(each)
    folded = (_one(value, group) for value, group in by_value.items())
    return tuple(sorted(folded, key=lambda a: (rank(a.standing), -len(a.claims), canonical(a.value.to_json()))))


def _one(value: Value, group: list[Attested]) -> Attested:
    if len(group) == 1:
        return group[0]
    claims = sorted({claim for each in group for claim in each.claims})
    return Attested(value, best(each.standing for each in group), tuple(claims))


def _label(names: Field, nodes: Iterable[Node]) -> str:
    """The best-attested name that counts, the longer one of two; failing that, the longest label of a mention."""
    held = [name for name in names if name.standing.counts]
    if not held:
        return max((each.label for each in nodes), key=lambda text: (len(text), text))
    top = max(held, key=lambda a: (-rank(a.standing), len(a.claims), len(str(a.value)), str(a.value)))
    return str(top.value)


@cache
def _predicates(kind: Kind) -> tuple[str, ...]:
    """In the order in which the record has them."""
    known = predicates(kind)
    return tuple(f.name for f in fields(RECORDS[kind]) if f.name in known)
