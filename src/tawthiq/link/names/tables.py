"""Tables and settings of data/names/, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from tawthiq.link.names.letters import ARTICLE, plain
from tawthiq.text.tables import table


@cache
def settings(section: str) -> Mapping[str, float]:
    """One section of data/names/settings.toml."""
    text = (files("tawthiq") / "data" / "names" / "settings.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text)[section])


@cache
def words(group: str) -> Mapping[str, str]:
    """One section of data/names/words.toml: what explanations say, in the language that the section is named after."""
    text = (files("tawthiq") / "data" / "names" / "words.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text)[group])


@cache
def uses() -> Mapping[str, str]:
    """Small words of names, plain, and what they do."""
    return {plain(row["word"]): row["use"] for row in table("names/particles.tsv")}


@cache
def titles() -> Mapping[tuple[str, ...], bool]:
    """Titles as their plain words; true where the word is a name too."""
    return {
        tuple(plain(word) for word in row["title"].replace("-", " ").split()): row["also_name"] == "1"
        for row in table("names/titles.tsv")
    }


@cache
def ways(place: str) -> Mapping[str, Mapping[str, float]]:
    """Latin ways to write each Arabic letter at the start, inside or at the end of a word, with their prices."""
    found: dict[str, dict[str, float]] = {}
    for row in table("names/letters.tsv"):
        if row["place"] in (place, "any"):
            forms = found.setdefault(row["letter"], {})
            for form in row["latin"].split("|"):
                way = "" if form == "-" else form
                forms[way] = min(forms.get(way, 9.0), float(row["price"]))
    return found


@cache
def slips(place: str) -> Mapping[tuple[str, str], float]:
    """Prices of Arabic letters taken for one another, both ways round; "" is no letter."""
    found = {}
    for row in table("names/spellings.tsv"):
        if row["place"] in (place, "any"):
            first, second = (row[side].replace("-", "") for side in ("first", "second"))
            found[first, second] = found[second, first] = float(row["price"])
    return found


def bare(arabic: str) -> str:
    """The plain key of an Arabic name as tables write it: blanks out, ال at its head off, ال inside it marked."""
    words_ = [plain(word) for word in arabic.split()]
    joined = words_[0] + "".join(ARTICLE + word[2:] if word.startswith("ال") else word for word in words_[1:])
    return joined[2:] if joined.startswith("ال") and len(joined) > len("الله") else joined


@cache
def rows_of() -> Mapping[str, frozenset[int]]:
    """Rows of confusable.tsv in which a name stands, by its key."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(table("names/confusable.tsv")):
        for name in row["names"].split("|"):
            found.setdefault(bare(name), set()).add(number)
    return {name: frozenset(rows) for name, rows in found.items()}


@cache
def irregular() -> Mapping[str, frozenset[str]]:
    """Latin spellings whose names a table tells."""
    return {
        plain(latin): frozenset(bare(name) for name in row["names"].split("|"))
        for row in table("names/irregular.tsv")
        for latin in row["latin"].split("|")
    }


@cache
def given_names() -> frozenset[str]:
    return frozenset(bare(row["name"]) for row in table("gazetteer/given_names.tsv"))
