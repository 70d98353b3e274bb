"""A store under an inclusion rule: its agreements, their clauses made ready, and what parties did about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from tawthiq.agreements.actors import actor_key
from tawthiq.agreements.answers import Answer, answers_of
from tawthiq.agreements.said import Says
from tawthiq.agreements.watched import Names, Party, Watched, watched
from tawthiq.errors import NotFoundError
from tawthiq.figures.inclusion import Inclusion
from tawthiq.ledger import Ledger
from tawthiq.model import Code, DelegationMode, Kind, Ref
from tawthiq.model.records import Agreement, Clause, Delegation, Field, Place, Record, Response
from tawthiq.register import record_of, records


@dataclass(frozen=True)
class Office:
    """A store seen under one inclusion rule; what is asked for twice is read once."""

    ledger: Ledger
    rule: Inclusion

    @cached_property
    def says(self) -> Says:
        return Says(self.rule)

    @cached_property
    def _known(self) -> dict[str, Record | None]:
        return {}

    def record(self, mention: str) -> Record | None:
        """The record of a mention; None where the register has none."""
        if mention not in self._known:
            try:
                self._known[mention] = record_of(self.ledger, mention)
            except NotFoundError:
                self._known[mention] = None
        return self._known[mention]

    @cached_property
    def names(self) -> Names:
        return Names(self._name, self._place)

    def _name(self, ref: Ref) -> str:
        record = self.record(ref.mention)
        return record.label if record else ref.label

    def _place(self, ref: Ref) -> str:
        record = self.record(ref.mention)
        if not isinstance(record, Place):
            return ""
        codes = (each.value.code for each in record.gazetteer if each.standing.counts and isinstance(each.value, Code))
        return next(codes, actor_key(record.label))

    def to(self, field: Field) -> list[Record]:
        """The records to which a field refers."""
        found = (self.record(ref.mention) for ref in self.says.refs(field))
        return [record for record in found if record is not None]

    def agreements(self) -> list[Agreement]:
        return cast(list[Agreement], list(records(self.ledger, Kind.AGREEMENT)))

    @cached_property
    def delegations(self) -> Mapping[str, list[Delegation]]:
        """Delegations by the record of their meeting."""
        found: dict[str, list[Delegation]] = {}
        for row in cast(Iterator[Delegation], records(self.ledger, Kind.DELEGATION)):
            for meeting in self.to(row.meeting):
                found.setdefault(meeting.id, []).append(row)
        return found

    def areas(self, agreement: Agreement) -> list[Party]:
        """Areas whose delegates came, or whose proxies did, to a meeting of the agreement."""
        rows = [row for meeting in self.to(agreement.meeting) for row in self.delegations.get(meeting.id, ())]
        came = [row for row in rows if DelegationMode.ABSENT not in self.says.codes(row.mode)]
        return [party for row in came for party in self._parties(row.area)]

    def _parties(self, field: Field) -> Iterator[Party]:
        for said in self.says.held(field):
            ref = said.value if isinstance(said.value, Ref) else None
            label = self._name(ref) if ref else str(said.value)
            yield Party((self._place(ref) if ref else "") or actor_key(label), label)

    def watched(self) -> list[Watched]:
        """Every clause that states a duty under the rule, by agreement and clause."""
        found = []
        for clause in cast(Iterator[Clause], records(self.ledger, Kind.CLAUSE)):
            if self.says.words(clause.obligation):
                whole = next((each for each in self.to(clause.agreement) if isinstance(each, Agreement)), None)
                areas = self.areas(whole) if whole else []
                found.append(watched(clause, whole, areas, self.says, self.names))
        return sorted(found, key=lambda each: (each.agreement, each.clause))

    def answers(self) -> list[Answer]:
        responses = cast(Iterator[Response], records(self.ledger, Kind.RESPONSE))
        return [
            answer for response in responses for answer in answers_of(response, self.says, self.names, self._record_id)
        ]

    def _record_id(self, mention: str) -> str | None:
        record = self.record(mention)
        return record.id if record else None
