"""Reports by origin: those that copy one text, or have the news from one body, count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawthiq.link.resolving.credits import credits, outlet_key
from tawthiq.link.resolving.shingles import near_duplicates
from tawthiq.model import Report


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports (by id) and the share of the shorter one's words that stands in the other."""

    a: str
    b: str
    share: float


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports (by id, the earliest first) that are one origin, the copies among them, and whom they name."""

    reports: tuple[str, ...]
    copies: tuple[Copy, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origins:
    """What is known of where the reports of a store come from; the reports stand by date and id."""

    order: Mapping[str, int]
    copies: tuple[Copy, ...]
    outlets: Mapping[str, str]
    credited: Mapping[str, frozenset[str]]

    def independent(self, reports: Collection[str]) -> list[Origin]:
        """The reports of one incident (by id) by origin; their number is that of independent origins.

        An outlet and those who name it are one, and so are two who name one body: rather too few origins than too many.
        """
        inside = [copy for copy in self.copies if copy.a in reports and copy.b in reports]
        ties = [(copy.a, copy.b) for copy in self.copies]
        ties += [(id_, f"name:{key}") for id_ in reports for key in self.keys(id_)]
        return [self._origin(group, inside) for group in _joined(reports, ties)]

    def copied(self) -> list[Origin]:
        """Of all reports, the groups of two and more of which each is a near-duplicate of another."""
        groups = _joined(self.order.keys(), [(copy.a, copy.b) for copy in self.copies])
        return [self._origin(group, self.copies) for group in groups if len(group) > 1]

    def keys(self, report: str) -> frozenset[str]:
        """Keys of the report's own outlet and of those that it names."""
        own = self.outlets.get(report)
        return self.credited.get(report, frozenset()) | ({own} if own else set())

    def _origin(self, group: Iterable[str], copies: Sequence[Copy]) -> Origin:
        held = sorted(group, key=lambda id_: self.order[id_])
        named = sorted({key for id_ in held for key in self.credited.get(id_, ())})
        return Origin(tuple(held), tuple(copy for copy in copies if copy.a in held), tuple(named))


def find_origins(reports: Iterable[Report], groups: Mapping[str, Collection[str]] | None = None) -> Origins:
    """Of all reports: near-duplicates, and whom each names; `groups` that were read in it, by its id, help to tell."""
    held = sorted(reports, key=lambda r: (r.published.isoformat() if r.published else "", r.id))
    ids = [report.id for report in held]
    outlets = {id_: outlet_key(r.outlet) for id_, r in zip(ids, held, strict=True) if r.outlet}
    known = set(outlets.values())
    copies = tuple(Copy(ids[a], ids[b], share) for a, b, share in near_duplicates([report.text for report in held]))
    named = {
        id_: credits(report.text, known, (groups or {}).get(id_, ())) for id_, report in zip(ids, held, strict=True)
    }
    return Origins({id_: at for at, id_ in enumerate(ids)}, copies, outlets, named)


def _joined(wanted: Collection[str], ties: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The wanted ones by connection, also through what is not wanted itself."""
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in ties:
        near[a].add(b)
        near[b].add(a)
    left, groups = set(wanted), []
    for start in sorted(wanted):
        if start not in left:
            continue
        reached, new = {start}, [start]
        while new:
            fresh = near[new.pop()] - reached
            reached |= fresh
            new += fresh
        groups.append(sorted(reached & left))
        left -= reached
    return groups
