"""Which reader of names is asked."""

from __future__ import annotations

from enum import StrEnum


class Engine(StrEnum):
    """`fast` needs nothing more; `accurate` needs the extra of that name."""

    FAST = "fast"
    ACCURATE = "accurate"
