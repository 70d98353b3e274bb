"""The facts of one report as a JSON object: the interchange schema of `tawthiq extract` (docs/facts-schema.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from tawthiq.model import Claim, Fate, Kind, Range, Report, Stance, Voice
from tawthiq.model.edtf import EDTF
from tawthiq.publish.sheet import Row, rows

Facts = dict[str, Any]
_TOLLS = ("killed", "injured", "abducted", "detained", "survived")


def facts_of(report: Report, claims: Sequence[Claim]) -> Facts:
    """All facts of a report, each section in reading order; `spans` gives every fact's place in the text."""
    sheet = rows(claims)
    out: Facts = {"id": report.name, "published": report.published.isoformat() if report.published else None}
    for section, placed in facts_with_rows(claims).items():
        out[section] = [fact for fact, _ in placed]
    statements = sheet[Kind.STATEMENT]
    out["aims"] = [
        str(claim.value)
        for row in sheet[Kind.AGREEMENT]
        for claim in row.claims("aim")
        if claim.stance is not Stance.DENIES
    ]
    out["group_facts"] = [fact for row in sheet[Kind.GROUP] for fact in _group_facts(row)]
    out["sources"] = _sources(statements)
    out["denials"] = [_denial(row) for row in statements if _stance(row) is Stance.DENIES]
    out["spans"] = [_span(report, claim) for claim in claims]
    return out


def facts_with_rows(claims: Sequence[Claim]) -> dict[str, list[tuple[Any, Row]]]:
    """Every fact of each section that is made of rows, in its order, with the claims that it is made of."""
    sheet = rows(claims)
    shaped = {section: [(shape(row), row) for row in sheet[kind]] for section, (kind, shape) in _SECTIONS.items()}
    return {section: [(fact, row) for fact, row in placed if fact is not None] for section, placed in shaped.items()}


def _person(row: Row) -> Facts:
    return {
        "name": row.one("name"),
        "aliases": row.all("alias"),
        "roles": row.all("role"),
        "groups": row.all("group"),
        "fate": row.one("fate") or Fate.NONE.value,
    }


def _name(row: Row) -> str | None:
    return row.one("name")


def _incident(row: Row) -> Facts:
    return {
        "type": row.one("type"),
        "date": _iso(row.date("date")),
        "places": row.all("place"),
        **{fate: _pair(row.range(fate)) for fate in _TOLLS},
        "victims": row.all("victim"),
        "victim_groups": row.all("victim_group"),
        "perpetrator": row.one("perpetrator"),
        "weapon": row.one("weapon"),
        "source": row.one("source"),
        "quote": row.mention.label,
    }


def _tally(row: Row) -> Facts:
    value, period = row.range("value"), row.date("period")
    start, end = _period(period) if period else (None, None)
    return {
        "metric": row.one("metric"),
        "value": value.min if value else None,
        "bound": next((claim.bound.value for claim in row.claims("value")), None),
        "from": start,
        "to": end,
        "area": row.one("area"),
        "category": row.one("category"),
        "by": row.one("body"),
    }


def _agreement(row: Row) -> Facts:
    return {
        "description": row.one("description"),
        "parties": row.all("party"),
        "date": _iso(row.date("date")),
        "status": row.one("status"),
    }


def _meeting(row: Row) -> Facts:
    return {"place": row.one("place"), "date": _iso(row.date("date")), "attendees": row.all("attendee")}


def _affiliation(row: Row) -> Facts:
    return {
        "person": row.one("person"),
        "group": row.one("group"),
        "role": row.one("role"),
        "from": _iso(row.date("start")),
        "to": _iso(row.date("end")),
        "status": row.one("status"),
    }


def _delegation(row: Row) -> Facts:
    return {
        "area": row.one("area"),
        "delegates": row.all("delegate"),
        "mode": row.one("mode"),
        "note": row.one("note"),
    }


def _clause(row: Row) -> Facts:
    trigger = {"threat_from": row.all("threat_from"), "where": row.one("where"), "words": row.one("trigger")}
    return {"trigger": trigger, "obligation": row.one("obligation"), "quote": row.mention.label}


