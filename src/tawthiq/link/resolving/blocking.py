"""Which mentions are compared at all: those that share an area or a name, and a time. The rest are never one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from tawthiq.link.matching import Index
from tawthiq.link.names import parse
from tawthiq.link.resolving.called import name_parts
from tawthiq.link.resolving.events import Event
from tawthiq.link.resolving.evidence import weights
from tawthiq.link.resolving.people import Someone
from tawthiq.link.resolving.where import areas, rank

Pair = tuple[int, int]
"""Places in the sequence of what is compared, the smaller first."""

_NAMESAKES = 40


def event_pairs(events: Sequence[Event]) -> set[Pair]:
    """Incidents that lie in one area or name one victim, in windows that come near enough."""
    slack = timedelta(days=int(weights("incidents").settings["window"]))
    by_key: dict[str, list[int]] = defaultdict(list)
    by_type: dict[str, list[int]] = defaultdict(list)
    lost = set[int]()
    for at, event in enumerate(events):
        lands = areas((*event.places, *event.around))
        for key in lands | _names(event):
            by_key[key].append(at)
        by_type[event.type].append(at)
        lost |= set() if any(rank(land) != "country" for land in lands) else {at}
    found = {pair for members in by_key.values() for pair in _meeting(events, members, slack)}
    # A report in which no place was read, or only a country, may tell what others tell of any place.
    typed = (members for members in by_type.values() if not lost.isdisjoint(members))
    return found | {p for members in typed for p in _meeting(events, members, slack) if not lost.isdisjoint(p)}


def _names(event: Event) -> set[str]:
    return {f"n:{parts[0]} {parts[-1]}" for names in event.victims for n in names if len(parts := name_parts(n)) > 1}


def _meeting(events: Sequence[Event], members: Iterable[int], slack: timedelta) -> Iterator[Pair]:
    """A sweep over the first days; those without any time are met by all."""
    timeless = [at for at in members if events[at].window is None]
    timed = sorted((_first(events[at]), at) for at in members if events[at].window is not None)
    open_: list[tuple[date, int]] = []
    for first, at in timed:
        open_ = [(last, other) for last, other in open_ if last + slack >= first]
        yield from (_pair(other, at) for _, other in open_)
        open_.append((_last(events[at]), at))
    everyone = [*timeless, *(at for _, at in timed)]
    yield from (_pair(one, other) for i, one in enumerate(timeless) for other in everyone[i + 1 :])


def _first(event: Event) -> date:
    return event.window.first if event.window else date.min


def _last(event: Event) -> date:
    return event.window.last if event.window else date.max


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def person_pairs(people: Sequence[Someone]) -> set[Pair]:
    """Persons of whom two names share a part's sound; of common names only the likeliest."""
    index = Index((str(at), [parse(name) for name in each.names]) for at, each in enumerate(people))
    found: set[Pair] = set()
    for at, each in enumerate(people):
        for name in each.names:
            near = index.candidates(parse(name), limit=_NAMESAKES)
            found.update(_pair(at, int(other)) for other, _ in near if int(other) != at)
    return found
