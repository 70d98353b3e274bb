"""A row of a list of persons, as far as it serves to tell them apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawthiq.link.names import Name


@dataclass(frozen=True, slots=True)
class Record:
    """`key` is the list's own; `age` in years at the time of the list; what is not known is None or "".

    `father` is what a column of its own tells.
    """

    key: str
    name: Name
    age: int | None = None
    birth: date | None = None
    sex: str = ""
    father: Name | None = None

    @property
    def parts(self) -> tuple[str, str, str, str]:
        """Keys of the given name, the father's, the further forebears' together, the family's; "" for none."""
        line = [part.key for part in self.name.line]
        told = self.father.line[0].key if self.father and self.father.line else ""
        father = line[1] if len(line) > 2 else told
        return line[0] if line else "", father, "".join(line[2:-1]), line[-1] if len(line) > 1 else ""
