"""Small worlds of reports, claims and judgements in which names, values and verdicts often meet."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

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
from tawthiq.model.records import predicates

# One town and one group in two spellings each, a namesake, and a name that is part of another.
LABELS = ("تسيل", "تسـيل", "الفيلق الأول", "الفيلق الاول", "محمد أبازيد", "محمد ابازيد أبو عمر", "درعا")
KINDS = (Kind.PERSON, Kind.GROUP, Kind.PLACE, Kind.INCIDENT)
TIMES = ("2023-11-11T08:00:00Z", "2023-11-11T09:00:00Z", "2023-11-12T08:00:00Z")
SENTENCE = "قال مصدر محلي إن قيادياً من درعا قُتل بالرصاص مساء السبت. "


@dataclass(frozen=True, slots=True)
class World:
    """What one or more ledgers hold together."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]


def report(name: str, text: str, published: date | None = date(2023, 11, 11)) -> Report:
    return Report(hashlib.sha256(text.encode()).hexdigest(), text, name, published)


REPORTS = tuple(report(f"r{i}", SENTENCE + str(i)) for i in range(4))


def spans() -> st.SearchStrategy[Span]:
    ends = st.integers(0, len(SENTENCE))
    return st.tuples(ends, ends).map(lambda ab: Span(min(ab), max(ab)))


def mentions(reports: tuple[Report, ...] = REPORTS) -> st.SearchStrategy[Mention]:
    ids = st.sampled_from([each.id for each in reports])
    few = st.sampled_from([Span(0, 3), Span(4, 8)])
    return st.builds(Mention, ids, st.sampled_from(KINDS), few, st.sampled_from(LABELS))


def ranges() -> st.SearchStrategy[Range]:
    return st.builds(lambda low, more: Range(low, None if more is None else low + more),
                     st.integers(0, 3), st.none() | st.integers(0, 2))  # fmt: skip


def values() -> st.SearchStrategy[Value]:
    return st.one_of(
        st.sampled_from(LABELS).map(Text),
        st.sampled_from(["killed", "injured"]).map(Code),
        ranges().map(Count),
        st.sampled_from(["2023-11-11", "2023-10", "2018/.."]).map(lambda text: When(EDTF(text))),
        st.builds(lambda m: Ref(m.id, m.label), mentions()),
    )


def speakers() -> st.SearchStrategy[Speaker]:
    return st.sampled_from([Speaker(), Speaker(Voice.NAMED, "قيادي"), Speaker(Voice.ANONYMOUS, "مصدر محلي")])


@st.composite
def claims(draw: st.DrawFn, of: st.SearchStrategy[Mention] | None = None) -> Claim:
    subject = draw(of if of is not None else mentions())
    return Claim(
        subject,
        draw(st.sampled_from(sorted(predicates(subject.kind)))),
        draw(values()),
        draw(spans()),
        draw(st.sampled_from(["rules-1", "rules-2"])),
        draw(speakers()),
        draw(st.sampled_from([Stance.ASSERTS, Stance.ASSERTS, *Stance])),
        draw(st.sampled_from(Bound)),
    )


def judgements(among: tuple[Claim, ...]) -> st.SearchStrategy[Judgement]:
    """Verdicts on some of the claims, on pairs of their mentions, and on their reports."""
    return st.one_of(_on_claim(among), _on_pair(among), _on_pair(among), _on_report(among))


@st.composite
def _on_claim(draw: st.DrawFn, among: tuple[Claim, ...]) -> Judgement:
    target = (draw(st.sampled_from(among)).id,)
    verdict = draw(st.sampled_from([Verdict.ACCEPTED, Verdict.REJECTED, Verdict.CORRECTED]))
    correction = draw(values()) if verdict is Verdict.CORRECTED else None
    return Judgement(target, verdict, "سعاد", draw(st.sampled_from(TIMES)), "", correction)


@st.composite
def _on_pair(draw: st.DrawFn, among: tuple[Claim, ...]) -> Judgement:
    """Of one kind where there are two, so that verdicts tell."""
    one = draw(st.sampled_from(among)).subject
    ids = sorted({claim.subject.id for claim in among if claim.subject.kind is one.kind})
    other = draw(st.sampled_from(ids))
    verdicts = [Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE]
    by = draw(st.sampled_from(["سعاد", "سعاد", "rule:قرب"]))
    return Judgement(pair(one.id, other), draw(st.sampled_from(verdicts)), by, draw(st.sampled_from(TIMES)))


@st.composite
def _on_report(draw: st.DrawFn, among: tuple[Claim, ...]) -> Judgement:
    target = (draw(st.sampled_from(among)).report,)
    verdict = draw(st.sampled_from([Verdict.RETRACTED, Verdict.RESTORED]))
    return Judgement(target, verdict, "سعاد", draw(st.sampled_from(TIMES)))


@st.composite
def undoings(draw: st.DrawFn, among: tuple[Judgement, ...], max_size: int = 4) -> tuple[Judgement, ...]:
    """Undoings of some of the judgements, of each other, and of some twice."""
    made: list[Judgement] = []
    for _ in range(draw(st.integers(0, max_size)) if among else 0):
        target = draw(st.sampled_from([*among, *made]))
        by = draw(st.sampled_from(["سعاد", "ليلى"]))
        made.append(Judgement((target.id,), Verdict.UNDONE, by, draw(st.sampled_from(TIMES))))
    return tuple({each.id: each for each in made}.values())


@st.composite
def worlds(draw: st.DrawFn, max_claims: int = 12, max_judgements: int = 10) -> World:
    """One to four reports; the claims are each there once, in no order that means anything."""
    held = tuple(draw(st.lists(claims(), min_size=1, max_size=max_claims, unique_by=lambda c: c.id)))
    judged = tuple(draw(st.lists(judgements(held), max_size=max_judgements, unique_by=lambda j: j.id)))
    judged += draw(undoings(judged))
    named = {claim.report for claim in held}
    return World(tuple(each for each in REPORTS if each.id in named), held, judged)
