"""Records of one kind as pages: every value with what it counts for and the words behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from tawthiq.model import Bound, Claim, Ref, Standing, Value
from tawthiq.model.records import Attested, Record
from tawthiq.publish.pages.addresses import record_anchor
from tawthiq.publish.pages.sources import Sources
from tawthiq.publish.pages.values import Find, Shown, shown
from tawthiq.register.project import restate

COUNTS = (Standing.ACCEPTED, Standing.PROPOSED)


@dataclass(frozen=True, slots=True)
class Words:
    """The words behind a value: who says them, in which report, and the link to them there."""

    href: str
    quote: str
    title: str
    date: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class ValueLine:
    value: Shown
    standing: Standing
    words: tuple[Words, ...]

    @property
    def counts(self) -> bool:
        return self.standing in COUNTS


@dataclass(frozen=True, slots=True)
class RecordBlock:
    """`fields` are those in which something is said, in the order of the record."""

    record: Record
    anchor: str
    fields: dict[str, tuple[ValueLine, ...]]

    @property
    def standing(self) -> Standing | None:
        """The best of what is said; None where nothing is."""
        held = [line.standing for lines in self.fields.values() for line in lines]
        return next((standing for standing in Standing if standing in held), None)


def record_blocks(records: Collection[Record], sources: Sources) -> list[RecordBlock]:
    """Some hundreds of records at a time, so that few questions go to the store."""
    said = {record.id: list(restate(record)) for record in records}
    attested = [each for pairs in said.values() for _, each in pairs]
    claims = sources.claims(chain.from_iterable(each.claims for each in attested))
    find = sources.finder(each.value.mention for each in attested if isinstance(each.value, Ref))
    lay = _Layout(sources, claims, find)
    return [RecordBlock(record, record_anchor(record.id), dict(lay.fields(record))) for record in records]


@dataclass(frozen=True, slots=True)
class _Layout:
    sources: Sources
    claims: dict[str, Claim]
    find: Find

    def fields(self, record: Record) -> Iterator[tuple[str, tuple[ValueLine, ...]]]:
        for name, pairs in groupby(restate(record), key=lambda pair: pair[0]):
            yield name, tuple(self._line(record, name, attested) for _, attested in pairs)

    def _line(self, record: Record, field: str, attested: Attested) -> ValueLine:
        claims = [self.claims[id_] for id_ in attested.claims if id_ in self.claims]
        value = shown(attested.value, record.kind, field, self.find, _bound(claims, attested.value))
        return ValueLine(value, attested.standing, tuple(sorted(map(self._words, claims), key=_order)))

    def _words(self, claim: Claim) -> Words:
        report = self.sources.report(claim.report)
        date = report.published.isoformat() if report.published else ""
        href = self.sources.addresses.words(report, claim.span)
        return Words(href, claim.span.of(report.text), report.title or report.name, date, claim)


def _bound(claims: Iterable[Claim], value: Value) -> Bound:
    """How the words limit a count. What a person wrote instead is meant as it stands, though a share stays a share."""
    held = (claim.bound for claim in claims if claim.value == value or claim.bound is Bound.PERCENT)
    return next(held, Bound.EXACT)


def _order(words: Words) -> tuple[str, str, int, str]:
    return words.date, words.title, words.claim.span.start, words.claim.id
