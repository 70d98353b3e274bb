"""`tawthiq count` and `tawthiq explain`: figures of the register, and what each rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

from tawthiq.cli.console import isolate, out, print_json, say, table, working
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks
from tawthiq.cli.stores import existing
from tawthiq.errors import MissingExtraError, UsageError

if TYPE_CHECKING:
    from tawthiq.figures.figure import Answer, Figure
    from tawthiq.figures.lineage import Part
    from tawthiq.figures.question import Question
    from tawthiq.ledger import Ledger
    from tawthiq.register import Behind

RuleOption: TypeAlias = Annotated[
    str, typer.Option("--rule", help="What counts: accepted, proposed (nobody need have judged), or a TOML file.")
]


def count(
    metric: Annotated[
        str,
        typer.Argument(help="incidents, named, killed, injured, abducted, detained, survived; or a defined figure."),
    ] = "incidents",
    by: Annotated[str, typer.Option("--by", help="Dimensions, such as month,act.")] = "",
    area: Annotated[str, typer.Option("--area", help="A place with all that lies in it: its name or id.")] = "",
    start: Annotated[str, typer.Option("--from", metavar="DATE", help="Day, month or year (2018-08).")] = "",
    end: Annotated[str, typer.Option("--to", metavar="DATE", help="Day, month or year, itself included.")] = "",
    act: Annotated[list[str] | None, typer.Option("--act", help="Type of incident; more than once.")] = None,
    group: Annotated[list[str] | None, typer.Option("--victim-group", help="Victims' group; more than once.")] = None,
    perpetrator: Annotated[str, typer.Option("--perpetrator", help="As claimed, in the words of the record.")] = "",
    weapon: Annotated[str, typer.Option("--weapon", help="Code of the weapon.")] = "",
    share: Annotated[bool, typer.Option("--share", help="As shares of all groups, perpetrators and weapons.")] = False,
    rule: RuleOption = "accepted",
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Count incidents and casualties. Ranges stay ranges, lower bounds say so, and unknown is never zero.

    Needs the extra tawthiq[figures]. `tawthiq explain ID` opens a figure down to the words behind it.

    Examples:

        tawthiq count --by month,act --area درعا --from 2018-08 --to 2023-10

        tawthiq count killed --by victim_group --share --rule proposed --json
    """
    question = _question(metric, by, area, start, end, act, group, perpetrator, weapon, share)
    from tawthiq.figures.counting import answer
    from tawthiq.figures.gather import load_columns
    from tawthiq.figures.inclusion import load_inclusion
    from tawthiq.figures.lineage import remember

    inclusion = load_inclusion(rule)
    with existing(store) as ledger:
        with working("Counting"):
            answered = answer(load_columns(ledger, inclusion), question, inclusion.id)
        remember(ledger, answered)
    if json:
        told = [figure.to_json() for figure in answered.figures]
        print_json({"rule": inclusion.text_en, "figures": told, "total": answered.total.to_json()})
    else:
        _show(answered, inclusion.text_en)


