"""`tawthiq judge`: a person's verdict on what the machine proposes."""

from __future__ import annotations

import getpass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.console import print_json, say
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks
from tawthiq.cli.stores import existing
from tawthiq.errors import UsageError

if TYPE_CHECKING:
    from tawthiq.model import Claim, Range, Value


class Decision(StrEnum):
    """What may be said of a claim."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"


_VERDICTS = {Decision.ACCEPT: "accepted", Decision.REJECT: "rejected", Decision.CORRECT: "corrected"}


def judge(
    claim: Annotated[str, typer.Argument(help="Id of a claim, or its first digits (4 or more).")],
    decision: Annotated[Decision, typer.Argument(help="accept, reject or correct.")],
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
        correction = _value_like(judged, value) if value is not None else None
        verdict = Verdict(_VERDICTS[decision])
        changes = judge_claim(ledger, judged, verdict, by or _user(), why, correction)
    if json:
        print_json({"claim": judged.id, "verdict": verdict, "records": sorted(changes.made)})
    else:
        say(f"{verdict}: {judged.subject.label} · {judged.predicate} · {correction or judged.value}")


def _user() -> str:
    """The name that the system knows the user by."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise UsageError("the system does not know who you are; say who judges with --by NAME") from None


def _value_like(claim: Claim, text: str) -> Value:
    """The corrected value, of the type that the claim's value has."""
    from tawthiq.model import EDTF, Code, Count, Text, When

    match claim.value:
        case Count():
            return Count(_range(text))
        case When():
            return When(EDTF(text))
        case Code():
            return Code(text)
        case _:
            return Text(text)


def _range(text: str) -> Range:
    """4, 4-5 or 4+ as a range of counts."""
    from tawthiq.model import Range

    low, dash, high = text.strip().partition("-")
    try:
        if dash:
            return Range(int(low), int(high))
        return Range.at_least(int(low[:-1])) if low.endswith("+") else Range.exactly(int(low))
    except ValueError:
        raise UsageError(f"--value {text!r} is no count; write 4, 4-5 or 4+") from None
