"""A row of a list of persons, as far as it serves to tell them apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawthiq.link.names import Name


@dataclass(frozen=True, slots=True)
class Record:
    """`key` is the list's own; `age` in years at the time of the list; what is not known is None or ""."""

    key: str
    name: Name
    age: int | None = None
    birth: date | None = None
    sex: str = ""
    father: Name | None = None