def explain(
    figure: Annotated[str, typer.Argument(help="Id of a figure, or its first digits, as `tawthiq count` printed it.")],
    rule: Annotated[
        str, typer.Option("--rule", help="TOML file of the rule that it was counted under, if it is one of your own.")
    ] = "",
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Open a figure: the incidents behind it, what each adds, and the words of the reports.

    Examples:

        tawthiq explain 5b1f

        tawthiq explain 5b1f --json
    """
    needs_figures()
    from tawthiq.figures.counting import answer
    from tawthiq.figures.gather import load_columns
    from tawthiq.figures.inclusion import load_inclusion
    from tawthiq.figures.lineage import parts_of, recall

    known = [load_inclusion(name) for name in ([rule] if rule else ("accepted", "proposed"))]
    with existing(store) as ledger:
        question, cell, asked_under = recall(ledger, without_marks(figure))
        inclusion = next((each for each in known if each.id == asked_under), None)
        if inclusion is None:
            raise UsageError("the figure was counted under another rule: name its file with --rule")
        columns = load_columns(ledger, inclusion)
        answered = answer(columns, question, inclusion.id)
        found = next((each for each in answered.figures if each.cell == cell), answered.total)
        parts = _all_words(ledger, parts_of(columns, question, cell))
    if json:
        print_json(found.to_json() | {"question": question.to_json(), "parts": [_part_json(*each) for each in parts]})
        return
    say(f"{question.metric}: {_amount(found)} ({found.incidents} incident(s); {inclusion.name})")
    for part, words in parts:
        say(f"{part.record[:8]} · {_adds(part)}")
        for each in words:
            say(f"    {each['report']} · {isolate(each['quote'])}")


def needs_figures() -> None:
    """MissingExtraError where the extra is not installed."""
    try:
        import numpy  # noqa: F401
    except ModuleNotFoundError as error:
        raise MissingExtraError("figures need NumPy: install tawthiq[figures]") from error


def _question(
    metric: str,
    by: str,
    area: str,
    start: str,
    end: str,
    acts: list[str] | None,
    groups: list[str] | None,
    perpetrator: str,
    weapon: str,
    share: bool,
) -> Question:
    needs_figures()
    from tawthiq.figures.areas import area_named
    from tawthiq.figures.definitions import load_definitions
    from tawthiq.figures.question import Metric, Question, dimensions, period_between

    defined = load_definitions()
    known = [*Metric, *(name for name in defined if name not in set(Metric))]
    if metric not in known:
        raise UsageError(f"what to count is one of {', '.join(known)}; not {metric}")
    base = Question(Metric(metric)) if metric in set(Metric) else defined[metric].question()
    return replace(
        base,
        by=dimensions(by),
        period=period_between(start, end),
        area=area_named(without_marks(area)) if area else "",
        acts=tuple(_code("incident_types", each) for each in acts or ()) or base.acts,
        victim_groups=tuple(_code("victim_groups", each) for each in groups or ()) or base.victim_groups,
        perpetrator=without_marks(perpetrator) or base.perpetrator,
        weapon=_code("weapons", weapon) if weapon else base.weapon,
        share=share or base.share,
    )


def _code(name: str, word: str) -> str:
    from tawthiq.model.codes import code_list

    known = code_list(name)
    if word not in known:
        raise UsageError(f"{word!r} is not one of the {name}: {', '.join(known)}")
    return word


def _show(answered: Answer, rule: str) -> None:
    by = tuple(dimension.value for dimension in answered.question.by)
    if by:
        rows = [(*map(_label, by, figure.cell), *_cells(figure)) for figure in answered.figures]
        out.print(table(answered.question.metric, (*by, *_COLUMNS), rows))
    out.print(table("In all", _COLUMNS, [_cells(answered.total)]))
    say(rule)


_COLUMNS = ("figure", "incidents", "unknown", "undecided", "id")


def _cells(figure: Figure) -> tuple[object, ...]:
    return _amount(figure), figure.incidents, figure.unknown or "", figure.undecided or "", figure.id[:12]


def _amount(figure: Figure) -> str:
    if figure.share is not None:
        return f"{figure.share:.1%}"
    least, most = figure.range.min, figure.range.max
    if figure.bound == "at_least" and not least and most in (None, 0):
        return "unknown"
    if figure.bound == "at_least":
        return f"≥ {least}" if most in (None, least) else f"≥ {least}, to {most} of those counted"
    return str(figure.range)


def _label(dimension: str, key: str) -> str:
    """The key in words: names of places, labels of codes."""
    from tawthiq.figures.phrases import key_words
    from tawthiq.figures.question import Dimension

    if not key:
        return "?"
    return key if dimension == Dimension.MONTH else key_words(Dimension(dimension), key, "ar")


def _all_words(ledger: Ledger, parts: list[Part]) -> list[tuple[Part, list[dict[str, Any]]]]:
    """Each part with the claims of its incident and of its casualties, and the words that state them."""
    from tawthiq.figures.lineage import words_behind

    behind = words_behind(ledger, [id_ for part in parts for id_ in (part.record, *part.casualties)])
    return [
        (part, [_claim_json(each) for id_ in (part.record, *part.casualties) for each in behind[id_]]) for part in parts
    ]


def _claim_json(each: Behind) -> dict[str, Any]:
    return {
        "claim": each.claim.id,
        "predicate": each.claim.predicate,
        "value": str(each.correction or each.claim.value),
        "standing": each.standing.value if each.standing else None,
        "report": each.report.name,
        "published": each.report.published.isoformat() if each.report.published else None,
        "start": each.claim.span.start,
        "end": each.claim.span.end,
        "quote": each.quote,
    }


def _part_json(part: Part, words: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "record": part.record,
        "sure": part.sure,
        "decided": part.decided,
        "min": part.least,
        "max": part.most,
        "casualties": list(part.casualties),
        "claims": words,
    }


def _adds(part: Part) -> str:
    from tawthiq.model import Range

    if not part.decided:
        return "left out: not judged yet, or told by too few origins"
    if part.least is None:
        return "counted; does not state this"
    adds = f"{part.least} or more" if part.most is None else str(Range(part.least, part.most))
    return adds if part.sure else f"up to {adds}, if it belongs here"
