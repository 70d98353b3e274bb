"""An incident as one report tells it, ready to be compared with those of other reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from tawthiq.link.resolving.evidence import weights
from tawthiq.link.resolving.said import Told, of_kind, told
from tawthiq.link.resolving.when import Window, window
from tawthiq.link.resolving.where import Spot
from tawthiq.model import Claim, Fate, Kind, Range, Report
from tawthiq.register.rule import Rule
from tawthiq.register.standing import Verdicts
from tawthiq.text.clitics import strip_candidates
from tawthiq.text.fold import fold_phrase
from tawthiq.text.tables import folded
from tawthiq.text.tokens import tokenize

_UNKNOWN = "unknown"
_TOLLS = ("killed", "injured", "abducted", "detained")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Event:
    """`around`: all places of the report, by which an incident without a place of its own is sought.

    `victims` holds for each the names by which the report calls them; `named` has those of all persons in the report.
    `doers` are folded names of who did it. `words` are those that state the incident, `text` those of the whole report.
    """

    mention: str
    report: str
    label: str
    published: date | None = None
    type: str = ""
    weapon: str = ""
    window: Window | None = None
    places: tuple[Spot, ...] = ()
    around: tuple[Spot, ...] = ()
    tolls: Mapping[str, Range] = field(default_factory=dict)
    victims: tuple[tuple[str, ...], ...] = ()
    named: tuple[tuple[str, ...], ...] = ()
    doers: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    text: frozenset[str] = frozenset()


def events_of(
    report: Report, claims: Iterable[Claim], verdicts: Verdicts | None = None, rule: Rule | None = None
) -> list[Event]:
    """The incidents of a report, in the order in which its claims tell them."""
    rows = told(claims, verdicts, rule)
    whole = Event(
        mention="",
        report=report.id,
        label="",
        published=report.published,
        around=tuple(spot_of(row) for row in of_kind(rows, Kind.PLACE).values()),
        named=tuple(names_of(row) for row in of_kind(rows, Kind.PERSON).values()),
        text=content_words(report.text),
    )
    return [_event(whole, report, id_, row, rows) for id_, row in of_kind(rows, Kind.INCIDENT).items()]


def _event(whole: Event, report: Report, id_: str, row: Told, rows: Mapping[str, Told]) -> Event:
    undated = int(weights("incidents").settings["undated"])
    tolls = {fate: count for fate in _TOLLS if (count := row.count(fate)) is not None}
    return replace(
        whole,
        mention=id_,
        label=row.mention.label,
        type=row.one("type"),
        weapon=row.one("weapon"),
        window=window(row.date("date"), report.published, undated),
        places=tuple(spot_of(rows[ref]) if ref in rows else Spot(label) for ref, label in _named(row, "place")),
        tolls=tolls,
        victims=tuple(names_of(rows[ref]) if ref in rows else (label,) for ref, label in _named(row, "victim")),
        doers=tuple(fold_phrase(name) for name in row.all("perpetrator") if name != _UNKNOWN),
        words=content_words(row.mention.span.of(report.text) if report.text else row.mention.label),
    )


def _named(row: Told, predicate: str) -> Iterable[tuple[str, str]]:
    """Mentions referred to, with their words; of a value that is only words, no mention."""
    refs = dict(zip(row.refs(predicate), row.all(predicate), strict=False))
    return refs.items() if refs else [("", label) for label in row.all(predicate)]


def spot_of(row: Told) -> Spot:
    return Spot(row.mention.label, row.all("gazetteer") + row.all("candidate"))


def names_of(row: Told) -> tuple[str, ...]:
    """Every name by which the report calls a person."""
    return tuple(dict.fromkeys([*row.all("name"), *row.all("alias")])) or (row.mention.label,)


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """Folded words without particles; numbers, days and months left out, since dates and tolls are compared apart."""
    words = (min(strip_candidates(token.norm), key=len) for token in tokenize(text) if token.is_word)
    return frozenset(word for word in words if len(word) >= _SHORTEST and not word[0].isdigit() and word not in _said())


def _said() -> frozenset[str]:
    return folded("linking/plain_words.tsv")


def held(event: Event) -> Range | None:
    """Those abducted or detained, which outlets tell one for the other."""
    return event.tolls.get(Fate.ABDUCTED) or event.tolls.get(Fate.DETAINED)
