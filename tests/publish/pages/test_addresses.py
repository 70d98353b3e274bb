"""File names are short, and never the same for two reports."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.model import Kind
from tawthiq.publish.pages.addresses import records_file, report_files, shortened

ids = st.lists(st.text("ab", min_size=12, max_size=12), max_size=12)


def test_eight_digits_are_enough_until_two_reports_share_them() -> None:
    first, second, third = "0123456789" * 3, "0123456799" * 3, "f123456789" * 3
    assert report_files([first, second, third]) == {
        first: "report-012345678.html",
        second: "report-012345679.html",
        third: "report-f1234567.html",
    }


@given(ids)
def test_short_ids_begin_their_own_id_and_no_other(held: list[str]) -> None:
    found = shortened(held)
    assert set(found) == set(held)
    assert all([id_ for id_ in found if id_.startswith(short)] == [own] for own, short in found.items())


def test_the_first_page_of_a_kind_bears_no_number() -> None:
    assert [records_file(Kind.PERSON, page) for page in (0, 1)] == ["records-person.html", "records-person-2.html"]
