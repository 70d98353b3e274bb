"""Claims per second into the ledger, beside the same rows put by raw sqlite3 executemany.

Run: python benchmarks/ledger.py [CLAIMS] [RUNS]. CPU seconds of this process, the best of the runs, a new file each.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import event

from tawthiq.ledger import Batch, open_ledger
from tawthiq.model import Claim, Code, Kind, Mention, Report, Span, Text
from tawthiq.model.ids import sha256

CLAIMS_A_REPORT = 25
REPORTS_A_BATCH = 100
NAMES = ("أحمد محمد الخالد", "عبد الله أبازيد", "محمود الحريري", "خالد الزعبي", "درعا البلد")
WORDS = ("قتل", "عنصر", "من", "قوات", "النظام", "إثر", "استهدافه", "بإطلاق", "نار", "مجهولين", "في", "ريف", "الغربي")

# One transaction: statements, each with its rows.
Transaction = list[tuple[str, Sequence[Any]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", nargs="?", type=int, default=50_000)
    parser.add_argument("runs", nargs="?", type=int, default=3)
    asked = parser.parse_args()
    batches = [batch(number) for number in range(asked.claims // (CLAIMS_A_REPORT * REPORTS_A_BATCH))]
    claims = sum(len(one.claims) for one in batches)
    if not claims:
        sys.exit(f"at least {CLAIMS_A_REPORT * REPORTS_A_BATCH} claims make a batch")
    written = best(1, lambda path: recorded(path, batches))
    only_claims = [[s for s in transaction if s[0].startswith("INSERT INTO claims")] for transaction in written]
    ledger = best(asked.runs, lambda path: through(path, batches))
    same = best(asked.runs, lambda path: raw(path, written))
    least = best(asked.runs, lambda path: raw(path, only_claims))
    print(f"{claims} claims of {len(batches) * REPORTS_A_BATCH} reports, {len(batches)} transactions, CPU time")
    print(f"{claims / ledger:9,.0f} claims/s  the ledger: reports, claims, search index, audit chain")
    print(f"{claims / same:9,.0f} claims/s  raw sqlite3 executemany of the same rows of every table")
    print(f"{claims / least:9,.0f} claims/s  raw sqlite3 executemany of the rows of the table of claims alone")
    print(f"the ledger takes {ledger / same:.2f} times as long as raw, {ledger / least:.2f} times the claims alone")


def batch(number: int) -> Batch:
    made = [report(number * REPORTS_A_BATCH + n) for n in range(REPORTS_A_BATCH)]
    return Batch(made, [claim for one, _ in made for claim in claims_of(one)])


def report(number: int) -> tuple[Report, bytes]:
    names = " ".join(NAMES)
    text = f"{number} {names} " + " ".join(WORDS[(number + n) % len(WORDS)] for n in range(250))
    data = text.encode()
    return Report(sha256(data), text, f"report-{number}"), data


def claims_of(made: Report) -> list[Claim]:
    """Five mentions with five claims each."""
    claims = []
    for name in NAMES:
        start = made.text.index(name)
        span = Span(start, start + len(name))
        named = Claim(Mention(made.id, Kind.PERSON, span, name), "name", Text(name), span, "bench/1")
        others = [replace(named, predicate="fate", value=Code(code)) for code in ("killed", "injured", "detained")]
        claims += [named, replace(named, predicate="role", value=Text("قيادي")), *others]
    return claims


def best(runs: int, work: Callable[[Path], Any]) -> Any:
    """The least result of some runs, each with a new file."""
    results = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            results.append(work(Path(folder) / "store.db"))
    return min(results)


def recorded(path: Path, batches: Sequence[Batch]) -> list[Transaction]:
    """What the ledger writes for these batches, statement by statement."""
    written: list[Transaction] = []

    def note(_c: Any, _cursor: Any, statement: str, rows: Any, _context: Any, many: bool) -> None:
        if statement.startswith("INSERT"):
            written[-1].append((statement, rows if many else [rows]))

    with open_ledger(path) as ledger:
        event.listen(ledger.engine, "before_cursor_execute", note)
        for one in batches:
            written.append([])
            ledger.append(one)
    return written


def through(path: Path, batches: Sequence[Batch]) -> float:
    with open_ledger(path) as ledger:
        start = time.process_time()
        for one in batches:
            ledger.append(one)
        return time.process_time() - start


def raw(path: Path, written: Sequence[Transaction]) -> float:
    """The same statements into an empty store with the same schema."""
    open_ledger(path).close()
    with closing(sqlite3.connect(path)) as target:
        target.execute("PRAGMA synchronous = FULL")
        start = time.process_time()
        for transaction in written:
            for statement, rows in transaction:
                target.executemany(statement, rows)
            target.commit()
        return time.process_time() - start


if __name__ == "__main__":
    main()
