"""Other bodies' figures beside ours: the same question, the gap, and each thing that could make it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

import pytest

from tawthiq.figures.columns import columns_of
from tawthiq.figures.definitions import load_definitions
from tawthiq.figures.gather import load_columns
from tawthiq.figures.inclusion import load_inclusion
from tawthiq.figures.reconciling.bodies import told_by
from tawthiq.figures.reconciling.reconcile import Reconciled, Why, reconcile
from tawthiq.figures.reconciling.tallies import Theirs, tallies
from tawthiq.figures.reconciling.words import reason_words
from tawthiq.figures.unit import Fate, Unit
from tawthiq.ledger import Batch, Ledger
from tawthiq.model import EDTF, Bound, Claim, Code, Count, Kind, Mention, Range, Ref, Report, Span, Text, Value, When
from tawthiq.model.ids import digest, sha256
from tawthiq.register import update
from tests.figures.telling import METHOD, Told, record, tell

DEFINITIONS, RULE = load_definitions(), load_inclusion()
BODY = "مرصد الوادي"
THEIRS = Theirs("t", BODY, "killed", Range(3, 3), Bound.EXACT, "2023-10", "SY12", "درعا")


def unit(number: int, **what: object) -> Unit:
    one = Unit(digest(number), "assassination", EDTF("2023-10-04"), ("SY1202",), counts=((Fate.KILLED, Range(1, 1)),))
    return replace(one, **what)  # type: ignore[arg-type]


UNITS = [unit(1), unit(2)]


def beside(units: list[Unit], theirs: Theirs = THEIRS, listed: Set[str] = frozenset()) -> Reconciled:
    made = reconcile(columns_of(units), theirs, DEFINITIONS, "rule", lambda _: listed)
    assert made is not None
    return made


def whys(made: Reconciled) -> dict[Why, int]:
    return {reason.why: reason.n for reason in made.reasons}


def test_two_that_agree_need_no_reason() -> None:
    made = beside([*UNITS, unit(3)])
    assert (made.gap, [reason.why for reason in made.reasons]) == (0, [Why.SAME])


def test_the_gap_is_what_the_bounds_leave_open() -> None:
    assert beside(UNITS).gap == 1
    assert beside([*UNITS, unit(3), unit(4)]).gap == -1
    assert beside(UNITS, replace(THEIRS, range=Range(1, 1), bound=Bound.AT_LEAST)).gap == 0
    assert beside([*UNITS, unit(3, decided=False)]).gap == 0


def test_what_nobody_judged_could_be_the_difference() -> None:
    assert whys(beside([*UNITS, unit(3, decided=False)]))[Why.UNDECIDED] == 1


def test_another_definition_could_be() -> None:
    found = whys(beside([*UNITS, unit(3, type="shelling")]))
    assert found[Why.ALL_ACTS] == 3
    assert whys(beside(UNITS, replace(THEIRS, category="مدنيون")))[Why.CATEGORY] == 0
    assert Why.NO_DEFINITION in whys(beside(UNITS, replace(THEIRS, metric="detained")))


def test_another_reading_of_the_period_could_be() -> None:
    found = beside([*UNITS, unit(3, date=EDTF("2023-09-30"))])
    assert [(each.what, each.n) for each in found.reasons if each.why is Why.PERIOD] == [("2023-09", 1), ("2023-11", 0)]
    since = beside(
        [*UNITS, unit(3, date=EDTF("2018-05-01"))], replace(THEIRS, period="2018/2023-10-31", range=Range(2, 2))
    )
    assert [(each.what, each.n) for each in since.reasons if each.why is Why.PERIOD] == [("2019/2023-10-31", 2)]


def test_a_wider_area_could_be() -> None:
    elsewhere = unit(3, places=("SY11",))
    assert whys(beside([*UNITS, elsewhere]))[Why.AREA] == 3
    assert Why.NO_AREA in whys(beside([*UNITS, elsewhere], replace(THEIRS, area="", range=Range(4, 4))))


def test_incidents_that_only_one_has() -> None:
    hidden = unit(3, type="shelling")
    found = {each.why: each.records for each in beside([*UNITS, hidden], listed={digest(1), digest(3)}).reasons}
    assert found[Why.ONLY_OURS] == (digest(2),)
    assert found[Why.ONLY_THEIRS] == (digest(3),)
    assert Why.LIST_UNKNOWN in whys(beside(UNITS))


def test_a_per_cent_is_beside_our_share() -> None:
    units = [unit(1, victim_groups=("former_opposition",)), unit(2)]
    made = beside(units, replace(THEIRS, range=Range(50, 50), bound=Bound.PERCENT))
    assert made.definition is not None
    assert (made.definition.name, made.gap, made.ours.share) == ("former_opposition_share", 0, 0.5)


def test_what_is_no_count_of_incidents_is_left_out() -> None:
    assert reconcile(columns_of(UNITS), replace(THEIRS, metric="other"), DEFINITIONS, "rule", lambda _: set()) is None


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_reason_has_its_words(language: str) -> None:
    made = beside([*UNITS, unit(3, type="shelling"), unit(4, places=("SY11",))], replace(THEIRS, category="مدنيون"))
    for reason in made.reasons:
        words = reason_words(reason, DEFINITIONS, language)
        assert words
        assert "{" not in words


def tally(body: str, n: int) -> Batch:
    """A report in which a body says so many were killed in October 2023 in Daraa."""
    text = f"وثق {body} مقتل {n} في درعا"
    report = Report(sha256(text.encode()), text, "tally")

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    where, who = Mention(report.id, Kind.PLACE, at("درعا"), "درعا"), Mention(report.id, Kind.GROUP, at(body), body)
    what = Mention(report.id, Kind.TALLY, at(f"مقتل {n}"), f"مقتل {n}")
    said: list[tuple[Mention, str, Value]] = [
        (where, "gazetteer", Code("SY12")),
        (who, "name", Text(body)),
        (what, "metric", Code("killed")),
        (what, "value", Count(Range.exactly(n))),
        (what, "period", When(EDTF("2023-10"))),
        (what, "area", Ref(where.id, "درعا")),
        (what, "body", Ref(who.id, body)),
    ]
    claims = [Claim(subject, key, value, subject.span, METHOD) for subject, key, value in said]
    return Batch([(report, text.encode())], claims)


def test_a_tally_of_a_report_beside_the_register(ledger: Ledger) -> None:
    one = Told("2023-10-04", counts={"killed": Range(1, 1)})
    record(ledger, tell(replace(one, outlet=f"مكتب {BODY}"), 1), tell(replace(one, outlet="شبكة السهل"), 2))
    ledger.append(tally(BODY, 3))
    update(ledger)
    (theirs,) = tallies(ledger)
    assert (theirs.body, theirs.metric, theirs.range, theirs.period, theirs.area) == (
        BODY,
        "killed",
        Range(3, 3),
        "2023-10",
        "SY12",
    )
    made = reconcile(load_columns(ledger, RULE), theirs, DEFINITIONS, RULE.id, told_by(ledger))
    assert made is not None
    assert (made.ours.range, made.gap, whys(made)[Why.ONLY_OURS]) == (Range(2, 2), 1, 1)
