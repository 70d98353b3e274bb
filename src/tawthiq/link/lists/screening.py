"""Names against lists: a hit is a candidate with its reasons, for a person to look at. It asserts nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tawthiq.ledger import Ledger
from tawthiq.link.lists.births import Fit, births_fit
from tawthiq.link.lists.entry import Entry, Subject
from tawthiq.link.lists.places import places_fit
from tawthiq.link.lists.store import ListVersion, entries_of, in_force
from tawthiq.link.matching import Index
from tawthiq.link.names import Comparison, Likeness, parse
from tawthiq.model.codes import label

# Candidates of the index that are looked at for one name.
_LOOKED_AT = 30
# A single word names too many to be looked for.
_LEAST_PARTS = 2
# Names in common that so many bear (fewer bits than this) are no hit without something else that fits.
_TELLING_BITS = 12.0


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody to look for: all names that are known of them, EDTF dates of birth, and places."""

    names: tuple[str, ...]
    births: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry whose name is like one that was asked for; `birth` and `place` say whether what else is known fits."""

    list: str
    version: str
    entry: Entry
    comparison: Comparison
    birth: Fit
    place: Fit

    @property
    def likeness(self) -> Likeness:
        """What the names say; less sure where a date of birth speaks against it, or where the names are common ones."""
        said = self.comparison.verdict
        return Likeness.UNSURE if said is Likeness.SAME and (self.birth is Fit.AGAINST or self._common) else said

    @property
    def _common(self) -> bool:
        """Many bear what the two names share, and neither birth nor place says that it is this one."""
        backed = Fit.AGREES in (self.birth, self.place)
        return self.comparison.shared_bits < _TELLING_BITS and not backed

    def explain(self, language: str = "en") -> tuple[str, ...]:
        """Why the entry is a candidate and what speaks against it, a line each, in "ar" or "en"."""
        facts = (f"birth.{self.birth}", f"place.{self.place}")
        return self.comparison.explain(language) + tuple(label("fits", fact, language) for fact in facts)

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts hits, the likeliest first."""
        doubt = (self.likeness is not Likeness.SAME, self.birth is not Fit.AGREES, -round(self.comparison.score, 6))
        return (*doubt, self.place is not Fit.AGREES, self.list, self.entry.id)


class Screener:
    """The persons of the lists in force, ready to be asked for one name after the other."""

    def __init__(self, versions: Iterable[tuple[ListVersion, Iterable[Entry]]]) -> None:
        self._entries: dict[str, tuple[ListVersion, Entry]] = {}
        for version, entries in versions:
            for entry in entries:
                self._entries[f"{version.id} {entry.id}"] = version, entry
        self._index = Index((key, [parse(n.text) for n in entry.names]) for key, (_, entry) in self._entries.items())

    def screen(self, asked: Asked, unsure: bool = False) -> list[Hit]:
        """The entries that may be this person, likeliest first; with `unsure` those whose names only may be alike."""
        best: dict[str, Comparison] = {}
        for key, comparison in self._compared(asked.names):
            if key not in best or comparison.score > best[key].score:
                best[key] = comparison
        hits = sorted((self._hit(key, each, asked) for key, each in best.items()), key=lambda hit: hit.order)
        wanted = (Likeness.SAME, Likeness.UNSURE) if unsure else (Likeness.SAME,)
        return [hit for hit in hits if hit.likeness in wanted]

    def _compared(self, names: Sequence[str]) -> Iterator[tuple[str, Comparison]]:
        for text in names:
            name = parse(text)
            if len(name.parts) - len(name.titles) >= _LEAST_PARTS:
                yield from self._index.candidates(name, limit=_LOOKED_AT)

    def _hit(self, key: str, comparison: Comparison, asked: Asked) -> Hit:
        version, entry = self._entries[key]
        return Hit(
            list=version.list,
            version=version.id,
            entry=entry,
            comparison=comparison,
            birth=births_fit(asked.births, entry.births),
            place=places_fit(asked.places, (*entry.places, *entry.birth_places)),
        )


def screener(ledger: Ledger) -> Screener:
    """Of the persons in the newest version of each list of the store."""
    return Screener((version, entries_of(ledger, version, Subject.PERSON)) for version in in_force(ledger))
