"""`tawthiq agreement write|respond`: a clause or a response typed by hand, as a field note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.console import isolate, print_json, say
from tawthiq.cli.judge import user
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks
from tawthiq.cli.stores import existing
from tawthiq.model import Conduct

if TYPE_CHECKING:
    from tawthiq.ledger import Ledger
    from tawthiq.model.records import Clause, Incident

By = Annotated[str, typer.Option("--by", help="Who writes.", envvar="TAWTHIQ_USER")]
Many = list[str] | None


def write(
    name: Annotated[list[str], typer.Argument(help="Name or id of the agreement.")],
    obligation: Annotated[str, typer.Option("--obligation", help="What is owed, in words.")],
    trigger: Annotated[str, typer.Option("--trigger", help="What must happen first, in words.")] = "",
    act: Annotated[
        Many, typer.Option("--act", help="Code of what must happen, such as shelling; more than once.")
    ] = None,
    threat: Annotated[Many, typer.Option("--from", help="By whom; more than once.")] = None,
    area: Annotated[Many, typer.Option("--area", help="Where: name or id of a place; more than once.")] = None,
    duty_of: Annotated[Many, typer.Option("--duty-of", help="Who owes; more than once.")] = None,
    owed_to: Annotated[str, typer.Option("--owed-to", help="To whom.")] = "",
    within: Annotated[str, typer.Option("--within", help="How soon: 72 ساعة, or PT72H.")] = "",
    exception: Annotated[str, typer.Option("--except", help="When not, in words.")] = "",
    duration: Annotated[str, typer.Option("--duration", help="For how long.")] = "",
    number: Annotated[str, typer.Option("--number", help="What the text calls the clause.")] = "",
    by: By = "",
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Write a clause by form. It is kept as a field note of yours, and counts as judged right by you.

    Examples:

        tawthiq agreement write 3fa9 --obligation "كل التشكيلات تؤازر" --trigger "تعرض منطقة لخطر" --within يومين

        tawthiq agreement write 3fa9 --obligation "لا يدخل مسلح" --act any_hostile_act --from "قطاع الطرق" --area درعا
    """
    from tawthiq.agreements.dossier import find_agreement
    from tawthiq.agreements.forms import ClauseForm, write_clause

    form = ClauseForm(
        obligation=obligation,
        trigger=trigger,
        acts=_each(act),
        threats=_each(threat),
        areas=_each(area),
        duty_of=_each(duty_of),
        owed_to=owed_to,
        within=within,
        exception=exception,
        duration=duration,
        number=number,
    )
    with existing(store) as ledger:
        found = find_agreement(ledger, without_marks(" ".join(name)))
        _told(ledger, write_clause(ledger, found, form, by or user()), json)


def respond(
    party: Annotated[str, typer.Argument(help="Who did, or did not.")],
    conduct: Annotated[Conduct, typer.Argument(help="fulfilled, partly or breached.")],
    incident: Annotated[str, typer.Option("--incident", help="Id of the incident that it answers.")] = "",
    clause: Annotated[str, typer.Option("--clause", help="Id of the clause.")] = "",
    day: Annotated[str, typer.Option("--on", metavar="DATE", help="Day (2023-11-12, EDTF).")] = "",
    place: Annotated[str, typer.Option("--place", help="Where: name or id of a place.")] = "",
    words: Annotated[str, typer.Option("--words", help="What was done, in words.")] = "",
    by: By = "",
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Write down by form that a party did, or did not do, what a clause asks. Kept as a field note of yours.

    Examples:

        tawthiq agreement respond "بصرى الشام" fulfilled --incident 9c1e --clause 77ab --on 2023-12-02
    """
    from tawthiq.agreements.forms import ResponseForm, write_response

    with existing(store) as ledger:
        form = ResponseForm(
            party=without_marks(party),
            conduct=conduct,
            day=day,
            place=without_marks(place),
            incident=_incident(ledger, incident),
            clause=_clause(ledger, clause),
            words=words,
        )
        _told(ledger, write_response(ledger, form, by or user()), json)


def _each(words: Many) -> tuple[str, ...]:
    return tuple(without_marks(word) for word in words or ())


def _incident(ledger: Ledger, id_: str) -> Incident | None:
    from tawthiq.errors import NotFoundError
    from tawthiq.model.records import Incident
    from tawthiq.register import get_record

    found = get_record(ledger, without_marks(id_)) if id_ else None
    if found is not None and not isinstance(found, Incident):
        raise NotFoundError(f"{id_} is no incident but a {found.kind}")
    return found


def _clause(ledger: Ledger, id_: str) -> Clause | None:
    from tawthiq.errors import NotFoundError
    from tawthiq.model.records import Clause
    from tawthiq.register import get_record

    found = get_record(ledger, without_marks(id_)) if id_ else None
    if found is not None and not isinstance(found, Clause):
        raise NotFoundError(f"{id_} is no clause but a {found.kind}")
    return found


def _told(ledger: Ledger, mention: str, json: bool) -> None:
    from tawthiq.register import record_of

    record = record_of(ledger, mention)
    if json:
        print_json({"id": record.id, "kind": record.kind, "label": record.label, "mention": mention})
    else:
        say(f"stored: {record.kind} {record.id[:8]} · {isolate(record.label)}")
