"""Triggers and obligations proposed from text: 20 texts for work, 12 blind ones, and the reports on Daraa."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from tawthiq.extract.page import Page
from tawthiq.extract.terms.duties import Duty, read_duties
from tawthiq.model import Report
from tests.agreements.marked import Marked, f1, matched, read, texts

FLOOR = 0.8


def duties(text: str) -> list[Duty]:
    return read_duties(Page(Report("0" * 64, text, "text")))


def scores(marked: Iterable[Marked]) -> tuple[float, float]:
    """F1 of triggers and of obligations over all texts."""
    sums = {"triggers": [0, 0, 0], "obligations": [0, 0, 0]}
    for each in marked:
        found = duties(each.text)
        triggers = [duty.trigger.span for duty in found if duty.trigger]
        obligations = [duty.obligation.span for duty in found]
        for name, gold, got in (
            ("triggers", each.triggers, triggers),
            ("obligations", each.obligations, obligations),
        ):
            for at, number in enumerate((matched(gold, got), len(gold), len(got))):
                sums[name][at] += number
    return f1(*sums["triggers"]), f1(*sums["obligations"])


@pytest.mark.parametrize("folder", ["dev", "blind"])
def test_triggers_and_obligations_are_proposed(folder: str) -> None:
    triggers, obligations = scores(texts(folder))
    assert triggers >= FLOOR
    assert obligations >= FLOOR


def test_there_are_at_least_thirty_texts() -> None:
    assert sum(1 for folder in ("dev", "blind") for _ in texts(folder)) >= 30


GOLD_DARAA = {
    "daraa21": (
        "تدخل قوات النظام لتفتيش عدد محدود من المنازل بغية التثبت من خلوّ طفس من الغرباء",
        "تقيم نقطة عسكرية مؤقتة في بناء مؤسسة الإسمنت المجاور لمشفى المدينة",
        "تنسحب بعد 72 ساعة من محيطها",
        "وقف إطلاق النار",
    )
}
"""Obligations that a careful reader finds in the reports on Daraa; none of them has a trigger."""


@pytest.mark.eval
def test_the_reports_on_daraa() -> None:
    folder = Path(os.environ.get("TAWTHIQ_EVAL", "")) / "daraa"
    if not folder.is_dir():
        pytest.skip("TAWTHIQ_EVAL names no folder with reports")
    marked = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for words in GOLD_DARAA.get(path.stem, ()):
            text = text.replace(words, f"{{o1|{words}}}", 1)
        marked.append(read(path.stem, text))
    triggers, obligations = scores(marked)
    assert triggers == 1.0
    assert obligations >= FLOOR


def test_a_duty_needs_an_agreement_beside_it() -> None:
    assert duties("يُمنع الأهالي من الوصول إلى أراضيهم، وإذا لم تصل المساعدات فإن الوضع سيزداد سوءاً.") == []
    (duty,) = duties("وينص الاتفاق على أنه إذا هوجمت قرية فعلى المجموعات أن ترسل مقاتليها.")
    assert duty.trigger is not None
    assert duty.trigger.text == "هوجمت قرية"
    assert duty.obligation.text == "على المجموعات أن ترسل مقاتليها"
