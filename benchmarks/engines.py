"""Words per CPU-second of each engine, alone and in the whole pipeline, beside an encoder of the size of BERT-base.

Run: python benchmarks/engines.py [RUNS] [--reports FOLDER]. One thread; imports and word lists are loaded before; the
best of the runs. The encoder of BERT-base's size (12 layers of 768, sequences of 128 pieces) has random weights: speed
does not depend on them. It needs the package onnx besides the extra `accurate`; where that lacks it is left out.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path

from _bert import SEQUENCE, bert_base

from tawthiq.extract import read_report
from tawthiq.extract.entities.engines import both, crf, encoder
from tawthiq.extract.entities.engines.odds import Reader, Words
from tawthiq.extract.entities.lexicon import norm_of
from tawthiq.extract.page import Page
from tawthiq.ingest import Problem, find_sources, read_source
from tawthiq.model import Engine, Report


@dataclass(frozen=True)
class Texts:
    reports: Sequence[Report]
    sentences: Sequence[Sequence[Sequence[str]]]
    """Of each report, word by word."""

    @property
    def words(self) -> int:
        return sum(len(report.text.split()) for report in self.reports)


def texts(folder: Path) -> Texts:
    found = [read_source(path).report for path in find_sources([folder]) if not isinstance(path, Problem)]
    pages = [Page(report) for report in found]
    sentences = [[[token.text for token in page.tokens[s.first : s.last]] for s in page.sentences] for page in pages]
    return Texts(found, sentences)


def alone(read: Reader, held: Texts) -> None:
    for sentences in held.sentences:
        for _ in read([Words(words, [norm_of(word) or word for word in words]) for words in sentences]):
            pass


def pipeline(engine: Engine, held: Texts) -> None:
    for report in held.reports:
        read_report(report, engine)


def seconds(task: Callable[[], object], runs: int) -> float:
    """CPU seconds, the best of the runs after one that is not counted."""
    times = []
    for _ in range(runs + 1):
        start = time.process_time()
        task()
        times.append(time.process_time() - start)
    return min(times[1:])


def bert_seconds(held: Texts, runs: int) -> float:
    """For the words of the texts, by the pieces that Tawthiq's own vocabulary cuts them into, which is kind to it."""
    pieces = sum(len(encoder.pieces().encode(word)) for report in held.sentences for words in report for word in words)
    return seconds(bert_base(), runs) * pieces / SEQUENCE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", nargs="?", type=int, default=3)
    parser.add_argument("--reports", type=Path, help="folder of reports; those of the demonstration without it")
    asked = parser.parse_args()
    with as_file(files("tawthiq") / "data" / "demo") as folder:
        held = texts(asked.reports or folder)
    installed = [Engine.FAST, *([Engine.ACCURATE] if find_spec("onnxruntime") else [])]
    readers: dict[Engine, Reader] = {Engine.FAST: crf.read, Engine.ACCURATE: both.read}
    rates = {}
    for engine in installed:
        rates[f"{engine}, names alone"] = seconds(partial(alone, readers[engine], held), asked.runs)
        rates[f"{engine}, whole pipeline"] = seconds(partial(pipeline, engine, held), asked.runs)
    base = bert_seconds(held, asked.runs) if find_spec("onnxruntime") and find_spec("onnx") else None
    print(f"{held.words} words of {len(held.reports)} reports, one thread, CPU time")
    for name, spent in rates.items():
        print(f"{held.words / spent:9,.0f} words/s   {name}" + (f"; {base / spent:.1f} times" if base else ""))
    if base:
        print(f"{held.words / base:9,.0f} words/s   an encoder of BERT-base's size")


if __name__ == "__main__":
    main()
