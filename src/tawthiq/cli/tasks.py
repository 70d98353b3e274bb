"""What worker processes do with one file: functions of what can be sent to them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tawthiq.model import Engine, ReadBy

if TYPE_CHECKING:
    from tawthiq.ingest import Problem, Source
    from tawthiq.model import Claim, Report


def source_in(found: Path | Problem, published: date | None) -> Source | Problem:
    """The report in a file, or why there is none."""
    from tawthiq.ingest import read_all

    return next(iter(read_all([found], published)))


def claims_in(report: Report, by: ReadBy = Engine.FAST) -> tuple[Claim, ...] | Problem:
    """What a report says, or why its words or a model's answer to it cannot be used."""
    from tawthiq.errors import InputError, ValueFormatError
    from tawthiq.extract import read_report
    from tawthiq.ingest import Problem

    try:
        return read_report(report, by)
    except (InputError, ValueFormatError) as error:
        return Problem(Path(report.name), str(error).removeprefix(f"{report.name}: "))


def facts_in(found: Path | Problem, published: date | None, by: ReadBy = Engine.FAST) -> str | Problem:
    """The facts of the report in a file as one line of JSON, or why there is none."""
    from tawthiq.ingest import Problem
    from tawthiq.publish.facts import facts_of

    source = source_in(found, published)
    if isinstance(source, Problem):
        return source
    claims = claims_in(source.report, by)
    if isinstance(claims, Problem):
        return claims
    return json.dumps(facts_of(source.report, claims), ensure_ascii=False) + "\n"
