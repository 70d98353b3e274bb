"""A page as the readers of entities see it: folded words, what each may hide, where signs and quotation marks stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tawthiq.extract.entities.lexicon import norm_of
from tawthiq.extract.facts import Phrase
from tawthiq.extract.page import Page
from tawthiq.model import Span
from tawthiq.text.clitics import readings
from tawthiq.text.fold import fold
from tawthiq.text.tokens import Token

_OPENERS = {"«": "»", "“": "”", '"': '"', "”": "”", "»": "»", "‘": "’"}
_MAX_QUOTED = 8
_REACH = 9
_FATHERS = {"ابي": "ابو", "ابا": "ابو"}


@dataclass(frozen=True, slots=True)
class Stem:
    """A word less the particles before it; `restored`: its article was hidden by لل."""

    norm: str
    prefix: str = ""
    restored: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens first..last (exclusive) that make a name; the stem says what to leave off the first."""

    first: int
    last: int
    stem: Stem


@lru_cache(maxsize=65536)
def stems(norm: str) -> tuple[Stem, ...]:
    """What a folded word may be without its particles, the least taken off first."""
    found: dict[tuple[str, str], Stem] = {}
    for reading in readings(norm):
        stem = Stem(reading.stem, reading.prefix, reading.restored)
        found.setdefault((stem.prefix, stem.norm), stem)
    return tuple(found.values())


@dataclass(frozen=True)
class Scene:
    page: Page

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return self.page.tokens

    @cached_property
    def norms(self) -> list[str]:
        """Folded words, the cases of أبو made one; a sign stands for itself."""
        return [_FATHERS.get(norm, norm) for norm in (norm_of(token.text) or token.norm for token in self.tokens)]

    @cached_property
    def is_word(self) -> list[bool]:
        return [token.is_word and not token.is_number for token in self.tokens]

    def norm(self, at: int) -> str:
        return self.norms[at] if 0 <= at < len(self.norms) else "\n"

    def word(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.is_word[at]

    def rest(self, at: int) -> Sequence[str]:
        """The folded words right behind a token, as far as names reach."""
        return self.norms[at + 1 : at + _REACH]

    @cached_property
    def _stems(self) -> list[tuple[Stem, ...]]:
        return [stems(norm) if is_word else () for norm, is_word in zip(self.norms, self.is_word, strict=True)]

    def stems(self, at: int) -> tuple[Stem, ...]:
        return self._stems[at] if 0 <= at < len(self._stems) else ()

    def phrase(self, hit: Hit) -> Phrase:
        """The words of the hit; with the article that لل hides, where it does."""
        first = self.tokens[hit.first]
        end = self.tokens[hit.last - 1].end
        cut = _offset(first.text, len(hit.stem.prefix))
        if not hit.stem.restored:
            return self.page.phrase(Span(first.start + cut, end))
        rest = self.page.text[first.start + cut : end]
        hidden = "ا" if first.norm[len(hit.stem.prefix) :] == hit.stem.norm[1:] else "ال"
        return Phrase(Span(first.start, end), hidden + rest)

    @cached_property
    def quoted(self) -> dict[int, int]:
        """First token inside a pair of quotation marks → first token behind its last; short quotations only."""
        return dict(self._quotations())

    def _quotations(self) -> Iterator[tuple[int, int]]:
        at = 0
        while at < len(self.tokens):
            closer = _OPENERS.get(self.norms[at])
            end = self._closing(at + 1, closer) if closer else None
            if end is not None and end > at + 1:
                yield at + 1, end
                at = end + 1
            else:
                at += 1

    def _closing(self, at: int, closer: str | None) -> int | None:
        for end in range(at, min(at + _MAX_QUOTED + 1, len(self.tokens))):
            norm = self.norms[end]
            if norm == closer or (norm in "»”" and closer in ("»", "”")):
                return end
            if norm in ("\n", ".", "،", ":"):
                return None
        return None

    def before(self, at: int) -> int:
        """The token before, quotation marks and a lone particle (بـ، لـ) passed over; -1 where there is none."""
        at -= 1
        while at >= 0 and (self.norms[at] in _QUOTES or self.norms[at] in _LONE):
            at -= 1
        return at


_QUOTES = frozenset("«»“”\"'‘’")
_LONE = frozenset({"ب", "ل", "ك", "و", "ول", "وب"})


@lru_cache(maxsize=4096)
def _offset(word: str, letters: int) -> int:
    """Code points of the word that make its first folded letters."""
    return fold(word).source(letters, len(fold(word).norm)).start if letters else 0


@lru_cache(maxsize=8)
def scene_of(page: Page) -> Scene:
    return Scene(page)
