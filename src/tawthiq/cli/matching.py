"""`tawthiq link lists`: which rows of two lists of persons are one person."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.console import say, working
from tawthiq.errors import UsageError

if TYPE_CHECKING:
    from tawthiq.link.matching.lists import Link
    from tawthiq.link.matching.reading import PersonList

_HEADER = ("key_a", "key_b", "probability", "name_score", "name_a", "name_b")


def _column(what: str, *flags: str) -> object:
    return typer.Option(*flags, metavar="COLUMN", help=f"Column of {what}; A:B where the lists name it differently.")


def lists(
    a: Annotated[Path, typer.Argument(help="A list of persons: CSV with a header.")],
    b: Annotated[Path, typer.Argument(help="Another.")],
    target: Annotated[Path, typer.Option("--out", metavar="LINKS.csv", help="Where the links go.")],
    name: Annotated[str | None, _column("the names", "--name")] = None,
    key: Annotated[str | None, _column("the keys; the number of the row without one", "--key", "--id")] = None,
    age: Annotated[str | None, _column("the age in years", "--age")] = None,
    birth: Annotated[str | None, _column("the date of birth", "--birth", "--dob")] = None,
    sex: Annotated[str | None, _column("the sex", "--sex")] = None,
    father: Annotated[str | None, _column("the father's name", "--father")] = None,
    least: Annotated[
        float | None, typer.Option("--least", min=0.0, max=1.0, help="Leave out links less probable than this.")
    ] = None,
    many: Annotated[bool, typer.Option("--many", help="A person may stand in several rows of one list.")] = False,
) -> None:
    """Link two lists of persons: keys of rows that are one person, with the probability.

    Columns with usual heads (name, key, age, dob, sex; الاسم، العمر …) need no option. Without --many every row is
    linked once at most. The file has key_a, key_b, probability, name_score, name_a, name_b, the surest first.

    Examples:

        tawthiq link lists april.csv august.csv --out links.csv --name name --key id --age age --birth dob --sex sex

        tawthiq link lists ours.csv theirs.csv --out links.csv --name الاسم:full_name --least 0.9
    """
    from tawthiq.link.matching.lists import link
    from tawthiq.link.matching.reading import read_list

    named = {"name": name, "key": key, "age": age, "birth": birth, "sex": sex, "father": father}
    ours, theirs = (read_list(path, _side(named, side)) for side, path in enumerate((a, b)))
    with working("Linking"):
        links = link(ours.records, theirs.records, unique=not many, least=least)
    _write(target, links)
    _tell(a, ours)
    _tell(b, theirs)
    say(f"{len(links)} link(s) in {target}")


def _side(named: dict[str, str | None], side: int) -> dict[str, str | None]:
    """The column names of one list: what stands before or behind the colon."""
    return {field: _half(column, side) if column else None for field, column in named.items()}


def _half(column: str, side: int) -> str:
    halves = column.split(":")
    if len(halves) > 2 or not all(halves):
        raise UsageError(f"{column!r} is not a column, nor two with a colon between")
    return halves[side % len(halves)]


def _tell(path: Path, read: PersonList) -> None:
    fields = ", ".join(f"{field} from {column!r}" for field, column in read.columns.items())
    unread = f"; {read.unread} row(s) without a name" if read.unread else ""
    say(f"{path}: {len(read.records)} person(s): {fields}{unread}")


def _write(target: Path, links: Sequence[Link]) -> None:
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_HEADER)
        for one in links:
            texts = (one.left.name.text, one.right.name.text)
            writer.writerow((one.left.key, one.right.key, f"{one.probability:.4f}", f"{one.score:.4f}", *texts))
