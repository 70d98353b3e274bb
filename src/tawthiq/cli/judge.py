"""`tawthiq judge`: a person's verdict on what the machine proposes, and the undoing of one."""

from __future__ import annotations

import getpass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.console import isolate, print_json, say
from tawthiq.cli.corrections import correction
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks
from tawthiq.cli.stores import existing
from tawthiq.errors import UsageError

if TYPE_CHECKING:
    from tawthiq.ledger import Ledger
    from tawthiq.model import Judgement


class Decision(StrEnum):
    """What may be said of a claim."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    UNDO = "undo"


_VERDICTS = {
    Decision.ACCEPT: "accepted",
    Decision.REJECT: "rejected",
    Decision.CORRECT: "corrected",
    Decision.UNDO: "undone",
}


def judge(
    claim: Annotated[
        str, typer.Argument(help="Id of a claim, with undo also of any judgement, or its first 4 or more digits.")
    ],
    decision: Annotated[Decision, typer.Argument(help="One of accept, reject, correct, undo.")],
    value: Annotated[
        str | None,
        typer.Option("--value", help="With correct: what is right. Counts as 4, 4-5 or 4+; dates as 2023-11 (EDTF)."),
    ] = None,
    why: Annotated[str, typer.Option("--why", help="The reason, kept with the judgement.")] = "",
    by: Annotated[str, typer.Option("--by", help="Who judges.", envvar="TAWTHIQ_USER")] = "",
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Accept, reject or correct a claim, which itself never changes, or undo a judgement: what held before holds again.

    Examples:

        tawthiq judge 3fa9c1 accept

        tawthiq judge 3fa9c1 correct --value 17 --why "the outlet corrected it the next day"

        tawthiq judge 3fa9c1 undo
    """
    from tawthiq.model import Verdict
    from tawthiq.register import judge_claim

    if (decision is Decision.CORRECT) != (value is not None):
        raise UsageError("--value goes with correct, and only with correct")
    if decision is Decision.UNDO:
        _undo(claim, by or user(), why, store, json)
        return
    with existing(store) as ledger:
        judged = ledger.find_claim(without_marks(claim))
        right = correction(judged, value) if value is not None else None
        verdict = Verdict(_VERDICTS[decision])
        changes = judge_claim(ledger, judged, verdict, by or user(), why, right)
    if json:
        print_json({"claim": judged.id, "verdict": verdict, "records": sorted(changes.made)})
    else:
        say(f"{verdict}: {isolate(judged.subject.label)} · {judged.predicate} · {isolate(str(right or judged.value))}")


def _undo(id_: str, by: str, why: str, store: str, json: bool) -> None:
    from tawthiq.register import undo

    with existing(store) as ledger:
        judgement = _judgement(ledger, without_marks(id_))
        changes = undo(ledger, judgement.id, by, why)
    if json:
        print_json({"judgement": judgement.id, "verdict": "undone", "records": sorted(changes.made)})
    else:
        say(f"undone: {judgement.verdict} by {isolate(judgement.by)} at {judgement.at[:16]}")


def _judgement(ledger: Ledger, id_: str) -> Judgement:
    """The judgement of that id, or the one that holds on the claim of that id."""
    from tawthiq.errors import AmbiguousError, NotFoundError
    from tawthiq.register.standing import newest

    try:
        return ledger.find_judgement(id_)
    except AmbiguousError:
        raise
    except NotFoundError:
        claim = ledger.find_claim(id_)
    held = newest(ledger.judgements_on([claim.id])).get((claim.id,))
    if held is None:
        raise NotFoundError(f"no judgement is in force on the claim {claim.id}")
    return held


def user() -> str:
    """The name that the system knows the user by."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise UsageError("the system does not know who you are; say who judges with --by NAME") from None
