"""Small reports, claims and judgements; the strategies build any that a ledger must keep."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tawthiq.ledger import Batch
from tawthiq.model import (
    EDTF,
    Bound,
    Claim,
    Code,
    Count,
    Judgement,
    Kind,
    Mention,
    Range,
    Ref,
    Report,
    Span,
    Speaker,
    Stance,
    Text,
    Value,
    Verdict,
    Voice,
    When,
    pair,
)
from tawthiq.model.ids import sha256

AT = "2024-01-02T03:04:05+00:00"


def report(text: str, name: str = "report", published: date | None = date(2023, 11, 11)) -> tuple[Report, bytes]:
    data = text.encode()
    return Report(sha256=sha256(data), text=text, name=name, published=published, retrieved=AT), data


def mention(of: Report, label: str, kind: Kind = Kind.PERSON) -> Mention:
    """The first place in the report that reads `label`."""
    start = of.text.index(label)
    return Mention(of.id, kind, Span(start, start + len(label)), label)


def claim(subject: Mention, predicate: str = "name", value: Value | None = None) -> Claim:
    return Claim(subject, predicate, value or Text(subject.label), subject.span, "test/1")


def batch_of(number: int) -> Batch:
    """A synthetic report with three claims and two judgements, always the same for a number."""
    made, data = report(f"قتل أحمد رقم {number} على يد مجهولين في درعا", name=f"r{number}")
    person, place = mention(made, "أحمد"), mention(made, "درعا", Kind.PLACE)
    claims = [claim(person), claim(place), claim(person, "fate", Code("killed"))]
    judgements = [
        Judgement((claims[0].id,), Verdict.ACCEPTED, "reviewer", AT),
        Judgement(pair(person.id, place.id), Verdict.DIFFERENT, "reviewer", AT),
    ]
    return Batch([(made, data)], claims, judgements)


# What a database can hold and JSON can carry: no NUL, no half of a surrogate pair.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
words = st.one_of(st.sampled_from(["أحمد", "القُصير", "عبد الله", "والمدنيين"]), texts)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(min(ends), max(ends)))
ranges = st.tuples(st.integers(0, 10**6), st.none() | st.integers(0, 10**6)).map(
    lambda ends: Range(ends[0], None if ends[1] is None else ends[0] + ends[1])
)
ids = st.text("0123456789abcdef", min_size=32, max_size=32)
values: st.SearchStrategy[Value] = st.one_of(
    words.map(Text),
    words.map(Code),
    ranges.map(Count),
    days.map(lambda d: When(EDTF.day(d))),
    st.builds(Ref, ids, words),
)
speakers = st.builds(Speaker, st.sampled_from(Voice), st.none() | words)


@st.composite
def batches(draw: st.DrawFn) -> Batch:
    data = draw(st.binary(max_size=30))
    some = st.none() | words
    made = Report(
        sha256(data), draw(words), draw(words), draw(st.none() | days), draw(some), draw(some), draw(some), retrieved=AT
    )
    mentions = st.builds(Mention, st.just(made.id), st.sampled_from(Kind), spans, words)
    claims = st.builds(
        Claim,
        mentions,
        words,
        values,
        spans,
        words,
        speakers,
        st.sampled_from(Stance),
        st.sampled_from(Bound),
        st.none() | st.floats(0, 1),
    )
    return Batch([(made, data)], draw(st.lists(claims, max_size=4)), draw(st.lists(judgements, max_size=3)))


_on_claims = st.builds(
    Judgement, st.tuples(ids), st.sampled_from([Verdict.ACCEPTED, Verdict.REJECTED]), words, st.just(AT), words
)
_corrections = st.builds(Judgement, st.tuples(ids), st.just(Verdict.CORRECTED), words, st.just(AT), words, values)
_on_pairs = st.builds(
    Judgement, st.builds(pair, ids, ids), st.sampled_from([Verdict.SAME, Verdict.UNSURE]), words, st.just(AT), words
)
judgements = st.one_of(_on_claims, _corrections, _on_pairs)
