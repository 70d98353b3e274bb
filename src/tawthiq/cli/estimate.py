"""`tawthiq estimate`: how many were recorded by nobody, from lists that overlap."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from tawthiq.cli.console import out, print_json, say, table, working
from tawthiq.cli.options import Json
from tawthiq.errors import InputError, MissingExtraError, UsageError

if TYPE_CHECKING:
    from tawthiq.figures.estimation.estimate import Estimate, Options
    from tawthiq.figures.estimation.overlap import Overlap

_SHOWN = 15
_Choice = TypeVar("_Choice", bound=StrEnum)


def estimate(
    file: Annotated[Path, typer.Argument(help="CSV: a column of 0 and 1 for each list, and the count in the last.")],
    method: Annotated[str, typer.Option("--method", help="loglinear, dga or lcmcr.")] = "loglinear",
    select: Annotated[str, typer.Option("--select", help="Log-linear: the best by bic, or stepwise.")] = "bic",
    model: Annotated[str, typer.Option("--model", help="One log-linear model, such as [12,13].")] = "",
    darroch: Annotated[bool, typer.Option("--darroch", help="Persons differ in how easily they are listed.")] = False,
    delta: Annotated[float | None, typer.Option("--delta", help="Of dga: prior count of a cell; 2^-lists.")] = None,
    level: Annotated[float, typer.Option("--level", min=0.5, max=0.999, help="Level of the interval.")] = 0.95,
    factor: Annotated[float, typer.Option("--factor", min=1, help="How far models that fit alike may differ.")] = 2.0,
    seed: Annotated[int, typer.Option("--seed", help="Of lcmcr: the same seed gives the same draws.")] = 1,
    json: Json = False,
) -> None:
    """Estimate how many there are in all, recorded or not (multiple systems estimation), with an interval.

    No number is given where the lists do not carry one; the reason is. Needs the extra tawthiq[figures].

    Examples:

        tawthiq estimate lists.csv

        tawthiq estimate lists.csv --method lcmcr --json
    """
    overlap, options = _asked(file, select, model, darroch, delta, level, factor, seed)
    from tawthiq.figures.estimation.estimate import Method
    from tawthiq.figures.estimation.estimate import estimate as make

    with working(f"Estimating by {method}"):
        made = make(overlap, _choice(Method, method, "--method"), options)
    if json:
        print_json(made.to_json())
    else:
        _show(made)


def _asked(
    file: Path, select: str, model: str, darroch: bool, delta: float | None, level: float, factor: float, seed: int
) -> tuple[Overlap, Options]:
    try:
        from tawthiq.figures.estimation.estimate import Options, Selection
        from tawthiq.figures.estimation.lcmcr import Settings
        from tawthiq.figures.estimation.overlap import read_overlap
    except ModuleNotFoundError as error:
        raise MissingExtraError(f"estimates need {error.name}: install tawthiq[figures]") from error
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: {getattr(error, 'strerror', None) or 'not UTF-8'}") from error
    chosen = _choice(Selection, select, "--select")
    return read_overlap(text, file.name), Options(level, factor, chosen, model, darroch, delta, Settings(seed=seed))


def _choice(choices: type[_Choice], word: str, option: str) -> _Choice:
    try:
        return choices(word)
    except ValueError:
        raise UsageError(f"{option} is one of {', '.join(choices)}; not {word}") from None


def _show(made: Estimate) -> None:
    rows = [[_cell(value) for value in each.values()] for each in made.models[:_SHOWN]]
    out.print(table(f"{len(made.models)} model(s), the best first", tuple(made.models[0]) if rows else (), rows))
    say(f"{made.table.observed:,} on {len(made.table.lists)} lists ({', '.join(made.table.lists)})")
    if made.point is None:
        say(f"not estimable: {made.reason}")
        return
    of = f", model {made.model}" if made.model else ""
    say(f"{made.point:,.0f} in all, from {made.low:,.0f} to {made.high:,.0f} at {made.level:.0%} ({made.method}{of})")


def _cell(value: object) -> str:
    if not isinstance(value, float):
        return str(value)
    return f"{value:,.4f}" if abs(value) < 2 else f"{value:,.1f}"
