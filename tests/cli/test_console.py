"""Tables in a terminal: right-to-left text is fenced line by line, ids stay whole, widths hold."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from tawthiq.cli.console import FIRST_STRONG, POP, isolate, table

NAME = "عبد الرزاق محمود الصبيحي"
LONG = "أطلق مسلحان ملثمان كانا على متن دراجة نارية النار على سامر الخطيب أمام متجره في الحي الشمالي"


def drawn(width: int, *rows: tuple[object, ...]) -> list[str]:
    console = Console(file=io.StringIO(), width=width)
    console.print(table("people", ("id", "name", "date", "words"), rows))
    written = console.file
    assert isinstance(written, io.StringIO)
    return written.getvalue().splitlines()


def test_only_right_to_left_text_is_fenced() -> None:
    assert isolate(NAME) == f"{FIRST_STRONG}{NAME}{POP}"
    assert isolate("2023-11-11") == "2023-11-11"
    assert isolate("") == ""


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_leaves_a_fence_open(width: int) -> None:
    lines = drawn(width, ("3fa9c1d2", NAME, "2023-11-11", LONG), ("00000001", "Latin", None, "words"))
    assert all(line.count(FIRST_STRONG) == line.count(POP) for line in lines)
    assert all(cell_len(line) <= width for line in lines)
    assert sum(line.count(FIRST_STRONG) for line in lines) > 1
    words = " ".join(line.rsplit(FIRST_STRONG)[-1].split(POP)[0] for line in lines if FIRST_STRONG in line)
    assert LONG in words


def test_fences_inside_a_cell_are_closed_in_each_line() -> None:
    lines = drawn(60, ("1", None, None, f"denies: {isolate(LONG)}\nnawa"), ("2", None, None, f"{isolate(NAME)} x"))
    assert sum(FIRST_STRONG in line for line in lines) > 2
    assert all(line.count(FIRST_STRONG) == line.count(POP) for line in lines)


@pytest.mark.parametrize("width", [60, 80])
def test_ids_and_dates_are_never_broken(width: int) -> None:
    shown = "\n".join(drawn(width, ("3fa9c1d2", NAME, "2023-11-11", LONG * 3)))
    assert "3fa9c1d2 " in shown
    assert " 2023-11-11 " in shown
    assert FIRST_STRONG not in shown[: shown.index("3fa9c1d2")]


def test_codes_are_never_broken() -> None:
    shown = "\n".join(drawn(60, ("3fa9c1d2", f"{NAME} assassination", "2023-11-11", LONG)))
    assert "assassination" in shown


def test_cells_are_never_read_as_markup() -> None:
    assert "[bold]x[/bold] :smile:" in "\n".join(drawn(80, ("1", "[bold]x[/bold] :smile:", None, None)))
