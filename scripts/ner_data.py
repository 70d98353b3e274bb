"""Sentences to train and measure the sequence model on: ANERcorp's lines and the project's own corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tawthiq.extract.corpus import Row, Tag, TagName, read_rows
from tawthiq.extract.entities.features import NEWS, OWN
from tawthiq.extract.entities.lexicon import norm_of
from tawthiq.extract.entities.scene import Scene
from tawthiq.extract.page import Page
from tawthiq.model import Report
from tawthiq.model.ids import sha256

CLASSES = {TagName.PER: "PERS", TagName.LOC: "LOC", TagName.ORG: "ORG"}
HELD = 10


@dataclass(frozen=True, slots=True)
class Sentence:
    """Folded words with their tags (B-PERS, I-LOC, O …); `register`: whose conventions they follow."""

    norms: tuple[str, ...]
    tags: tuple[str, ...]
    register: str
    split: str


def news(path: Path, split: str = "train") -> list[Sentence]:
    """Sentences of lines `word TAG`; of a training file the last tenth, whose articles are whole, is `dev`."""
    found = [Sentence(tuple(norms), tuple(tags), NEWS, split) for norms, tags in _blocks(path)]
    if split != "train":
        return found
    edge = len(found) - len(found) // HELD
    return found[:edge] + [Sentence(one.norms, one.tags, NEWS, "dev") for one in found[edge:]]


def _blocks(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    norms: list[str] = []
    tags: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.strip().rpartition(" ")
        if word:
            norms.append(norm_of(word) or word)
            tags.append(tag)
        if norms and (not word or word == "."):
            yield norms, tags
            norms, tags = [], []
    if norms:
        yield norms, tags


def own(folder: Path) -> list[Sentence]:
    """Sentences of the project's corpus, outermost names only; the last digit of a report's number is its split."""
    files = sorted(folder.glob("*.tsv"))
    return [_sentence(row) for path in files for row in read_rows(path.open(encoding="utf-8"), path.name)]


def page_of(row: Row) -> Page:
    return Page(Report(sha256=sha256(row.text.encode()), text=row.text, name=row.id, published=row.published))


def _sentence(row: Row) -> Sentence:
    scene = Scene(page_of(row))
    tags = ["O"] * len(scene.tokens)
    for tag in _outermost(row.tags):
        held = list(scene.page.token_range(tag.span))
        for at in held:
            tags[at] = f"{'B' if at == held[0] else 'I'}-{CLASSES[tag.name]}"
    return Sentence(tuple(scene.norms), tuple(tags), OWN, row.split)


def _outermost(tags: Sequence[Tag]) -> list[Tag]:
    kept: list[Tag] = []
    for tag in tags:
        if tag.name in CLASSES and not (kept and tag.span.end <= kept[-1].span.end):
            kept.append(tag)
    return kept
