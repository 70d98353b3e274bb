"""`tawthiq names`: are two spellings one name?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from tawthiq.cli.console import isolate, out, print_json, say
from tawthiq.cli.guard import guarded
from tawthiq.cli.options import Json, without_marks
from tawthiq.errors import InputError

if TYPE_CHECKING:
    from tawthiq.link.names import Comparison, Name

names = typer.Typer(no_args_is_help=True, help="Names compared, whatever the spelling or the script.")


def compare(
    a: Annotated[str, typer.Argument(help="A name, in Arabic or Latin script.")],
    b: Annotated[str, typer.Argument(help="Another.")],
    language: Annotated[str, typer.Option("--lang", metavar="LANG", help="Language of the reasons: ar or en.")] = "en",
    json: Json = False,
) -> None:
    """Compare two names and say why, a line for each part.

    The verdict is about the names alone: two people can bear one name.

    Examples:

        tawthiq names compare "عماد أبو زريق" "ABU ZUREIK, Imad"

        tawthiq names compare "محمد خالد الزعبي" "خالد محمد الزعبي" --lang ar
    """
    from tawthiq.link.names import compare as compare_names

    found = compare_names(_parsed(a), _parsed(b))
    reasons = found.explain(language)
    if json:
        print_json(_as_json(found))
        return
    for line in reasons:
        out.print(isolate(line) if language == "ar" else line, markup=False, soft_wrap=True)


def score(
    file: Annotated[Path, typer.Argument(help="Rows of two names with a tab between; - reads standard input.")],
) -> None:
    """Score pairs of names: left, right, score from 0 to 1, and same, different or unsure; a tab between, a line each.

    Columns behind the second are passed over, and so is a header `left right`. A row that is no pair of names is told
    on standard error and left out; the rest is done, and the exit code is 3.

    Examples:

        tawthiq names score pairs.tsv
    """
    from tawthiq.link.names.pairs import BadRow, score_rows

    bad = 0
    with _opened(file) as lines:
        for row in score_rows(lines):
            if isinstance(row, BadRow):
                say(f"tawthiq: {file}, row {row.row}: {row.reason}")
                bad += 1
            else:
                left, right, found = row
                sys.stdout.write(f"{left}\t{right}\t{found.score:.4f}\t{found.verdict}\n")
    if bad:
        raise InputError(f"{file}: {bad} row(s) could not be read")


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    if str(file) == "-":
        yield sys.stdin.buffer
        return
    try:
        with file.open("rb") as opened:
            yield opened
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        raise InputError(f"{file}: {error.strerror}") from error


def _parsed(text: str) -> Name:
    from tawthiq.link.names import parse

    name = parse(without_marks(text))
    if not name.line:
        raise InputError(f"{text!r} has no letters of a name")
    return name


def _as_json(found: Comparison) -> dict[str, Any]:
    return {
        "score": round(found.score, 4),
        "verdict": str(found.verdict),
        "left": _parts(found.left),
        "right": _parts(found.right),
        "reasons": {language: list(found.explain(language)) for language in ("ar", "en")},
    }


def _parts(name: Name) -> list[dict[str, str]]:
    return [{"role": str(part.role), "text": part.text} for part in name.parts]


for command in (compare, score):
    names.command()(guarded(command))
