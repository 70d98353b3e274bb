"""Several places where one name stands, made one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.extract.entities.lexicon import nationalities, words
from tawthiq.extract.facts import Named, Phrase
from tawthiq.text.fold import fold_phrase


def key(phrase: Phrase) -> str:
    return fold_phrase(phrase.text)


def merge(named: Sequence[Named]) -> tuple[Named, ...]:
    """One of each folded name in order of appearance, with all its mentions."""
    kept: dict[str, Named] = {}
    for one in named:
        name = key(one.name)
        first = kept.get(name)
        if first is None:
            kept[name] = replace(one, mentions=(one.name.span,))
        else:
            kept[name] = replace(
                first,
                entry=first.entry or one.entry,
                kind=first.kind or one.kind,
                mentions=(*first.mentions, one.name.span),
            )
    return tuple(kept.values())


def absorb(named: Sequence[Named]) -> tuple[Named, ...]:
    """Short forms made mentions of the longer name that holds them whole (وزارة الدفاع in وزارة الدفاع التركية)."""
    kept: list[Named] = []
    for one in sorted(named, key=lambda n: -len(key(n.name).split())):
        at = next((i for i, longer in enumerate(kept) if _holds(longer, one)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = replace(kept[at], entry=kept[at].entry or one.entry, mentions=kept[at].mentions + one.mentions)
    return tuple(sorted((replace(n, mentions=tuple(sorted(n.mentions))) for n in kept), key=lambda n: n.mentions[0]))


def _adds_nation(longer: str, shorter: str) -> bool:
    """Whether the longer name is the shorter with adjectives of a country (سلاح الجو الليبي)."""
    rest = longer.removeprefix(shorter).split()
    return longer.startswith(f"{shorter} ") and all(norm in nationalities() for norm in rest)


def _holds(longer: Named, shorter: Named) -> bool:
    if longer.entry and shorter.entry and longer.entry != shorter.entry:
        return _adds_nation(key(longer.name), key(shorter.name))
    return f" {key(shorter.name)} " in f" {key(longer.name)} "


def absorb_sites(named: Sequence[Named]) -> tuple[Named, ...]:
    """A site's short name made a mention of its full one (مطار عدن in مطار عدن الدولي); other places stay apart."""
    kept: list[Named] = []
    for one in named:
        name = key(one.name)
        if " " not in name or not any(_adds_epithet(key(n.name), name) for n in named):
            kept.append(one)
    return tuple(kept)


def absorb_short(named: Sequence[Named]) -> tuple[Named, ...]:
    """The beginning of a place's name made a mention of the whole, where both mean one entry (بصرى of بصرى الشام)."""
    kept: list[Named] = []
    for one in sorted(named, key=lambda n: -len(key(n.name))):
        at = next((i for i, longer in enumerate(kept) if _begins(longer, one)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = replace(kept[at], mentions=tuple(sorted(kept[at].mentions + one.mentions)))
    return tuple(sorted(kept, key=lambda n: n.name.span.start))


def _begins(longer: Named, shorter: Named) -> bool:
    return shorter.entry is not None and shorter.entry == longer.entry and _is_front(longer, shorter)


def _is_front(longer: Named, shorter: Named) -> bool:
    rest = key(longer.name).removeprefix(key(shorter.name)).split()
    begins = key(longer.name).startswith(f"{key(shorter.name)} ")
    return begins and not all(norm in words("direction") for norm in rest)


def _adds_epithet(longer: str, shorter: str) -> bool:
    rest = longer.removeprefix(shorter).split()
    return longer.startswith(f"{shorter} ") and all(norm in words("epithet") for norm in rest)
