"""Checks that files and functions stay small; prints the figures and exits with 1 when one is broken."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("src", "tests", "scripts", "benchmarks")
LONGEST_FILE = 400
MEDIAN_FUNCTION = 10
NINETIETH_FUNCTION = 30


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def function_lengths(path: Path) -> Iterator[int]:
    """Lines of each function from its `def` to its end, docstring included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or node.lineno) - node.lineno + 1


def report(name: str, figure: float, limit: int) -> bool:
    fits = figure <= limit
    print(f"{name:<42} {figure:>6g}  (at most {limit}){'' if fits else '  BROKEN'}")
    return fits


def main() -> int:
    lengths = {path: lines(path) for path in python_files(*FOLDERS)}
    functions = [length for path in python_files("src") for length in function_lengths(path)]
    print(f"{len(lengths)} Python files; {len(functions)} functions in src, the longest of {max(functions)} lines")
    for path, length in lengths.items():
        if length > LONGEST_FILE:
            print(f"{path.relative_to(ROOT)}: {length} lines")
    checks = [
        report("lines of the longest file", max(lengths.values()), LONGEST_FILE),
        report("lines of a function in src, median", median(functions), MEDIAN_FUNCTION),
        report("lines of a function in src, 90th percentile", quantiles(functions, n=10)[-1], NINETIETH_FUNCTION),
    ]
    return 0 if all(checks) else 1


if __name__ == "__main__":
    sys.exit(main())
