"""What a claim can say of its subject: words, a code, a count, a date, or another mention."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from tawthiq.errors import ValueFormatError
from tawthiq.model.edtf import EDTF
from tawthiq.model.ranges import Range


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they stand in the report."""

    text: str

    def to_json(self) -> dict[str, Any]:
        return {"text": self.text}

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a list in data/codes."""

    code: str

    def to_json(self) -> dict[str, Any]:
        return {"code": self.code}

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class Count:
    """A count as a range."""

    range: Range

    def to_json(self) -> dict[str, Any]:
        return {"min": self.range.min, "max": self.range.max}

    def __str__(self) -> str:
        return str(self.range)


@dataclass(frozen=True, slots=True)
class When:
    """A date; the claim's span keeps the words that gave it, e.g. "أمس"."""

    date: EDTF

    def to_json(self) -> dict[str, Any]:
        return {"edtf": self.date.text}

    def __str__(self) -> str:
        return self.date.text


@dataclass(frozen=True, slots=True)
class Ref:
    """Another mention of the same report, with the words that name it."""

    mention: str
    label: str

    def to_json(self) -> dict[str, Any]:
        return {"ref": self.mention, "label": self.label}

    def __str__(self) -> str:
        return self.label


Value: TypeAlias = Text | Code | Count | When | Ref


def from_json(data: Mapping[str, Any]) -> Value:
    """The value that `to_json` wrote."""
    match data:
        case {"text": str(text)}:
            return Text(text)
        case {"code": str(code)}:
            return Code(code)
        case {"min": int(low), "max": high} if high is None or isinstance(high, int):
            return Count(Range(low, high))
        case {"edtf": str(text)}:
            return When(EDTF(text))
        case {"ref": str(mention), "label": str(label)}:
            return Ref(mention, label)
        case _:
            raise ValueFormatError(f"not a value of a claim: {dict(data)!r}")
