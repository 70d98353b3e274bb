"""What was found, missed and made up, with its words, in the data and on the page."""

from __future__ import annotations

import re
from pathlib import Path

from tawthiq.evaluate import Evaluated, calibration, digest_of, evaluate, judged, read_gold, total
from tawthiq.evaluate.confusion import Outcome, items
from tawthiq.evaluate.page import write_page
from tests.evaluate.golds import FACTS, TEXT, write

WRONG = FACTS | {
    "groups": ["غربي درعا"],
    "places": ["درعا"],
    "persons": [{"name": "سامر وليد الخطيب", "fate": "injured"}],
}


def evaluated(folder: Path) -> Evaluated:
    (gold,) = read_gold(write(folder, WRONG))
    return evaluate(gold)


def test_each_outcome_with_its_words(tmp_path: Path) -> None:
    one = evaluated(tmp_path / "gold")
    held = {(item.section, item.outcome): item for item in items(one)}
    text = one.report.text

    def words(section: str, outcome: Outcome) -> str | None:
        span = held[section, outcome].span
        return span.of(text) if span else None

    assert words("persons", Outcome.FOUND) == "سامر وليد الخطيب"
    assert words("groups", Outcome.MISSED) == "غربي درعا"
    assert words("places", Outcome.MADE_UP) == "نوى"
    (wrong,) = held["persons", Outcome.FOUND].wrong
    assert (wrong.field, wrong.gold, wrong.found) == ("fate", "injured", "killed")


def test_the_page_marks_words_and_keeps_the_text(tmp_path: Path) -> None:
    one, path = evaluated(tmp_path / "gold"), tmp_path / "page.html"
    write_page(
        path, total([one.compared]), calibration(judged([one])), [one], "gold", digest_of(read_gold(tmp_path / "gold"))
    )
    html = path.read_text(encoding="utf-8")
    assert 'dir="rtl"' in html
    assert re.search(r'<a[^>]* class="made-up"[^>]*>نوى</a>', html)
    assert re.search(r'<a[^>]* class="missed"[^>]*>غربي ', html)
    body = html.split('<div class="text">')[1].split('<div class="claims">')[0]
    assert re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", body)) == re.sub(r"\s+", "", TEXT)
    targets, ids = set(re.findall(r'href="#([^"]+)"', html)), set(re.findall(r'id="([^"]+)"', html))
    assert targets <= ids
