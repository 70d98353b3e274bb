"""Words of a name put together to its parts: عبد with its name, أبو with its name, a name with الدين or الله.

Every part gets a key without blanks, in which ال inside a part is one sign, so that عبد الرحمن, عبدالرحمن,
Abd al-Rahman, Abdurrahman and Abderrahmane can be compared letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tawthiq.link.names.letters import ARTICLE, tighten
from tawthiq.link.names.tables import uses
from tawthiq.link.names.words import Word

_AL = "ال"
_KUNYA = {True: "ابو", False: "abu"}
_MOTHER = {True: "ام", False: "um"}
_SHORTEST = 3
_ARTICLE = re.compile(r"[ae]l.{4}")
_GLUED = re.compile(r"^(ابو)(?=..{2})|^(?:abu|abou|abo)(?=[^aeiouwy]..)")
_TAIL = re.compile(r"(?<=..)ال(?=(?:دين|اسلام)$)|(?<=...)ال(?=له$)")


@dataclass(frozen=True, slots=True)
class Unit:
    """One part before its role is known. `article`: it has ال; `after_son`: بن stands before it."""

    text: str
    key: str
    kunya: bool = False
    article: bool = False
    after_son: bool = False


def units_of(words: list[Word]) -> list[Unit]:
    """The parts in order; words that only join (بن, bin, al) are used up."""
    return list(_Reader(words).units())


class _Reader:
    """Goes through the words once, taking what belongs together."""

    def __init__(self, words: list[Word]) -> None:
        self._words = words
        self._at = 0

    def units(self) -> Iterator[Unit]:
        after_son = False
        while self._at < len(self._words):
            if self._use() == "son" and self._left() > 1:
                self._at += 1
                after_son = True
                continue
            unit = self._unit()
            yield Unit(unit.text, unit.key, unit.kunya, unit.article, after_son)
            after_son = False

    def _left(self) -> int:
        return len(self._words) - self._at

    def _use(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return uses().get(self._words[at].key, "") if at < len(self._words) else ""

    def _take(self) -> Word:
        self._at += 1
        return self._words[self._at - 1]

    def _unit(self) -> Unit:
        use = self._use()
        if use in ("kunya", "mother") and self._left() > 1:
            return self._kunya(use)
        if use == "servant" and self._left() > 1 and self._serves():
            return self._servant()
        if self._article_here():
            return self._with_article()
        return self._followed(_single(self._take()))

    def _article_here(self) -> bool:
        """An article as a word of its own; as-, ad- and the like only before the letter that they take on."""
        use = self._use()
        if self._left() < 2:
            return False
        word, following = self._words[self._at : self._at + 2]
        return use in ("article", "house") or (use == "sun" and following.key.startswith(word.key[1:]))

    def _with_article(self) -> Unit:
        article = self._take()
        unit = self._unit()
        return Unit(f"{article.text}{'-' if article.tied else ' '}{unit.text}", unit.key, unit.kunya, True)

    def _kunya(self, use: str) -> Unit:
        head = self._take()
        start = (_KUNYA if use == "kunya" else _MOTHER)[head.arabic]
        article = ("" if head.arabic else "al") if self._article_here() else ""
        rest = self._unit()
        return Unit(f"{head.text} {rest.text}", tighten(start + article + rest.key), kunya=True)

    def _serves(self) -> bool:
        """Whether عبد goes with the next word: that has ال, or the head itself holds the article (abdul)."""
        word, following = self._words[self._at], self._words[self._at + 1]
        if word.arabic:
            return following.key.startswith(_AL) or following.key == "ربه"
        return word.key not in ("abd", "abdou", "abdu") or word.tied or self._use(1) in ("article", "sun", "god")

    def _servant(self) -> Unit:
        head = self._take()
        articles = []
        while self._article_here():
            articles.append(self._take())
        rest = self._take()
        middle = "".join(article.key for article in articles)
        key = "عبد" + _marked(rest.key) if head.arabic else tighten(head.key + middle + rest.key)
        return Unit(_text([head, *articles, rest]), key)

    def _followed(self, unit: Unit) -> Unit:
        """A name that الدين or الله completes."""
        use, arabic = self._use(), bool(self._left()) and self._words[self._at].arabic
        if use in ("faith", "god") or (use == "virtue" and arabic):
            return self._joined(unit, [self._take()])
        if self._left() > 1 and self._article_here() and self._use(1) in ("faith", "virtue"):
            return self._joined(unit, [self._take(), self._take()])
        return unit

    def _joined(self, unit: Unit, words: list[Word]) -> Unit:
        tail = "".join(_inside(word.key) if word.arabic else word.key for word in words)
        return Unit(f"{unit.text} {_text(words)}", tighten(unit.key + tail), unit.kunya, unit.article)


def _text(words: list[Word]) -> str:
    return "".join(word.text + ("-" if word.tied else " ") for word in words).strip(" -")


def _inside(key: str) -> str:
    """ال marked, in بالله too."""
    return key.replace("بال", "ب" + ARTICLE) if key.startswith("بال") else _marked(key)


def _marked(key: str) -> str:
    return ARTICLE + key[len(_AL) :] if key.startswith(_AL) and len(key) > _SHORTEST else key


@lru_cache(maxsize=1 << 16)
def _single(word: Word) -> Unit:
    if not word.arabic:
        glued = _GLUED.match(word.key)
        key = "abu" + word.key[glued.end() :] if glued else word.key
        return Unit(word.text, key, kunya=bool(glued), article=bool(_ARTICLE.match(word.key)))
    key = word.key
    if key.startswith("ابو") and len(key) > 5:
        return Unit(word.text, "ابو" + _marked(key[3:]), kunya=True)
    if key.startswith("عبدال"):
        return Unit(word.text, "عبد" + _marked(key[3:]))
    article = key.startswith(_AL) and len(key) > _SHORTEST
    return Unit(word.text, _TAIL.sub(ARTICLE, _marked(key)), article=article)
