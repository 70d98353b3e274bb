"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from tawthiq.cli.console import say
from tawthiq.errors import UsageError
from tawthiq.model import Engine, LocalModel, ReadBy

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
    typer.Option(
        "--engine",
        help="What reads: fast; accurate, which needs the extra tawthiq[accurate]; llm, a model on a server of yours.",
    ),
]

LlmUrl: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--llm-url",
        metavar="URL",
        help="With --engine llm: an OpenAI-compatible server (llama.cpp, vLLM, Ollama), to which the reports go.",
    ),
]

LlmModel: TypeAlias = Annotated[
    str | None,
    typer.Option("--llm-model", metavar="NAME", help="With --engine llm: the model, as the server calls it."),
]

LLM_URL = "http://127.0.0.1:8080"


def jobs_for(by: ReadBy, jobs: int | None) -> int | None:
    """A server answers one report at a time, unless it is asked to do more."""
    return jobs or 1 if isinstance(by, LocalModel) else jobs


def read_by(engine: Engine, url: str | None, model: str | None) -> ReadBy:
    """Who is to read; UsageError where the options do not fit together."""
    if engine is not Engine.LLM:
        if url or model:
            raise UsageError("--llm-url and --llm-model go with --engine llm")
        return engine
    if not model:
        raise UsageError("--engine llm needs the name of a model: --llm-model NAME")
    from tawthiq.extract.llm.client import address, stays_here

    server = LocalModel(url or LLM_URL, model)
    address(server.url)
    if not stays_here(server.url):
        say(f"the text of the reports goes to {server.url}, which is not this machine")
    return server


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
