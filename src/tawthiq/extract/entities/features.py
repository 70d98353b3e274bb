"""What the sequence model sees of a word: its letters, the lists that hold it, and the same of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tawthiq.extract.entities import gazetteer
from tawthiq.extract.entities.clusters import classes_of
from tawthiq.extract.entities.lexicon import (
    bare,
    definite,
    family_names,
    given_names,
    group_heads,
    is_ordinary,
    nationalities,
    place_heads,
    titles,
    words,
)
from tawthiq.extract.entities.scene import stems

_AFFIX = 4
_LONG = 7
_WINDOW = (-2, -1, 1, 2)
_REACH = 5
_BACK = 4
_TOLD = frozenset("GFPOhHTd")
_NAMES = frozenset("GFPON")
_LEADS = frozenset("hHT")
_QUOTES = {"«": "»", "“": "”", '"': '"', "”": "”"}
OWN, NEWS = "o", "n"
"""Conventions of the corpora: the project's own, which leaves generic heads off; ANERcorp's."""
COARSE, FINE = 64, 512
MARKS = (
    *"GgFfNPOThHvcod",
    *(f"{flag}/" for flag in "GFPONhHT"),
    *("hin", "hout", "Hin", "Hout", "P?", "PTrue", "PFalse", "PB", "PI", "OB", "OI", "Q"),
    *(f"C{number}" for number in range(COARSE)),
    *(f"c{number}" for number in range(FINE)),
)
"""Marks of `marks`: the lists that hold a word, whole or less its particles; what a head or place is; names of several
words; short quotations; the word's classes."""
_NUMBERS = {mark: at for at, mark in enumerate(MARKS)}


def features(norms: Sequence[str], register: str = OWN) -> list[list[str]]:
    """Features of each folded word of a sentence; `register`: whose conventions tell what a name is, OWN or NEWS."""
    quoted = _quoted(norms)
    runs = _runs(norms, loose=True)
    seen = [(*_seen(norm), *run, *quote) for norm, run, quote in zip(norms, runs, quoted, strict=True)]
    return [_at(norms, seen, at, register) for at in range(len(norms))]


def _quoted(norms: Sequence[str]) -> list[tuple[str, ...]]:
    """A mark on the words inside of short quotations."""
    marked: list[tuple[str, ...]] = [()] * len(norms)
    for at, norm in enumerate(norms):
        closer = _QUOTES.get(norm)
        end = next((i for i in range(at + 1, min(at + _REACH + 2, len(norms))) if norms[i] == closer), at)
        marked[at + 1 : end] = [("Q",)] * (end - at - 1) if closer and end > at else marked[at + 1 : end]
    return marked


def marks(norms: Sequence[str]) -> list[list[int]]:
    """For each folded word of a sentence the numbers, in MARKS, of what is known of it."""
    held = zip(norms, _runs(norms, loose=True), _quoted(norms), strict=True)
    return [[*_numbers(norm), *(_NUMBERS[mark] for mark in (*run, *quote))] for norm, run, quote in held]


@lru_cache(maxsize=65536)
def _numbers(norm: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(_NUMBERS[mark] for mark in _seen(norm) if mark in _NUMBERS))


def _at(norms: Sequence[str], seen: Sequence[tuple[str, ...]], at: int, register: str) -> list[str]:
    norm = norms[at]
    found = [f"w={norm}", *_letters(norm), *seen[at], f"={register}", *(f"{register}{mark}" for mark in seen[at])]
    for step in _WINDOW:
        there = at + step
        if 0 <= there < len(norms):
            found += _beside(step, norms[there], seen[there])
        else:
            found.append(f"{step}|")
    if at:
        before = norms[at - 1]
        found.append(f"-1+0={'+'.join(_listed(before)[:2])}/{'+'.join(_listed(norm)[:2])}")
        found.append(f"{register}-1w={before}")
        found += [f"-1+0:{one}{other}" for one in _leads(before) for other in _leads(norm)]
    found += [f"<{lead}" for there in range(max(at - _BACK, 0), at - 2) for lead in _leads(norms[there])]
    return found


@lru_cache(maxsize=65536)
def _leads(norm: str) -> tuple[str, ...]:
    """What the word may announce, or be as a name; particles passed over."""
    told = {mark.rstrip("/") for mark in (*_listed(norm), *_behind(norm))}
    return tuple(sorted(told & _TOLD))


