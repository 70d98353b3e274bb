"""What an edition says, as text that is the same on every machine: definitions, rule, every figure, and its units."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from tawthiq.figures.columns import Columns, content_hash
from tawthiq.figures.counting import answer
from tawthiq.figures.definitions import Definition, Definitions, definition_from_json
from tawthiq.figures.figure import Figure
from tawthiq.figures.inclusion import Inclusion
from tawthiq.figures.question import Dimension, Question, question_from_json
from tawthiq.model import Range, Standing
from tawthiq.model.ids import canonical

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of an edition, and the name of the definition that it is asked by."""

    definition: str
    question: Question


def monthly(definitions: Definitions, month: str, area: str = "", since: str = "") -> list[Asked]:
    """What the edition of a month (2023-10) answers: each definition of the month and, with `since`, of all the time
    from then on; and the parts that the definition names."""
    long = f"{since}/{month}" if since else ""
    return [asked for each in definitions.values() for asked in _monthly(each, month, area, long)]


def _monthly(definition: Definition, month: str, area: str, long: str) -> Iterator[Asked]:
    for period in filter(None, (long, month)):
        yield Asked(definition.name, definition.question(period, area))
    for dimension in definition.by:
        # A month parted by month is itself.
        period = (long if dimension in (Dimension.MONTH, Dimension.YEAR) else month) or month
        yield Asked(definition.name, definition.question(period, area, (dimension,)))


@dataclass(frozen=True, slots=True)
class Content:
    """`answers` are the figures of each question; `units` the SHA-256 of the columns that all of them are counted from;
    `register_rule` the id of the rule by which the records were made."""

    definitions: Definitions
    rule: Inclusion
    register_rule: str
    answers: tuple[tuple[Asked, tuple[Figure, ...]], ...]
    units: str

    @property
    def asked(self) -> list[Asked]:
        return [asked for asked, _ in self.answers]

    def figures(self) -> Iterator[tuple[Asked, Figure]]:
        for asked, figures in self.answers:
            for figure in figures:
                yield asked, figure

    def text(self) -> str:
        """`body` as canonical JSON."""
        return canonical(self.body())

    def body(self) -> dict[str, Any]:
        return {
            "format": _FORMAT,
            "definitions": [each.to_json() for each in self.definitions.values()],
            "rule": asdict(self.rule),
            "register_rule": self.register_rule,
            "units": self.units,
            "answers": [_answer_json(*each) for each in self.answers],
        }


def make_content(
    columns: Columns, asked: Iterable[Asked], definitions: Definitions, rule: Inclusion, register_rule: str
) -> Content:
    """The answers from these columns. A question by dimensions is answered by cell."""
    answers = tuple((each, _answers(columns, each.question, rule.id)) for each in asked)
    return Content(definitions, rule, register_rule, answers, content_hash(columns))


def _answers(columns: Columns, question: Question, rule: str) -> tuple[Figure, ...]:
    made = answer(columns, question, rule)
    return tuple(made.figures) if question.by else (made.total,)


def content_from_text(text: str) -> Content:
    """The inverse of `Content.text`."""
    body: dict[str, Any] = json.loads(text)
    rule = Inclusion(**body["rule"] | {"standing": Standing(body["rule"]["standing"])})
    definitions = {each["name"]: definition_from_json(each) for each in body["definitions"]}
    answers = tuple(_answer(each, rule.id) for each in body["answers"])
    return Content(definitions, rule, body["register_rule"], answers, body["units"])


def _answer_json(asked: Asked, figures: Sequence[Figure]) -> dict[str, Any]:
    rows = [_figure_json(figure) for figure in figures]
    return {"definition": asked.definition, "question": asked.question.to_json(), "figures": rows}


def _answer(body: Mapping[str, Any], rule: str) -> tuple[Asked, tuple[Figure, ...]]:
    asked = Asked(body["definition"], question_from_json(body["question"]))
    return asked, tuple(_figure(each, asked.question, rule) for each in body["figures"])


def _figure_json(figure: Figure) -> dict[str, Any]:
    told = {
        "cell": list(figure.cell),
        "range": [figure.range.min, figure.range.max],
        "incidents": figure.incidents,
        "unknown": figure.unknown,
        "undecided": figure.undecided,
    }
    return told if figure.base is None else told | {"base": [figure.base.min, figure.base.max]}


def _figure(body: Mapping[str, Any], question: Question, rule: str) -> Figure:
    return Figure(
        question=question,
        rule=rule,
        cell=tuple(body["cell"]),
        range=Range(*body["range"]),
        incidents=body["incidents"],
        unknown=body["unknown"],
        undecided=body["undecided"],
        base=Range(*body["base"]) if "base" in body else None,
    )
