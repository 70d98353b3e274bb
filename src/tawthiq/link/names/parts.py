"""A name as its parts in order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.link.names.rarity import bits


class Role(StrEnum):
    """What a part of a name is; the roles of forebears follow from the order where no word of the name tells them."""

    TITLE = "title"
    GIVEN = "given"
    FATHER = "father"
    GRANDFATHER = "grandfather"
    FOREBEAR = "forebear"
    FAMILY = "family"
    KUNYA = "kunya"
    BYNAME = "byname"


@dataclass(frozen=True, slots=True)
class Part:
    """`text` is as written; `key` what is compared."""

    role: Role
    text: str
    key: str

    @property
    def bits(self) -> float:
        """How much the part tells: rare names tell more."""
        return bits(self.key)


@dataclass(frozen=True, slots=True)
class Name:
    """`line` are the parts that stand for the person in order, given name first and family last.

    `kunyas` and `bynames` are told beside the line. `others` are the lines of other readings that the writing allows:
    the family's name first, a kunya that is the given name. `by_kunya`: the line begins with a kunya because no given
    name is told.
    """

    text: str
    line: tuple[Part, ...]
    titles: tuple[Part, ...] = ()
    kunyas: tuple[Part, ...] = ()
    bynames: tuple[Part, ...] = ()
    others: tuple[tuple[Part, ...], ...] = ()
    by_kunya: bool = False

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts: title, kunya, the line, byname."""
        told = () if self.by_kunya else self.kunyas
        return (*self.titles, *told, *self.line, *self.bynames)

    def part(self, role: Role) -> Part | None:
        """The first part of that role."""
        return next((part for part in self.parts if part.role is role), None)
