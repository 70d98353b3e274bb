"""The order in which components read a page. A component adds its facts to the reading and hands it on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TypeAlias

from tawthiq.extract.accords import read_accords
from tawthiq.extract.attribution import read_statements
from tawthiq.extract.claiming import make_claims
from tawthiq.extract.component import Component
from tawthiq.extract.entities import read_entities
from tawthiq.extract.facts import Reading
from tawthiq.extract.incidents import read_incidents
from tawthiq.extract.page import Page
from tawthiq.extract.posts import read_posts
from tawthiq.extract.profiles import read_profiles
from tawthiq.extract.tallies import read_tallies
from tawthiq.model import Claim, Report

METHOD = "rules/1"
"""Engine and version, part of every claim's identity: raise it when the same text gives other claims."""

Pipeline: TypeAlias = Sequence[Component]

DEFAULT: Pipeline = (
    read_entities,
    read_statements,
    read_posts,
    read_incidents,
    read_tallies,
    read_accords,
    read_profiles,
)


def read_page(page: Page, pipeline: Pipeline = DEFAULT) -> Reading:
    """All facts that the components find, each seeing those of the ones before it."""
    return reduce(lambda found, component: component(page, found), pipeline, Reading())


def read_report(report: Report) -> tuple[Claim, ...]:
    """The claims of one report, by the default pipeline."""
    return make_claims(report, read_page(Page(report)), METHOD)
