"""`tawthiq evaluate`: how well reports are read, by facts that a careful reader found in them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.console import out, print_json, progress, say, table
from tawthiq.cli.options import Jobs, Json, LlmModel, LlmUrl, Reader, jobs_for, read_by
from tawthiq.cli.workers import how_many, workers
from tawthiq.model import Engine, ReadBy

if TYPE_CHECKING:
    from tawthiq.evaluate import Calibration, Evaluated, Gold, Table


def evaluate(
    gold_dir: Annotated[Path, typer.Argument(help="Folder of reports NAME.txt with their facts in NAME.json.")],
    page: Annotated[
        Path | None,
        typer.Option("--page", metavar="OUT.html", help="Write a page with the words found, missed and made up."),
    ] = None,
    jobs: Jobs = None,
    engine: Reader = Engine.FAST,
    llm_url: LlmUrl = None,
    llm_model: LlmModel = None,
    json: Json = False,
) -> None:
    """Read reports whose facts are known and compare: precision, recall and F1 of each kind of fact.

    The facts are written as docs/facts-schema.md says. A name is found where the words of one stand in the other.

    Examples:

        tawthiq evaluate our-gold/

        tawthiq evaluate our-gold/ --page confusion.html

        tawthiq evaluate our-gold/ --json
    """
    from tawthiq.evaluate import calibration, digest_of, figures, judged, read_gold, total

    by = read_by(engine, llm_url, llm_model)
    golds = read_gold(gold_dir)
    read = _read(golds, by, jobs_for(by, jobs))
    sureness = calibration(judged(read))
    result, digest = total([one.compared for one in read]), digest_of(golds)
    if page:
        from tawthiq.evaluate.page import write_page

        write_page(page, result, sureness, read, gold_dir.name, digest)
    if json:
        print_json(figures(result, sureness) | {"gold_sha256": digest})
    else:
        _print(result, sureness)
    if page:
        say(f"open {page} in a browser")


def evaluated_in(gold: Gold, by: ReadBy) -> Evaluated:
    """What a worker process does with one gold report."""
    from tawthiq.evaluate import evaluate
    from tawthiq.extract import read_report

    return evaluate(gold, partial(read_report, by=by))


def _read(golds: list[Gold], by: ReadBy, jobs: int | None) -> list[Evaluated]:
    with workers(how_many(jobs, len(golds))) as spread, progress("Reading", len(golds)) as bar:
        read = []
        for one in spread(partial(evaluated_in, by=by), golds):
            read.append(one)
            bar.advance()
        return read


def _print(result: Table, sureness: Calibration) -> None:
    scores = [
        (label, *(f"{share:.3f}" for share in (s.precision, s.recall, s.f1)), s.gold, s.found, s.matched)
        for label, s in result.scores.items()
    ]
    columns = ("kind of fact", "precision", "recall", "F1", "gold", "found", "matched")
    out.print(table(f"{result.reports} report(s), core F1 {result.core_f1:.3f}", columns, scores))
    fields = [(label, f"{f.accuracy:.3f}", f.right, f.of) for label, f in result.fields.items()]
    out.print(table("Fields of matched facts", ("field", "accuracy", "right", "of"), fields))
    say(f"{result.false_incidents} incident(s) made up in {result.negatives} report(s) without any")
    say(f"confidence: expected calibration error {sureness.error:.3f} over {sureness.claims} claim(s)")
