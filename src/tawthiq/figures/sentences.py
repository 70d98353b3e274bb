"""A figure as a sentence in print, Arabic or English, by the words of its definition."""

from __future__ import annotations

from tawthiq.figures.definitions import Definition
from tawthiq.figures.figure import Figure
from tawthiq.figures.phrases import how_many, is_plural, when, where
from tawthiq.model import Bound, Range

_TWO = 2


def sentence(figure: Figure, definition: Definition, language: str, brief: bool = False) -> str:
    """How the figure is told; `brief` leaves out where and when, which a sentence before it has said."""
    template = _template(figure, definition, language)
    told = {
        "where": "" if brief else where(figure.question.area, language),
        "when": "" if brief else when(figure.question.period, language),
        "count": _count(figure, definition, language),
        "part": f"{figure.range.min:,}",
        "base": how_many(Range.exactly(figure.base.min), definition.noun, language) if figure.base else "",
        "share": _percent(figure),
    }
    words = " ".join(template.format_map(told).split()).replace(" .", ".").replace(" ،", "،").replace(" ,", ",")
    return words[:1].upper() + words[1:]


def _template(figure: Figure, definition: Definition, language: str) -> str:
    arabic, exact = language == "ar", figure.bound is Bound.EXACT
    whole = figure.range if figure.base is None else figure.base
    if whole == Range.exactly(0) and (exact or figure.base is not None):
        return definition.none_ar if arabic else definition.none_en
    one = definition.one_ar if arabic else definition.one_en
    if one and exact and whole == Range.exactly(1):
        return one
    if arabic and definition.sentence_ar_bound and not (exact and figure.range.exact):
        return definition.sentence_ar_bound
    return definition.sentence_ar if arabic else definition.sentence_en


def _count(figure: Figure, definition: Definition, language: str) -> str:
    number = how_many(figure.range, definition.noun, language, figure.bound)
    if language != "ar":
        return f"{number} {definition.after_en}".strip()
    last = figure.range.min if figure.bound is Bound.AT_LEAST else figure.range.max or figure.range.min
    form = definition.after_ar_dual if last == _TWO else definition.after_ar_plural if is_plural(last) else ""
    return f"{number} {form or definition.after_ar}".strip()


def _percent(figure: Figure) -> str:
    """Whole, as offices publish it, or with one digit below ten."""
    if figure.share is None:
        return ""
    percent = 100 * figure.share
    return f"{percent:.0f}" if percent >= 10 else f"{percent:.1f}"
