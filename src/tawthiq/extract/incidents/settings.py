"""When and where: the date nearest to the word of incident, and the places where it happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tawthiq.extract.facts import Dated, Named, Phrase
from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.segments import Segment
from tawthiq.model import Span

_ORIGIN_REACH = 3
_OPENING = 1
_WIDE = {"country", "region", "continent"}
_BROAD = {*_WIDE, "province", "governorate", "district"}


def date_of(ground: Ground, segment: Segment) -> Dated | None:
    """The date of the segment that stands nearest to its first word of incident."""
    anchor = segment.triggers[0].first
    said = ground.said(ground.tokens[anchor].start)
    near = [at for at in ground.inside(ground.days, segment.first, segment.last) if _is_said(ground, at, said)]
    return ground.days[min(near, key=lambda at: _distance(at, anchor, segment.first))] if near else None


def _is_said(ground: Ground, at: int, said: Span | None) -> bool:
    """A day beside what is said is that of the saying ("أفاد أمس بمقتل …", "… على ما أفاد أمس")."""
    return said is None or said.start <= ground.tokens[at].start < said.end


def _distance(at: int, anchor: int, first: int) -> int:
    """A date behind the word is nearer than one before it, unless the stretch opens with that."""
    if at >= anchor:
        return at - anchor
    return 0 if at - first <= _OPENING else 2 * (anchor - at)


def sentence_date(ground: Ground, segment: Segment) -> Dated | None:
    """A date earlier in the sentence: of what is told before, or of the telling."""
    near = list(ground.inside(ground.days, segment.sentence.first, segment.triggers[0].first))
    return ground.days[near[-1]] if near else None


def places_of(ground: Ground, segment: Segment) -> tuple[Phrase, ...]:
    """The places of the segment, the wide ones left out where a narrower one is named."""
    held = list(_candidates(ground, segment))
    narrow = [row for row in held if row[0].kind not in _BROAD] or [row for row in held if row[0].kind not in _WIDE]
    rows = narrow or held
    return tuple({row.name.text: Phrase(span, row.name.text) for row, span in rows}.values())


def _candidates(ground: Ground, segment: Segment) -> Iterator[tuple[Named, Span]]:
    rows: Mapping[int, tuple[Named, Span]] = ground.places
    for at in ground.inside(rows, segment.first, segment.last):
        if not _is_origin(ground, at) and not _is_bearing(ground, at):
            yield rows[at]


def _is_origin(ground: Ground, at: int) -> bool:
    """Where somebody is from, or what someone belongs to, is not where it happened."""
    return ground.holds("origin", max(0, at - _ORIGIN_REACH), at + 1)


def _is_bearing(ground: Ground, at: int) -> bool:
    """ "شمالي درعا", "على الحدود مع باكستان": only tells where the place lies."""
    before = max(0, at - 2)
    return ground.holds("bearing", before, at)
