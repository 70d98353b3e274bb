"""Days in which something may have happened, and how those of two reports agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tawthiq.model import EDTF

_EXACT = timedelta(days=1)
_YEARS = timedelta(days=36525)


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day; `told` is what the report says, "" where it gives no date and the window is a guess."""

    first: date
    last: date
    told: str = ""

    @property
    def exact(self) -> bool:
        """One day, or a night from one day to the next."""
        return bool(self.told) and self.last - self.first <= _EXACT

    def apart(self, other: Window) -> int:
        """Days between the two; 0 where they meet."""
        return max(0, (self.first - other.last).days, (other.first - self.last).days)


def window(said: EDTF | None, published: date | None, undated: int) -> Window | None:
    """The days that a date means; of no date, the `undated` days up to the report's publication; None of neither.

    An open end reaches to the publication, an open start a century back.
    """
    if said is None:
        return Window(published - timedelta(days=undated), published) if published else None
    first, last = said.earliest, said.latest
    if first is None and last is not None:
        return Window(last - _YEARS, last, said.text)
    if first is not None:
        end = last or max(first, published or first)
        return Window(first, end, said.text)
    return None


def date_level(a: Window | None, b: Window | None, most: int) -> str | None:
    """How the days agree; None where one of them is not known. `most`: days by which reports of one event differ."""
    if a is None or b is None or not (a.told and b.told):
        return None
    gap = a.apart(b)
    if gap == 0:
        return "same_day" if a.exact and b.exact else "overlap"
    if gap == 1:
        return "next_day"
    return "days" if gap <= most else "apart"
