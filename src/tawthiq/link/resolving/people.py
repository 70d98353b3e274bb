"""A person as one report tells them, and two of them compared: name, place, group, office, fate, company."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tawthiq.link.names import Aside, Comparison, Likeness, Name, Part, compare, likeness, parse
from tawthiq.link.resolving.called import name_level, name_parts
from tawthiq.link.resolving.events import names_of, spot_of
from tawthiq.link.resolving.evidence import Evidence, weights
from tawthiq.link.resolving.said import Told, of_kind, told
from tawthiq.link.resolving.when import Window, window
from tawthiq.link.resolving.where import Spot, place_level
from tawthiq.model import Claim, Fate, IncidentType, Kind, Report
from tawthiq.register.rule import Rule
from tawthiq.register.standing import Verdicts
from tawthiq.text.fold import fold_phrase

_ORDER = ("same_long", "same_rare", "same", "same_short", "unsure", "part", "family", "other")
"""The best agreement of names first."""
_LONG, _SHORT = 3, 1
_DAY, _DAYS = 1, 3
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Someone:
    """`death`: the days in which they were killed; `harms`: what else befell them, and when; `company`: the others.

    `places` are those of what befell them, or all of the report. Groups and roles are folded.
    """

    mention: str
    report: str
    label: str
    published: date | None = None
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    places: tuple[Spot, ...] = ()
    death: Window | None = None
    harms: tuple[tuple[str, Window], ...] = ()
    company: frozenset[str] = frozenset()


def people_of(
    report: Report, claims: Iterable[Claim], verdicts: Verdicts | None = None, rule: Rule | None = None
) -> list[Someone]:
    """The persons of a report, in the order in which its claims name them."""
    rows = told(claims, verdicts, rule)
    people = of_kind(rows, Kind.PERSON)
    everyone = {id_: " ".join(name_parts(row.mention.label)) for id_, row in people.items()}
    return [_someone(report, id_, row, rows, everyone) for id_, row in people.items()]


def _someone(report: Report, id_: str, row: Told, rows: Mapping[str, Told], everyone: Mapping[str, str]) -> Someone:
    struck = [each for each in of_kind(rows, Kind.INCIDENT).values() if id_ in each.refs("victim")]
    dated = [(each, when) for each in struck if (when := window(each.date("date"), None, 0)) is not None]
    dead = [when for each, when in dated if row.one("fate") == Fate.KILLED and _kills(each)]
    spots = [ref for each in struck for ref in each.refs("place") if ref in rows]
    places = spots or list(of_kind(rows, Kind.PLACE))
    return Someone(
        mention=id_,
        report=report.id,
        label=row.mention.label,
        published=report.published,
        names=names_of(row),
        roles=tuple(map(fold_phrase, row.all("role"))),
        groups=tuple(map(fold_phrase, row.all("group"))),
        places=tuple(dict.fromkeys(spot_of(rows[ref]) for ref in places)),
        death=max(dead, key=lambda when: when.last, default=None),
        harms=tuple((each.one("type"), when) for each, when in dated if when not in dead),
        company=frozenset(name for other, name in everyone.items() if other != id_ and " " in name),
    )


def _kills(incident: Told) -> bool:
    count = incident.count("killed")
    return count is not None and count.min > 0 and incident.one("type") != IncidentType.ATTEMPTED_ASSASSINATION


def compare_people(a: Someone, b: Someone) -> tuple[Evidence, ...]:
    """All that is said, in the order of the file of weights."""
    w = weights("people")
    level, left, right, found = _names(a, b)
    evidence = (
        w.evidence("name", level, left, right),
        w.evidence("kunya", _aside(found.kunya if found else None), left, right),
        w.evidence("byname", _aside(found.byname if found else None), left, right),
        w.evidence("group", _words_level(a.groups, b.groups), *_said(a.groups, b.groups)),
        w.evidence("role", _words_level(a.roles, b.roles), *_said(a.roles, b.roles)),
        w.evidence("place", place_level(a.places, b.places), *_said(_labels(a), _labels(b))),
        w.evidence("fate", _fate_level(a, b), *_fates(a, b)),
        w.evidence("company", _company_level(a, b), *_said(*[sorted(a.company & b.company)] * 2)),
        w.evidence("report", "same" if a.report == b.report else None),
    )
    return tuple(each for group in evidence for each in group)


def _names(a: Someone, b: Someone) -> tuple[str, str, str, Comparison | None]:
    """The best level of any pair of their names, with the two names."""
    pairs = [(*_name_level(one, other), one, other) for one in a.names for other in b.names]
    level, found, left, right = min(pairs, key=lambda each: _ORDER.index(each[0]))
    return level, left, right, found


def _name_level(a: str, b: str) -> tuple[str, Comparison | None]:
    one, other = _parsed(a), _parsed(b)
    found = compare(one, other)
    short = min(one.line, other.line, key=len)
    if found.verdict is Likeness.DIFFERENT or not short:
        return name_level(a, b).replace("same_long", "same"), found
    if found.verdict is Likeness.UNSURE:
        return _unsure_level(one, other, short), found
    if len(short) >= _LONG:
        return "same_long", found
    rare = sum(part.bits for part in short) >= float(weights("people").settings["rare"])
    return "same_short" if len(short) <= _SHORT else "same_rare" if rare else "same", found


def _unsure_level(a: Name, b: Name, short: tuple[Part, ...]) -> str:
    """Father and son share every word in another order: where the given names are not alike, the names are two."""
    if len(short) <= _SHORT:
        return "part"
    return "unsure" if likeness(a.line[0].key, b.line[0].key) >= _ALIKE else "family"


@lru_cache(maxsize=65536)
def _parsed(name: str) -> Name:
    return parse(name)


def _aside(found: Aside | None) -> str | None:
    return None if found in (None, Aside.SILENT) else str(found)


def _words_level(a: tuple[str, ...], b: tuple[str, ...]) -> str | None:
    if not a or not b:
        return None
    if set(a) & set(b):
        return "same"
    parts = [(set(one.split()), set(other.split())) for one in a for other in b]
    return "part" if any(one <= other or other <= one for one, other in parts) else "other"


def _fate_level(a: Someone, b: Someone) -> str | None:
    if a.death and b.death:
        gap = a.death.apart(b.death)
        return "died_once" if gap <= _DAY else "died_twice" if gap > _DAYS else None
    for dead, other in ((a, b), (b, a)):
        if dead.death and any((when.first - dead.death.last).days > _DAY for _, when in other.harms):
            return "after_death"
    met = any(
        x == y and one.exact and other.exact and one.apart(other) == 0 for x, one in a.harms for y, other in b.harms
    )
    return "met" if met else None


def _fates(a: Someone, b: Someone) -> Iterator[str]:
    for each in (a, b):
        days = [each.death.told] if each.death else [when.told for _, when in each.harms]
        yield "، ".join(days)


def _company_level(a: Someone, b: Someone) -> str | None:
    shared = len(a.company & b.company)
    return None if not shared else "same" if shared > 1 else "part"


def _labels(each: Someone) -> list[str]:
    return [spot.label for spot in each.places[:4]]


def _said(a: Iterable[str], b: Iterable[str]) -> tuple[str, str]:
    return "، ".join(a), "، ".join(b)
