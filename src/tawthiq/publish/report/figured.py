"""From a figure that was counted to the quantity that a report prints."""

from __future__ import annotations

from tawthiq.figures.figure import Figure
from tawthiq.figures.question import Metric
from tawthiq.publish.report.content import Quantity


def quantity_of(figure: Figure) -> Quantity:
    """The same id, range, bound and base, under the noun that the metric is counted in."""
    metric = figure.question.metric
    return Quantity(
        id=figure.id,
        metric="incident" if metric is Metric.INCIDENTS else metric.value,
        range=figure.range,
        bound=figure.bound,
        base=figure.base,
        share=figure.share,
        incidents=figure.incidents,
        unknown=figure.unknown,
        undecided=figure.undecided,
    )
