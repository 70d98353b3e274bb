"""Whether the clause before a date speaks of the future, so that a bare month or day is the next one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tawthiq.text.date_words import match, norm_at
from tawthiq.text.fold import fold_word
from tawthiq.text.tables import table
from tawthiq.text.tokens import Token

_REACH = 20
_ENDS = {".", "!", "؟", "?", "؛", "…", "\n", "،", ",", ":"}
_UNTIL = {"حتي", "الي", "لغايه", "ولغايه"}
_UNTIL_PARTICLES = ("لل", "لال")
_TOWARDS = {"الي", "لل"}
_FUTURE_VERB = re.compile(r"[وف]?(س[يتن]\w{3,})")
_LONG = 4


def looks_ahead(tokens: Sequence[Token], at: int) -> bool:
    """Whether a future verb, a plan, a call or a deadline governs the date that begins at the token."""
    open_end = norm_at(tokens, at - 1) in _UNTIL or tokens[at].norm.startswith(_UNTIL_PARTICLES)
    towards = promised = False
    for there in range(at - 1, max(-1, at - 1 - _REACH), -1):
        norm = tokens[there].norm
        if norm in _ENDS or match(tokens, there, "future_stop"):
            break
        if _is_future_verb(norm) or match(tokens, there, "future"):
            return True
        if (open_end and match(tokens, there, "future_until")) or (towards and match(tokens, there, "future_call")):
            return True
        if promised and match(tokens, there, "future_promise"):
            return True
        promised = promised or (norm.startswith("ب") and len(norm) >= _LONG)
        towards = towards or norm in _TOWARDS or (norm.startswith("ل") and len(norm) > _LONG)
    return norm_at(tokens, at - 1) == "قبل"


def _is_future_verb(norm: str) -> bool:
    found = _FUTURE_VERB.fullmatch(norm)
    return found is not None and not found[1].startswith(_no_verbs())


@cache
def _no_verbs() -> tuple[str, ...]:
    """Beginnings of words such as سيارة that have س before ي, ت or ن without being a future verb."""
    return tuple(fold_word(row["phrase"]) for row in table("lexicon/date_words.tsv") if row["class"] == "future_not")
