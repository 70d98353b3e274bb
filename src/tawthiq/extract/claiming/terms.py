"""Claims about what an agreement lays down, how it came about, and who did as it says."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.extract.claiming.scribe import Scribe
from tawthiq.extract.facts import Dated, Phrase, Subject, Term
from tawthiq.model import Claim, Code, Mention, Ref, Text, Value, When


def term(scribe: Scribe, row: Term) -> Iterator[Claim]:
    yield from scribe.claim(_mention(scribe, row.of), row.field, _value(scribe, row), row.span)


def _mention(scribe: Scribe, subject: Subject) -> Mention:
    return scribe.mention(subject.kind, subject.span, subject.label)


def _value(scribe: Scribe, row: Term) -> Value:
    match row.value:
        case Phrase():
            return scribe.refer(row.value, *row.kinds) if row.kinds else Text(row.value.text)
        case Dated(date):
            return When(date)
        case Code():
            return row.value
        case Subject(_, _, label):
            return Ref(_mention(scribe, row.value).id, label)
