"""`tawthiq extract`: facts as JSON, no store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Annotated, TextIO

import typer

from tawthiq.cli.console import say
from tawthiq.cli.inputs import Inputs
from tawthiq.cli.options import Jobs, LlmModel, LlmUrl, Paths, Published, Reader, jobs_for, read_by
from tawthiq.cli.tasks import facts_in
from tawthiq.errors import UsageError
from tawthiq.model import Engine


def extract(
    paths: Paths,
    published: Published = None,
    jsonl: Annotated[
        Path | None,
        typer.Option("--jsonl", metavar="OUT", help="Write to this file, whole or not at all, not to standard output."),
    ] = None,
    jobs: Jobs = None,
    engine: Reader = Engine.FAST,
    llm_url: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """Read reports and print their facts: one JSON object a report, a line each; nothing is stored.

    Every fact's place in the text stands under `spans` (code points, half open).

    Examples:

        tawthiq extract article.txt

        tawthiq extract reports/ --published 2023-11-12 --jsonl facts.jsonl

        tawthiq extract article.txt --engine llm --llm-url http://127.0.0.1:11434 --llm-model qwen3
    """
    by = read_by(engine, llm_url, llm_model)
    inputs = Inputs(paths, published, jobs_for(by, jobs))
    with _opened(jsonl) as file, inputs.opened("Reading", shown=not file.isatty()) as (spread, bar):
        for line in inputs.each(spread, bar, partial(facts_in, by=by)):
            file.write(line)
            file.flush()
            bar.advance()
    if jsonl:
        say(f"{inputs.given} report(s) read, {inputs.failed} not; facts in {jsonl}")
    raise typer.Exit(inputs.exit_code)


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that takes its name once it is whole (a device or pipe is written as it is)."""
    if path is None:
        yield sys.stdout
        return
    part = path if path.exists() and not path.is_file() else path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8") as file:
            yield file
        if part != path:
            part.replace(path)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    finally:
        if part != path:
            with suppress(OSError):
                part.unlink()
