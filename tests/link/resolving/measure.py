"""How well incidents of many reports are brought together, over the variants and the evaluation reports.

    TAWTHIQ_EVAL=FOLDER python -m tests.link.resolving.measure

Items are the gold incidents of each report, those that were not read as things alone; a second mention of one
of them is one more item of it, and whatever else was read is an event of its own. Pairs and B-cubed (Bagga & Baldwin
1998) are over all items together.
"""

from __future__ import annotations

import csv
import json
import os
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from tawthiq.evaluate import agreeing, pairing
from tawthiq.extract import read_report
from tawthiq.extract.entities import gazetteer
from tawthiq.ingest import read_source
from tawthiq.link.resolving.called import names_level
from tawthiq.link.resolving.case import incident_case, person_case, resolve
from tawthiq.link.resolving.events import Event, content_words, events_of
from tawthiq.link.resolving.origins import find_origins
from tawthiq.link.resolving.people import Someone, people_of
from tawthiq.link.resolving.when import window
from tawthiq.link.resolving.where import Spot
from tawthiq.model import EDTF, Claim, Kind, Range, Report
from tawthiq.publish.facts import facts_with_rows
from tawthiq.text.fold import fold_phrase

HERE = Path(__file__).parent
VARIANTS = HERE / "variants"
EVAL = Path(os.environ["TAWTHIQ_EVAL"]) if os.environ.get("TAWTHIQ_EVAL") else None
FAMILIES = (
    {"assassination", "attempted_assassination", "killing", "execution"},
    {"explosion", "suicide_attack"},
    {"shelling", "airstrike"},
)
Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """An incident with the event that it tells in truth; one that was not read has no `event`."""

    gold: Hashable
    event: Event | None


@dataclass(frozen=True, slots=True)
class Told:
    """A report with its gold and what was read in it."""

    report: Report
    gold: Facts
    claims: Sequence[Claim] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision and recall over pairs and over items (B-cubed)."""

    pairs: tuple[float, float]
    cubed: tuple[float, float]
    items: int

    @property
    def pair_f1(self) -> float:
        return _f1(*self.pairs)

    @property
    def cubed_f1(self) -> float:
        return _f1(*self.cubed)

    def __str__(self) -> str:
        return (
            f"pairs P {self.pairs[0]:.3f} R {self.pairs[1]:.3f} F1 {self.pair_f1:.3f}; "
            f"B3 P {self.cubed[0]:.3f} R {self.cubed[1]:.3f} F1 {self.cubed_f1:.3f}; {self.items} items"
        )


def _f1(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0


def variants(wanted: Callable[[Facts], bool] = lambda gold: True, folder: Path = VARIANTS) -> list[Told]:
    """The variants, with their outlets; `wanted` picks some by their gold."""
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    golds = [gold for gold in map(json.loads, lines) if wanted(gold)]
    return [Told(replace(_report(folder / "reports" / f"{g['id']}.txt"), outlet=g["outlet"]), g) for g in golds]


def unseen() -> list[Told]:
    """Reports written by hand, each in its own words; nothing is to be tuned on them (README.md)."""
    return variants(folder=HERE / "unseen")


def evaluation(folder: Path) -> list[Told]:
    """Reports of an evaluation folder, their incidents named NAME#n or by the event that they share."""
    same = tomllib.loads((HERE / "eval_events.toml").read_text(encoding="utf-8"))["same"]
    shared = {name: group[0] for group in same for name in group}
    return [_told(path, shared) for path in sorted(folder.glob("*.json"))]


def _told(path: Path, shared: Mapping[str, str]) -> Told:
    gold = json.loads(path.read_text(encoding="utf-8"))
    for at, incident in enumerate(gold["incidents"]):
        incident["event"] = shared.get(f"{path.stem}#{at}", f"{path.stem}#{at}")
    return Told(_report(path.with_suffix(".txt")), gold)


def _report(path: Path) -> Report:
    return read_source(path).report


def read(told: Iterable[Told]) -> list[Told]:
    return [replace(each, claims=read_report(each.report)) for each in told]


