"""What is asked of the register: what to count, by what, and of which incidents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from tawthiq.errors import UsageError, ValueFormatError
from tawthiq.model import EDTF
from tawthiq.model.ids import digest


class Metric(StrEnum):
    """What a figure counts: incidents, those named as casualties, or people by what became of them."""

    INCIDENTS = "incidents"
    NAMED = "named"
    KILLED = "killed"
    INJURED = "injured"
    ABDUCTED = "abducted"
    DETAINED = "detained"
    SURVIVED = "survived"


class Dimension(StrEnum):
    """By what figures are parted. An incident whose value is not known stands under ""."""

    YEAR = "year"
    MONTH = "month"
    ACT = "act"
    GOVERNORATE = "governorate"
    DISTRICT = "district"
    PLACE = "place"
    PERPETRATOR = "perpetrator"
    WEAPON = "weapon"
    VICTIM_GROUP = "victim_group"


@dataclass(frozen=True, slots=True)
class Question:
    """`period` is EDTF; `area` a gazetteer id with all that lies in it; the others are codes, "" or () for any.

    `share`: the figures as shares of all victims' groups, perpetrators and weapons of their place, time and act.
    """

    metric: Metric = Metric.INCIDENTS
    by: tuple[Dimension, ...] = ()
    period: str = ""
    area: str = ""
    acts: tuple[str, ...] = ()
    victim_groups: tuple[str, ...] = ()
    perpetrator: str = ""
    weapon: str = ""
    share: bool = False

    def __post_init__(self) -> None:
        if self.period:
            EDTF(self.period)
        if len(set(self.by)) != len(self.by):
            raise ValueFormatError(f"a dimension twice: {', '.join(self.by)}")

    def to_json(self) -> dict[str, Any]:
        return {key: value for key, value in asdict(self).items() if value}

    @property
    def id(self) -> str:
        return digest("question", self.to_json())


def question_from_json(body: Mapping[str, Any]) -> Question:
    """The inverse of `Question.to_json`."""
    told: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in body.items()}
    told |= {"metric": Metric(told["metric"]), "by": tuple(map(Dimension, told.get("by", ())))}
    return Question(**told)


def dimensions(words: str) -> tuple[Dimension, ...]:
    """As somebody writes them: month,act. UsageError that names those there are."""
    try:
        return tuple(Dimension(word.strip()) for word in words.split(",") if word.strip())
    except ValueError:
        raise UsageError(f"--by takes {', '.join(Dimension)}; not {words!r}") from None


def period_between(start: str, end: str) -> str:
    """The EDTF of a period from two dates, each of which may be a day, a month, a year or ""; "" where both are."""
    if start and end:
        return f"{start}/{end}"
    return f"{start}/.." if start else f"../{end}" if end else ""
