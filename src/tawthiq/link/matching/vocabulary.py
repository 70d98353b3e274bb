"""The words of a list's names, found by sound."""

from __future__ import annotations

from tawthiq.link.names.letters import ARTICLE
from tawthiq.link.names.likeness import likeness
from tawthiq.link.names.sounds import skeletons
from tawthiq.link.names.tables import settings

_NO_SOUND = "-"


class Vocabulary:
    """Words that share a consonant skeleton in either script, and of these the ones that are alike."""

    def __init__(self) -> None:
        self._by_sound: dict[str, list[str]] = {}
        self._words: set[str] = set()
        self._known: dict[str, tuple[tuple[str, float], ...]] = {}

    def add(self, key: str) -> None:
        if key in self._words:
            return
        self._words.add(key)
        self._known.clear()
        for sound in sounds_of(key):
            self._by_sound.setdefault(sound, []).append(key)

    def alike(self, key: str) -> tuple[tuple[str, float], ...]:
        """The words that a part's key corresponds to, each with its likeness."""
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = tuple(self._search(key))
        return found

    def _search(self, key: str) -> list[tuple[str, float]]:
        floor = settings("name")["agree"]
        heard = dict.fromkeys(word for sound in sounds_of(key) for word in self._by_sound.get(sound, ()))
        return [(word, alike) for word in heard if (alike := likeness(key, word)) >= floor]


def sounds_of(key: str) -> tuple[str, ...]:
    """Skeletons under which a word is kept: with its article, and without it where it may be part of the word."""
    bare = key.removeprefix(ARTICLE)
    glued = (bare[2:],) if bare[:2] in ("al", "el") and len(bare) > len("alxyz") else ()
    whole = ("ال" + bare,) if bare != key else ()
    return tuple(dict.fromkeys(sound or _NO_SOUND for form in (bare, *glued, *whole) for sound in skeletons(form)))
