"""The period that a statistic covers."""

from __future__ import annotations

from datetime import timedelta
from itertools import zip_longest

from tawthiq.extract.page import Page
from tawthiq.extract.tallies.lexicon import Cue, Where, cue_at, find_cue, metric_at
from tawthiq.extract.tallies.loose_periods import lengths, undated
from tawthiq.extract.tallies.period import Period
from tawthiq.model import EDTF
from tawthiq.text.date_anchor import months_from, reaches
from tawthiq.text.dates import DateMention, Relation
from tawthiq.text.numbers import QuantityKind
from tawthiq.text.sentences import Sentence

_LONG = timedelta(days=6)
_MONTH_DAYS = 31
_UP_TO = {"حتى", "إلى", "الى", "لغاية", "-", "–", "ولغاية"}
_SAME = {"نفسه", "ذاته", "عينه", "نفسها", "ذاتها", "عينها"}
_LEAP = (2, 29)
_COMPARED_NEAR, _SEVERAL = 4, 2
_BEFORE, _BEFORE_SPAN, _SAID, _SINCE_REACH = 2, 4, 12, 7


def read_period(page: Page, sentence: Sentence) -> Period | None:
    """The period of a sentence, the strongest that it tells."""
    found = [period for at, period in dated_periods(page, sentence) if not _is_compared(page, sentence, at)]
    known = [period for period in found if period.strong and period.date]
    loose = undated(page, sentence, _mentions(page, sentence))
    rest = sorted([*found, *lengths(page, sentence)], key=lambda period: not period.strong)
    return next(iter([*known, *loose, *rest]), None)


def dated_periods(page: Page, sentence: Sentence) -> list[tuple[int, Period]]:
    """The periods that the dates of a sentence tell, each with the token at which it is told."""
    mentions = _mentions(page, sentence)
    found = []
    for one, other in zip_longest(mentions, mentions[1:]):
        period = (_between(page, one, other) if other else None) or _of_mention(page, one)
        if period:
            found.append((page.token_at(one.span.start), period))
    return found


def own_period(page: Page, sentence: Sentence, left: int, number: tuple[int, int], right: int) -> EDTF | None:
    """The period of one number in a sentence of several: behind it without a break, or before it.

    `left` is the end of the number before, `right` the beginning of the next; both count in tokens, as `number` does.
    """
    told = [(at, period.date) for at, period in dated_periods(page, sentence) if period.date]
    if len({date for _, date in told}) < _SEVERAL and not any(_is_compared(page, sentence, at) for at, _ in told):
        return None
    first, last = number
    behind = [date for at, date in told if last <= at < right and not _breaks(page, last, at)]
    before = [date for at, date in told if left <= at < first and (left == sentence.first or _breaks(page, left, at))]
    return behind[0] if behind else before[-1] if before else None


def _breaks(page: Page, first: int, last: int) -> bool:
    cues = (Cue.CLAUSE, Cue.LINK)
    signs = any(page.tokens[at].norm in {"،", ",", ":", "؛"} for at in range(first, last))
    return signs or any(find_cue(page.tokens, first, last, cue) for cue in cues)


def _is_compared(page: Page, sentence: Sentence, at: int) -> bool:
    return find_cue(page.tokens, max(sentence.first, at - _COMPARED_NEAR), at, Cue.COMPARED) is not None


def _between(page: Page, one: DateMention, other: DateMention) -> Period | None:
    """"من 1 يناير وحتى 31 ديسمبر 2020": two days that bound a period; a first without year is before the second."""
    words = page.text[one.span.end : other.span.start].strip(" ،")
    if words.removeprefix("و") not in _UP_TO | {""} or not (one.date and one.date.is_day and other.date):
        return None
    start, end = one.date.earliest, other.date.latest
    up_to = words or other.relation is Relation.UNTIL
    if not up_to or start is None or end is None or other.date.is_interval:
        return None
    if start > end and (start.month, start.day) != _LEAP:
        start = start.replace(year=end.year - ((start.month, start.day) > (end.month, end.day)))
    told = EDTF(f"{start.isoformat()}/{end.isoformat()}")
    return Period(told, strong=True, closed=True) if end - start > _LONG else None


