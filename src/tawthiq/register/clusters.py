"""Which mentions are one: by judgement first, then by name where the rule says so, and never across a "different"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tawthiq.model import Judgement, Kind, Mention, Verdict
from tawthiq.register.rule import Rule
from tawthiq.register.standing import Verdicts
from tawthiq.text.fold import fold_phrase


@dataclass(frozen=True, slots=True)
class Node:
    """What the register keeps of a mention; `key` is its folded name, "" where the rule does not unite by name."""

    id: str
    report: str
    kind: Kind
    key: str
    label: str


def node(mention: Mention, rule: Rule) -> Node:
    key = fold_phrase(mention.label) if mention.kind in rule.same_by_name else ""
    return Node(mention.id, mention.report, mention.kind, key, mention.label)


def cluster(nodes: Mapping[str, Node], verdicts: Verdicts) -> list[tuple[str, ...]]:
    """The mentions by record, each record's ids sorted. A function of the two sets alone, not of their order.

    Judgements go before names, so that what somebody judged is never kept apart by what only looks alike. Among
    judgements of "same" a person's go before a rule's and the older first; one that would unite two mentions judged
    different is passed over.
    """
    pairs = [j for target, j in verdicts.items() if len(target) == 2 and set(target) <= nodes.keys()]
    forest = _Forest({id_: id_ for id_ in nodes})
    for judgement in pairs:
        if judgement.verdict is Verdict.DIFFERENT:
            forest.part(*judgement.target)
    _unite_judged(forest, nodes, pairs)
    for alike in _by_name(nodes.values()):
        _unite_alike(forest, alike)
    return forest.trees()


def _unite_judged(forest: _Forest, nodes: Mapping[str, Node], pairs: Iterable[Judgement]) -> None:
    same = (j for j in pairs if j.verdict is Verdict.SAME)
    for a, b in (j.target for j in sorted(same, key=lambda j: (j.by_rule, j.order))):
        # A person is never a place, whoever says so.
        if nodes[a].kind is nodes[b].kind:
            forest.unite(a, b)


def _by_name(nodes: Iterable[Node]) -> list[list[str]]:
    classes: dict[tuple[Kind, str], list[str]] = defaultdict(list)
    for each in nodes:
        if each.key:
            classes[each.kind, each.key].append(each.id)
    return [classes[name] for name in sorted(classes)]


def _unite_alike(forest: _Forest, alike: list[str]) -> None:
    """Those that were least often judged different go first: the odd one out stays out, not half of the others."""
    anchors: list[str] = []
    for id_ in sorted(alike, key=lambda each: (forest.foe_count(each), each)):
        if not any(forest.unite(anchor, id_) for anchor in anchors):
            anchors.append(id_)


@dataclass(slots=True)
class _Forest:
    """Disjoint sets that remember which mentions each must never meet."""

    parent: dict[str, str]
    foes: dict[str, set[str]] = field(default_factory=dict)
    size: dict[str, int] = field(default_factory=dict)
    _judged: dict[str, int] = field(default_factory=dict)

    def part(self, a: str, b: str) -> None:
        """Before any union: a and b are different."""
        for one, other in ((a, b), (b, a)):
            self.foes.setdefault(one, set()).add(other)
            self._judged[one] = self._judged.get(one, 0) + 1

    def foe_count(self, id_: str) -> int:
        return self._judged.get(id_, 0)

    def root(self, id_: str) -> str:
        while self.parent[id_] != id_:
            self.parent[id_] = self.parent[self.parent[id_]]
            id_ = self.parent[id_]
        return id_

    def unite(self, a: str, b: str) -> bool:
        """Whether a and b are in one set now."""
        small, big = sorted((self.root(a), self.root(b)), key=lambda root: self.size.get(root, 1))
        if small == big:
            return True
        if self._at_odds(small, big):
            return False
        self.parent[small] = big
        self.size[big] = self.size.get(big, 1) + self.size.get(small, 1)
        if foes := self.foes.pop(small, None):
            self.foes.setdefault(big, set()).update(foes)
        return True

    def _at_odds(self, a: str, b: str) -> bool:
        few, other = (a, b) if len(self.foes.get(a, ())) <= len(self.foes.get(b, ())) else (b, a)
        return any(self.root(foe) == other for foe in self.foes.get(few, ()))

    def trees(self) -> list[tuple[str, ...]]:
        held: dict[str, list[str]] = defaultdict(list)
        for id_ in self.parent:
            held[self.root(id_)].append(id_)
        return sorted(tuple(sorted(ids)) for ids in held.values())