def items(told: Told) -> Iterator[Item]:
    """What was read, each with its event; then what was not read."""
    events = events_of(told.report, told.claims)
    golds = told.gold["incidents"]
    homes = _by_place(told, events) if golds and "start" in golds[0] else _by_facts(told, events)
    again = _again(told, events) if homes else {}
    for event in events:
        if event.mention in homes:
            yield Item(golds[homes[event.mention]]["event"], event)
        elif event.mention in again:
            yield Item(again[event.mention], event)
        else:
            yield Item(("else", _inside(told), event.type, fold_phrase(event.label)), event)
    yield from (Item(golds[at]["event"], None) for at in range(len(golds)) if at not in homes.values())


def _again(told: Told, events: Sequence[Event]) -> dict[str, Hashable]:
    """Mentions of an event that its report tells in two pieces: inside its stretch, and of its kind."""
    spans = {claim.subject.id: claim.subject.span for claim in told.claims}
    return {
        event.mention: gold["event"]
        for event in events
        for gold in told.gold["incidents"]
        if "start" in gold
        and gold["start"] <= spans[event.mention].start
        and spans[event.mention].end <= gold["end"]
        and _family(gold["type"], event.type)
    }


def _inside(told: Told) -> Hashable:
    """What else is told of an event is the same in a copy of the report; elsewhere it stands alone."""
    return str(told.gold.get("origin") or told.gold["id"])


def _by_place(told: Told, events: Sequence[Event]) -> dict[str, int]:
    """From mentions to gold incidents by the stretch of text that tells them; of several, the one of its kind."""
    spans = {claim.subject.id: claim.subject.span for claim in told.claims}
    golds = list(enumerate(told.gold["incidents"]))
    homes: dict[str, int] = {}
    for by_type in (True, False):
        for event in events:
            span = spans[event.mention]
            around = [
                (g["end"] - g["start"], at) for at, g in golds if g["start"] <= span.start and span.end <= g["end"]
            ]
            at = min(around, default=(0, -1))[1]
            free = at >= 0 and event.mention not in homes and at not in homes.values()
            if free and (not by_type or _family(told.gold["incidents"][at]["type"], event.type)):
                homes[event.mention] = at
    return homes


def _family(a: str, b: str) -> bool:
    return a == b or any(a in family and b in family for family in FAMILIES)


def _by_facts(told: Told, events: Sequence[Event]) -> dict[str, int]:
    """As the evaluation pairs them."""
    found = facts_with_rows(told.claims)["incidents"]
    pairs = pairing.pair(told.gold["incidents"], [fact for fact, _ in found], agreeing.incident)
    known = {event.mention for event in events}
    return {found[j][1].mention.id: i for i, j in pairs.hits if found[j][1].mention.id in known}


def gold_items(told: Told) -> Iterator[Item]:
    """The gold incidents as if they had been read without a fault; of the variants their words are not used."""
    for at, gold in enumerate(told.gold["incidents"]):
        published = told.report.published
        tolls = {key: Range(*gold[key]) for key in ("killed", "injured", "abducted", "detained") if gold[key]}
        doer = gold["perpetrator"]
        yield Item(
            gold["event"],
            Event(
                mention=f"{told.gold['id']}#{at}",
                report=told.report.id,
                label=gold.get("quote") or "",
                published=published,
                type=gold["type"],
                weapon=gold["weapon"] or "",
                window=window(EDTF(gold["date"]) if gold["date"] else None, published, 14),
                places=tuple(map(spot, gold["places"])),
                tolls=tolls,
                victims=tuple((name,) for name in gold["victims"]),
                doers=(fold_phrase(doer),) if doer and doer != "unknown" else (),
                words=content_words(gold.get("quote") or ""),
            ),
        )


def spot(name: str) -> Spot:
    words = fold_phrase(name).split()
    found = gazetteer.places().longest(words[0], words[1:])
    entries = found[1] if found and found[0] == len(words) else ()
    first = [gazetteer.best(entries).id] if entries else []
    return Spot(name, tuple(dict.fromkeys([*first, *(entry.id for entry in entries)])))


def grouped(all_items: Sequence[Item]) -> list[Hashable]:
    """The group of each item; what was not read is alone."""
    events = [item.event for item in all_items if item.event]
    home = {id_: at for at, ids in enumerate(resolve(incident_case(events))) for id_ in ids}
    return [home[item.event.mention] if item.event else ("lost", at) for at, item in enumerate(all_items)]