def _listing(row: Row) -> Facts:
    return {
        "authority": row.one("authority"),
        "person": row.one("person"),
        "date": _iso(row.date("date")),
        "reason": row.one("reason"),
    }


def _post(row: Row) -> Facts:
    return {
        "author": row.one("author"),
        "handle": row.one("handle"),
        "date": _iso(row.date("date")),
        "text": row.one("text"),
        "credits": row.all("credit"),
    }


def _initiative(row: Row) -> Facts:
    return {
        "by": row.one("by"),
        "date": _iso(row.date("date")),
        "what": row.one("what"),
        "outcome": row.one("outcome"),
    }


def _statement(row: Row) -> Facts:
    said = row.claims("content")[0]
    return {
        "speaker": said.speaker.label,
        "anonymous": said.speaker.voice is Voice.ANONYMOUS,
        "stance": said.stance.value,
        "content": str(said.value),
        "quote": row.mention.label,
    }


_SECTIONS: dict[str, tuple[Kind, Callable[[Row], Any]]] = {
    "persons": (Kind.PERSON, _person),
    "groups": (Kind.GROUP, _name),
    "places": (Kind.PLACE, _name),
    "incidents": (Kind.INCIDENT, _incident),
    "tallies": (Kind.TALLY, _tally),
    "agreements": (Kind.AGREEMENT, _agreement),
    "meetings": (Kind.MEETING, _meeting),
    "affiliations": (Kind.AFFILIATION, _affiliation),
    "delegations": (Kind.DELEGATION, _delegation),
    "clauses": (Kind.CLAUSE, _clause),
    "sanctions": (Kind.LISTING, _listing),
    "embedded_posts": (Kind.POST, _post),
    "claims": (Kind.STATEMENT, _statement),
    "initiatives": (Kind.INITIATIVE, _initiative),
}


def _group_facts(row: Row) -> Iterator[Facts]:
    """A row of the group's own facts; its founding date stands beside its founder."""
    founded = _iso(row.date("founded"))
    for predicate in row.fields:
        if predicate not in ("name", "founded"):
            for value in row.all(predicate):
                date = founded if predicate == "founder" else None
                yield {"group": row.mention.label, "fact": predicate, "value": value, "date": date}


def _sources(statements: list[Row]) -> list[str]:
    """Speakers, each once; a bare "المصدر" or "القيادي الذي …" points back to one who was described before."""
    heads = {_speaker(row).split()[0] for row in statements if _speaker(row)}
    known = dict.fromkeys(_speaker(row) for row in statements if not _points_back(row, heads))
    return list(known)


def _points_back(row: Row, heads: set[str]) -> bool:
    first = next(iter(_speaker(row).split()), "")
    anonymous = row.claims("content")[0].speaker.voice is Voice.ANONYMOUS
    return anonymous and first.startswith("ال") and first[2:] in heads


def _speaker(row: Row) -> str:
    return row.claims("content")[0].speaker.label or ""


def _stance(row: Row) -> Stance:
    return row.claims("content")[0].stance


def _denial(row: Row) -> Facts:
    return {"who": _speaker(row), "what": row.one("content")}


def _span(report: Report, claim: Claim) -> Facts:
    return {
        "kind": claim.subject.kind.value,
        "of": claim.subject.label,
        "fact": claim.predicate,
        "value": str(claim.value),
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.span.of(report.text),
        "confidence": claim.confidence,
    }


def _pair(range_: Range | None) -> list[int | None] | None:
    return [range_.min, range_.max] if range_ else None


def _iso(date: EDTF | None) -> str | None:
    """The date where it is one; an interval gives its start, or its end where the start is open; marks are left off."""
    return (_point(date.start) or _point(date.end)) if date else None


def _point(text: str) -> str | None:
    return None if text in ("", "..") else text.rstrip("~?%")


def _period(period: EDTF) -> tuple[str | None, str | None]:
    """First and last day of one year or month; an interval as it is written, an open end as None."""
    if period.is_interval:
        return _point(period.start), _point(period.end)
    first, last = period.earliest, period.latest
    return (first.isoformat() if first else None), (last.isoformat() if last else None)
