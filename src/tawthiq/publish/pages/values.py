"""What a claim or a record says, laid out so that a template needs to know no model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from tawthiq.model import Bound, Code, Count, Kind, Ref, Text, Value, When
from tawthiq.model.codes import code_list, label, list_of

Find: TypeAlias = Callable[[str], str | None]
"""From a mention's id to the address of its record, where it has one."""


class Form(StrEnum):
    """How a value is set."""

    WORDS = "words"
    ID = "id"
    COUNT = "count"
    DATE = "date"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Shown:
    """`text` is a label, words, an id, a number or range, or EDTF; `start` and `end` are those of an interval."""

    form: Form
    text: str
    href: str | None = None
    bound: Bound = Bound.EXACT
    start: str = ""
    end: str = ""


def shown(value: Value, kind: Kind, field: str, find: Find, bound: Bound = Bound.EXACT) -> Shown:
    """A value of that field of a record of that kind."""
    match value:
        case Text(text):
            return Shown(Form.WORDS, text)
        case Code(code):
            return _code(code, kind, field)
        case Count():
            return _count(value, bound)
        case When(date):
            form = Form.INTERVAL if date.is_interval else Form.DATE
            return Shown(form, date.text, start=date.start.strip("."), end=date.end.strip("."))
        case Ref(mention, words):
            return Shown(Form.WORDS, words, find(mention))


def _code(code: str, kind: Kind, field: str) -> Shown:
    name = list_of(kind, field)
    if name is None or code not in code_list(name):
        return Shown(Form.ID, code)
    return Shown(Form.WORDS, label(name, code, "ar"))


def _count(value: Count, bound: Bound) -> Shown:
    """A range that is open at the top says "at least" by itself; "at most 12" needs no lower end."""
    if value.range.max is None:
        return Shown(Form.COUNT, str(value.range.min), bound=Bound.AT_LEAST)
    if bound is Bound.AT_MOST:
        return Shown(Form.COUNT, str(value.range.max), bound=bound)
    return Shown(Form.COUNT, str(value.range), bound=bound)
