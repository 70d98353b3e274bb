"""What a terminal shows: tables, progress, lines; right-to-left text kept apart from digits and Latin letters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

from rich import box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

_UNBROKEN = ("id", "claim", "date", "published")

_LONGEST_CODE = 13
_BETWEEN = 3

FIRST_STRONG, POP = "\u2068", "\u2069"

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def isolate(text: str) -> str:
    """Right-to-left text fenced off (U+2068 … U+2069), so that a date or a name beside it keeps its own order."""
    return f"{FIRST_STRONG}{text}{POP}" if _RIGHT_TO_LEFT.search(text) else text


@dataclass(frozen=True, slots=True)
class Cell:
    """Text of a table's cell. Each line that it takes is isolated: a fence left open would reach into the next cell."""

    text: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self.text.wrap(console, options.max_width, overflow="fold"):
            line.rstrip()
            yield _fenced(line) if _RIGHT_TO_LEFT.search(line.plain) else line

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return self.text.__rich_measure__(console, options)


def _fenced(line: Text) -> Text:
    """The line isolated, with the fences closed that reach over its ends."""
    opened = line.plain.count(FIRST_STRONG) - line.plain.count(POP)
    return Text.assemble(FIRST_STRONG, FIRST_STRONG * -opened, line, POP * opened, POP)


def cell(value: object, style: str = "") -> Cell:
    """The value as it is, never read as markup; empty for None."""
    if isinstance(value, Text):
        return Cell(value)
    return value if isinstance(value, Cell) else Cell(Text("" if value is None else str(value), style))


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """A table of cells. Ids, which people copy, and dates are never broken."""
    drawn = Table(title=Text(title), title_justify="left", title_style="bold", header_style="", box=box.SIMPLE_HEAD)
    drawn.pad_edge = False
    held = [tuple(map(cell, row)) for row in rows]
    widths = [max(map(_word_width, (name, *(row[at].text.plain for row in held)))) for at, name in enumerate(columns)]
    # Columns that may not shrink would be cut off at the edge.
    fit = sum(widths) + _BETWEEN * len(columns) <= out.width
    for name, width in zip(columns, widths, strict=True):
        drawn.add_column(name, overflow="fold", no_wrap=name in _UNBROKEN, min_width=width if fit else None)
    for row in held:
        drawn.add_row(*row)
    return drawn


def _word_width(text: str) -> int:
    """Letters of the longest Latin word, such as a code, that a column should not break; a very long one is no code."""
    return max((len(word) for word in text.split() if word.isascii() and len(word) <= _LONGEST_CODE), default=1)


def print_json(data: Any) -> None:
    """One JSON document on standard output, Arabic left readable."""
    out.file.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def say(line: str = "") -> None:
    """A line for people, on standard error: standard output is for results. Never broken into several."""
    err.print(Text(line), soft_wrap=True)


@dataclass(frozen=True, slots=True)
class Bar:
    """How far long work is; `live` where somebody watches it."""

    drawn: Progress
    task: TaskID

    @property
    def live(self) -> bool:
        return not self.drawn.disable

    def advance(self, by: int = 1) -> None:
        self.drawn.advance(self.task, by)

    def note(self, text: str) -> None:
        """Words beside the bar."""
        self.drawn.update(self.task, note=text)


@contextmanager
def progress(label: str, total: int, shown: bool = True) -> Iterator[Bar]:
    """A bar on standard error while long work runs; nothing where that is not a terminal."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[note]}"),
    )
    hidden = not (shown and err.is_terminal)
    with Progress(*columns, console=err, disable=hidden, transient=True) as drawn:
        yield Bar(drawn, drawn.add_task(label, total=total, note=""))


@contextmanager
def working(label: str) -> Iterator[None]:
    """A sign on standard error that work goes on whose end cannot be foreseen; nothing where that is no terminal."""
    with err.status(label) if err.is_terminal else nullcontext():
        yield
