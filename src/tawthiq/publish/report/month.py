"""The content of a month's report from a store: counted, remembered, proved by its words."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq import __version__
from tawthiq.figures.columns import Columns
from tawthiq.figures.definitions import Definitions
from tawthiq.figures.editions.changes import differences
from tawthiq.figures.editions.content import make_content, monthly
from tawthiq.figures.editions.edition import Edition as Frozen
from tawthiq.figures.editions.edition import units_of
from tawthiq.figures.editions.words import difference_words
from tawthiq.figures.gather import load_at
from tawthiq.figures.inclusion import Inclusion
from tawthiq.figures.lineage import remember_figures
from tawthiq.ledger import Ledger
from tawthiq.model.ids import sha256
from tawthiq.publish.report.content import Content, Edition, Words
from tawthiq.publish.report.prepare import Wanted, prepare
from tawthiq.publish.report.proving import prove


def month_content(
    ledger: Ledger, wanted: Wanted, definitions: Definitions, rule: Inclusion, since: Frozen | None = None
) -> Content:
    """All of the report of a month. It names the hash that an edition of the same figures has; with `since` it tells
    what changed after that edition."""
    columns, state = load_at(ledger, rule)
    asked = monthly(definitions, wanted.month, wanted.area, wanted.since)
    text = make_content(columns, asked, definitions, rule, state.rule).text()
    edition = Edition(
        rule.name, Words(rule.text_ar, rule.text_en), sha256(text.encode()), str(state.position), __version__
    )
    notes = tuple(_notes(ledger, since, columns, wanted, definitions, rule)) if since else ()
    content, figures = prepare(columns, wanted, definitions, rule, edition, notes)
    remember_figures(ledger, figures)
    return prove(ledger, content)


def _notes(
    ledger: Ledger, since: Frozen, columns: Columns, wanted: Wanted, definitions: Definitions, rule: Inclusion
) -> Iterator[Words]:
    """What changed in the wholes of the month and of the longer time."""
    asked = [each for each in monthly(definitions, wanted.month, wanted.area, wanted.since) if not each.question.by]
    for each in differences(units_of(ledger, since), columns, asked, rule.id):
        if each.in_print:
            yield Words(difference_words(each, definitions, "ar"), difference_words(each, definitions, "en"))
