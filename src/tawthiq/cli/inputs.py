"""Files gone through with progress and problems, as `extract` and `read` need them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from tawthiq.cli.console import Bar, progress, say
from tawthiq.cli.options import parse_published
from tawthiq.cli.workers import Spread, how_many, workers

if TYPE_CHECKING:
    from datetime import date

    from tawthiq.ingest import Problem

SOME_FAILED = 3

R = TypeVar("R", covariant=True)


class Task(Protocol[R]):
    """What is to be done with a file."""

    def __call__(self, found: Path | Problem, published: date | None) -> R | Problem: ...


class Inputs:
    """All files of a run; tells each problem in a line as it comes, and counts."""

    def __init__(self, paths: Sequence[Path], published: str | None = None, jobs: int | None = None) -> None:
        from tawthiq.ingest import find_sources

        self._published = parse_published(published)
        self._found = list(find_sources(paths))
        self._jobs = how_many(jobs, len(self._found))
        self.failed = 0
        self.given = 0

    @contextmanager
    def opened(self, label: str, shown: bool = True) -> Iterator[tuple[Spread, Bar]]:
        """Workers, and a bar that goes as far as there are files."""
        with workers(self._jobs) as spread, progress(label, len(self._found), shown) as bar:
            yield spread, bar

    def each(self, spread: Spread, bar: Bar, task: Task[R]) -> Iterator[R]:
        """What the task makes of every file that can be read; the others are told of and left out."""
        from tawthiq.ingest import Problem

        for result in spread(partial(task, published=self._published), self._found):
            if isinstance(result, Problem):
                self.fail(result, bar)
            else:
                self.given += 1
                yield result

    def fail(self, problem: Problem, bar: Bar) -> None:
        """Tell of a file that cannot be read, and count it."""
        self.failed += 1
        bar.advance()
        say(f"not read: {problem}")

    @property
    def exit_code(self) -> int:
        return SOME_FAILED if self.failed else 0
