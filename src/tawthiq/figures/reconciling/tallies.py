"""Statistics that other bodies published, as the register has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.ledger import Ledger
from tawthiq.model import Bound, Claim, Code, Count, Kind, Range, Ref, When
from tawthiq.model.records import Attested, Field, Place, Tally
from tawthiq.register import counted, record_of, records
from tawthiq.register.standing import bound_of


@dataclass(frozen=True, slots=True)
class Theirs:
    """One published number. `area` is a gazetteer id, "" where none is known; `area_words` and `category` are their own
    words, `range` and `bound` as these limit it; of a per cent the range is the per cent itself."""

    record: str
    body: str
    metric: str
    range: Range
    bound: Bound
    period: str = ""
    area: str = ""
    area_words: str = ""
    category: str = ""
    claims: tuple[str, ...] = ()


def tallies(ledger: Ledger) -> list[Theirs]:
    """All that state a metric and a number, by body, period and metric; none that was judged wrong."""
    held = [each for each in records(ledger, Kind.TALLY) if isinstance(each, Tally)]
    claims = counted(ledger, held)
    found = (theirs for each in held for theirs in _theirs(ledger, each, claims))
    return sorted(found, key=lambda each: (each.body, each.period, each.metric, each.record))


def _theirs(ledger: Ledger, tally: Tally, claims: dict[str, Claim]) -> Iterator[Theirs]:
    metric, value = _first(tally.metric), _first(tally.value)
    if metric is None or value is None or not isinstance(metric.value, Code) or not isinstance(value.value, Count):
        return
    period, area = _first(tally.period), _first(tally.area)
    yield Theirs(
        record=tally.id,
        body=_words(tally.body),
        metric=metric.value.code,
        range=value.value.range,
        bound=bound_of(value.value, (claims[id_] for id_ in value.claims if id_ in claims)),
        period=period.value.date.text if period and isinstance(period.value, When) else "",
        area=_place(ledger, area.value) if area and isinstance(area.value, Ref) else "",
        area_words=_words(tally.area),
        category=_words(tally.category),
        claims=value.claims,
    )


def _first(field: Field) -> Attested | None:
    return next((each for each in field if each.standing.counts), None)


def _words(field: Field) -> str:
    held = _first(field)
    return str(held.value) if held else ""


def _place(ledger: Ledger, ref: Ref) -> str:
    place = record_of(ledger, ref.mention)
    if not isinstance(place, Place):
        return ""
    codes = (each.value.code for each in place.gazetteer if each.standing.counts and isinstance(each.value, Code))
    return next(codes, "")
