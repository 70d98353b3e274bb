"""Periods that no date tells: those since an event, of a length, of a bare year, or told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.extract.page import Page
from tawthiq.extract.tallies.lexicon import Cue, cue_at, find_cue
from tawthiq.extract.tallies.period import Period
from tawthiq.model import EDTF
from tawthiq.text.dates import DateMention
from tawthiq.text.numbers import Quantity, QuantityKind
from tawthiq.text.sentences import Sentence

_YEARS = range(1990, 2101)
_NEAR = 2


def undated(page: Page, sentence: Sentence, mentions: Sequence[DateMention]) -> list[Period]:
    """حتى الآن, منذ اندلاع الثورة, خلال الفترة نفسها, حصيلة 2024."""
    found = [*_years(page, sentence)]
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
        later = (m for m in mentions if page.token_at(m.span.start) > since.last)
        start = next((m.date.text for m in later if m.date and m.date.latest and not m.date.is_interval), None)
        open_end = EDTF(f"{start}/{published.isoformat()}") if start and published else None
        found.append(Period(open_end, strong=True))
    return found


def _years(page: Page, sentence: Sentence) -> Iterator[Period]:
    """"حصيلة 2024": a bare year behind a word for the sum, or the year now ending ("حصاد العام")."""
    published = page.report.published
    for at in range(sentence.first, sentence.last):
        hit = cue_at(page.tokens, at, Cue.TOLL) or cue_at(page.tokens, at, Cue.HARVEST)
        if hit is None or hit.last >= sentence.last:
            continue
        word = page.tokens[hit.last]
        if word.norm.isdigit() and int(word.norm) in _YEARS:
            yield Period(EDTF(f"{int(word.norm):04d}"), strong=True, closed=True)
        elif published and cue_at(page.tokens, hit.last, Cue.YEAR):
            yield Period(EDTF(f"{published.year - (published.month <= _NEAR):04d}"), strong=True, closed=True)


def lengths(page: Page, sentence: Sentence) -> Iterator[Period]:
    """"حصيلة ثمانية أيام من القتال", "في سبع سنوات": strong behind a word for the sum or for a period."""
    for quantity in page.quantities:
        if quantity.kind is not QuantityKind.DURATION or quantity.core not in sentence.span:
            continue
        if _is_short(page, quantity):
            continue
        at = page.token_at(quantity.span.start)
        cues = (Cue.TOLL, Cue.HARVEST) if _in_days(page, quantity) else (Cue.OVER, Cue.TOLL, Cue.HARVEST)
        over = any(find_cue(page.tokens, max(sentence.first, at - _NEAR), at, cue) for cue in cues)
        if over or at == sentence.first or page.tokens[at - 1].norm in {"في", "بعد"}:
            yield Period(None, strong=over)
    for at in range(sentence.first, sentence.last):
        over_hit = cue_at(page.tokens, at, Cue.OVER)
        if over_hit and cue_at(page.tokens, over_hit.last, Cue.LENGTH):
            yield Period(None, strong=True)


def _is_short(page: Page, quantity: Quantity) -> bool:
    return cue_at(page.tokens, _unit(page, quantity), Cue.HOURS) is not None


def _in_days(page: Page, quantity: Quantity) -> bool:
    return cue_at(page.tokens, _unit(page, quantity), Cue.DAYS) is not None


def _unit(page: Page, quantity: Quantity) -> int:
    return page.token_at(quantity.noun.start if quantity.noun else quantity.core.start)
