"""Claims about what was said and posted."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.extract.claiming.scribe import Scribe
from tawthiq.extract.facts import Post, Statement
from tawthiq.model import Claim, Kind, Speaker, Text


def statement(scribe: Scribe, row: Statement) -> Iterator[Claim]:
    """What is said, by its speaker with the speaker's stance, whatever stands around it."""
    subject = scribe.mention(Kind.STATEMENT, row.quote, row.quote.of(scribe.report.text))
    content = Text(row.content.of(scribe.report.text))
    speaker = Speaker(row.voice, row.speaker.text)
    yield Claim(subject, "content", content, row.content, scribe.method, speaker, row.stance)


def post(scribe: Scribe, row: Post) -> Iterator[Claim]:
    subject = scribe.mention(Kind.POST, row.quote, row.text.text)
    yield from scribe.refs(subject, "author", (Kind.GROUP, Kind.PERSON), row.author)
    yield from scribe.words(subject, "handle", row.handle)
    yield from scribe.day(subject, "date", row.date, row.quote)
    yield from scribe.words(subject, "text", row.text)
    yield from scribe.refs(subject, "credit", (Kind.PERSON,), *row.credits)
