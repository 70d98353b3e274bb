"""How long the map takes on a given day: 50,000 generated ties among 20,000 actors.

python benchmarks/actors.py [--ties N] [--actors N]
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator
from datetime import date, timedelta

from tawthiq.actors.model import TieState
from tawthiq.actors.reading import Source, read_map
from tawthiq.actors.state import on_day
from tawthiq.model import EDTF, Code, Kind, Mention, Ref, Span, Standing, Text, When
from tawthiq.model.ids import digest
from tawthiq.model.records import Affiliation, Attested, Group, Person, Record

_FIRST, _DAYS, _SEED, _RUNS = date(2011, 3, 15), 5000, 7, 7
_ROLES = ("قائد", "القائد العسكري", "القيادي في", "ممثل", "عنصر")


def records(ties: int, actors: int) -> Iterator[Record]:
    """A tenth of the actors are groups; of the affiliations a half has dates, and a third is former."""
    chance = random.Random(_SEED)
    groups = [_mention(Kind.GROUP, f"فصيل {at}") for at in range(actors // 10)]
    people = [_mention(Kind.PERSON, f"شخص {at}") for at in range(actors - len(groups))]
    yield from (Group(id=m.id, label=m.label, mentions=(m.id,)) for m in groups)
    yield from (Person(id=m.id, label=m.label, mentions=(m.id,)) for m in people)
    for at in range(ties):
        start = _FIRST + timedelta(chance.randrange(_DAYS))
        dated, former = chance.random() < 0.5, chance.random() < 0.33
        yield Affiliation(
            id=f"{at:032x}",
            label="",
            mentions=(f"{at:032x}",),
            person=_said(at, _ref(people[at % len(people)])),
            group=_said(at, _ref(chance.choice(groups))),
            role=_said(at, Text(chance.choice(_ROLES))),
            status=_said(at, Code("former" if former else "current")),
            start=_said(at, When(EDTF.day(start))) if dated else (),
            end=_said(at, When(EDTF.day(start + timedelta(chance.randrange(900))))) if dated and former else (),
        )


def _mention(kind: Kind, label: str) -> Mention:
    return Mention("0" * 32, kind, Span(0, 1), label)


def _ref(mention: Mention) -> Ref:
    return Ref(mention.id, mention.label)


def _said(at: int, value: Ref | Text | Code | When) -> tuple[Attested, ...]:
    return (Attested(value, Standing.PROPOSED, (f"{at:032x}",)),)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ties", type=int, default=50_000)
    parser.add_argument("--actors", type=int, default=20_000)
    asked = parser.parse_args()
    made = list(records(asked.ties, asked.actors))
    sources = {f"{at:032x}": Source(digest("report", at), _FIRST + timedelta(at % _DAYS)) for at in range(asked.ties)}
    started = time.perf_counter()
    whole = read_map(made, sources)
    print(f"{len(whole.ties):,} ties of {len(whole.actors):,} actors from records: {_since(started):,.0f} ms")
    taken, counts = [], dict.fromkeys(TieState, 0)
    for run in range(_RUNS):
        started = time.perf_counter()
        snapshot = on_day(whole, _FIRST + timedelta(run * _DAYS // _RUNS))
        taken.append(_since(started))
    for held in snapshot.held:
        counts[held.state] += 1
    print(f"map on a day: median {sorted(taken)[_RUNS // 2]:,.0f} ms, slowest of {_RUNS} {max(taken):,.0f} ms")
    print(f"on {snapshot.day}: {', '.join(f'{n:,} {state}' for state, n in counts.items() if n)}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def _since(started: float) -> float:
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
