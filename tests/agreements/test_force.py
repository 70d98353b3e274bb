"""From when to when duties hold."""

from __future__ import annotations

from datetime import date

from tawthiq.agreements.force import FOREVER, Force, force_of
from tawthiq.agreements.said import Says
from tawthiq.figures.inclusion import load_inclusion
from tawthiq.model import EDTF, Code, Standing, Text, Value, When
from tawthiq.model.records import Agreement, Attested, Field

SAYS = Says(load_inclusion("proposed"))


def said(*values: Value, standing: Standing = Standing.PROPOSED) -> Field:
    return tuple(Attested(value, standing, ()) for value in values)


def on(text: str) -> Field:
    return said(When(EDTF(text)))


def force(**fields: Field) -> Force:
    return force_of(Agreement(id="0", label="اتفاق", mentions=("m",), **fields), SAYS)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_what_is_only_proposed_binds_nobody() -> None:
    held = force(status=said(Code("proposed")), date=on("2023-11-11"), proposed_on=on("2023-11-11"))
    assert held.first is None
    assert held.why == "not in force: proposed"


def test_from_the_day_of_signing_on() -> None:
    assert force(signed_on=on("2023-11-18")) == Force(day("2023-11-18"), FOREVER)
    assert force(status=said(Code("signed")), date=on("2018-07-01")) == Force(day("2018-07-01"), FOREVER)


def test_an_imprecise_day_counts_from_where_it_is_sure() -> None:
    assert force(signed_on=on("2018")).first == day("2018-12-31")
    assert force(signed_on=on("2018-01-01"), lapsed_on=on("2019")).last == day("2018-12-31")


def test_an_end_cuts_it_off_and_a_breach_does_not() -> None:
    assert force(signed_on=on("2020-01-01"), failed_on=on("2020-03-01")).last == day("2020-02-29")
    assert force(signed_on=on("2020-01-01"), broken_on=on("2020-03-01")).last == FOREVER


def test_a_length_of_time_cuts_it_short() -> None:
    assert force(signed_on=on("2020-01-01"), duration=said(Text("شهر"))).last == day("2020-01-31")


def test_a_status_without_a_day() -> None:
    assert force(status=said(Code("in_force"))).why == "no day is told from which it holds"


def test_what_is_contested_does_not_begin_it() -> None:
    contested = said(When(EDTF("2020-01-01")), standing=Standing.CONTESTED)
    assert force(signed_on=contested).first is None
