"""What a field of a record says under an inclusion rule, with the claims behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.figures.inclusion import Inclusion
from tawthiq.model import EDTF, Code, Ref, When
from tawthiq.model.records import Attested, Field


@dataclass(frozen=True, slots=True)
class Says:
    """Reads fields under one rule, the best attested value first."""

    rule: Inclusion

    def held(self, field: Field) -> Iterator[Attested]:
        return (each for each in field if self.rule.admits(each.standing))

    def words(self, field: Field) -> list[str]:
        return [str(each.value) for each in self.held(field)]

    def first(self, field: Field) -> str:
        return next(iter(self.words(field)), "")

    def codes(self, field: Field) -> list[str]:
        return [each.value.code for each in self.held(field) if isinstance(each.value, Code)]

    def refs(self, field: Field) -> list[Ref]:
        return [each.value for each in self.held(field) if isinstance(each.value, Ref)]

    def dates(self, field: Field) -> list[EDTF]:
        return [each.value.date for each in self.held(field) if isinstance(each.value, When)]

    def claims(self, field: Field) -> tuple[str, ...]:
        return tuple(claim for each in self.held(field) for claim in each.claims)
