"""Sentences to train the encoder on: two corpora with labels of their own, and changes that make them more varied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from tawthiq.extract.corpus import Row, Tag, read_rows
from tawthiq.extract.entities.engines.labels import LAYERS, OUTSIDE, ROLES, LayerName
from tawthiq.text.tables import column, table
from tawthiq.text.tokens import Token, tokenize

PARTICLES = ("و", "ف", "ب", "ل")
_UNSPELLED = 0.12
_ATTACHED = 0.15
_PLAIN = str.maketrans("أإآةى", "اااهي")
_LAYER_OF = {
    "per": LayerName.NAMES,
    "loc": LayerName.NAMES,
    "org": LayerName.NAMES,
    "title": LayerName.TITLES,
    "vic": LayerName.UNNAMED,
    "perp": LayerName.UNNAMED,
    "src": LayerName.UNNAMED,
    "act": LayerName.EVENTS,
    "weapon": LayerName.EVENTS,
}


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence: words with a label of each layer, none where the corpus says nothing; for names three roles, 0 or 1.

    `report`: what it is a part of, "" where the corpus does not tell.
    """

    words: tuple[str, ...]
    labels: tuple[dict[LayerName, str], ...]
    roles: tuple[tuple[int, ...] | None, ...]
    split: str = "train"
    report: str = ""


def news_sentences(path: Path, held: float = 0.1) -> list[Example]:
    """Sentences of ANERcorp, lines `word TAG`; the last part of the file is `dev`, since its articles are whole."""
    found = [_news(words, tags) for words, tags in _news_blocks(path)]
    edge = len(found) - int(len(found) * held)
    return [replace(one, split="train" if at < edge else "dev") for at, one in enumerate(found)]


def _news_blocks(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    words: list[str] = []
    tags: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.strip().rpartition(" ")
        if word:
            words.append(word)
            tags.append(tag)
        if words and (not word or word == "." or (len(words) >= 90 and tag == OUTSIDE)):
            yield words, tags
            words, tags = [], []
    if words:
        yield words, tags


def _news(words: Sequence[str], tags: Sequence[str]) -> Example:
    return Example(tuple(words), tuple({LayerName.NEWS: tag} for tag in tags), (None,) * len(words))


def own_sentences(folder: Path) -> list[Example]:
    """Sentences of the project's corpus."""
    files = sorted(folder.glob("*.tsv"))
    return [_own(row) for path in files for row in read_rows(path.open(encoding="utf-8"), path.name)]


def _own(row: Row) -> Example:
    tokens = [token for token in tokenize(row.text) if token.text != "\n"]
    labels = [{layer: OUTSIDE for layer in LAYERS if layer is not LayerName.NEWS} for _ in tokens]
    roles: list[tuple[int, ...] | None] = [None] * len(tokens)
    for tag in sorted(row.tags, key=lambda tag: tag.span.end - tag.span.start):
        layer = _LAYER_OF.get(tag.name)
        if layer is None:
            continue
        held = _held(tokens, tag)
        for at in held:
            labels[at][layer] = f"{'B' if at == held[0] else 'I'}-{tag.name}"
            if tag.name in ("per", "org"):
                roles[at] = tuple(int(role in tag.attributes.get("role", "").split()) for role in ROLES)
    return Example(tuple(token.text for token in tokens), tuple(labels), tuple(roles), row.split, row.report)


def _held(tokens: Sequence[Token], tag: Tag) -> list[int]:
    """Tokens that begin in the tag or hold its start."""
    return [at for at, one in enumerate(tokens) if one.start < tag.span.end and one.end > tag.span.start]


@dataclass(frozen=True, slots=True)
class Names:
    given: Sequence[str]
    family: Sequence[str]
    places: Sequence[str]

    def person(self, chance: Random) -> list[str]:
        given = [chance.choice(self.given) for _ in range(chance.choice((1, 1, 1, 2)))]
        return " ".join([*given, chance.choice(self.family)] if chance.random() < 0.85 else given).split()

    def place(self, chance: Random) -> list[str]:
        return chance.choice(self.places).split()


def read_names() -> Names:
    """Names of the word lists that no ordinary word hides among."""
    places = [row["name"] for row in table("gazetteer/places.tsv") if row.get("common") != "1"]
    return Names(_uncommon("gazetteer/given_names.tsv"), _uncommon("gazetteer/family_names.tsv"), places)


def _uncommon(name: str) -> list[str]:
    return [row["name"] for row in table(name) if row["common"] != "1"] or list(column(name, "name"))


Renaming = dict[tuple[str, ...], tuple[str, ...] | None]


def varied(passage: Sequence[Example], names: Names, chance: Random, swap: float) -> list[Example]:
    """The sentences with some persons and places renamed, one name alike in all; particles attached, no hamzas."""
    renaming: Renaming = {}
    return [_varied(one, names, chance, swap, renaming) for one in passage]


def _varied(one: Example, names: Names, chance: Random, swap: float, renaming: Renaming) -> Example:
    words: list[str] = []
    labels: list[dict[LayerName, str]] = []
    roles: list[tuple[int, ...] | None] = []
    at = 0
    while at < len(one.words):
        end = _end(one, at)
        old = one.words[at:end]
        if old and old not in renaming:
            renaming[old] = _new_name(one, at, names, chance) if chance.random() < swap else None
        new = renaming.get(old)
        if new:
            labels += [one.labels[at], *([_going_on(one.labels[at])] * (len(new) - 1))]
            roles += [one.roles[at]] * len(new)
            words += _attached(one, at, new, chance)
        else:
            end = max(end, at + 1)
            words += one.words[at:end]
            labels += one.labels[at:end]
            roles += one.roles[at:end]
        at = end
    if chance.random() < _UNSPELLED:
        words = [word.translate(_PLAIN) for word in words]
    return replace(one, words=tuple(words), labels=tuple(labels), roles=tuple(roles))


def _going_on(labels: dict[LayerName, str]) -> dict[LayerName, str]:
    return {layer: label.replace("B-", "I-") for layer, label in labels.items()}


def _kind(one: Example, at: int) -> str:
    label = one.labels[at].get(LayerName.NEWS) or one.labels[at][LayerName.NAMES]
    return label.lower().replace("pers", "per")


def _end(one: Example, at: int) -> int:
    """Behind the name of a person or place that begins here; `at` where none does."""
    kind = _kind(one, at)
    if kind not in ("b-per", "b-loc"):
        return at
    end = at + 1
    while end < len(one.words) and _kind(one, end) == f"i-{kind[2:]}":
        end += 1
    return end


def _new_name(one: Example, at: int, names: Names, chance: Random) -> tuple[str, ...]:
    return tuple(names.person(chance) if _kind(one, at) == "b-per" else names.place(chance))


def _attached(one: Example, at: int, new: Sequence[str], chance: Random) -> list[str]:
    """Sometimes a particle is written to the name where none stands before it."""
    if not at or one.words[at - 1] in PARTICLES or chance.random() >= _ATTACHED:
        return list(new)
    return [chance.choice(PARTICLES if _kind(one, at) == "b-per" else PARTICLES[2:]) + new[0], *new[1:]]
