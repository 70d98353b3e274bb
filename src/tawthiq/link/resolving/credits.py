"""Whom a report has its news from, by its own words: نقلاً عن, وفق ما نشرته; media and monitors also by plain saying."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from tawthiq.extract.entities.office import names
from tawthiq.text.clitics import strip_candidates
from tawthiq.text.fold import fold_phrase
from tawthiq.text.tables import table
from tawthiq.text.tokens import Token, tokenize

_CARRIERS = frozenset({"media", "monitor"})
_LONGEST = 6
_CLOSING = frozenset(")–—-:/")
_PUBLISHING = "publishing"


def outlet_key(name: str) -> str:
    """A name without its head, so that "شبكة كذا" and "كذا" are one."""
    words = fold_phrase(name).split()
    while len(words) > 1 and words[0] in _heads():
        words = words[1:]
    return " ".join(words)


def credits(text: str, outlets: Collection[str], groups: Iterable[str] = ()) -> frozenset[str]:
    """Keys of the originators that a text names.

    `outlets` are keys of those that the store knows by their reports; `groups`, names that were read in the text.
    Behind a head for media (وكالة, شبكة) any of these is an originator.
    """
    known = dict.fromkeys(outlets, "media") | {key: "" for group in groups if (key := outlet_key(group)) not in outlets}
    tokens = [token for token in tokenize(text) if token.norm not in ("«", "»", '"', "“", "”")]
    return frozenset((*_datelines(tokens, known), *_credits(tokens, known)))


def _datelines(tokens: Sequence[Token], known: Mapping[str, str]) -> Iterator[str]:
    """At the head of a line: "(رويترز)", "صحيفة الوقائع – …", "المرصد السوري: …"."""
    starts = [at + 1 for at, token in enumerate(tokens) if token.norm == "\n"]
    for at in (0, *starts):
        first = at + 1 if at < len(tokens) and tokens[at].norm == "(" else at
        key, width = _named(tokens, first, False, known)
        after = tokens[first + width].norm if key and first + width < len(tokens) else ""
        if after in _CLOSING:
            yield key


def _credits(tokens: Sequence[Token], known: Mapping[str, str]) -> Iterator[str]:
    at = 0
    while at < len(tokens):
        width, by = _cue(tokens, at)
        if by and (key := _named(tokens, at + width, by == _PUBLISHING, known)[0]):
            yield key
        at += max(1, width)


def _cue(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """The longest cue that begins here, a conjunction before its first word aside; 0 where none does."""
    if not tokens[at].is_word:
        return 0, ""
    if tokens[at].norm[:1] == "ل" and tokens[at].norm[1:] in _heads():
        return 0, "saying"
    for first in strip_candidates(tokens[at].norm)[:2]:
        for words, by in _cues().get(first, ()):
            if tuple(token.norm for token in tokens[at + 1 : at + len(words)]) == words[1:]:
                return len(words), by
    return 0, ""


def _named(tokens: Sequence[Token], start: int, published: bool, known: Mapping[str, str]) -> tuple[str, int]:
    """The key of the longest name at this place that is an originator's, and its words."""
    words: list[str] = []
    for token in tokens[start : start + _LONGEST]:
        if not token.is_word:
            break
        norm = token.norm
        # "لوكالة …": a source told it to the agency.
        words.append(norm[1:] if not words and norm[:1] == "ل" and norm[1:] in _heads() else norm)
    for last in range(len(words), 0, -1):
        key = outlet_key(" ".join(words[:last]))
        kind = known.get(key) or _groups().get(key, "")
        headed = len(key.split()) < last and key in known
        if headed or kind in _CARRIERS or (published and (kind or key in known)):
            return key, last
    return "", 0


@cache
def _cues() -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table("linking/originators.tsv"):
        for form in row["forms"].split("|"):
            words = tuple(fold_phrase(form).split())
            found.setdefault(words[0], []).append((words, row["by"]))
    return {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in found.items()}


@cache
def _heads() -> frozenset[str]:
    plain = {fold_phrase(row["head"]) for row in table("lexicon/group_heads.tsv") if row["kind"] == "media"}
    return frozenset(plain | {f"ال{head}" for head in plain})


@cache
def _groups() -> Mapping[str, str]:
    """Kinds of the groups that the gazetteer has, by their keys."""
    return {
        outlet_key(form): row["kind"]
        for row in names("groups.tsv")
        for form in (row["name"], *row["aliases"].split("|"))
        if form
    }
