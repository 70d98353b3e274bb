"""A report, a question about it, an answer, and the claims that stand."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from tawthiq.errors import ValueFormatError
from tawthiq.extract.claiming import make_claims
from tawthiq.extract.llm.answer import reading_of
from tawthiq.extract.llm.client import AnswerError, ask
from tawthiq.extract.llm.schema import facts_schema
from tawthiq.extract.page import Page
from tawthiq.model import Claim, Report
from tawthiq.model.engine import LocalModel
from tawthiq.model.facts_shape import check_facts

VERSION = "llm/1"
"""Prompt and schema; raise it when either changes."""

_UNASKED: dict[str, list[Any]] = {"sources": [], "denials": []}
"""Both follow from the statements."""


def llm_method(model: LocalModel) -> str:
    """How a claim says that it was made: with the model's name, which the user vouches for."""
    return f"{VERSION} {model.name}"


def read_with(report: Report, model: LocalModel) -> tuple[Claim, ...]:
    """The claims that the model makes and the report bears out. No confidence: nobody has calibrated the model.

    ServerError where the server fails; AnswerError that names the report where the answer is no set of facts.
    """
    page = Page(report)
    try:
        answer = ask(model, messages(report), facts_schema())
        facts = check_facts({**_UNASKED, **answer} if isinstance(answer, dict) else answer)
        # Statements are asked for, though a report of an office's gold may lack them.
        reading = reading_of(page, {"claims": [], **facts})
    except (AnswerError, ValueFormatError) as error:
        raise AnswerError(f"{report.name}: {error}") from error
    return make_claims(report, reading, llm_method(model))


def messages(report: Report) -> list[dict[str, str]]:
    """The rules, then the report as it is stored."""
    published = report.published.isoformat() if report.published else "unknown"
    asked = f"Day of publication: {published}\n\n{report.text}"
    return [{"role": "system", "content": _rules()}, {"role": "user", "content": asked}]


@cache
def _rules() -> str:
    return (files("tawthiq") / "data" / "llm" / "prompt.txt").read_text(encoding="utf-8")
