"""A period that a statistic covers, as one sentence tells it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tawthiq.model import EDTF


@dataclass(frozen=True, slots=True)
class Period:
    """`strong` periods make a statistic by themselves (خلال, منذ … حتى); `date` None is a period without known ends.

    `closed` tells that both its ends are named; `same` points back to the period told before; `guess` is worked
    out from its length ("خلال 10 أشهر"); `at` is the token at which it is told.
    """

    date: EDTF | None
    strong: bool
    same: bool = False
    guess: EDTF | None = None
    at: int | None = None
    closed: bool = False


def filled(period: Period, told: EDTF | None) -> Period:
    """With the ends told before, or guessed from its length."""
    return replace(period, date=period.date or told or period.guess)
