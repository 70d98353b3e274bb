"""Words of incidents, of means, of the harmed and of what makes a word no incident; from data/lexicon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tawthiq.extract.incidents.forms import FormIndex
from tawthiq.extract.incidents.inflection import inflected
from tawthiq.model import Fate, IncidentType, VictimGroup, Weapon
from tawthiq.text.fold import fold_word
from tawthiq.text.tables import column, table


class Part(StrEnum):
    """How a word tells of an incident; see the head of incident_triggers.tsv."""

    VERB = "verb"
    NOUN = "noun"
    COUNT = "count"
    MASS = "mass"
    REF = "ref"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the triggers: `type` None tells only of harm; `attack` is an event whose type comes from the rest."""

    type: IncidentType | None
    attack: bool
    fate: Fate | None
    weapon: Weapon | None
    part: Part
    needs: str

    @property
    def is_cause(self) -> bool:
        return self.attack or self.type is not None


@dataclass(frozen=True, slots=True)
class Means:
    weapon: Weapon
    type: IncidentType | None
    strength: int


@dataclass(frozen=True, slots=True)
class Harmed:
    """A noun of somebody harmed: the group it tells of, and how many it is by its own form (0: a plural)."""

    group: VictimGroup | None
    number: int


@cache
def triggers() -> FormIndex[Entry]:
    return FormIndex.of((_forms(row), _entry(row)) for row in table("lexicon/incident_triggers.tsv"))


def _forms(row: Mapping[str, str]) -> str:
    """Forms of "فجر … نفسه" agree with their object, and are listed one by one."""
    return row["forms"] if row["type"] == IncidentType.SUICIDE_ATTACK else inflected(row["forms"])


def _entry(row: Mapping[str, str]) -> Entry:
    kind = row["type"]
    plain = kind in {"", "attack", "ref"}
    return Entry(
        type=None if plain else IncidentType(kind),
        attack=kind == "attack",
        fate=Fate(row["fate"]) if row["fate"] else None,
        weapon=Weapon(row["weapon"]) if row["weapon"] else None,
        part=Part(row["part"]),
        needs=row["needs"],
    )


@cache
def means() -> FormIndex[Means]:
    return FormIndex.of((row["forms"], _means(row)) for row in table("lexicon/incident_weapons.tsv"))


def _means(row: Mapping[str, str]) -> Means:
    kind = IncidentType(row["type"]) if row["type"] else None
    return Means(Weapon(row["weapon"]), kind, int(row["strength"]))


@cache
def harmed() -> FormIndex[Harmed]:
    cells = []
    for row in table("lexicon/victim_nouns.tsv"):
        group = VictimGroup(row["group"]) if row["group"] else None
        for name, number in (("plural", 0), ("singular", 1), ("dual", 2)):
            cells.append((row[name], Harmed(group, number)))
    return FormIndex.of(cells)


@cache
def blocks(where: str) -> FormIndex[str]:
    """Words that keep another from telling of an incident, by where they stand; the value is the form itself."""
    rows = [row for row in table("lexicon/incident_blocks.tsv") if row["where"] == where]
    return FormIndex.of((form, form) for row in rows for form in row["forms"].split("|"))


@cache
def words(role: str) -> frozenset[str]:
    """Folded words of one role of incident_words.tsv."""
    rows = (row for row in table("lexicon/incident_words.tsv") if row["role"] == role)
    return frozenset(fold_word(form) for row in rows for form in row["forms"].split("|"))


@cache
def phrases(role: str) -> FormIndex[str]:
    """The forms of one role of incident_words.tsv, several words among them."""
    rows = (row for row in table("lexicon/incident_words.tsv") if row["role"] == role)
    return FormIndex.of((row["forms"], role) for row in rows)


@cache
def nations() -> frozenset[str]:
    """Adjectives of countries and peoples, with and without ال."""
    cells = (
        row[name] for row in table("lexicon/nationalities.tsv") for name in ("adjective_m", "adjective_f", "plural")
    )
    forms = {fold_word(form) for cell in cells for form in cell.split("|") if form}
    return frozenset(forms | {form.removeprefix("ال") for form in forms})


@cache
def counted() -> frozenset[str]:
    """Words that are counted themselves: قتيل, جرحى."""
    return frozenset(
        fold_word(form)
        for row in table("lexicon/incident_triggers.tsv")
        if row["part"] == "count"
        for form in row["forms"].split("|")
    )


@cache
def single_people() -> frozenset[str]:
    """Titles, trades and kin of one person."""
    rows = (row for row in table("lexicon/titles.tsv") if row["number"] == "singular" and " " not in row["title"])
    return frozenset(fold_word(row["title"]) for row in rows)


@cache
def titles() -> frozenset[str]:
    """Titles, ranks, trades and kin: all of them nouns of people."""
    return frozenset(fold_word(title) for title in column("lexicon/titles.tsv", "title") if " " not in title)


__all__ = [
    "Entry",
    "Harmed",
    "Means",
    "Part",
    "blocks",
    "counted",
    "harmed",
    "means",
    "nations",
    "phrases",
    "single_people",
    "titles",
    "triggers",
    "words",
]
