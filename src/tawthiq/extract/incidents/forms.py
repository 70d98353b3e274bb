"""Forms of one or several words, with gaps and alternatives, looked for in tokens whatever hangs on the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from tawthiq.text.clitics import readings
from tawthiq.text.fold import fold_word
from tawthiq.text.tokens import Token

Value = TypeVar("Value")
GAP = "…"
_WIDEST_GAP = 14
_PRONOUNS = ("هما", "هم", "ها", "هن", "ه")
_MIN_STEM = 3
_MOST_WORDS = 65536


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to read a word: its stem with the particle taken off its front; `definite` by ال or a pronoun."""

    stem: str
    prefix: str
    definite: bool


@lru_cache(maxsize=65536)
def variants(norm: str, closed: bool = False) -> tuple[Variant, ...]:
    """All ways to read a folded word, the plainest first; `closed` by ة, so that no pronoun ends it."""
    return tuple(_variants(norm, closed))


@lru_cache(maxsize=65536)
def _stems(norm: str, closed: bool) -> frozenset[str]:
    return frozenset(variant.stem for variant in variants(norm, closed))


def variants_of(token: Token) -> tuple[Variant, ...]:
    return variants(token.norm, token.text.endswith("ة"))


def _variants(norm: str, closed: bool) -> Iterator[Variant]:
    for reading in readings(norm):
        yield Variant(reading.stem, reading.prefix, False)
        bare = reading.stem
        if bare.startswith("ال") and len(bare) > _MIN_STEM + 1:
            bare = bare[2:]
            yield Variant(bare, reading.prefix, True)
        if bare.endswith("ا") and len(bare) > _MIN_STEM and reading.prefix in ("", "و"):
            yield Variant(bare[:-1], reading.prefix, False)
        for pronoun in () if closed else _PRONOUNS:
            stem = bare.removesuffix(pronoun)
            if stem != bare and len(stem) >= _MIN_STEM:
                yield Variant(stem, reading.prefix, True)
                if stem.endswith("و"):
                    yield Variant(stem + "ا", reading.prefix, True)
                if stem.endswith("ت"):
                    yield Variant(stem[:-1] + "ه", reading.prefix, True)
                break


@dataclass(frozen=True, slots=True)
class Form(Generic[Value]):
    """`words` holds the alternatives of each word; `gaps` the indexes of words before which others may stand."""

    words: tuple[frozenset[str], ...]
    gaps: frozenset[int]
    value: Value


@dataclass(frozen=True, slots=True)
class Hit(Generic[Value]):
    """Tokens first..last (exclusive) hold the form; `at` are the tokens of its own words."""

    first: int
    last: int
    at: tuple[int, ...]
    prefix: str
    definite: bool
    value: Value


def parse_forms(cell: str, value: Value) -> Iterator[Form[Value]]:
    """The forms of one cell of a lexicon."""
    for form in cell.split("|"):
        words: list[frozenset[str]] = []
        gaps = set()
        for part in form.split():
            if part == GAP:
                gaps.add(len(words))
            else:
                words.append(frozenset(fold_word(word) for word in part.split("/")))
        if words:
            yield Form(tuple(words), frozenset(gaps), value)


class _Begins(dict[str, bool]):
    """Whether a word as written can begin a form; most words of a text begin none, and are asked for many."""

    def __init__(self, heads: KeysView[str]) -> None:
        super().__init__()
        self._heads = heads

    def __missing__(self, text: str) -> bool:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[text] = not self._heads.isdisjoint(_stems(fold_word(text), text.endswith("ة")))
        return self[text]


@dataclass(frozen=True)
class FormIndex(Generic[Value]):
    forms: tuple[Form[Value], ...]

    @classmethod
    def of(cls, cells: Iterable[tuple[str, Value]]) -> FormIndex[Value]:
        return cls(tuple(form for cell, value in cells for form in parse_forms(cell, value)))

    @cached_property
    def _by_first(self) -> Mapping[str, tuple[Form[Value], ...]]:
        index: dict[str, list[Form[Value]]] = {}
        for form in self.forms:
            for word in form.words[0]:
                index.setdefault(word, []).append(form)
        return {word: tuple(sorted(forms, key=lambda f: -len(f.words))) for word, forms in index.items()}

    def at(self, tokens: Sequence[Token], at: int, end: int) -> Hit[Value] | None:
        """The longest form that begins at this token and ends before `end`; the plainest reading of the word wins."""
        token = tokens[at]
        if not self._begins[token.text]:
            return None
        found: Hit[Value] | None = None
        for variant in variants_of(token):
            for form in self._by_first.get(variant.stem, ()):
                if found is None or len(form.words) > len(found.at):
                    found = _match(form, variant, tokens, at, end) or found
        return found

    @cached_property
    def _begins(self) -> _Begins:
        return _Begins(self._by_first.keys())

    def find(self, tokens: Sequence[Token], first: int, last: int) -> Iterator[Hit[Value]]:
        """All hits in tokens first..last, none on another's own words, in order."""
        taken: set[int] = set()
        begins = self._begins
        for at, token in enumerate(tokens[first:last], first):
            if not begins[token.text] or at in taken:
                continue
            hit = self.at(tokens, at, last)
            if hit:
                taken.update(hit.at)
                yield hit

    def holds(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        return next(self.find(tokens, first, last), None) is not None


def _match(form: Form[Value], variant: Variant, tokens: Sequence[Token], at: int, end: int) -> Hit[Value] | None:
    own = [at]
    for order in range(1, len(form.words)):
        reach = own[-1] + 2 + (_WIDEST_GAP if order in form.gaps else 0)
        near = range(own[-1] + 1, min(reach, end))
        step = next((i for i in near if _is_one_of(tokens[i], form.words[order])), None)
        if step is None:
            return None
        own.append(step)
    return Hit(at, own[-1] + 1, tuple(own), variant.prefix, variant.definite, form.value)


def _is_one_of(token: Token, words: frozenset[str]) -> bool:
    if not token.is_word:
        return False
    return token.norm in words or not words.isdisjoint(_stems(token.norm, token.text.endswith("ة")))
