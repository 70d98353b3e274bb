"""How rare the names of a list are in it: equal rare names weigh more than equal common ones (Winkler 1989)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log2

from tawthiq.link.matching.levels import PARTS, Compared, Rows

_LEAST_SHARE = 1e-5


class Frequencies:
    """Shares of each part's values in two lists together."""

    def __init__(self, ours: Rows, theirs: Rows) -> None:
        self._ours, self._theirs = ours, theirs
        self._shares = [_shares([row[at] for row in (*ours.parts, *theirs.parts)]) for at in range(len(PARTS))]

    def bits(self, pair: Compared, equal: Sequence[float]) -> float:
        """What to add to the weight of a pair; `equal` are the chances of equal parts in general (`chances`)."""
        total = 0.0
        for at, level in enumerate(pair.levels[: len(PARTS)]):
            if level == "equal":
                shares = self._shares[at]
                share = max(shares[self._ours.parts[pair.left][at]], shares[self._theirs.parts[pair.right][at]])
                total += log2(equal[at] / share)
        return total

    def chances(self) -> list[float]:
        """For each part the chance that two people of the lists have it equal."""
        return [max(sum(share * share for share in shares.values()), _LEAST_SHARE) for shares in self._shares]


def _shares(values: Sequence[str]) -> Mapping[str, float]:
    counts = Counter(value for value in values if value)
    total = sum(counts.values())
    return {value: max(times / total, _LEAST_SHARE) for value, times in counts.items()}
