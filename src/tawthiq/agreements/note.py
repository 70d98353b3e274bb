"""A field note: what a person types into a form, as a report of its own whose claims that person has judged right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from tawthiq.errors import UsageError
from tawthiq.ledger import Batch, Ledger
from tawthiq.model import Claim, Judgement, Kind, Mention, Ref, Report, Span, Speaker, Text, Value, Verdict, Voice, pair
from tawthiq.model.codes import label
from tawthiq.model.ids import sha256
from tawthiq.model.records import Record
from tawthiq.register import update

METHOD = "form/1"


@dataclass(slots=True)
class _Line:
    """A field with its value in words, and where the words begin in the note."""

    name: str
    words: str
    start: int = 0

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.words))


@dataclass(slots=True)
class Note:
    """One record of a kind, typed by `by` at `at` (ISO 8601 UTC), line by line in Arabic."""

    kind: Kind
    by: str
    at: str
    lines: list[_Line] = field(default_factory=list)
    values: list[tuple[str, Value, _Line]] = field(default_factory=list)
    refs: list[tuple[str, Record, str, Value, _Line]] = field(default_factory=list)

    def say(self, name: str, value: Value | None, words: str = "") -> None:
        """A value of a field; nothing where it is None."""
        if value is not None:
            self.values.append((name, value, self._line(name, words or str(value))))

    def refer(self, name: str, record: Record, own: str, value: Value) -> None:
        """Another record; `own` and `value` are what the note says of it, so that it stands in the register."""
        self.refs.append((name, record, own, value, self._line(name, record.label)))

    def _line(self, name: str, words: str) -> _Line:
        plain = " ".join(words.split())
        if not plain:
            raise UsageError(f"{name} is empty; leave it out where nothing is known")
        self.lines.append(_Line(name, plain))
        return self.lines[-1]

    def batch(self) -> Batch:
        """The note with its claims and judgements."""
        report = self._report()
        subject = Mention(report.id, self.kind, Span(0, len(report.text)), self._label())
        speaker = Speaker(Voice.NAMED, self.by)
        claims, same = [], []
        for name, value, line in self.values:
            claims.append(Claim(subject, name, value, line.span, METHOD, speaker))
        for name, record, own, value, line in self.refs:
            mention = Mention(report.id, record.kind, line.span, line.words)
            claims.append(Claim(mention, own, value, line.span, METHOD, speaker))
            claims.append(Claim(subject, name, Ref(mention.id, line.words), line.span, METHOD, speaker))
            same.append(Judgement(pair(mention.id, record.mentions[0]), Verdict.SAME, self.by, self.at))
        accepted = [Judgement((claim.id,), Verdict.ACCEPTED, self.by, self.at) for claim in claims]
        return Batch([(report, report.text.encode())], claims, [*accepted, *same])

    def _report(self) -> Report:
        text = f"{label('kinds', self.kind)} · {self.by} · {self.at}\n"
        for line in self.lines:
            text += f"{label('fields', line.name)}: "
            line.start = len(text)
            text += f"{line.words}\n"
        published = date.fromisoformat(self.at[:10])
        return Report(sha256(text.encode()), text, f"note {self.at}", published, author=self.by)

    def _label(self) -> str:
        return " ← ".join(line.words for line in self.lines if line.name in _TELLING) or self.lines[0].words


_TELLING = ("trigger", "obligation", "party", "conduct")


def stored(ledger: Ledger, note: Note) -> str:
    """Stores the note, and gives the id of its mention."""
    batch = note.batch()
    ledger.append(batch)
    update(ledger)
    return _subject(batch.claims, note.kind)


def _subject(claims: Iterable[Claim], kind: Kind) -> str:
    return next(claim.subject.id for claim in claims if claim.subject.kind is kind and claim.span.start)


def texts(note: Note, name: str, words: Sequence[str]) -> None:
    """One value of that field for each of the words."""
    for each in words:
        note.say(name, Text(" ".join(each.split())))
