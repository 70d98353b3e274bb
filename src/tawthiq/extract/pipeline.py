"""The order in which components read a page. A component adds its facts to the reading and hands it on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TypeAlias

from tawthiq.errors import UsageError
from tawthiq.extract.accords import read_accords
from tawthiq.extract.attribution import read_statements
from tawthiq.extract.claiming import make_claims
from tawthiq.extract.component import Component
from tawthiq.extract.confidence import rated
from tawthiq.extract.entities import read_entities
from tawthiq.extract.facts import Reading
from tawthiq.extract.incidents import read_incidents
from tawthiq.extract.page import Page
from tawthiq.extract.posts import read_posts
from tawthiq.extract.profiles import read_profiles
from tawthiq.extract.tallies import read_tallies
from tawthiq.extract.terms import read_terms
from tawthiq.model import Claim, Engine, LocalModel, ReadBy, Report

VERSION = "rules/2"
"""Part of every claim's identity: raise it when the same text gives other claims."""

MODELS = {Engine.FAST: "crf/2", Engine.ACCURATE: "encoder/3"}
"""Model of each engine with its version; raise that when the model is trained anew."""

Pipeline: TypeAlias = Sequence[Component]

DEFAULT: Pipeline = (
    read_entities,
    read_statements,
    read_posts,
    read_incidents,
    read_tallies,
    read_accords,
    read_profiles,
    read_terms,
)


def read_page(page: Page, pipeline: Pipeline = DEFAULT) -> Reading:
    """All facts that the components find, each seeing those of the ones before it."""
    return reduce(lambda found, component: component(page, found), pipeline, Reading())


def method_of(by: ReadBy) -> str:
    """How a claim says that it was made, e.g. `rules/2 fast crf/2`. UsageError where the engine needs a server."""
    if isinstance(by, LocalModel):
        from tawthiq.extract.llm import llm_method

        return llm_method(by)
    if by not in MODELS:
        raise UsageError(f"the engine {by} needs a server and the name of a model")
    return f"{VERSION} {by} {MODELS[by]}"


def read_report(report: Report, by: ReadBy = Engine.FAST) -> tuple[Claim, ...]:
    """The claims of one report; those of our own engines each with its confidence.

    MissingExtraError where an engine is not installed; of a language model, ServerError and AnswerError.
    """
    if isinstance(by, LocalModel):
        # Imported here, as it brings an HTTP client, which the other engines have no use for.
        from tawthiq.extract.llm import read_with

        return read_with(report, by)
    method = method_of(by)
    page = Page(report, by)
    return rated(page, make_claims(report, read_page(page), method))
