"""Short makers of claims and judgements for the examples of this room."""

from __future__ import annotations

from tawthiq.model import OUTLET, Claim, Judgement, Kind, Mention, Report, Span, Speaker, Stance, Text, Value, Verdict
from tawthiq.model import pair as pair_of


def mention(kind: Kind, label: str, report: str = "تقرير ١", at: int = 0) -> Mention:
    return Mention(report, kind, Span(at, at + len(label)), label)


def mention_in(report: Report, kind: Kind, label: str) -> Mention:
    start = report.text.index(label)
    return Mention(report.id, kind, Span(start, start + len(label)), label)


def claim(
    subject: Mention, predicate: str, value: Value | str, stance: Stance = Stance.ASSERTS, speaker: Speaker = OUTLET
) -> Claim:
    held = Text(value) if isinstance(value, str) else value
    return Claim(subject, predicate, held, subject.span, "test-1", speaker, stance)


def named(subject: Mention) -> Claim:
    return claim(subject, "name", subject.label)


def judge(target: Claim | str, verdict: Verdict, hour: int = 8, correction: Value | None = None) -> Judgement:
    id_ = target if isinstance(target, str) else target.id
    return Judgement((id_,), verdict, "سعاد", f"2023-11-11T{hour:02d}:00:00Z", "", correction)


def judge_pair(a: Mention, b: Mention, verdict: Verdict, hour: int = 8) -> Judgement:
    return Judgement(pair_of(a.id, b.id), verdict, "سعاد", f"2023-11-11T{hour:02d}:00:00Z")
