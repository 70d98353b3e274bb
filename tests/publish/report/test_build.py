from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tawthiq.model import EDTF, Bound, Range
from tawthiq.publish.report.build import build
from tawthiq.publish.report.content import Content, Quantity
from tawthiq.publish.report.document import Document, Heading, Link, Paragraph, Picture, Table, Text
from tawthiq.publish.report.templates import Templates

from .sample import demo_text, month_content


def words(document: Document, anchor: str) -> str:
    section = next(section for section in document.sections if section.anchor == anchor)
    paragraphs = (block for block in section.blocks if isinstance(block, Paragraph))
    return "\n".join("".join(part.text for part in block.line) for block in paragraphs)


def test_the_summary_says_its_figures_in_arabic(arabic: Document) -> None:
    assert words(arabic, "summary") == (
        "حصيلة الفترة من 2021 إلى 2023 في سوريا بحسب مكتب التوثيق: 6 عمليات، قُتل فيها ما لا يقل عن 32 شخصاً، "
        "وأصيب ما لا يقل عن 56 شخصاً.\n"
        "ومن القتلى 16 في المئة مدنيون: ما لا يقل عن 5 أشخاص من أصل 32 على الأقل.\n"
        "زادت الحصيلة واقعةً واحدة عن الإصدار السابق (2023-09)."
    )


def test_and_in_english(english: Document) -> None:
    assert words(english, "summary") == (
        "2021 to 2023 in Syria, according to the documentation office: 6 operations, with at least 32 people killed, "
        "at least 56 people injured.\n"
        "Of those killed, 16 per cent were recorded as civilians: at least 5 people of at least 32.\n"
        "One incident more than in the last edition (2023-09)."
    )


def test_the_sentences_of_a_month_and_of_all_time(content: Content) -> None:
    """The figures that the office of the first article published."""

    def of(metric: str, n: int, bound: Bound = Bound.EXACT) -> Quantity:
        return Quantity(f"{metric}{n}", metric, Range.exactly(n), bound)

    month = {"incident": of("incident", 33), "killed": of("killed", 17), "injured": of("injured", 12)}
    since = {"incident": of("incident", 1983, Bound.AT_LEAST), "killed": of("killed", 1323, Bound.AT_LEAST)}
    group = Quantity("s", "killed", Range.exactly(516), Bound.EXACT, Range.exactly(1323), 516 / 1323)
    asked = replace(
        content,
        period=EDTF("2023-10"),
        headline=month | {"survived": of("survived", 8)},
        since=since | {"killed:former_opposition": group},
        since_period=EDTF("2018-08/2023-10"),
        notes=(),
    )
    assert words(build(asked, "ar", Templates()), "summary") == (
        "حصيلة تشرين الأول 2023 في سوريا بحسب مكتب التوثيق: 33 عملية، قُتل فيها 17 شخصاً، وأصيب 12 شخصاً، "
        "ونجا 8 أشخاص.\n"
        "وبلغت الحصيلة من آب 2018 إلى تشرين الأول 2023: ما لا يقل عن 1,983 عملية، قُتل فيها ما لا يقل عن 1,323 شخصاً.\n"
        "ومن القتلى 39 في المئة عناصر سابقون في المعارضة: 516 شخصاً من أصل 1,323."
    )
    assert build(asked, "ar", Templates()).title == "التقرير الشهري"


def test_a_share_of_none_is_not_told(content: Content) -> None:
    none = replace(content.headline["killed:civilians"], range=Range.exactly(0), share=0.0)
    asked = replace(content, headline=dict(content.headline) | {"killed:civilians": none})
    assert "في المئة" not in words(build(asked, "ar", Templates()), "summary")


def test_every_published_number_leads_to_its_lineage(arabic: Document, content: Content) -> None:
    anchors = Counter(arabic.anchors())
    printed = {figure.figure for figure in arabic.figures()}
    assert printed == {quantity.id for quantity in content.quantities()}
    assert all(anchors[figure.target] == 1 for figure in arabic.figures())


def test_no_link_leads_nowhere_and_no_anchor_is_twice(arabic: Document, english: Document) -> None:
    for document in (arabic, english):
        anchors = Counter(document.anchors())
        assert set(anchors.values()) == {1}
        assert {part.target for line in document.lines() for part in line if isinstance(part, Link)} <= set(anchors)


def test_the_lineage_ends_in_words_of_the_reports(content: Content) -> None:
    texts = "".join(demo_text(name) for name in ("02-nawa-assassination", "03-jisr-shelling", "04-kasra-ied-children"))
    texts += "".join(demo_text(name) for name in ("06-jarablus-clash", "10-karama-revised", "17-bukamal-airstrike"))
    for evidence in content.evidence.values():
        assert all(each.quote in texts for each in evidence)


def test_what_is_denied_says_so(arabic: Document) -> None:
    parts = [part for line in arabic.lines() for part in line if isinstance(part, Text) and part.strong]
    assert [part.text for part in parts if "(نفي)" in part.text] == ["الفاعل كما ورد: التحالف الدولي (نفي) — "]


def test_a_month_without_incidents_says_that_there_are_none() -> None:
    document = build(month_content(0), "ar", Templates())
    assert words(document, "incidents") == "لا وقائع في هذه الفترة."
    assert "بحسب مكتب التوثيق: لا عمليات.\n" in words(document, "summary")
    assert "tables" not in list(document.anchors())
    assert not any(isinstance(block, Picture) for section in document.sections for block in section.blocks)


def test_what_is_left_undecided_is_told(content: Content) -> None:
    undecided = replace(content.headline["incident"], undecided=3, bound=Bound.AT_LEAST)
    asked = replace(content, headline=dict(content.headline) | {"incident": undecided})
    assert "ولم تُحتسب 3 وقائع لم يُحكم فيها بعد" in words(build(asked, "ar", Templates()), "summary")
    assert "judged them yet: 3 incidents." in words(build(asked, "en", Templates()), "summary")


def test_a_cell_tells_unknown_from_none(arabic: Document) -> None:
    cells = {
        cell[0].text
        for section in arabic.sections
        for block in section.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
    }
    assert {"8–11", "12+", "غير معلوم"} <= cells


def test_records_that_the_report_does_not_list_are_told_by_their_number(content: Content) -> None:
    asked = replace(
        content, lineage=tuple(replace(each, records=(*each.records, "ab" * 16)) for each in content.lineage)
    )
    assert words(build(asked, "ar", Templates()), "lineage").startswith(
        "يحتسب هذا الرقم 7 وقائع. 1 · 2 · 3 · 4 · 5 · 6 · واقعة واحدة لا يسردها هذا التقرير"
    )


def test_a_figure_is_called_by_its_metric_its_table_and_its_cell(arabic: Document, english: Document) -> None:
    def titles(document: Document) -> list[str]:
        section = next(section for section in document.sections if section.anchor == "lineage")
        return [block.text for block in section.blocks if isinstance(block, Heading)]

    assert "القتلى بحسب المنطقة، جسر الشغور: 8–11" in titles(arabic)
    assert "القتلى بحسب المنطقة، المجموع: 32+" in titles(arabic)
    assert "القتلى، مدنيون، من 2021 إلى 2023: 5+" in titles(arabic)
    assert "Killed by area, Nawa: 1" in titles(english)


def test_a_figure_of_nothing_says_so() -> None:
    assert "لا يحتسب هذا الرقم أي واقعة." in words(build(month_content(0), "ar", Templates()), "lineage")
