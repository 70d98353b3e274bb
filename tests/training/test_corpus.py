"""Every line of the training corpus is held to the guidelines, and no line is lost on the way in and out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import ValueFormatError
from tawthiq.extract.corpus import HEADER, Row, Tag, TagName, format_sentence, parse, read_rows
from tawthiq.model import EDTF, IncidentType, Metric, Span, Stance, Weapon

TRAINING = Path(__file__).parents[2] / "training"
FILES = sorted((TRAINING / "sentences").glob("*.tsv"))
GUIDELINES = (TRAINING / "GUIDELINES.md").read_text(encoding="utf-8")
PROMISED = re.findall(r"^\| `(\w+\.tsv)` \|.*\| (\d+) \|$", (TRAINING / "README.md").read_text(encoding="utf-8"), re.M)
ROLE = re.compile(r"(victim|perpetrator|speaker)( (victim|perpetrator|speaker))?")
NUMBER = re.compile(r"\d*", re.ASCII)
NAMES = (TagName.PER, TagName.ORG, TagName.LOC)

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@cache
def rows(path: Path) -> tuple[Row, ...]:
    with path.open(encoding="utf-8") as lines:
        return tuple(read_rows(lines, path.name))


def every_row() -> Iterator[Row]:
    return (row for path in FILES for row in rows(path))


def one_of(codes: type[IncidentType] | type[Metric] | type[Stance] | type[Weapon]) -> re.Pattern[str]:
    return re.compile("|".join(code.value for code in codes))


# For each tag the attributes that it must have, and those that it may have, with what they may hold.
MUST = {
    TagName.WEAPON: {"code": one_of(Weapon)},
    TagName.ACT: {"type": one_of(IncidentType)},
    TagName.N: {"of": one_of(Metric), "min": NUMBER, "max": NUMBER},
    TagName.SAY: {"stance": one_of(Stance)},
    TagName.SRC: {"voice": re.compile("anonymous")},
    TagName.DATE: {"edtf": re.compile(".*")},
}
MAY = {
    TagName.PER: {"role": ROLE},
    TagName.ORG: {"role": ROLE},
    TagName.LOC: {"of": re.compile("origin")},
    TagName.ACT: {"status": re.compile("denied|planned|general")},
    TagName.N: {"kind": re.compile("tally")},
}


def faults(tag: Tag) -> list[str]:
    """What is wrong with the attributes of a tag."""
    must, held = MUST.get(tag.name, {}), tag.attributes
    allowed = must | MAY.get(tag.name, {})
    found = [f"no {name}" for name in must if name not in held]
    found += [f"{k}={v}" for k, v in held.items() if k not in allowed or not allowed[k].fullmatch(v)]
    if tag.name is TagName.N and held.get("min") and held.get("max") and int(held["min"]) > int(held["max"]):
        found.append("min over max")
    return found


@each_file
def test_attributes_hold_known_codes(path: Path) -> None:
    assert [(row.id, tag, faults(tag)) for row in rows(path) for tag in row.tags if faults(tag)] == []


@each_file
def test_dates_are_edtf(path: Path) -> None:
    for row in rows(path):
        for tag in row.tags:
            if tag.attributes.get("edtf"):
                EDTF(tag.attributes["edtf"])


@each_file
def test_ids_are_ordered_and_sentences_of_a_report_share_its_date(path: Path) -> None:
    ids = [row.id for row in rows(path)]
    assert ids == sorted(set(ids))
    assert all(row_id.startswith(f"{path.stem}-") for row_id in ids)
    assert [b.id for a, b in pairwise(rows(path)) if a.report == b.report and a.published != b.published] == []


@each_file
def test_lines_come_back_as_they_were(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    assert [format_sentence(row.text, row.tags) for row in rows(path)] == [line.split("\t")[2] for line in lines]


@each_file
def test_tags_hold_whole_words(path: Path) -> None:
    """Only an attached proclitic may touch a tag from the left, and no letter may follow it."""
    proclitic = re.compile(r"(?:^|[^\w])[وفبلكأسال]{0,5}$")
    for row in rows(path):
        for tag in row.tags:
            before, after = row.text[: tag.span.start], row.text[tag.span.end : tag.span.end + 1]
            assert proclitic.search(before), (row.id, tag.span.of(row.text))
            assert not after.isalpha(), (row.id, tag.span.of(row.text))


def test_no_sentence_stands_twice() -> None:
    counts = Counter(row.text for row in every_row())
    assert [text for text, count in counts.items() if count > 1] == []


def test_no_name_begins_with_an_attached_and() -> None:
    """A tagged name that is و before another tagged name, or before the article, holds a word too much."""
    names = {(tag.name, tag.span.of(row.text)): row.id for row in every_row() for tag in row.tags if tag.name in NAMES}
    doubled = [
        (row_id, name)
        for (kind, name), row_id in names.items()
        if name.startswith("وال") or (name.startswith("و") and (kind, name[1:]) in names)
    ]
    assert doubled == []


@pytest.mark.parametrize(("name", "least"), PROMISED)
def test_files_hold_what_the_readme_promises(name: str, least: str) -> None:
    assert len(rows(TRAINING / "sentences" / name)) >= int(least)


@pytest.mark.parametrize("path", [TRAINING / "sentences" / name for name, _ in PROMISED], ids=lambda path: path.stem)
def test_each_split_has_reports(path: Path) -> None:
    assert {row.split for row in rows(path)} == {"train", "dev", "test"}


def test_the_ten_examples_of_the_guidelines_keep_the_rules() -> None:
    examples = re.findall(r"^ +`(.+)`$", GUIDELINES, re.M)
    tags = [tag for example in examples for tag in parse(example)[1]]
    assert len(examples) == 10
    assert {tag.name for tag in tags} == set(TagName)
    assert [tag for tag in tags if faults(tag)] == []


@pytest.mark.parametrize(
    ("annotated", "fault"),
    [
        ("قال <per>سامر", "never closed"),
        ("قال <per>سامر</org>", "closes no tag"),
        ("<per>سامر <loc>من</per> طفس</loc>", "closes no tag"),
        ("قال <name>سامر</name>", "no tag of the corpus"),
        ("قال <per >سامر</per>", "no tag of the corpus"),
        ("3 < 4", "no tag of the corpus"),
        ("قال <per></per>", "holds nothing"),
        ("قال <per>سامر </per>", "begins or ends with a space"),
        ('<n min="1" min="2">واحد</n>', "stands twice"),
    ],
)
def test_a_broken_line_is_named(annotated: str, fault: str) -> None:
    with pytest.raises(ValueFormatError, match=fault) as caught:
        parse(annotated)
    assert repr(annotated) in str(caught.value)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("local-001-01\t2022-03-10", "2 cells"),
        ("local-1-01\t2022-03-10\tنص", "not an id"),
        ("local-001-01\t2022-02-30\tنص", "not a day"),
        ("local-001-01\t2022-03-10\tقال <per>سامر", "never closed"),
    ],
)
def test_a_broken_row_is_named_by_file_and_line(line: str, fault: str) -> None:
    with pytest.raises(ValueFormatError, match=f"x.tsv, line 2: .*{fault}"):
        list(read_rows([HEADER, line], "x.tsv"))


def test_a_file_without_its_header_is_refused() -> None:
    with pytest.raises(ValueFormatError, match="line 1: the header"):
        list(read_rows(["local-001-01\t2022-03-10\tنص"]))


WORDS = st.lists(st.text("ابتمنويةأ٣3«»", min_size=1, max_size=4), min_size=1, max_size=3).map(" ".join)
ATTRIBUTES = st.dictionaries(st.sampled_from(["role", "of", "min"]), st.text("abc 0-", max_size=4), max_size=2)
NODES = st.recursive(WORDS, lambda inner: st.tuples(st.sampled_from(TagName), ATTRIBUTES, st.lists(inner, min_size=1)))


def grow(node: object, at: int, tags: list[Tag]) -> str:
    """The text of a tree of words and tags that begins at `at`; its tags are added in opening order."""
    if isinstance(node, str):
        return node
    assert isinstance(node, tuple)
    name, attributes, children = node
    place = len(tags)
    held: list[Tag] = []
    text = join(children, at, held)
    tags[place:] = [Tag(name, Span(at, at + len(text)), attributes), *held]
    return text


def join(nodes: list[object], at: int, tags: list[Tag]) -> str:
    text = ""
    for node in nodes:
        text += " " if text else ""
        text += grow(node, at + len(text), tags)
    return text


@given(st.lists(NODES, min_size=1, max_size=4))
def test_what_is_written_is_read_back(nodes: list[object]) -> None:
    tags: list[Tag] = []
    text = join(nodes, 0, tags)
    assert parse(format_sentence(text, tags)) == (text, tuple(tags))
