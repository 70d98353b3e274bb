"""Words per CPU-second of `extract` over the reports that ship with the package, in one process.

Run: python benchmarks/extract.py [RUNS]. From a file's bytes to its line of JSON; imports and word lists are loaded
before. CPU seconds of this process, the best of the runs.
"""

from __future__ import annotations

import argparse
import time
from importlib.resources import as_file, files
from pathlib import Path

from tawthiq.cli.tasks import facts_in
from tawthiq.ingest import Problem, find_sources, read_source
from tawthiq.model import Engine


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", nargs="?", type=int, default=5)
    asked = parser.parse_args()
    with as_file(files("tawthiq") / "data" / "demo") as folder:
        paths = [path for path in find_sources([folder]) if not isinstance(path, Problem)]
        words = sum(len(read_source(path).report.text.split()) for path in paths)
        once(paths)
        seconds = min(once(paths) for _ in range(asked.runs))
    print(f"{words} words of {len(paths)} reports in {seconds:.3f} CPU seconds, one process, warm")
    print(f"{words / seconds:9,.0f} words/s   from a file's bytes to its facts as JSON")
    print(f"{len(paths) / seconds:9,.1f} reports/s")


def once(paths: list[Path]) -> float:
    """CPU seconds of one reading of all files."""
    start = time.process_time()
    for path in paths:
        facts_in(path, None, Engine.FAST)
    return time.process_time() - start


if __name__ == "__main__":
    main()
