"""Places side by side: ours mostly in Arabic, with all that they lie in; those of lists mostly in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tawthiq.extract.entities import gazetteer
from tawthiq.link.lists.births import Fit
from tawthiq.link.names import likeness, parse
from tawthiq.text.fold import fold_phrase

_ALIKE = 0.85
_WIDE = frozenset({"country", "region", "continent"})
_CHUNK = re.compile(r"[,;/()]")
_GENERIC = re.compile(
    r"\b(?:governorate|province|district|city|town|village|region|near|area|state)\b|^(?:مدينة|بلدة|قرية|محافظة|ريف)\s",
    re.IGNORECASE,
)


def places_fit(ours: Iterable[str], theirs: Iterable[str]) -> Fit:
    """AGREES where one of our places, or what it lies in below its country, is named by one of theirs; else UNKNOWN.

    Two places that differ speak against nothing: people move.
    """
    listed = {key for text in theirs for key in _chunks(text)}
    known = {key for place in ours for name in _around(place) for key in _chunks(name)}
    near = any(likeness(one, other) >= _ALIKE for one in known for other in listed)
    return Fit.AGREES if near else Fit.UNKNOWN


def _chunks(text: str) -> Iterator[str]:
    for chunk in _CHUNK.split(_GENERIC.sub(" ", text)):
        if key := " ".join(part.key for part in parse(chunk).parts):
            yield key


@lru_cache(maxsize=4096)
def _around(place: str) -> tuple[str, ...]:
    """Names of the place and of those that it lies in below its country; none where it is a country itself."""
    first, *rest = fold_phrase(place).split() or [""]
    found = gazetteer.places().longest(first, rest)
    if found is None or found[0] <= len(rest):
        return (place,)
    rows = map(gazetteer.place_row, gazetteer.lineage(gazetteer.best(found[1]).id))
    return tuple(name for row in rows if row["kind"] not in _WIDE for name in (row["name"], row["english"]) if name)
