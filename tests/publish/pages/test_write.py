"""Pages written from a small store: links that lead somewhere, nothing from outside, text that is the text."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tawthiq.errors import UsageError
from tawthiq.ledger import Batch, Ledger
from tawthiq.model import Bound, Count, Kind, Mention, Range, Span, Verdict
from tawthiq.publish.pages import write_pages
from tawthiq.publish.pages.write import A_PAGE
from tawthiq.register import judge_claim, retract, update
from tests.publish.reading import Page, read_pages
from tests.publish.samples import AT, BARE, BATCHES, CLAIMS, HOSTILE, MEETING, RAMEZ, claim, filled, named, report


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Ledger]:
    with filled(tmp_path / "store.db") as ledger:
        yield ledger


@pytest.fixture
def pages(store: Ledger, tmp_path: Path) -> dict[str, Page]:
    assert write_pages(store, tmp_path / "pages") == tmp_path / "pages" / "index.html"
    return read_pages(tmp_path / "pages")


def test_a_corrected_count_is_not_limited_by_the_words_that_were_wrong(store: Ledger, tmp_path: Path) -> None:
    dead = next(c for c in CLAIMS if c.bound is Bound.AT_LEAST)
    judge_claim(store, dead, Verdict.CORRECTED, "سعاد", correction=Count(Range.exactly(31)), at=AT)
    write_pages(store, tmp_path / "pages")
    html = (tmp_path / "pages" / "records-tally.html").read_text(encoding="utf-8")
    (after,) = re.findall(r'<bdi class="figure" dir="ltr">31</bdi>([^<]*)', html)
    assert after.strip() == ""


def test_every_link_leads_to_a_place_on_a_page(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name
        for link in page.links:
            file, _, anchor = link.partition("#")
            assert file == "" or file in pages, link
            assert anchor == "" or anchor in pages[file or name].ids, f"{name}: {link}"


def test_tags_close_as_they_open_and_headings_come_in_order(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert page.wrong == [], name
        assert page.headings.count(1) == 1
        assert all(b <= a + 1 for a, b in zip([0, *page.headings], page.headings, strict=False)), name


def test_nothing_runs_and_nothing_comes_from_outside(pages: dict[str, Page], tmp_path: Path) -> None:
    for name, page in pages.items():
        tags = {tag for tag, _ in page.tags}
        assert not tags & {"script", "link", "img", "iframe", "b", "object"}, name
        assert not any(key.startswith("on") or key == "style" for _, attrs in page.tags for key in attrs), name
        html = (tmp_path / "pages" / name).read_text(encoding="utf-8")
        assert "url(" not in html
        style = re.search("<style>(.*?)</style>", html, re.DOTALL)
        assert style is not None
        digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
        assert f"default-src 'none'; style-src 'sha256-{digest}'" in html


def test_the_text_of_a_report_is_its_stored_text(pages: dict[str, Page]) -> None:
    for each in (MEETING, HOSTILE, BARE):
        assert pages[f"report-{each.id[:8]}.html"].text == each.text


def test_a_report_with_markup_comes_out_as_text(pages: dict[str, Page]) -> None:
    assert "<script>alert(1)</script>" in pages["index.html"].all_text
    assert "<script>alert('x')</script>" in pages["records-statement.html"].all_text


def test_marks_show_all_kinds_over_words_and_lead_to_the_claims(pages: dict[str, Page]) -> None:
    page = pages[f"report-{MEETING.id[:8]}.html"]
    at = MEETING.text.index("تسيل")
    (attrs,) = [attrs for _, attrs in page.tags if attrs.get("id") == f"w{at}"]
    assert attrs["class"] == "place meeting on-place under-meeting"
    assert (attrs["href"] or "").removeprefix("#") in page.ids


def test_a_record_leads_back_to_its_words_and_hides_no_denial(pages: dict[str, Page]) -> None:
    page = pages["records-person.html"]
    denied = MEETING.text.index("قائداً")
    assert f"report-{MEETING.id[:8]}.html#w{denied}" in page.links
    assert "متنازع عليه" in page.all_text
    assert "ينفي" in page.all_text


def test_references_lead_to_records(pages: dict[str, Page]) -> None:
    assert [link for link in pages["records-meeting.html"].links if link.startswith("records-person.html#r")]


def test_the_first_page_has_tallies_the_agreement_with_its_clause_and_the_network(pages: dict[str, Page]) -> None:
    page = pages["index.html"]
    for words in ("29 على الأقل", "12–15", "من 2022-01-01 إلى 2022-09-30", "ميثاق الحماية", "أن ترسل مقاتليها"):
        assert words in re.sub(r"\s+", " ", page.all_text)
    drawn = [attrs["class"] for tag, attrs in page.tags if tag == "line"]
    assert {"t-leader", "t-former", "t-attendee"} <= set(drawn)
    assert {"title", "desc"} <= {tag for tag, _ in page.tags}


def test_dates_and_ranges_are_isolated(pages: dict[str, Page], tmp_path: Path) -> None:
    for name in pages:
        html = (tmp_path / "pages" / name).read_text(encoding="utf-8").split("<main", 1)[1]
        bare = re.sub(r"<bdi\b.*?</bdi>|<[^>]*>|\u2068[^\u2069]*\u2069", "", html, flags=re.DOTALL)
        assert not re.search(r"\d{4}-\d\d|\d–\d", bare), name


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_store_gives_the_same_bytes_in_whatever_order_it_was_filled(store: Ledger, tmp_path: Path) -> None:
    write_pages(store, tmp_path / "first")
    with filled(tmp_path / "other.db", BATCHES[::-1]) as other:
        write_pages(other, tmp_path / "second")
    assert contents(tmp_path / "first") == contents(tmp_path / "second")


def test_on_both_databases_every_report_has_its_page(ledger: Ledger, tmp_path: Path) -> None:
    for batch in BATCHES:
        ledger.append(batch)
    update(ledger)
    write_pages(ledger, tmp_path / "pages")
    assert len(list((tmp_path / "pages").glob("report-*.html"))) == 3


def test_an_empty_store_has_a_first_page(tmp_path: Path) -> None:
    with filled(tmp_path / "empty.db", ()) as ledger:
        write_pages(ledger, tmp_path / "pages")
    assert list(contents(tmp_path / "pages")) == ["index.html"]


def test_judgements_show(store: Ledger, tmp_path: Path) -> None:
    judge_claim(store, CLAIMS[0], Verdict.ACCEPTED, "سعاد", at=AT)
    judge_claim(store, named(RAMEZ)[0], Verdict.REJECTED, "سعاد", at=AT)
    retract(store, HOSTILE.id, "سعاد", at=AT)
    write_pages(store, tmp_path / "pages")
    pages = read_pages(tmp_path / "pages")
    said = pages[f"report-{MEETING.id[:8]}.html"].all_text
    assert {"مقبول", "مرفوض", "مقترح", "متنازع عليه"} <= set(re.findall("مقبول|مرفوض|مقترح|متنازع عليه", said))
    assert "هذا التقرير مسحوب" in pages[f"report-{HOSTILE.id[:8]}.html"].all_text


def test_many_records_are_spread_over_pages_that_know_each_other(tmp_path: Path) -> None:
    many = report("many", " ".join(f"اسم{i}" for i in range(A_PAGE + 5)))
    held = [Mention(many.id, Kind.PERSON, Span(i, i + 3), f"اسم{i}") for i in range(A_PAGE + 5)]
    batch = Batch([(many, many.text.encode())], [claim(each, "name", each.label) for each in held])
    with filled(tmp_path / "many.db", (batch,)) as ledger:
        write_pages(ledger, tmp_path / "pages")
    pages = read_pages(tmp_path / "pages")
    assert "records-person-2.html" in pages["records-person.html"].links
    assert sum(id_.startswith("r") and len(id_) == 33 for page in pages.values() for id_ in page.ids) == A_PAGE + 5


def test_pages_that_are_no_more_go_and_those_of_others_stay(store: Ledger, tmp_path: Path) -> None:
    out = tmp_path / "pages"
    write_pages(store, out)
    before = contents(out)
    (out / "records-person-9.html").write_bytes(before["records-person.html"])
    (out / "report-deadbeef.html").write_text("mine", encoding="utf-8")
    write_pages(store, out)
    assert set(contents(out)) == {*before, "report-deadbeef.html"}


def test_a_folder_that_cannot_be_made_is_said(store: Ledger, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="cannot write pages"):
        write_pages(store, tmp_path / "file")


def test_a_report_in_another_language_says_so(tmp_path: Path) -> None:
    english = replace(report("english", "Two killed in Daraa."), language="en")
    with filled(tmp_path / "en.db", (Batch([(english, english.text.encode())]),)) as ledger:
        write_pages(ledger, tmp_path / "pages")
    page = read_pages(tmp_path / "pages")[f"report-{english.id[:8]}.html"]
    assert ("p", {"dir": "ltr"}) in page.tags
    assert ("div", {"lang": "en"}) in page.tags