def single_day(page: Page, sentence: Sentence) -> bool:
    """Whether the sentence names a day, other than one on which its words were said."""
    mentions = _mentions(page, sentence)
    pairs = zip_longest(mentions, mentions[1:])
    bounds = {m.span for a, b in pairs if b and _between(page, a, b) for m in (a, b)}
    free = (m for m in mentions if m.span not in bounds and not _bounds(page, sentence, m))
    days = [m for m in free if m.date and m.date.is_day]
    return any(not _is_reporting(page, sentence, mention) for mention in days)


def _bounds(page: Page, sentence: Sentence, mention: DateMention) -> bool:
    """Whether the day only bounds a period: "منذ اندلاع القتال في 15 نيسان", "حتى 28 من الشهر"."""
    if mention.relation is Relation.UNTIL or mention.relation is Relation.SINCE:
        return _open(page, mention) is not None
    at = page.token_at(mention.span.start)
    since = find_cue(page.tokens, max(sentence.first, at - _SINCE_REACH), at, Cue.SINCE)
    return since is not None and find_cue(page.tokens, since.last, at, Cue.EVENT) is not None


def day_of(page: Page, sentence: Sentence) -> EDTF | None:
    return next((m.date for m in _mentions(page, sentence) if m.date and (m.date.is_day or m.date.is_interval)), None)


def _mentions(page: Page, sentence: Sentence) -> list[DateMention]:
    held = [m for m in page.dates if sentence.span.start <= m.span.start < sentence.span.end]
    return [m for m in held if not _counts_people(page, m)]


def _counts_people(page: Page, mention: DateMention) -> bool:
    """"و2069 جريحا": what looks like a year counts people."""
    behind = page.token_range(mention.span).stop
    return mention.phrase.isdigit() and metric_at(page.tokens, behind, Where.COUNTED) is not None


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
    reach = _BEFORE_SPAN if mention.date and mention.date.is_interval else _BEFORE
    near = (cue_at(page.tokens, i, Cue.OVER) for i in range(max(0, at - reach), at + 1))
    over = any(hit.last >= at - (reach - _BEFORE) for hit in near if hit)
    if mention.date and mention.phrase.split()[-1] in _SAME:
        return Period(None, strong=True, same=True, guess=mention.date)
    if mention.date is None:
        return _of_length(page, mention) if over or cue_at(page.tokens, at, Cue.OVER) else None
    if mention.relation in {Relation.SINCE, Relation.UNTIL}:
        return _open(page, mention)
    if mention.date.is_interval:
        return Period(_closed(mention), strong=over or _width(mention.date) > _LONG, closed=True)
    if mention.date.is_day or cue_at(page.tokens, at, Cue.SPOT):
        return None
    return Period(mention.date, strong=over, at=at, closed=True)


def _open(page: Page, mention: DateMention) -> Period | None:
    """منذ آذار runs to the report's day, حتى آذار from an unknown one."""
    published, when = page.report.published, mention.date
    if when is None or published is None or when.is_interval:
        return None
    if mention.relation is Relation.UNTIL and when.is_day and when.latest == published:
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
    if not reaches(published, quantity.range.min * _MONTH_DAYS):
        return Period(None, strong=True)
    year, month = months_from(published, -quantity.range.min)
    return Period(None, strong=True, guess=EDTF(f"{year:04d}-{month:02d}~/{published.isoformat()}"))


def _is_long(mention: DateMention) -> bool:
    return any(unit in mention.phrase for unit in ("شهر", "أشهر", "سنوات", "سنة", "أعوام", "عام", "أسابيع"))
