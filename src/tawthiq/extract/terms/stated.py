"""What a text says of itself: for how long it holds, and which version it is."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.extract.facts import Subject, Term
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import find

_FIELDS = (("agreement_duration", "duration"), ("agreement_versions", "version"))
"""Files of patterns, and the field that each gives."""


def stated(page: Page, subject: Subject) -> Iterator[Term]:
    for name, field in _FIELDS:
        for hit in find(page, name):
            if words := hit.part(field):
                yield Term(subject, field, words, words.span)
