"""Every fact of every report here stands on words of the text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.reports.test_facts import DEMO, HELD

from tawthiq.extract import read_report
from tawthiq.ingest import read_source
from tawthiq.model.records import predicates
from tawthiq.publish.facts import facts_of

EVAL = os.environ.get("TAWTHIQ_EVAL")
FOLDERS = [DEMO, HELD, *(sorted(Path(EVAL).iterdir()) if EVAL else ())]
TEXTS = [text for folder in FOLDERS for text in sorted(folder.glob("*.txt"))]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_text_between_the_offsets_is_the_quote(path: Path) -> None:
    report = read_source(path).report
    claims = read_report(report)
    spans = facts_of(report, claims)["spans"]
    assert len(spans) == len(claims) > 0
    for span, claim in zip(spans, claims, strict=True):
        assert report.text[span["start"] : span["end"]] == span["quote"] != ""
        assert claim.predicate in predicates(claim.subject.kind)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_reading_twice_gives_the_same_claims(path: Path) -> None:
    report = read_source(path).report
    assert read_report(report) == read_report(report)
