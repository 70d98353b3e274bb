"""The register of an office as large as the one that the seed tells of: its numbers, with people who never lived.

Since the settlement of 2018: at least 1,983 operations and attempts, at least 1,323 killed, 39 per cent of the killed
former opposition; in October 2023: 33, 17 killed, 12 injured, 8 survived. What must not count is there as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from tawthiq.ledger import Batch, Ledger
from tawthiq.ledger.chunks import portions
from tawthiq.model import Judgement, Range, Verdict, pair
from tawthiq.register import update
from tests.figures.telling import AT, Tale, Told, batch, judged, tell

SINCE, MONTH, AREA = "2018-08/2023-10", "2023-10", "SY12"

_PLACES = (
    ("SY12", "درعا"),
    ("tw:sy-ankhl", "إنخل"),
    ("tw:sy-alhrak", "الحراك"),
    ("tw:sy-aljyzh", "الجيزة"),
    ("tw:sy-azr", "إزرع"),
    ("SY1202", "منطقة الصنمين"),
)
_GIVEN = ("سالم", "نادر", "رامز", "عصام", "وائل", "هيثم", "مازن", "جمال", "بشار", "طارق", "قاسم", "نبيل")
_FAMILY = ("الوادي", "السهلي", "الجبلي", "البحري", "الساحلي", "الريفي", "النهري", "الكرمي", "الزيتوني")
_DOERS = ("مجهولون", "مجهولون", "خلايا تنظيم الدولة", "")
_WEAPONS = ("gunfire", "gunfire", "ied", "")
_START, _LAST = date(2018, 8, 1), date(2023, 9, 30)
_BATCH = 200


def tales(seed: int = 1) -> Iterator[Tale]:
    """The 1,983 operations."""
    random = Random(seed)
    october = [*_killed(15, 1), *_killed(1, 2), *_hurt("injured", 10, 1), *_hurt("injured", 1, 2)]
    october += [*_hurt("survived", 4, 1), *_hurt("survived", 2, 2)]
    before = [*_killed(1266, 1), *_killed(20, 2), *_hurt("injured", 350, 1), *_hurt("survived", 314, 1)]
    # 7 and 509 of the killed had been of the opposition.
    groups = {"october": 7, "before": 509}
    number = 0
    for name, outcomes in (("october", october), ("before", before)):
        for at, (fate, n) in enumerate(outcomes):
            former = fate == "killed" and at < groups[name]
            day = date(2023, 10, 1 + at % 31) if name == "october" else _day(random)
            number += 1
            yield tell(_operation(random, number, day, fate, n, former), number)


def _killed(times: int, n: int) -> list[tuple[str, int]]:
    return _hurt("killed", times, n)


def _hurt(fate: str, times: int, n: int) -> list[tuple[str, int]]:
    return [(fate, n)] * times


def _day(random: Random) -> date:
    return _START + timedelta(random.randrange((_LAST - _START).days + 1))


def _operation(random: Random, number: int, day: date, fate: str, n: int, former: bool) -> Told:
    names = (f"{random.choice(_GIVEN)} {random.choice(_GIVEN)} {random.choice(_FAMILY)}" for _ in range(n))
    return Told(
        when=day.isoformat(),
        place=random.choice(_PLACES),
        type="assassination" if fate == "killed" else "attempted_assassination",
        counts={each: Range.exactly(n if each == fate else 0) for each in ("killed", "injured", "survived")},
        groups=("former_opposition",) if former else (random.choice(("civilians", "security_forces", "armed_group")),),
        victims=tuple((name, fate) for name in names) if number % 3 else (),
        perpetrator=random.choice(_DOERS),
        weapon=random.choice(_WEAPONS),
        published=day + timedelta(1),
    )


def not_counted() -> list[Tale]:
    """Elsewhere, another time, another act."""
    one = {"killed": Range.exactly(1)}
    told = [
        Told("2023-10-04", ("SY11", "الرقة"), counts=one),
        Told("2018-03-01", counts=one),
        Told("2023-11-02", counts=one),
        Told("2023-10-09", type="shelling", counts={"killed": Range(3, 5)}),
        Told(None, counts=one),
    ]
    return [tell(each, 90_000 + at) for at, each in enumerate(told)]


def undecided() -> list[Tale]:
    """Read, but judged by nobody: they make the long figures lower bounds."""
    told = Told("2021-05", counts={"killed": Range.exactly(1)})
    return [tell(told, 91_000 + at) for at in range(21)]


def told_twice() -> tuple[list[Tale], list[Judgement]]:
    """Second reports of operations of October, judged to be of the same; and one that somebody judged wrong."""
    first = next(tales())
    again = tell(Told(first.claim("date").value.to_json()["edtf"], counts={"killed": Range.exactly(1)}), 92_000)
    wrong = tell(Told("2023-10-20", counts={"killed": Range.exactly(4)}), 92_001)
    same = Judgement(pair(first.incident.id, again.incident.id), Verdict.SAME, "سعاد", AT)
    return [again, wrong], [same, *judged([wrong.claim("type")], Verdict.REJECTED, "2023-11-06T08:00:00Z")]


def fill(ledger: Ledger) -> None:
    """The whole register."""
    for some in portions(tales(), _BATCH):
        ledger.append(batch(some))
    ledger.append(batch(not_counted()))
    ledger.append(batch(undecided(), accepted=False))
    again, judgements = told_twice()
    ledger.append(batch(again))
    ledger.append(Batch(judgements=judgements))
    update(ledger)
