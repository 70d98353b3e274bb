"""Clauses of a store held against its incidents (needs the extra `figures`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tawthiq.agreements.compliance import Followed, follow
from tawthiq.agreements.matching import Facets, facets_of
from tawthiq.agreements.office import Office
from tawthiq.figures.gather import load_columns


@dataclass(frozen=True)
class Monitor(Office):
    """An office that also counts."""

    @cached_property
    def facets(self) -> Facets:
        """The incidents of the store under the rule."""
        return facets_of(load_columns(self.ledger, self.rule))

    def followed(self) -> list[Followed]:
        """Every clause with its episodes and its part of the table."""
        return follow(self.watched(), self.facets, self.answers())
