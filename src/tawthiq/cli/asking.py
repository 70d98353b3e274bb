"""Options that say what an edition or a report is of: a month, an area, a longer time, a rule, definitions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from tawthiq.cli.count import needs_figures
from tawthiq.cli.options import without_marks
from tawthiq.errors import UsageError

if TYPE_CHECKING:
    from tawthiq.figures.definitions import Definitions
    from tawthiq.figures.editions.content import Asked

_MONTH = re.compile(r"\d{4}-\d{2}", re.ASCII)

MonthOption: TypeAlias = Annotated[str, typer.Option("--month", metavar="MONTH", help="The month, such as 2023-10.")]
AreaOption: TypeAlias = Annotated[
    str, typer.Option("--area", help="A place with all that lies in it: its name or id; everywhere without it.")
]
SinceOption: TypeAlias = Annotated[
    str, typer.Option("--since", metavar="DATE", help="Also all the time from then to the end of the month: 2018-08.")
]
DefinitionsOption: TypeAlias = Annotated[
    str, typer.Option("--definitions", metavar="FILE", help="TOML file of an office's own definitions of its figures.")
]
LanguageOption: TypeAlias = Annotated[str, typer.Option("--lang", help="ar or en.")]


def language(word: str) -> str:
    """UsageError of any but ar and en."""
    if word not in ("ar", "en"):
        raise UsageError(f"--lang is ar or en, not {word!r}")
    return word


def area_of(words: str) -> str:
    """The gazetteer id of what somebody typed, "" of nothing. NotFoundError."""
    needs_figures()
    from tawthiq.figures.areas import area_named

    return area_named(without_marks(words)) if words else ""


def asked(month: str, area: str, since: str, definitions: str) -> tuple[Definitions, list[Asked]]:
    """The questions of a monthly edition. UsageError, NotFoundError, ValueFormatError."""
    if not _MONTH.fullmatch(month):
        raise UsageError(f"--month is a month such as 2023-10, not {month!r}")
    area = area_of(area)
    from tawthiq.figures.definitions import load_definitions
    from tawthiq.figures.editions.content import monthly

    known = load_definitions(definitions or None)
    return known, monthly(known, month, area, since)
