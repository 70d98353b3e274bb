"""Who is who among those that clauses and incidents name: by the gazetteer of groups, else by folded words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from tawthiq.extract.entities import gazetteer
from tawthiq.extract.entities.office import names
from tawthiq.text.fold import fold_phrase, fold_word
from tawthiq.text.tables import table

_ARTICLE = "ال"


@lru_cache(maxsize=1 << 16)
def actor_key(words: str) -> str:
    """The gazetteer id of a group of that name; its folded words without the first article where there is none."""
    first, *rest = fold_phrase(words).split() or [""]
    found = gazetteer.groups().longest(first, rest)
    if found is not None and found[0] > len(rest):
        return found[1][0].id
    return " ".join([first.removeprefix(_ARTICLE), *(word.removeprefix(_ARTICLE) for word in rest)])


@lru_cache(maxsize=1 << 16)
def actor_lineage(key: str) -> tuple[str, ...]:
    """The actor and the bodies that it answers to, by the gazetteer."""
    found = [key]
    while (row := _rows().get(found[-1])) and row[0] not in ("", *found):
        found.append(row[0])
    return tuple(found)


def actor_kind(key: str) -> str:
    """The kind of a group of the gazetteer, "" of others."""
    return _rows().get(key, ("", ""))[1]


@cache
def _rows() -> Mapping[str, tuple[str, str]]:
    """The parent and the kind of each group by its id."""
    return {row["id"]: (row["parent"], row["kind"]) for row in names("groups.tsv")}


@cache
def _collective() -> frozenset[str]:
    return frozenset(fold_word(row["word"]) for row in table("agreements/bearers.tsv"))


def is_collective(words: str) -> bool:
    """Whether the words mean all parties of an agreement ("كل التشكيلات", "الطرفان")."""
    return next(iter(fold_phrase(words).split()), "") in _collective()
