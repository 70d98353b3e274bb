"""`tawthiq link decide|separate|decisions|apply`: what is one, by judgement of a person or of a rule that one wrote."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.console import isolate, out, print_json, say, table, working
from tawthiq.cli.judge import user
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks
from tawthiq.cli.stores import existing

if TYPE_CHECKING:
    from tawthiq.model import Judgement

_ID = 8
_WHY = 60


class Decision(StrEnum):
    """What may be said of two."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


Why = Annotated[str, typer.Option("--why", help="The reason, kept with the judgement.")]
By = Annotated[str, typer.Option("--by", help="Who judges.", envvar="TAWTHIQ_USER")]
One = Annotated[
    str, typer.Argument(help="Id of a record, of a mention or of a claim about it, or its first 4 or more digits.")
]


def decide(
    a: One,
    b: One,
    decision: Annotated[Decision, typer.Argument(help="One of same, different, unsure.")],
    why: Why = "",
    by: By = "",
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Say whether two records are one. The newest judgement holds; "different" is never crossed by a later merge.

    Examples:

        tawthiq link decide 3fa9c1de 77b01a22 same --why "same victim, same day"

        tawthiq link decide 3fa9c1de 77b01a22 different
    """
    from tawthiq.model import Verdict
    from tawthiq.register import find_mention, judge_pair

    with existing(store) as ledger:
        one, other = (find_mention(ledger, without_marks(words)) for words in (a, b))
        changes = judge_pair(ledger, one, other, Verdict(decision.value), by or user(), why)
    if json:
        print_json({"a": one, "b": other, "verdict": decision.value, "records": sorted(changes.made)})
    else:
        say(f"{decision.value}: {one[:_ID]} and {other[:_ID]}; {len(changes.made)} record(s) made anew")


def separate(
    mention: Annotated[
        str,
        typer.Argument(
            help="Id of a claim about the one to take out, or of its mention, or the first 4 or more digits."
        ),
    ],
    why: Why = "",
    by: By = "",
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Take one report's mention out of its record; the others stay together.

    Examples:

        tawthiq link separate 77b01a22 --why "another father"
    """
    from tawthiq.register import find_mention
    from tawthiq.register import separate as take_out

    with existing(store) as ledger:
        one = find_mention(ledger, without_marks(mention))
        changes = take_out(ledger, one, by or user(), why)
    if json:
        print_json({"mention": one, "records": sorted(changes.made)})
    else:
        say(f"taken out: {one[:_ID]}; {len(changes.made)} record(s) made anew")


def decisions(store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """Show all that was judged of pairs, the newest last, with ids by which `judge ID undo` takes one back.

    Examples:

        tawthiq link decisions --json
    """
    from tawthiq.model.judgement import ON_PAIR, undone

    with existing(store) as ledger:
        judged = list(ledger.judgements())
        void = undone(judged)
    pairs = [each for each in judged if each.verdict in ON_PAIR]
    if json:
        print_json([_decision_json(each, each.id in void) for each in pairs])
        return
    rows = [(each.id[:_ID], each.verdict + (" (undone)" if each.id in void else ""), *(t[:_ID] for t in each.target),
             each.by, each.at[:16], _cut(each.why)) for each in pairs]  # fmt: skip
    out.print(table("Decisions on pairs", ("id", "verdict", "a", "b", "by", "at", "why"), rows))


def _cut(text: str) -> str:
    return text if len(text) <= _WHY else f"{text[:_WHY]}…"


def _decision_json(each: Judgement, void: bool) -> dict[str, Any]:
    a, b = each.target
    return {"id": each.id, "a": a, "b": b, "verdict": each.verdict.value, "by": each.by, "at": each.at,
            "why": each.why, "undone": void}  # fmt: skip


def apply(
    rule: Annotated[Path, typer.Argument(help="The rule: a TOML file with name, written_by, kind, least, conditions.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what the rule would judge.")] = False,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Judge candidates the same under a rule that a person wrote; each judgement names the rule, its score and why.

    A rule never overrules a person, and never joins what somebody judged different or was unsure of.

    Examples:

        tawthiq link apply same-victim.toml --dry-run

        tawthiq link apply same-victim.toml
    """
    from tawthiq.link.resolving.loading import load
    from tawthiq.link.resolving.rules import judgements_under, load_link_rule
    from tawthiq.register import judge_all
    from tawthiq.register.judge import now

    wanted = load_link_rule(rule)
    with existing(store) as ledger, working("Comparing"):
        made = judgements_under(wanted, load(ledger, wanted.kind), now())
        if made and not dry_run:
            judge_all(ledger, made)
    if json:
        print_json([_decision_json(each, False) for each in made])
        return
    for each in made:
        line = f"{each.id[:_ID]}  {each.target[0][:_ID]}  {each.target[1][:_ID]}  {isolate(each.why)}"
        out.print(line, markup=False, soft_wrap=True)
    done = "would be judged" if dry_run else "judged"
    say(f"{len(made)} pair(s) {done} the same under the rule {isolate(wanted.name)}")