@lru_cache(maxsize=65536)
def _beside(step: int, norm: str, seen: tuple[str, ...]) -> tuple[str, ...]:
    return (f"{step}w={norm}", *(f"{step}{mark}" for mark in seen))


@lru_cache(maxsize=65536)
def _seen(norm: str) -> tuple[str, ...]:
    """The lists that hold the word, what it is without its particles, and its classes."""
    classes = classes_of(norm)
    told = (*_listed(norm), *_behind(norm), *_heads(norm))
    return (*told, f"C{classes[0]}", f"c{classes[1]}") if classes else told


@lru_cache(maxsize=65536)
def _behind(norm: str) -> tuple[str, ...]:
    """Heads and titles behind particles, and the first stem that a list of names or heads holds."""
    for stem in stems(norm)[1:] if norm[:1] in "وفبلك" else ():
        told = [flag for flag in _flags(stem.norm) if flag in _LEADS or flag in _NAMES]
        if told:
            return (*(f"{flag}/" for flag in told if flag in _LEADS), f"b={stem.norm}", f"+{stem.prefix}")
    return ()


def _heads(norm: str) -> tuple[str, ...]:
    """Whether a head is part of the name that it announces; whether a place is an ordinary word too."""
    found = []
    for stem in stems(norm)[:2]:
        for heads, mark in ((place_heads(), "h"), (group_heads(), "H")):
            known = heads.get(stem.norm if mark == "h" else bare(stem.norm))
            if known:
                found.append(f"{mark}{'in' if known[1] else 'out'}")
    place = gazetteer.places().longest(norm, ())
    if place:
        found.append("P?" if gazetteer.best(place[1]).common else f"P{gazetteer.best(place[1]).country == 'SY'}")
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=65536)
def _letters(norm: str) -> tuple[str, ...]:
    sizes = range(1, min(_AFFIX, len(norm) - 1) + 1)
    affixes = [f"p{norm[:n]}" for n in sizes] + [f"s{norm[-n:]}" for n in sizes]
    return (*affixes, f"n{min(len(norm), _LONG)}", f"k{_kind(norm)}")


def _kind(norm: str) -> str:
    if norm[:1].isdigit():
        return "digit"
    if not norm[:1].isalpha():
        return "sign"
    return "latin" if norm.isascii() else "arabic"


@lru_cache(maxsize=65536)
def _listed(norm: str) -> tuple[str, ...]:
    """The lists that hold the word, whole or less its particles."""
    found = list(_flags(norm))
    for stem in stems(norm) if norm[:1] in "وفبلك" else ():
        if stem.prefix:
            found += [f"{flag}/" for flag in _flags(stem.norm) if flag in _NAMES and flag not in found]
    return tuple(dict.fromkeys(found)) or ("-",)


def _flags(norm: str) -> tuple[str, ...]:
    tests = (
        ("G", norm in given_names() and not given_names()[norm]),
        ("g", given_names().get(norm, False)),
        ("F", norm in family_names() and not family_names()[norm]),
        ("f", family_names().get(norm, False)),
        ("N", norm in nationalities()),
        ("P", norm in gazetteer.places()),
        ("O", norm in gazetteer.groups()),
        ("T", titles().longest(norm, ()) is not None),
        ("h", norm in place_heads()),
        ("H", bare(norm) in group_heads()),
        ("v", norm in words("mention")),
        ("c", norm in words("never_name")),
        ("o", is_ordinary(norm)),
        ("d", definite(norm)),
    )
    return tuple(flag for flag, holds in tests if holds)


def _runs(norms: Sequence[str], loose: bool = False) -> list[tuple[str, ...]]:
    """Names of several words in the gazetteers, marked at each of their words; loose: behind particles too."""
    marked: list[tuple[str, ...]] = [()] * len(norms)
    for mark, trie in (("P", gazetteer.places()), ("O", gazetteer.groups())):
        for at, norm in enumerate(norms):
            rest = norms[at + 1 : at + _REACH]
            firsts = [stem.norm for stem in stems(norm)] if loose else [norm]
            width = max((found[0] for first in firsts if (found := trie.longest(first, rest))), default=0)
            if width > 1:
                for inside in range(at, at + width):
                    marked[inside] = (*marked[inside], f"{mark}{'B' if inside == at else 'I'}")
    return marked
