"""`tawthiq extract`: facts as JSON, no store."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

from tawthiq.cli.console import say
from tawthiq.cli.inputs import Inputs
from tawthiq.cli.options import Paths, Published
from tawthiq.errors import UsageError


def extract(
    paths: Paths,
    published: Published = None,
    jsonl: Annotated[
        Path | None, typer.Option("--jsonl", metavar="OUT", help="Write here instead of to standard output.")
    ] = None,
) -> None:
    """Read reports and print their facts: one JSON object a report, a line each; nothing is stored.

    Every fact's place in the text stands under `spans` (code points, half open).

    Examples:

        tawthiq extract article.txt

        tawthiq extract reports/ --published 2023-11-12 --jsonl facts.jsonl
    """
    from tawthiq.extract import read_report
    from tawthiq.publish.facts import facts_of

    inputs = Inputs(paths, published)
    with _opened(jsonl) as file:
        for source in inputs.sources("Reading"):
            facts = facts_of(source.report, read_report(source.report))
            file.write(json.dumps(facts, ensure_ascii=False) + "\n")
    if jsonl:
        say(f"{inputs.given} report(s) read, {inputs.failed} not; facts in {jsonl}")
    raise typer.Exit(inputs.exit_code)


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    try:
        with path.open("w", encoding="utf-8") as file:
            yield file
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
