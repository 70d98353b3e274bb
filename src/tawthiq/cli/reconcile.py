"""`tawthiq reconcile`: other bodies' figures beside ours."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.asking import DefinitionsOption, LanguageOption, language
from tawthiq.cli.console import isolate, out, print_json, say, table, working
from tawthiq.cli.count import RuleOption, needs_figures
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks
from tawthiq.cli.stores import existing

if TYPE_CHECKING:
    from tawthiq.figures.definitions import Definitions
    from tawthiq.figures.reconciling.reconcile import Reconciled
    from tawthiq.ledger import Ledger


def reconcile(
    body: Annotated[str, typer.Option("--body", help="Only of bodies with these words in their name.")] = "",
    lang: LanguageOption = "ar",
    rule: RuleOption = "accepted",
    definitions: DefinitionsOption = "",
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Set the statistics of other bodies beside our figures for the same question, with what could make the difference.

    Examples:

        tawthiq reconcile --lang en

        tawthiq reconcile --body "تجمع أحرار حوران" --json
    """
    lang = language(lang)
    needs_figures()
    from tawthiq.figures.definitions import load_definitions

    known = load_definitions(definitions or None)
    with existing(store) as ledger, working("Comparing"):
        found = _found(ledger, without_marks(body), known, rule)
    if json:
        print_json([_json(each, known) for each in found])
    else:
        _show(found, known, lang)


def _found(ledger: Ledger, body: str, known: Definitions, rule: str) -> list[Reconciled]:
    from tawthiq.figures.gather import load_columns
    from tawthiq.figures.inclusion import load_inclusion
    from tawthiq.figures.reconciling.bodies import told_by
    from tawthiq.figures.reconciling.reconcile import reconcile as beside
    from tawthiq.figures.reconciling.tallies import tallies
    from tawthiq.text.fold import fold_phrase

    inclusion = load_inclusion(rule)
    columns, told = load_columns(ledger, inclusion), told_by(ledger)
    wanted = [each for each in tallies(ledger) if fold_phrase(body) in fold_phrase(each.body)]
    made = (beside(columns, each, known, inclusion.id, told) for each in wanted)
    return [each for each in made if each is not None]


def _show(found: list[Reconciled], known: Definitions, lang: str) -> None:
    """A table for each body, and under it what could make each difference."""
    from tawthiq.figures.reconciling.words import reason_words

    if not found:
        say("no statistics of other bodies in the register")
    for body, some in groupby(found, key=lambda each: each.theirs.body):
        held = list(enumerate(some, start=1))
        rows = [(number, *_row(each, lang)) for number, each in held]
        out.print(table(body or "?", ("no.", "metric", "period", "area", "theirs", "ours"), rows))
        for number, each in held:
            for reason in each.reasons:
                out.print(isolate(f"{number} – {reason_words(reason, known, lang)}"), soft_wrap=True, markup=False)


def _row(each: Reconciled, lang: str) -> tuple[str, ...]:
    from tawthiq.figures.phrases import short_amount
    from tawthiq.model.codes import label

    theirs = each.theirs
    amount = f"{theirs.range}%" if theirs.bound == "percent" else str(theirs.range)
    bound = "" if theirs.bound in ("exact", "percent") else f" ({label('bounds', theirs.bound, lang)})"
    metric = label("metrics", theirs.metric, lang)
    return metric, theirs.period, theirs.area_words, amount + bound, short_amount(each.ours, lang)


def _json(each: Reconciled, known: Definitions) -> dict[str, Any]:
    from tawthiq.figures.reconciling.words import reason_words

    theirs = asdict(each.theirs) | {"range": {"min": each.theirs.range.min, "max": each.theirs.range.max}}
    return {
        "theirs": theirs,
        "ours": each.ours.to_json(),
        "definition": each.definition.name if each.definition else None,
        "gap": each.gap,
        "reasons": [
            asdict(reason) | {"ar": reason_words(reason, known, "ar"), "en": reason_words(reason, known, "en")}
            for reason in each.reasons
        ],
    }
