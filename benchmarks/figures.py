"""Counts, a month's content and the difference of two editions over many incidents with two casualties each.

Run: python benchmarks/figures.py [INCIDENTS]. Seconds of wall time, the best of three; memory at its greatest.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import TypeVar

import numpy as np

from tawthiq.figures.columns import Columns, columns_of, content_hash, from_bytes, to_bytes
from tawthiq.figures.counting import answer
from tawthiq.figures.definitions import load_definitions
from tawthiq.figures.editions.changes import differences
from tawthiq.figures.editions.content import make_content, monthly
from tawthiq.figures.inclusion import load_inclusion
from tawthiq.figures.question import Dimension, Metric, Question
from tawthiq.figures.rows import take
from tawthiq.figures.unit import Fate, Unit, Victim
from tawthiq.model import EDTF, Range
from tawthiq.publish.report.prepare import Wanted, prepare
from tawthiq.text.tables import table

T = TypeVar("T")
START, DAYS = date(2011, 3, 18), 4600
ACTS = ("assassination", "attempted_assassination", "killing", "explosion", "shelling", "airstrike")
GROUPS = (("civilians",), ("former_opposition",), ("armed_group",), ("children", "civilians"), ())
DOERS, WEAPONS = ("", "مجهولون", "قوات النظام", "داعش"), ("", "gunfire", "ied")
CHANGED = 1000
DEFINITIONS, RULE = load_definitions(), load_inclusion()
ASKED = monthly(DEFINITIONS, "2023-09", "", "2018-08")

QUESTIONS = (
    Question(by=(Dimension.MONTH, Dimension.ACT)),
    Question(Metric.KILLED, (Dimension.MONTH, Dimension.PLACE)),
    Question(Metric.KILLED, (Dimension.DISTRICT, Dimension.PERPETRATOR), period="2018/2023"),
    Question(Metric.INJURED, (Dimension.VICTIM_GROUP, Dimension.WEAPON), area="SY12"),
    Question(Metric.KILLED, (Dimension.YEAR, Dimension.VICTIM_GROUP), share=True),
    Question(Metric.NAMED, (Dimension.PLACE, Dimension.PERPETRATOR)),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("incidents", nargs="?", type=int, default=1_000_000)
    asked = parser.parse_args()
    columns, seconds = timed(lambda: columns_of(units(asked.incidents)), 1)
    print(f"{len(columns):,} incidents, {len(columns.victim_unit):,} casualties; made in {seconds:.1f} s")
    columns = kept(columns)
    for question in QUESTIONS:
        made, seconds = timed(lambda question=question: answer(columns, question, RULE.id))  # type: ignore[misc]
        print(f"{seconds * 1000:7.0f} ms  {question.metric} by {', '.join(question.by)}: {len(made.figures):,} figures")
    content, seconds = timed(lambda: prepare(columns, Wanted("2023-09", "", "2018-08"), DEFINITIONS, RULE)[0])
    print(
        f"{seconds:7.1f} s   content of a month: {len(content.incidents):,} incidents, {len(content.lineage)} figures"
    )
    frozen, seconds = timed(lambda: edition(columns))
    print(f"{seconds:7.1f} s   an edition frozen: {frozen}")
    later = changed(columns)
    asked_ = [each for each in monthly(DEFINITIONS, "2023-09", "", "2018-08") if len(each.question.by) < 1]
    asked_ += [
        each for each in monthly(DEFINITIONS, "2023-09", "", "2018-08") if each.question.by == (Dimension.MONTH,)
    ]
    found, seconds = timed(lambda: differences(columns, later, asked_, RULE.id))
    changes = sum(len(each.changes) for each in found)
    print(f"{seconds:7.1f} s   difference of two editions: {len(found)} figures, {changes:,} changes")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:7.0f} MB  at most")


def units(number: int) -> Iterator[Unit]:
    """Incidents of thirteen years all over the country."""
    random = Random(1)
    places = [row["id"] for row in table("gazetteer/places.tsv") if row["country"] == "SY"][:5000]
    for at in range(number):
        id_ = f"{at:032x}"
        hurt = Victim(f"{2 * at:032x}", id_, "killed"), Victim(f"{2 * at + 1:032x}", id_, "injured")
        yield Unit(
            record=id_,
            type=random.choice(ACTS),
            date=EDTF.day(START + timedelta(random.randrange(DAYS))),
            places=(random.choice(places),),
            perpetrator=random.choice(DOERS),
            weapon=random.choice(WEAPONS),
            victim_groups=random.choice(GROUPS),
            counts=((Fate.KILLED, Range.exactly(1)), (Fate.INJURED, Range.exactly(1 + at % 3))),
            victims=hurt,
            mentions=(id_,),
            decided=at % 50 > 0,
        )


def kept(columns: Columns) -> Columns:
    """Through a block and back, as a store keeps them."""
    block, seconds = timed(lambda: to_bytes(columns), 1)
    again, back = timed(lambda: from_bytes(block), 1)
    print(f"{len(block) / 1e6:7.0f} MB  as one block; written in {seconds:.1f} s, read in {back:.1f} s")
    return again


def edition(columns: Columns) -> str:
    return make_content(columns, ASKED, DEFINITIONS, RULE, content_hash(columns)).units[:16]


def changed(columns: Columns) -> Columns:
    """Without some incidents, and with others counted anew."""
    some = np.linspace(0, len(columns) - 1, min(CHANGED, len(columns)), dtype=np.int64)
    later = take(columns, np.setdiff1d(np.arange(len(columns)), some[::2]))
    killed = later.least["killed"]
    killed[some[1::2] - len(some) // 2] += 1
    later.most["killed"][:] = np.maximum(later.most["killed"], killed)
    return later


def timed(work: Callable[[], T], runs: int = 3) -> tuple[T, float]:
    """What it gives, and the seconds of the fastest run."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        made = work()
        best = min(best, time.perf_counter() - start)
    return made, best


if __name__ == "__main__":
    main()
