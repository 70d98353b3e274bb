from __future__ import annotations

from datetime import date

import pytest

from tawthiq.ledger import Batch, Ledger
from tawthiq.ledger.searching import around
from tawthiq.model import Kind, Span, Text
from tests.ledger.samples import claim, mention, report

SAME = [
    ("أحمد", "احمد"),
    ("أحمد", "إحمد"),
    ("احمد", "إحمد"),
    ("أبازيد", "ابازيد"),
    ("أبو زيد", "أبازيد"),
    ("عبدالله", "عبد الله"),
    ("القُصير", "القصير"),
    ("والمدنيين", "مدنيين"),
    ("للمدنيين", "مدنيين"),
    ("وبالمدنيين", "المدنيين"),
    ("1,983", "1983"),
    ("١٩٨٣", "1983"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_find_each_other(ledger: Ledger, one: str, other: str) -> None:
    """In the text of a report and in the label of a mention, both ways."""
    reports = [report(f"تحدث التقرير عن {word} في درعا.", name=word) for word in (one, other)]
    claims = [claim(mention(made, word)) for (made, _), word in zip(reports, (one, other), strict=True)]
    ledger.append(Batch(reports, claims))
    for query in (one, other):
        hits = ledger.search(query)
        assert {h.id for h in hits if h.kind == "report"} == {made.id for made, _ in reports}
        assert {h.id for h in hits if h.kind == "mention"} == {c.subject.id for c in claims}
        texts = {made.id: made.text for made, _ in reports}
        assert {h.span.of(texts[h.report]) for h in hits} == {one, other}
        assert all(h.snippet == texts[h.report][h.offset :][: len(h.snippet)] for h in hits)


def test_all_words_must_be_there(ledger: Ledger) -> None:
    both, one = report("أحمد في درعا"), report("أحمد في حلب")
    ledger.append(Batch([both, one]))
    assert [h.id for h in ledger.search("درعا وأحمد")] == [both[0].id]
    assert ledger.search("أحمد القامشلي") == []


@pytest.mark.parametrize("words", ["", "  ", "؟!", '"', "'", "* OR", "\\", "(", "a' | 'b", "\0"])
def test_signs_are_no_query_language(ledger: Ledger, words: str) -> None:
    ledger.append(Batch([report("أحمد في درعا")]))
    assert ledger.search(words) == []


def test_the_letters_asked_for_come_first_then_the_newest(ledger: Ledger) -> None:
    texts = {"ريم": date(2024, 1, 1), "كريم قديم": date(2020, 1, 1), "كريم جديد": date(2021, 1, 1)}
    ledger.append(Batch([report(text, name=text, published=day) for text, day in texts.items()]))
    assert [h.label for h in ledger.search("كريم")] == ["كريم جديد", "كريم قديم", "ريم"]
    assert [h.label for h in ledger.search("كريم", limit=1)] == ["كريم جديد"]


def test_a_mention_is_found_by_what_is_claimed_of_it_and_only_once(ledger: Ledger) -> None:
    made, data = report("القيادي محمد الخالد المعروف بأبي عمر الحوراني وأبي عمر")
    person = mention(made, "محمد الخالد")
    ledger.append(Batch([(made, data)], [claim(person), claim(person, "alias", Text("أبي عمر الحوراني"))]))
    ledger.append(Batch(claims=[claim(person, "alias", Text("أبو عمر"))]))
    (hit,) = ledger.search("أبو عمر", kinds=["person"])
    assert (hit.kind, hit.of, hit.id, hit.label) == ("mention", Kind.PERSON, person.id, "محمد الخالد")


def test_kinds_narrow_the_search(ledger: Ledger) -> None:
    made, data = report("قتل أحمد في درعا")
    ledger.append(Batch([(made, data)], [claim(mention(made, "أحمد")), claim(mention(made, "درعا", Kind.PLACE))]))
    assert [h.kind for h in ledger.search("درعا")] == ["mention", "report"]
    assert [h.kind for h in ledger.search("درعا", kinds=["report"])] == ["report"]
    assert [h.of for h in ledger.search("درعا", kinds=["mention"])] == [Kind.PLACE]
    assert ledger.search("درعا", kinds=[Kind.PERSON]) == []


def test_a_title_is_found(ledger: Ledger) -> None:
    made, data = report("نص")
    titled = type(made)(made.sha256, made.text, made.name, title="اغتيال قيادي")
    ledger.append(Batch([(titled, data)]))
    (hit,) = ledger.search("اغتيال")
    assert (hit.label, hit.span, hit.snippet) == ("اغتيال قيادي", Span(0, 0), "نص")


def test_a_report_too_long_for_one_row_of_terms_is_still_stored(ledger: Ledger) -> None:
    ledger.append(Batch([report("البداية " + " ".join(f"كلمة{n:06d}" for n in range(100_000)))]))
    assert len(ledger.search("البداية")) == 1


@pytest.mark.parametrize(("start", "end"), [(0, 0), (0, 5), (250, 255), (495, 500), (300, 450)])
def test_a_snippet_holds_its_match_and_stays_short(start: int, end: int) -> None:
    text = "كلمة " * 100
    window = around(text, Span(start, end))
    assert Span(start, end) in window
    assert window.end - window.start <= end - start + 2 * 60


def test_a_snippet_stays_in_its_line() -> None:
    text = "السطر الأول\nالسطر الثاني\nالسطر الثالث"
    assert around(text, Span(18, 24)).of(text) == "السطر الثاني"
