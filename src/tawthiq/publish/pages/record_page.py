"""Records of one kind as pages: every value with what it counts for and the words behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from tawthiq.model import Claim, Ref, Standing
from tawthiq.model.records import Attested, Record
from tawthiq.publish.pages.addresses import record_anchor
from tawthiq.publish.pages.sources import Sources
from tawthiq.publish.pages.values import Find, Shown, shown
from tawthiq.register.project import restate
from tawthiq.register.standing import bound_of


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


@dataclass(frozen=True, slots=True)
class RecordBlock:
    """`fields` are those in which something is said, in the order of the record."""

    record: Record
    anchor: str
    fields: dict[str, tuple[ValueLine, ...]]


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
        value = shown(attested.value, record.kind, field, self.find, bound_of(attested.value, claims))
        return ValueLine(value, attested.standing, tuple(sorted(map(self._words, claims), key=_order)))

    def _words(self, claim: Claim) -> Words:
        report = self.sources.report(claim.report)
        date = report.published.isoformat() if report.published else ""
        href = self.sources.addresses.words(report, claim.span)
        return Words(href, claim.span.of(report.text), report.title or report.name, date, claim)


def _order(words: Words) -> tuple[str, str, int, str]:
    return words.date, words.title, words.claim.span.start, words.claim.id
