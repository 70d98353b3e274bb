"""Reports and sentences whose harm is no violence, or whose numbers are statistics and not one incident's."""

from __future__ import annotations

from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import Means, blocks, means, phrases, triggers, words
from tawthiq.model import EDTF, Weapon
from tawthiq.text.dates import DateMention, Relation
from tawthiq.text.numbers import Quantity, QuantityKind
from tawthiq.text.sentences import Sentence

_SPORT, _DAYS, _WEEK = 3, 20, 5
_COUNTS = {QuantityKind.COUNT, QuantityKind.PERCENT}
_LONG = {"اشهر", "شهرا", "شهور", "سنوات", "اعوام", "عاما", "سنه"}


def is_other_matter(ground: Ground) -> bool:
    """The report is of a court's sentence, of sport, or of an accident: no incident is told in it."""
    tokens = ground.tokens
    if blocks("verdict").holds(tokens, 0, _lead(ground)):
        return True
    sport = {hit.value for hit in blocks("report").find(tokens, 0, len(tokens))}
    armed = {tokens[hit.first].norm for hit in phrases("armed").find(tokens, 0, len(tokens))}
    return len(sport) >= _SPORT > len(armed)


def is_bomb(told: Means) -> bool:
    """A weapon for certain: helicopters and blows come with accidents too."""
    return told.weapon not in (Weapon.AIRSTRIKE, Weapon.OTHER)


def is_accident(ground: Ground) -> bool:
    """The head of the report gives a cause without violence for the harm that it tells."""
    tokens, last = ground.tokens, _lead(ground)
    armed = {tokens[hit.first].norm for hit in phrases("armed").find(tokens, 0, last)}
    armed = {norm for norm in armed if norm.lstrip("وف") not in words("bystander")}
    bombs = any(is_bomb(hit.value) for hit in means().find(tokens, 0, last))
    return blocks("sentence").holds(tokens, 0, last) and not armed and not bombs


def _lead(ground: Ground) -> int:
    """Where the first sentence below the title ends."""
    below = [s for s in ground.page.sentences if s.paragraph > ground.title]
    return below[0].last if below else len(ground.tokens)


def is_statistic(ground: Ground, sentence: Sentence) -> bool:
    """A body counts over a period; "وسبق أن شهدت …" tells of one event that lies back."""
    tokens = ground.tokens
    held = (sentence.first, sentence.last)
    if not any(q.kind in _COUNTS for q in ground.page.quantities if q.span in sentence.span):
        return False
    if phrases("behind").at(tokens, *held) and not blocks("period").holds(tokens, *held):
        return False
    if blocks("months").holds(tokens, *held) or _spans_months(ground, sentence):
        return True
    return blocks("tally").holds(tokens, *held) and blocks("period").holds(tokens, *held)


def is_tally(ground: Ground, sentence: Sentence) -> bool:
    """What the statistic counts is harm, so that the sentences behind it may go on counting."""
    held = (sentence.first, sentence.last)
    harm = any(hit.value.fate or hit.value.is_cause for hit in triggers().find(ground.tokens, *held))
    return harm or blocks("tally").holds(ground.tokens, *held)


def _spans_months(ground: Ground, sentence: Sentence) -> bool:
    """ "خلال 10 أشهر", "خلال يوليو", "منذ … وحتى …"."""
    inside = (d for d in ground.page.dates if sentence.span.start <= d.span.start < sentence.span.end)
    held = [d for d in inside if not any(ground.is_word(i, "hours") for i in ground.page.token_range(d.span))]
    for date in held:
        at = ground.page.token_at(date.span.start)
        through = ground.is_word(at - 1, "through") or ground.is_word(at, "through")
        counted = blocks("tally").holds(ground.tokens, sentence.first, sentence.last)
        days = through and _is_counted_span(date.date)
        if date.date and (days or _is_span(date.date) or ((through or counted) and not date.date.is_day)):
            return True
    if any(_is_since(ground, date) for date in held) and not any(d.date and d.date.is_day for d in held):
        return True
    lengths = [q for q in ground.page.quantities if q.kind is QuantityKind.DURATION and q.span in sentence.span]
    return any(_is_long(ground, q) for q in lengths)


def _is_since(ground: Ground, mention: DateMention) -> bool:
    """ "منذ مطلع مارس": counted from a month that lies back."""
    published, when = ground.page.report.published, mention.date
    if mention.relation is not Relation.SINCE or when is None or when.latest is None or published is None:
        return False
    return (published - when.latest).days > _WEEK


def _is_counted_span(period: EDTF | None) -> bool:
    """ "خلال الفترة من 24 إلى 30 نوفمبر"."""
    first, last = (period.earliest, period.latest) if period and period.is_interval else (None, None)
    return first is not None and last is not None and (last - first).days >= _WEEK


def _is_span(period: EDTF) -> bool:
    """An open interval or one of weeks; a few days can be one incident's."""
    first, last = period.earliest, period.latest
    return period.is_interval and (first is None or last is None or (last - first).days >= _DAYS)


def _is_long(ground: Ground, length: Quantity) -> bool:
    at = ground.page.token_at(length.span.start)
    words = {t.norm for t in ground.tokens[at : at + 3]}
    return (ground.is_word(at - 1, "through") or ground.is_word(at, "through")) and not words.isdisjoint(_LONG)


def goes_on(ground: Ground, sentence: Sentence) -> bool:
    """Nothing in a sentence behind a statistic leads away from it: no day, no occasion."""
    days = [at for at in ground.inside(ground.days, sentence.first, sentence.last) if ground.days[at].date.is_day]
    occasions = phrases("occasion").find(ground.tokens, sentence.first, sentence.last)
    return not days and not any(ground.tokens[hit.first - 1].norm != "في" for hit in occasions)


def is_harmless(ground: Ground, sentence: Sentence) -> bool:
    """What harm the sentence tells came without violence."""
    first, last = sentence.first, sentence.last
    if not blocks("sentence").holds(ground.tokens, first, last):
        return False
    return not any(is_bomb(hit.value) for hit in means().find(ground.tokens, first, last))
