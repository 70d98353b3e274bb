"""The confusion page: figures, and every report with the words of what was found, missed and made up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tawthiq.errors import UsageError
from tawthiq.evaluate.calibration import Calibration
from tawthiq.evaluate.confusion import Item, Outcome, items
from tawthiq.evaluate.reading import Evaluated
from tawthiq.evaluate.scoring import Table
from tawthiq.model import Kind
from tawthiq.publish.pages.marks import Mark, Paragraph, Segment, paragraphs
from tawthiq.publish.pages.render import render

_WORST = (Outcome.MADE_UP, Outcome.MISSED, Outcome.FOUND)


@dataclass(frozen=True, slots=True)
class ReportBlock:
    """`lines`: each item with the anchor that its words lead to, what is wrong first."""

    anchor: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[tuple[str, Item], ...]

    def count(self, outcome: Outcome) -> int:
        return sum(item.outcome == outcome for _, item in self.lines)


def write_page(
    path: Path, table: Table, sureness: Calibration, evaluated: Sequence[Evaluated], gold: str, digest: str
) -> None:
    """UsageError where the file cannot be written."""
    blocks = [report_block(at, one) for at, one in enumerate(evaluated, start=1)]
    context = {"table": table, "sureness": sureness, "blocks": blocks, "gold": gold, "digest": digest}
    html = render("evaluation.html", outcome=outcome, **context)
    try:
        path.write_text(html, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error


def report_block(number: int, one: Evaluated) -> ReportBlock:
    anchor = f"r{number}"
    ordered = sorted(items(one), key=lambda item: item.outcome is Outcome.FOUND and not item.wrong)
    lines = tuple((f"{item.outcome}-{anchor}-{at}", item) for at, item in enumerate(ordered))
    # The kind of a mark gives its colour on other pages; here its target tells the outcome.
    marks = [Mark(item.span, Kind.STATEMENT, target) for target, item in lines if item.span]
    return ReportBlock(anchor, one.report.title or one.name, tuple(paragraphs(one.report.text, marks)), lines)


def outcome(segment: Segment) -> Outcome | None:
    """The worst that befell these words; None where nothing is said of them."""
    there = set(_outcomes(segment.marks))
    return next((each for each in _WORST if each in there), None)


def _outcomes(marks: Iterable[Mark]) -> Iterable[Outcome]:
    return (each for mark in marks for each in Outcome if mark.target.startswith(f"{each}-"))
