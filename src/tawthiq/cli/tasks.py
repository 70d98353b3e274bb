"""What worker processes do with one file: functions of what can be sent to them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tawthiq.model import Engine

if TYPE_CHECKING:
    from tawthiq.ingest import Problem, Source
    from tawthiq.model import Claim, Report


def source_in(found: Path | Problem, published: date | None) -> Source | Problem:
    """The report in a file, or why there is none."""
    from tawthiq.ingest import read_all

    return next(iter(read_all([found], published)))


def claims_in(report: Report, engine: Engine = Engine.FAST) -> tuple[Claim, ...]:
    """What a report says."""
    from tawthiq.extract import read_report

    return read_report(report, engine)


def facts_in(found: Path | Problem, published: date | None, engine: Engine = Engine.FAST) -> str | Problem:
    """The facts of the report in a file as one line of JSON, or why there is none."""
    from tawthiq.ingest import Problem
    from tawthiq.publish.facts import facts_of

    source = source_in(found, published)
    if isinstance(source, Problem):
        return source
    return json.dumps(facts_of(source.report, claims_in(source.report, engine)), ensure_ascii=False) + "\n"
