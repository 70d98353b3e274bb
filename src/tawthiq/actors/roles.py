"""What the words of a role make of a tie (data/actors/roles.tsv); whose relative somebody is (data/actors/kin.tsv)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tawthiq.actors.model import TieKind
from tawthiq.text.fold import fold_phrase
from tawthiq.text.tables import table

_LONGEST = 3


def kind_of_role(words: str) -> TieKind:
    """Of the longest known phrase in the role, and of equally long ones the first."""
    held, known = fold_phrase(words).split(), _roles()
    for length in range(_LONGEST, 0, -1):
        for at in range(len(held) - length + 1):
            if (kind := known.get(" ".join(held[at : at + length]))) is not None:
                return kind
    return TieKind.MEMBER


def kin_named(words: str) -> str:
    """The folded words behind a word of kinship at the head of the role; "" where there is none."""
    held = fold_phrase(words).split()
    for length in range(_LONGEST, 0, -1):
        if len(held) > length and " ".join(held[:length]) in _kin():
            return " ".join(held[length:])
    return ""


def is_kin(words: str) -> bool:
    """Whether the role is a word of kinship and no more: the name stands behind it."""
    return fold_phrase(words) in _kin()


@cache
def _roles() -> Mapping[str, TieKind]:
    return {fold_phrase(row["word"]): TieKind(row["kind"]) for row in table("actors/roles.tsv")}


@cache
def _kin() -> frozenset[str]:
    return frozenset(fold_phrase(row["word"]) for row in table("actors/kin.tsv"))
