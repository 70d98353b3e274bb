"""How long it takes to derive all compliance anew: 1,000,000 generated incidents, 300 clauses, some thousand responses.

python benchmarks/agreements.py [--incidents N] [--clauses N] [--responses N]
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from datetime import date

import numpy as np

from tawthiq.agreements.answers import Answer
from tawthiq.agreements.cells import State
from tawthiq.agreements.compliance import follow
from tawthiq.agreements.force import Force
from tawthiq.agreements.matching import facets_of
from tawthiq.agreements.watched import Party, Watched
from tawthiq.extract.entities.office import names
from tawthiq.figures.columns import Columns, columns_of
from tawthiq.figures.unit import Unit
from tawthiq.model import EDTF, Conduct, IncidentType

_FIRST, _LAST = date(2011, 3, 15).toordinal(), date(2024, 12, 7).toordinal()
_SEED = 7


def incidents(number: int) -> Columns:
    """Of every type, in every Syrian place and by every group of the gazetteer, and 2,000 whom it does not have."""
    chance = random.Random(_SEED)
    places = [row["id"] for row in names("places.tsv") if row["country"] == "SY"]
    groups = [row["name"] for row in names("groups.tsv") if row["country"] in ("SY", "")]
    groups += [f"مجموعة {at}" for at in range(2000)] + ["unknown"] * 500
    types = [each.value for each in IncidentType]
    days = [EDTF(date.fromordinal(day).isoformat()) for day in range(_FIRST, _LAST + 1)]
    return columns_of(
        Unit(
            record=f"{at:032x}",
            type=chance.choice(types),
            date=chance.choice(days),
            places=(chance.choice(places),),
            perpetrator=chance.choice(groups),
            decided=chance.random() < 0.9,
        )
        for at in range(number)
    )


def clauses(number: int) -> list[Watched]:
    """Each of a governorate or a district, against three bodies, for some years, with five parties."""
    chance = random.Random(_SEED + 1)
    areas = [r["id"] for r in names("places.tsv") if r["country"] == "SY" and r["kind"] in ("governorate", "district")]
    actors = [row["id"] for row in names("groups.tsv") if row["country"] in ("SY", "")]
    types = [each.value for each in IncidentType]
    found = []
    for at in range(number):
        first = chance.randrange(_FIRST, _LAST - 400)
        found.append(
            Watched(
                clause=f"c{at}",
                label="بند",
                agreement=f"a{at // 5}",
                obligation="تجتمع للمؤازرة",
                force=Force(first, first + chance.randrange(90, 2000)),
                trigger="تعرضت منطقة لخطر",
                acts=frozenset(chance.sample(types, 10)),
                # A tenth of the clauses name nobody, so that anyone triggers them.
                actors=() if at % 10 == 0 else (*chance.sample(actors, 3), *(("tw:assad-regime",) * (at % 3 == 0))),
                areas=(chance.choice(areas),),
                parties=tuple(Party(f"p{at}-{i}", f"طرف {i}") for i in range(5)),
                hours=48,
            )
        )
    return found


def responses(number: int, incidents: int, watched: list[Watched]) -> list[Answer]:
    chance = random.Random(_SEED + 2)
    found = []
    for at in range(number):
        clause = chance.choice(watched)
        day = chance.randrange(_FIRST, _LAST)
        found.append(
            Answer(
                record=f"r{at}",
                conduct=chance.choice(list(Conduct)),
                denied=chance.random() < 0.1,
                claims=(f"k{at}",),
                parties=(chance.choice(clause.parties),),
                clauses=frozenset({clause.clause}),
                incidents=frozenset({f"{chance.randrange(incidents):032x}"} if at % 2 else ()),
                first=day,
                last=day,
            )
        )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=1_000_000)
    parser.add_argument("--clauses", type=int, default=300)
    parser.add_argument("--responses", type=int, default=20_000)
    wanted = parser.parse_args()
    start = time.perf_counter()
    columns = incidents(wanted.incidents)
    print(f"made {len(columns):,} incidents in {time.perf_counter() - start:.1f} s (not counted)")
    watched = clauses(wanted.clauses)
    answers = responses(wanted.responses, wanted.incidents, watched)
    start = time.perf_counter()
    followed = follow(watched, facets_of(columns), answers)
    table = [(line.owed, *(line.count(state) for state in State)) for each in followed for line in each.lines]
    took = time.perf_counter() - start
    owed, answered = sum(row[0] for row in table), sum(len(line.answered) for e in followed for line in e.lines)
    episodes = sum(len(each.rows) for each in followed)
    print(
        f"{took:.2f} s for {len(watched)} clauses: {episodes:,} episodes, {owed:,} cells, {answered:,} of them answered"
    )
    print(f"{np.max([len(each.rows) for each in followed]):,} episodes of one clause at most; "
          f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")  # fmt: skip


if __name__ == "__main__":
    main()
