"""Sources with progress and problems, as `extract` and `read` need them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tawthiq.cli.console import progress, say
from tawthiq.cli.options import parse_published

if TYPE_CHECKING:
    from tawthiq.ingest import Source

SOME_FAILED = 3


class Inputs:
    """Goes through all files; tells each problem in a line as it comes, and counts them."""

    def __init__(self, paths: Sequence[Path], published: str | None) -> None:
        self._paths = paths
        self._published = parse_published(published)
        self.failed = 0
        self.given = 0

    def sources(self, label: str) -> Iterator[Source]:
        """Every source that can be read, behind a bar; the others are told of and left out."""
        from tawthiq.ingest import Problem, find_sources, read_all

        found = list(find_sources(self._paths))
        with progress(label, len(found)) as (bar, task):
            for source in read_all(found, self._published):
                bar.advance(task)
                if isinstance(source, Problem):
                    self.failed += 1
                    say(f"not read: {source}")
                else:
                    self.given += 1
                    yield source

    @property
    def exit_code(self) -> int:
        return SOME_FAILED if self.failed else 0
