from __future__ import annotations

from tawthiq.figures.figure import Figure
from tawthiq.figures.question import Dimension, Metric, Question
from tawthiq.model import Bound, Range
from tawthiq.publish.report.figured import quantity_of
from tawthiq.text.counted import counted_noun


def test_a_counted_figure_keeps_its_id_and_bound() -> None:
    question = Question(Metric.KILLED, (Dimension.MONTH,))
    figure = Figure(question, "rule", ("2023-10",), Range.exactly(17), incidents=33, unknown=2, base=Range.exactly(34))
    quantity = quantity_of(figure)
    assert (quantity.id, quantity.bound, quantity.share) == (figure.id, Bound.AT_LEAST, 0.5)


def test_every_metric_has_its_noun() -> None:
    for metric in Metric:
        figure = Figure(Question(metric), "rule", (), Range.exactly(3), incidents=1)
        assert counted_noun(quantity_of(figure).metric).english
