"""Web pages: the article, its title, date and outlet; no menus, no network, no noise."""

from __future__ import annotations

import socket
from datetime import date
from pathlib import Path

import pytest

from tawthiq.errors import InputError
from tawthiq.ingest import read_source
from tawthiq.model import Report

PAGE = """<!doctype html><html lang="ar" dir="rtl"><head><meta charset="{charset}">
<title>اغتيال قيادي في نوى</title>
<meta property="article:published_time" content="2023-11-11T10:00:00+03:00">
<meta property="og:site_name" content="شبكة حوران"><meta name="author" content="أحمد العلي"></head>
<body><nav><a href="/">الرئيسية</a> <a href="/contact">اتصل بنا</a></nav>
<article><h1>اغتيال قيادي في نوى</h1>
<p>اغتال مجهولون القيادي السابق خالد المحمد في مدينة نوى غربي درعا.</p>
<p>وقال مصدر محلي إن العملية جرت مساء أمس.</p></article>
<footer>جميع الحقوق محفوظة</footer></body></html>"""
UNDATED = PAGE.replace("2023-11-11T10:00:00+03:00", "")
TEXT = """اغتيال قيادي في نوى
اغتال مجهولون القيادي السابق خالد المحمد في مدينة نوى غربي درعا.
وقال مصدر محلي إن العملية جرت مساء أمس."""


def read(path: Path, page: str, charset: str = "utf-8") -> Report:
    path.write_bytes(page.replace("{charset}", charset).encode(charset))
    return read_source(path).report


def test_article_with_its_metadata(tmp_path: Path) -> None:
    report = read(tmp_path / "a.html", PAGE)
    assert report.text == TEXT
    assert (report.title, report.published) == ("اغتيال قيادي في نوى", date(2023, 11, 11))
    assert (report.outlet, report.author, report.language) == ("شبكة حوران", "أحمد العلي", "ar")
    assert report.media_type == "text/html"


def test_the_title_is_set_above_a_body_that_lacks_it(tmp_path: Path) -> None:
    report = read(tmp_path / "a.html", PAGE.replace("<h1>اغتيال قيادي في نوى</h1>", ""))
    assert report.text == TEXT


def test_page_without_a_telling_name(tmp_path: Path) -> None:
    assert read(tmp_path / "a.txt", f"<!-- a --><!-- b -->\n{PAGE}").text == TEXT


@pytest.mark.parametrize("charset", ["windows-1256", "iso-8859-6", "utf-8"])
def test_the_charset_that_the_page_declares(tmp_path: Path, charset: str) -> None:
    assert read(tmp_path / "a.html", PAGE, charset).text == TEXT


def test_a_wrongly_declared_charset_does_not_spoil_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE.replace("{charset}", "nonsense").encode())
    assert read_source(path).report.text == TEXT


def test_a_wrongly_declared_language_does_not_count(tmp_path: Path) -> None:
    assert read(tmp_path / "a.html", PAGE.replace('lang="ar"', 'lang="en"')).language == "ar"


def test_given_date_counts_where_the_page_has_none(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(UNDATED, encoding="utf-8")
    assert read_source(path, date(2020, 1, 2)).report.published == date(2020, 1, 2)


def test_a_day_in_the_article_is_not_its_publication_date(tmp_path: Path) -> None:
    assert read(tmp_path / "a.html", UNDATED.replace("مساء أمس", "في 2015-07-28")).published is None


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body><script>run()</script></body></html>", "<html>" + "<div>" * 5000]
)
def test_page_without_text(tmp_path: Path, page: str) -> None:
    with pytest.raises(InputError, match="a web page in which no text of an article is found"):
        read(tmp_path / "a.html", page)


def test_nothing_is_sent_and_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("reading a page reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    link = '<link rel="canonical" href="https://example.org/a"><img src="https://example.org/a.png">'
    assert read(tmp_path / "a.html", PAGE.replace("</head>", f"{link}</head>")).text == TEXT
    assert capfd.readouterr() == ("", "")
