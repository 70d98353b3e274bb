"""What nomenklatura's logic-v2 makes of the same pairs; run by `names.py` with an interpreter that has nomenklatura.

Reads pairs (left, tab, right) on standard input; prints the CPU seconds of the second of two rounds, then a score a
line. Its caches go by the entity's id, so every name has one of its own.
"""

from __future__ import annotations

import sys
import time
from functools import cache
from typing import Any


def main() -> None:
    from followthemoney import model
    from nomenklatura.matching.logic_v2.model import LogicV2
    from nomenklatura.matching.types import ScoringConfig

    @cache
    def person(name: str) -> Any:
        return model.get_proxy({"id": name, "schema": "Person", "properties": {"name": [name]}})

    rows = [line.rstrip("\n").split("\t")[:2] for line in sys.stdin]
    pairs = [(person(a), person(b)) for a, b in rows]
    config = ScoringConfig.defaults()
    for _ in range(2):
        start = time.process_time()
        scores = [LogicV2.compare(a, b, config).score for a, b in pairs]
        seconds = time.process_time() - start
    print(seconds)
    print(*scores, sep="\n")


if __name__ == "__main__":
    main()
