"""The period that a statistic covers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from tawthiq.extract.page import Page
from tawthiq.extract.tallies.lexicon import Cue, cue_at, find_cue
from tawthiq.model import EDTF
from tawthiq.text.date_anchor import months_from
from tawthiq.text.dates import DateMention, Relation
from tawthiq.text.numbers import QuantityKind
from tawthiq.text.sentences import Sentence

_LONG = timedelta(days=6)
_BEFORE, _SAID = 2, 12


@dataclass(frozen=True, slots=True)
class Period:
    """`strong` periods make a statistic by themselves (خلال, منذ … حتى); `date` None is a period without known ends.

    `same` points back to the period told before; `width` counts the months of a period such as "خلال 10 أشهر".
    """

    date: EDTF | None
    strong: bool
    same: bool = False
    guess: EDTF | None = None
    at: int | None = None


def read_period(page: Page, sentence: Sentence) -> Period | None:
    """The period of a sentence, the strongest that it tells."""
    found = [period for mention in _mentions(page, sentence) if (period := _of_mention(page, mention))]
    known = [period for period in found if period.strong and period.date]
    return next(iter([*known, *_undated(page, sentence), *(p for p in found if p.strong), *found]), None)


def single_day(page: Page, sentence: Sentence) -> bool:
    """Whether the sentence names a day, other than one on which its words were said."""
    days = [m for m in _mentions(page, sentence) if m.date and m.date.is_day and m.relation is not Relation.UNTIL]
    return any(not _is_reporting(page, sentence, mention) for mention in days)


def day_of(page: Page, sentence: Sentence) -> EDTF | None:
    return next((m.date for m in _mentions(page, sentence) if m.date and (m.date.is_day or m.date.is_interval)), None)


def _mentions(page: Page, sentence: Sentence) -> list[DateMention]:
    return [m for m in page.dates if sentence.span.start <= m.span.start < sentence.span.end]


def _is_reporting(page: Page, sentence: Sentence, mention: DateMention) -> bool:
    published = page.report.published
    if published is None or mention.date is None or mention.date.latest is None:
        return False
    near = timedelta(0) <= published - mention.date.latest <= timedelta(days=3)
    at = page.token_at(mention.span.start)
    said = find_cue(page.tokens, max(sentence.first, at - _SAID), at, Cue.REPORTED)
    return near and said is not None and not find_cue(page.tokens, said.last, at, Cue.CLAUSE)


def _of_mention(page: Page, mention: DateMention) -> Period | None:
    at = page.token_at(mention.span.start)
    near = (cue_at(page.tokens, i, Cue.OVER) for i in range(max(0, at - _BEFORE), at + 1))
    over = any(hit.last >= at for hit in near if hit)
    if mention.date is None:
        return _of_length(page, mention) if over or cue_at(page.tokens, at, Cue.OVER) else None
    if mention.relation in {Relation.SINCE, Relation.UNTIL}:
        return _open(page, mention)
    if mention.date.is_interval:
        return Period(_closed(mention), strong=over or _width(mention.date) > _LONG)
    if mention.date.is_day or cue_at(page.tokens, at, Cue.SPOT):
        return None
    return Period(mention.date, strong=over, at=at)


def _open(page: Page, mention: DateMention) -> Period | None:
    """منذ آذار runs to the report's day, حتى آذار from an unknown one."""
    published, when = page.report.published, mention.date
    if when is None or published is None or when.is_interval:
        return None
    if mention.relation is Relation.UNTIL:
        return Period(EDTF(f"../{when.latest.isoformat() if when.latest else published.isoformat()}"), strong=True)
    if when.earliest is None or published - when.earliest < _LONG:
        return None
    start = when.earliest.isoformat() if len(when.text) == 7 or _is_start(mention) else when.text
    return Period(EDTF(f"{start}/{published.isoformat()}"), strong=True)


def _is_start(mention: DateMention) -> bool:
    return mention.phrase.startswith(("مطلع", "بداية", "أوائل", "أول"))


def _closed(mention: DateMention) -> EDTF:
    """Months and told beginnings of years as days; a bare year stays a year."""
    when = mention.date
    assert when is not None
    start = when.earliest.isoformat() if when.earliest and (len(when.start) > 4 or _is_start(mention)) else when.start
    end = when.latest.isoformat() if when.latest and len(when.end) > 4 else when.end
    return EDTF(f"{start}/{end}")


def _width(when: EDTF) -> timedelta:
    if when.earliest is None or when.latest is None:
        return timedelta.max
    return when.latest - when.earliest


def _of_length(page: Page, mention: DateMention) -> Period | None:
    """"خلال 10 أشهر": its ends are told elsewhere, else it ends with the report."""
    published = page.report.published
    inside = (q for q in page.quantities if q.span in mention.span and q.kind is QuantityKind.DURATION)
    quantity = next(inside, None)
    if quantity is None or published is None or "شهر" not in mention.phrase.replace("أ", "").replace("و", ""):
        return Period(None, strong=True) if _is_long(mention) else None
    year, month = months_from(published, -quantity.range.min)
    return Period(None, strong=True, guess=EDTF(f"{year:04d}-{month:02d}~/{published.isoformat()}"))


def _is_long(mention: DateMention) -> bool:
    return any(unit in mention.phrase for unit in ("شهر", "أشهر", "سنوات", "سنة", "أعوام", "عام", "أسابيع"))


def _undated(page: Page, sentence: Sentence) -> list[Period]:
    """حتى الآن, منذ اندلاع الثورة, خلال الفترة نفسها."""
    found = []
    if find_cue(page.tokens, sentence.first, sentence.last, Cue.SAME_PERIOD):
        found.append(Period(None, strong=True, same=True))
    published = page.report.published
    if published and find_cue(page.tokens, sentence.first, sentence.last, Cue.UNTIL_NOW):
        found.append(Period(EDTF(f"../{published.isoformat()}"), strong=True))
    since = find_cue(page.tokens, sentence.first, sentence.last, Cue.SINCE)
    if published and since and cue_at(page.tokens, since.last, Cue.YEAR_START):
        found.append(Period(EDTF(f"{published.year:04d}-01-01/{published.isoformat()}"), strong=True))
    if published and since and cue_at(page.tokens, since.last, Cue.MONTH_START):
        found.append(Period(EDTF(f"{published.isoformat()[:7]}-01/{published.isoformat()}"), strong=True))
    if since and find_cue(page.tokens, since.last, min(since.last + 2, sentence.last), Cue.EVENT):
        later = (m for m in _mentions(page, sentence) if page.token_at(m.span.start) > since.last)
        start = next((m.date.text for m in later if m.date and m.date.latest and not m.date.is_interval), None)
        open_end = EDTF(f"{start}/{published.isoformat()}") if start and published else None
        found.append(Period(open_end, strong=True))
    return found


def filled(period: Period, told: EDTF | None) -> Period:
    """With the ends told before, or guessed from its length."""
    return replace(period, date=period.date or told or period.guess)
