"""What a terminal shows: tables, progress, problems; right-to-left text kept apart from digits and Latin letters."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

FIRST_STRONG, POP = "\u2068", "\u2069"

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def isolate(text: object) -> str:
    """The text fenced off (U+2068 … U+2069), so that a date or a Latin name beside Arabic keeps its own order."""
    return f"{FIRST_STRONG}{text}{POP}" if text not in (None, "") else ""


def print_json(data: Any) -> None:
    """One JSON document on standard output, Arabic left readable."""
    out.file.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """A table whose cells are shown as they are, never read as markup."""
    drawn = Table(title=Text(title), title_justify="left", header_style="bold", pad_edge=False)
    for name in columns:
        drawn.add_column(name, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(isolate(cell)) for cell in row))
    return drawn


def say(line: str = "") -> None:
    """A line for people, on standard error: standard output is for results."""
    err.print(Text(line))


@contextmanager
def progress(label: str, total: int) -> Iterator[tuple[Progress, TaskID]]:
    """A bar on standard error while long work runs; nothing where that is not a terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, disable=not err.is_terminal, transient=True) as bar:
        yield bar, bar.add_task(label, total=total)
