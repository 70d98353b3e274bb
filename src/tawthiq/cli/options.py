"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from tawthiq.errors import UsageError
from tawthiq.model import Engine

Store: TypeAlias = Annotated[
    str,
    typer.Option(
        "--store",
        envvar="TAWTHIQ_STORE",
        help="File of the store, or a postgresql+psycopg:// address of a team's store.",
    ),
]
DEFAULT_STORE = "tawthiq.db"

Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON for scripts instead of tables.")]

Paths: TypeAlias = Annotated[list[Path], typer.Argument(help="Files and folders of reports (.txt, .html).")]

Published: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="Publication date (2023-11-12) of reports that do not give their own; anchors words such as أمس.",
    ),
]

Jobs: TypeAlias = Annotated[
    int | None,
    typer.Option("--jobs", min=1, metavar="N", help="Processes that read; as many as there are cores without it."),
]


Reader: TypeAlias = Annotated[
    Engine,
    typer.Option("--engine", help="What reads names: fast, or accurate, which needs the extra tawthiq[accurate]."),
]

_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))


def without_marks(words: str) -> str:
    """Words or an id as somebody copied them from a screen, less the invisible marks of direction.

    Bytes that are no text, which the system hands over as half surrogates, become U+FFFD: no store can hold them.
    """
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace").translate(_MARKS).strip()


def parse_published(text: str | None) -> date | None:
    """The date, or a UsageError that says how to write one."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"--published {text!r} is not a date; write it like 2023-11-12") from None