def figures(gold: Sequence[Hashable], made: Sequence[Hashable]) -> Figures:
    both, golds, mades = Counter(zip(gold, made, strict=True)), Counter(gold), Counter(made)
    right = sum(map(_pairs, both.values()))
    pairs = (right / max(1, sum(map(_pairs, mades.values()))), right / max(1, sum(map(_pairs, golds.values()))))
    rows = list(zip(gold, made, strict=True))
    cubed = (
        sum(both[g, m] / mades[m] for g, m in rows) / len(rows),
        sum(both[g, m] / golds[g] for g, m in rows) / len(rows),
    )
    return Figures(pairs, cubed, len(rows))


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def incident_figures(told: Iterable[Told], of: Callable[[Told], Iterator[Item]] = items) -> Figures:
    held = [item for each in told for item in of(each)]
    return figures([item.gold for item in held], grouped(held))


def victims() -> dict[str, list[str]]:
    """The full names of the victims of each event of the variants."""
    lines = (VARIANTS / "events.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((x for x in lines if x[:1] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["id"]: [name for name in row["who"].split("|") if name] for row in rows}


def person_figures(told: Iterable[Told]) -> Figures:
    """Over the victims of the variants, as they were read; others are compared with them, and left out."""
    known, held = victims(), [(each, person) for each in told for person in people_of(each.report, each.claims)]
    case = person_case([person for _, person in held])
    home = {id_: at for at, ids in enumerate(resolve(case)) for id_ in ids}
    found = [(gold, home[person.mention]) for each, person in held if (gold := _victim(each, person, known))]
    return figures([gold for gold, _ in found], [made for _, made in found])


def _victim(told: Told, person: Someone, known: Mapping[str, list[str]]) -> Hashable:
    """The one victim of the events told whose name it is, as somebody who knows the events would say; or None."""
    names = [(incident["event"], name) for incident in told.gold["incidents"] for name in known[incident["event"]]]
    fits = [each for each in names if (names_level(person.names, [each[1]]) or "").startswith("same")]
    return fits[0] if len(fits) == 1 else None


@dataclass(frozen=True, slots=True)
class OriginFigures:
    """Pairs of reports of one event: same origin or not; and events whose number of origins is right."""

    pairs: tuple[float, float]
    right: int
    events: int


def origin_figures(told: Sequence[Told]) -> OriginFigures:
    named = {t.report.id: {c.subject.label for c in t.claims if c.subject.kind is Kind.GROUP} for t in told}
    known = find_origins([each.report for each in told], named)
    by_event: dict[str, list[Told]] = defaultdict(list)
    for each in told:
        by_event[each.gold["incidents"][0]["event"]].append(each)
    counts, right = Counter[tuple[bool, bool]](), 0
    for group in by_event.values():
        found = known.independent([each.report.id for each in group])
        home = {id_: at for at, origin in enumerate(found) for id_ in origin.reports}
        right += len(found) == len({each.gold["origin"] for each in group})
        counts.update(
            (a.gold["origin"] == b.gold["origin"], home[a.report.id] == home[b.report.id])
            for a, b in combinations(group, 2)
        )
    both = counts[True, True]
    return OriginFigures(
        (both / max(1, both + counts[False, True]), both / max(1, both + counts[True, False])), right, len(by_event)
    )


def main() -> None:
    written = read(variants())
    parts = {"variants": written, "unseen": read(unseen())}
    if EVAL:
        for name in ("newswire", "daraa"):
            parts[name] = read(evaluation(EVAL / name))
    everything = [each for part in parts.values() for each in part]
    for name, part in [*parts.items(), ("all together", everything)]:
        print(f"{name}: as read: {incident_figures(part)}")  # noqa: T201
        if name in ("variants", "newswire", "daraa"):
            print(f"{name}: gold facts: {incident_figures(part, gold_items)}")  # noqa: T201
    first = {each.gold["origin"]: each for each in reversed(written)}
    print(f"variants, copies left out: as read: {incident_figures(first.values())}")  # noqa: T201
    halves = [[t for t in written if (int(t.gold["id"][1:3]) % 2) == rest] for rest in (0, 1)]
    for name, half in zip(("even events", "odd events"), halves, strict=True):
        print(f"variants, {name}: as read: {incident_figures(half)}")  # noqa: T201
    print(f"persons of the variants: {person_figures(written)}")  # noqa: T201
    print("origins:", origin_figures(written))  # noqa: T201
    bare = [replace(each, report=replace(each.report, outlet=None)) for each in written]
    print("origins, outlets not known:", origin_figures(bare))  # noqa: T201


if __name__ == "__main__":
    main()
