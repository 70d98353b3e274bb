"""`tawthiq judge`: a person's verdict on what the machine proposes."""

from __future__ import annotations

import getpass
from enum import StrEnum
from typing import Annotated

import typer

from tawthiq.cli.console import isolate, print_json, say
from tawthiq.cli.corrections import correction
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks
from tawthiq.cli.stores import existing
from tawthiq.errors import UsageError


class Decision(StrEnum):
    """What may be said of a claim."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"


_VERDICTS = {Decision.ACCEPT: "accepted", Decision.REJECT: "rejected", Decision.CORRECT: "corrected"}


def judge(
    claim: Annotated[str, typer.Argument(help="Id of a claim, or its first digits (4 or more).")],
    decision: Annotated[Decision, typer.Argument(help="One of accept, reject, correct.")],
    value: Annotated[
        str | None,
        typer.Option("--value", help="With correct: what is right. Counts as 4, 4-5 or 4+; dates as 2023-11 (EDTF)."),
    ] = None,
    why: Annotated[str, typer.Option("--why", help="The reason, kept with the judgement.")] = "",
    by: Annotated[str, typer.Option("--by", help="Who judges.", envvar="TAWTHIQ_USER")] = "",
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Accept, reject or correct a claim. The claim itself never changes: the newest judgement holds.

    Examples:

        tawthiq judge 3fa9c1 accept

        tawthiq judge 3fa9c1 correct --value 17 --why "the outlet corrected it the next day"
    """
    from tawthiq.model import Verdict
    from tawthiq.register import judge_claim

    if (decision is Decision.CORRECT) != (value is not None):
        raise UsageError("--value goes with correct, and only with correct")
    with existing(store) as ledger:
        judged = ledger.find_claim(without_marks(claim))
        right = correction(judged, value) if value is not None else None
        verdict = Verdict(_VERDICTS[decision])
        changes = judge_claim(ledger, judged, verdict, by or _user(), why, right)
    if json:
        print_json({"claim": judged.id, "verdict": verdict, "records": sorted(changes.made)})
    else:
        say(f"{verdict}: {isolate(judged.subject.label)} · {judged.predicate} · {isolate(str(right or judged.value))}")


def _user() -> str:
    """The name that the system knows the user by."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise UsageError("the system does not know who you are; say who judges with --by NAME") from None
