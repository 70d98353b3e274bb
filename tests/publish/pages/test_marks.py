"""Overlapping spans as segments, and a text as paragraphs of runs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.model import Kind, Span
from tawthiq.publish.pages.marks import Mark, paragraphs, segments

TEXT = "قتل أحمد في درعا"
texts = st.text(st.sampled_from("اب تx1–9\n @\u2028"), max_size=40)
spans = st.tuples(st.integers(0, 45), st.integers(0, 45)).map(lambda ends: Span(min(ends), max(ends)))
some_marks = st.lists(st.builds(Mark, spans, st.sampled_from(Kind), st.sampled_from(["m1", "m2", "m3"])), max_size=12)


def test_nested_and_overlapping_marks() -> None:
    incident = Mark(Span(0, 16), Kind.INCIDENT, "m1")
    person = Mark(Span(4, 8), Kind.PERSON, "m2")
    statement = Mark(Span(6, 12), Kind.STATEMENT, "m3")
    found = [(s.text, [str(kind) for kind in s.kinds], s.target) for s in segments(TEXT, [incident, person, statement])]
    assert found == [
        ("قتل ", ["incident"], "m1"),
        ("أح", ["person", "incident"], "m2"),
        ("مد", ["person", "incident", "statement"], "m2"),
        (" في ", ["incident", "statement"], "m3"),
        ("درعا", ["incident"], "m1"),
    ]


def test_a_mark_without_words_still_has_its_anchor() -> None:
    found = list(segments(TEXT, [Mark(Span(4, 4), Kind.PERSON, "m1")]))
    assert [(s.start, s.anchored, s.marks) for s in found] == [(0, False, ()), (4, True, ())]


def test_the_narrowest_entity_gives_the_ground_and_the_narrowest_event_the_line() -> None:
    marks = [
        Mark(Span(4, 8), Kind.PERSON, "m1"),
        Mark(Span(0, 12), Kind.GROUP, "m2"),
        Mark(Span(0, 16), Kind.INCIDENT, "m3"),
        Mark(Span(2, 14), Kind.TALLY, "m4"),
        Mark(Span(0, 16), Kind.STATEMENT, "m5"),
    ]
    (held,) = [segment for segment in segments(TEXT, marks) if segment.start == 4]
    assert held.classes == ["person", "group", "incident", "tally", "statement", "on-person", "under-tally"]


def test_words_that_name_a_thing_show_as_it_also_where_more_is_said() -> None:
    said, named = Mark(Span(12, 16), Kind.PERSON, "m1"), Mark(Span(11, 16), Kind.PLACE, "m2", names=True)
    assert list(segments(TEXT, [said, named]))[-1].classes == ["person", "place", "on-place"]


@given(texts, some_marks, st.lists(st.integers(0, 45), max_size=5))
def test_segments_are_the_text_each_under_all_that_covers_it(text: str, marks: list[Mark], cuts: list[int]) -> None:
    found = list(segments(text, marks, cuts))
    assert "".join(s.text for s in found) == text
    for segment in found:
        inside = range(segment.start, segment.end)
        for at in inside:
            over = {mark for mark in marks if mark.span.start <= at < mark.span.end}
            assert set(segment.marks) == over
            assert set(segment.kinds) == {mark.kind for mark in over}


@given(texts, some_marks)
def test_every_mark_that_begins_in_the_text_has_an_anchor(text: str, marks: list[Mark]) -> None:
    anchored = {s.start for s in segments(text, marks) if s.anchored}
    assert anchored == {mark.span.start for mark in marks if mark.span.start < len(text)}


@given(texts, some_marks)
def test_paragraphs_joined_are_the_text(text: str, marks: list[Mark]) -> None:
    lines = list(paragraphs(text, marks))
    joined = ["".join(s.text for run in line.runs for s in run.segments) for line in lines]
    assert joined == text.splitlines(keepends=True)


def test_a_mark_inside_a_date_stays_inside_its_isolate() -> None:
    (line,) = paragraphs("يوم 2023-10-31 في درعا", [Mark(Span(4, 8), Kind.TALLY, "m1")])
    assert [(run.isolated, [s.text for s in run.segments]) for run in line.runs] == [
        (False, ["يوم "]),
        (True, ["2023", "-10-31"]),
        (False, [" في درعا"]),
    ]


def test_an_english_line_runs_from_the_left() -> None:
    assert [line.left_to_right for line in paragraphs("سطر عربي BBC\nAn English line\n12\n", [])] == [
        False,
        True,
        False,
    ]
