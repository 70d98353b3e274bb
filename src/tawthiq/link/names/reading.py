"""A written name read to its parts."""

from __future__ import annotations

from functools import lru_cache
from sys import intern

from tawthiq.link.names.letters import ARTICLE, Script, script_of
from tawthiq.link.names.parts import Name, Part, Role
from tawthiq.link.names.rarity import is_common
from tawthiq.link.names.tables import given_names, uses
from tawthiq.link.names.units import Unit, units_of
from tawthiq.link.names.words import Word, cut, family_last, in_order, split_bynames, split_titles

_MOST_PARTS = 8


@lru_cache(maxsize=1 << 16)
def parse(name: str) -> Name:
    """The parts of a name in Arabic or Latin script; a name without letters has none.

    Reads "FAMILY, Given", families in capitals, kunyas and bynames in quotes or brackets or behind words such as
    المعروف, titles, compounds and بن.
    """
    main, quoted = split_bynames(name)
    titles, words = split_titles(family_last(cut(in_order(main))))
    words, behind = _split_alias(words)
    units = units_of(words)[:_MOST_PARTS]
    named = [*quoted, *behind]
    head, line = _lead(units)
    trailing, line = _trailing(line)
    aside = [*head, *trailing, *(unit for text in named for unit in _byname(text))]
    return _name(name, titles, line, aside, _others(line, head))


def _split_alias(words: list[Word]) -> tuple[list[Word], list[str]]:
    """Words up to a word such as المعروف, and the byname behind it."""
    for at, word in enumerate(words):
        if at and uses().get(word.key) == "alias":
            rest = [w.text for w in words[at + 1 :] if w.key not in ("ب", "بـ")]
            return words[:at], [_without_bi(" ".join(rest))] if rest else []
    return words, []


def _without_bi(byname: str) -> str:
    """بأبي، بالكسم: the preposition that joins a byname to المعروف goes."""
    return byname[1:] if byname.startswith(("با", "بأ")) else byname


def _byname(text: str) -> list[Unit]:
    """A byname in quotes is one part, a kunya if it begins with one."""
    units = units_of(cut(text))
    if not units or units[0].kunya:
        return units[:1]
    return [Unit(text.strip(), "".join(unit.key for unit in units))]


def _lead(units: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """A kunya before a given name stands aside; before a family name alone it stands for the given name."""
    if len(units) < 2 or not units[0].kunya:
        return [], units
    rest = units[1:]
    if len(rest) == 1 and (rest[0].article or not _is_given(rest[0].key)):
        return [], units
    return units[:1], rest


def _trailing(units: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """A kunya behind a family name with ال stands aside."""
    if len(units) > 2 and units[-1].kunya and units[-2].article:
        return units[-1:], units[:-1]
    return [], units


def _is_given(key: str) -> bool:
    """Whether a word is known as a given name; of Latin words only what is common enough to tell."""
    if script_of(key) is Script.ARABIC:
        return key.removeprefix(ARTICLE) in given_names()
    return is_common(key)


def _name(text: str, titles: list[Word], line: list[Unit], aside: list[Unit], others: list[list[Unit]]) -> Name:
    kunyas = tuple(_part(Role.KUNYA, unit) for unit in aside if unit.kunya)
    by_kunya = bool(line) and line[0].kunya
    return Name(
        text,
        _line(line),
        titles=tuple(Part(Role.TITLE, word.text, word.key) for word in titles),
        kunyas=(_part(Role.KUNYA, line[0]), *kunyas) if by_kunya else kunyas,
        bynames=tuple(_part(Role.BYNAME, unit) for unit in aside if not unit.kunya),
        others=tuple(_line(units) for units in others),
        by_kunya=by_kunya,
    )


def _others(line: list[Unit], head: list[Unit]) -> list[list[Unit]]:
    """Other readings: أبو زريق عماد and الحريري محمد begin with the family; أبو بكر is a given name too."""
    if head:
        given = [*head, *line]
        return [given] if line[-1].article else [[*line, *head], given]
    if len(line) > 1 and (line[0].kunya or (line[0].article and not _is_given(line[0].key))):
        return [[*line[1:], line[0]]]
    return []


def _line(units: list[Unit]) -> tuple[Part, ...]:
    return tuple(_part(_role(at, len(units), unit), unit) for at, unit in enumerate(units))


def _role(at: int, size: int, unit: Unit) -> Role:
    if at == 0:
        return Role.KUNYA if unit.kunya else Role.GIVEN
    if at == size - 1 and not (unit.after_son and size == 2):
        return Role.FAMILY
    return {1: Role.FATHER, 2: Role.GRANDFATHER}.get(at, Role.FOREBEAR)


def _part(role: Role, unit: Unit) -> Part:
    return Part(role, unit.text, intern(unit.key))
