"""Clauses and responses that a person types: claims whose report is the field note (note.py)."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.agreements.note import Note, stored, texts
from tawthiq.errors import UsageError
from tawthiq.figures.areas import area_named
from tawthiq.ledger import Ledger
from tawthiq.model import EDTF, Code, Conduct, Kind, Text, When
from tawthiq.model.codes import code_list, label
from tawthiq.model.records import Agreement, Clause, Incident
from tawthiq.register.judge import now


@dataclass(frozen=True, slots=True)
class ClauseForm:
    """`acts` are codes of trigger_acts; `areas` names or ids of the gazetteer; the rest are words."""

    obligation: str
    trigger: str = ""
    acts: tuple[str, ...] = ()
    threats: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    duty_of: tuple[str, ...] = ()
    owed_to: str = ""
    within: str = ""
    exception: str = ""
    duration: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class ResponseForm:
    """What a party did: to an incident, under a clause; `day` is an EDTF date, `place` words or an id."""

    party: str
    conduct: Conduct
    day: str = ""
    place: str = ""
    incident: Incident | None = None
    clause: Clause | None = None
    words: str = ""


def write_clause(ledger: Ledger, agreement: Agreement, form: ClauseForm, by: str, at: str | None = None) -> str:
    """Stores the clause and gives the id of its mention. UsageError, NotFoundError for an area that is nowhere."""
    note = Note(Kind.CLAUSE, by, at or now())
    note.refer("agreement", agreement, "description", Text(agreement.label))
    for act in form.acts:
        if act not in code_list("trigger_acts"):
            raise UsageError(f"{act!r} is no act; one of {', '.join(code_list('trigger_acts'))}")
    texts(note, "number", [form.number] if form.number else [])
    texts(note, "trigger", [form.trigger] if form.trigger else [])
    for act in form.acts:
        note.say("act", Code(act), label("trigger_acts", act))
    texts(note, "threat_from", form.threats)
    for area in form.areas:
        note.say("area", Code(area_named(area)), area)
    texts(note, "obligation", [form.obligation])
    texts(note, "duty_of", form.duty_of)
    for name in ("owed_to", "within", "exception", "duration"):
        texts(note, name, [words] if (words := getattr(form, name)) else [])
    return stored(ledger, note)


def write_response(ledger: Ledger, form: ResponseForm, by: str, at: str | None = None) -> str:
    """Stores the response and gives the id of its mention. UsageError where it answers to nothing."""
    if form.incident is None and form.clause is None:
        raise UsageError("a response is one to an incident or to a clause: name one of them")
    note = Note(Kind.RESPONSE, by, at or now())
    note.say("party", Text(" ".join(form.party.split())))
    note.say("conduct", Code(form.conduct), form.words or label("conducts", form.conduct))
    if form.day:
        note.say("date", When(EDTF(form.day)))
    if form.place:
        note.say("place", Text(" ".join(form.place.split())))
    if form.incident is not None:
        note.refer("incident", form.incident, "source", Text(by))
    if form.clause is not None:
        obligation = next((str(each.value) for each in form.clause.obligation), form.clause.label)
        note.refer("clause", form.clause, "obligation", Text(obligation))
    return stored(ledger, note)
