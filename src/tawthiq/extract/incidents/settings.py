"""When and where: the date nearest to the word of incident, and the places where it happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from tawthiq.extract.facts import Dated, Named, Phrase
from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import Part, phrases
from tawthiq.extract.incidents.segments import Segment
from tawthiq.model import EDTF, Span
from tawthiq.text.fold import fold_phrase

_ORIGIN_REACH = 3
_OPENING, _LENGTH, _LEAD, _SPEAKER, _UNIT, _ASIDE, _FRONT = 1, 5, 3, 12, 2, 8, 5
_BY_HER = ("ته", "تها")
_SAID = {"ان", "انه", "انها", "بان", "عن"}
_STOPS = {".", ":", "\n", "«", "“", "؛"}
_UNITS = {"day": 1, "week": 7, "month": 30}
_WIDE = {"country", "region", "continent"}
_BROAD = {*_WIDE, "province", "governorate"}


def date_of(ground: Ground, segment: Segment) -> Dated | None:
    """The date of the segment that stands nearest to its first word of incident."""
    counted = counted_back(ground, segment) or counted_from(ground, segment)
    if counted:
        return counted
    anchor = segment.triggers[0].first
    said = ground.said(ground.tokens[anchor].start)
    near = [at for at in ground.inside(ground.days, segment.first, segment.last) if _is_said(ground, at, anchor, said)]
    return ground.days[min(near, key=lambda at: _distance(at, anchor, segment.first))] if near else None


def _is_said(ground: Ground, at: int, anchor: int, said: Span | None) -> bool:
    """A day beside what is said is that of the saying ("أفاد أمس بمقتل …", "… على ما أفاد أمس")."""
    if at < anchor and _is_of_saying(ground, at):
        return False
    if any(ground.is_saying(i) for i in range(anchor + 1, at)):
        return False
    return said is None or said.start <= ground.tokens[at].start < said.end


def _is_of_saying(ground: Ground, at: int) -> bool:
    """Between the date and the word of saying before it nothing begins to be said."""
    for before in range(at - 1, max(at - _SPEAKER, 0), -1):
        token = ground.tokens[before]
        if token.norm in _SAID or token.norm in _STOPS or ground.page.sentence_at(token.start) is None:
            return False
        if ground.is_saying(before):
            return True
    return False


def is_quoted(ground: Ground, at: int) -> bool:
    """The token stands inside quotation marks that open in its sentence."""
    sentence = ground.page.sentence_at(ground.tokens[at].start)
    before = [t.norm for t in ground.tokens[sentence.first : at]] if sentence else []
    return before.count("«") > before.count("»") or before.count("“") > before.count("”")


def counted_from(ground: Ground, segment: Segment) -> Dated | None:
    """ "قبل ذلك بيوم", "بعدها بشهر": so long from the date that was told last."""
    for hit in phrases("from_then").find(ground.tokens, segment.first, segment.last):
        days = _days(ground, hit.last, min(hit.last + _UNIT, segment.last))
        hours = not days and ground.is_word(hit.last, "hours")
        told = [i for i in ground.inside(ground.days, _LEAD, hit.first) if ground.days[i].date.earliest]
        base = ground.days[told[-1]].date.earliest if told else ground.page.report.published
        if hours and told:
            return Dated(ground.days[told[-1]].date, ground.span(hit.first, hit.last + 1))
        if days and base and ground.tokens[hit.last].norm.startswith("ب"):
            back = 1 if ground.tokens[hit.first].norm.lstrip("و").startswith("قبل") else -1
            if days % _UNITS["month"] == 0:
                return Dated(_months_from(base, -back * days // _UNITS["month"]), ground.span(hit.first, hit.last + 1))
            return Dated(EDTF.day(base - timedelta(days=back * days)), ground.span(hit.first, hit.last + 1))
    return None


def _months_from(base: date, months: int) -> EDTF:
    year, month = divmod(base.year * 12 + base.month - 1 + months, 12)
    return EDTF.month(year, month + 1)


def counted_back(ground: Ground, segment: Segment) -> Dated | None:
    """ "بعد ثلاثة أيام على مقتل …": so long before the date that the sentence told, or before the report's own."""
    sure = next((t for t in segment.triggers if t.value.part is not Part.REF), segment.triggers[0])
    for hit in phrases("later").find(ground.tokens, max(segment.first - 1, 0), sure.first):
        last = min(hit.last + _LENGTH, segment.last)
        ends = [at for at in range(hit.last + 1, last) if ground.is_word(at, "from")]
        span = (hit.last, ends[0] if ends else last)
        days = _days(ground, *span)
        base = _base(ground, hit.first, segment)
        if days and base and (ends or ground.tokens[hit.first].norm.endswith("عقب")):
            return Dated(_before(base, days), ground.span(hit.first, span[1]))
    return None


def _before(base: date, days: int) -> EDTF:
    """A day, or a month where months were counted."""
    then = base - timedelta(days=days)
    return EDTF.day(then) if days % _UNITS["month"] else EDTF.month(then.year, then.month)


def _days(ground: Ground, first: int, last: int) -> int:
    """How many days the length of time in tokens first..last is; 0 where it is none."""
    for at in range(first, last):
        unit = next((n for role, n in _UNITS.items() if ground.is_word(at, role)), 0)
        if unit:
            counts = [q.range.min for q in ground.page.quantities if ground.span(first, last).overlaps(q.core)]
            return unit * (counts[0] if counts else int(not ground.is_word(at, "some_time")))
    return 0


def _base(ground: Ground, at: int, segment: Segment) -> date | None:
    """The last day told before: of the event that this one came after; else the report's own."""
    told = [i for i in ground.inside(ground.days, _LEAD, at) if ground.days[i].date.is_day]
    return ground.days[told[-1]].date.earliest if told else ground.page.report.published


def _distance(at: int, anchor: int, first: int) -> int:
    """A date behind the word is nearer than one before it, unless the stretch opens with that."""
    if at >= anchor:
        return at - anchor
    return 0 if at - first <= _OPENING else 2 * (anchor - at)


def is_aside(ground: Ground, segment: Segment) -> bool:
    """ "بعدما احتجز …", "منذ أن استولت …": it lies before what is told."""
    anchor = segment.triggers[0].first
    return ground.holds("aside", max(segment.first, anchor - _ASIDE), anchor)


def sentence_date(ground: Ground, segment: Segment) -> Dated | None:
    """A date earlier in the sentence: of what is told before, or of the telling."""
    first = next(s.first for s in ground.page.sentences if s.paragraph == segment.sentence.paragraph)
    anchor = segment.triggers[0].first
    if is_aside(ground, segment):
        return None
    near = list(ground.inside(ground.days, first, anchor))
    return ground.days[near[-1]] if near else None


def places_of(ground: Ground, segment: Segment) -> tuple[Phrase, ...]:
    """The places of the segment, the wide ones left out where a narrower one is named."""
    rows = _narrowest(list(_candidates(ground, segment)))
    return tuple({row.name.text: Phrase(span, row.name.text) for row, span in rows}.values())


def narrow_names(ground: Ground, segment: Segment) -> frozenset[str]:
    """Folded names of the places below the size of a province: two of them are two places."""
    rows = [row for row, _ in _candidates(ground, segment) if row.kind not in _BROAD]
    return frozenset(fold_phrase(row.name.text) for row in rows)


def fronted(ground: Ground, segment: Segment) -> frozenset[str]:
    """Folded names of the place that the sentence opens with: "وفي بلدة كذا، …" leads to another event."""
    first = segment.sentence.first
    if not ground.is_word(first, "fronting"):
        return frozenset()
    at = first + 1
    while at < min(first + _FRONT, segment.sentence.last) and (at not in ground.places):
        if not ground.is_word(at, "place_head"):
            return frozenset()
        at += 1
    return frozenset({fold_phrase(ground.places[at][0].name.text)}) if at in ground.places else frozenset()


def _narrowest(held: list[tuple[Named, Span]]) -> list[tuple[Named, Span]]:
    narrow = [row for row in held if row[0].kind not in _BROAD] or [row for row in held if row[0].kind not in _WIDE]
    return narrow or held


def _candidates(ground: Ground, segment: Segment) -> Iterator[tuple[Named, Span]]:
    rows: Mapping[int, tuple[Named, Span]] = ground.places
    said = ground.said(ground.tokens[segment.triggers[0].first].start)
    for at in ground.inside(rows, segment.first, segment.last):
        if said is not None and not said.start <= ground.tokens[at].start < said.end:
            continue
        if not _is_origin(ground, at) and not _is_bearing(ground, at) and not _is_ward(ground, at, segment):
            yield rows[at]


def _is_origin(ground: Ground, at: int) -> bool:
    """Where somebody is from, what somebody belongs to or who acts by a capital's name is not where it happened."""
    if ground.holds("origin", max(0, at - _ORIGIN_REACH), at + 1):
        return True
    joined = ground.tokens[at].norm.startswith("و") and at - 1 in ground.places
    return _is_home(ground, at) or ground.tokens[at - 1 - joined].norm.endswith(_BY_HER)


def _is_home(ground: Ground, at: int) -> bool:
    """ "شقيقين من بلدة عتيل"."""
    before = at - 1 - ground.is_word(at - 1, "place_head")
    if before < 1 or ground.tokens[before].norm != "من":
        return False
    return before - 1 in ground.covered or ground.is_victim(before - 1) or ground.is_title(before - 1)


def _is_ward(ground: Ground, at: int, segment: Segment) -> bool:
    """Where the hurt are brought to or counted is not where it happened."""
    causes = any(t.value.is_cause for t in segment.triggers)
    to = ground.tokens[at - 1 - ground.is_word(at - 1, "place_head")].norm == "الي"
    if to and (ground.is_word(at, "ward") or not causes):
        return True
    return (
        not causes
        and ground.is_word(at, "ward")
        and (ground.is_word(at - 1, "to_or_in") or ground.tokens[at].norm[:1] in {"ب", "ل"})
    )


def _is_bearing(ground: Ground, at: int) -> bool:
    """ "شمالي درعا", "على الحدود مع باكستان": only tells where the place lies."""
    before = max(0, at - 2)
    return ground.places[at][0].kind not in _WIDE and ground.holds("bearing", before, at)
