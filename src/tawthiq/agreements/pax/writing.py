"""From agreements to rows of PA-X Local: those that came from it as they were, save what was corrected; others made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tawthiq.agreements.dossier import Dossier
from tawthiq.agreements.pax.columns import MEDIA_TYPE, columns, dump, parse, telling, term_for
from tawthiq.agreements.pax.reading import METHOD, Row, read_pax
from tawthiq.figures.areas import spot_of
from tawthiq.ledger import Ledger
from tawthiq.model import Code, Kind, Report, Verdict, When
from tawthiq.model.codes import code_list, label
from tawthiq.model.records import Agreement, Place
from tawthiq.register import Behind, claims_behind, records
from tawthiq.register.standing import newest

_BETWEEN = "; "


def write_pax(ledger: Ledger, own: bool = True) -> bytes:
    """The CSV of all agreements of the store, `own` also those that PA-X did not tell of.

    Columns that PA-X has are in its order; those that an imported file had beside them follow.
    """
    rows: list[Mapping[str, str]] = []
    for record in records(ledger, Kind.AGREEMENT):
        assert isinstance(record, Agreement)
        told = list(_told_by_pax(ledger, record))
        rows += told
        if not told and own:
            rows.append(_made(Dossier(ledger, record)))
    rows.sort(key=_order)
    header = _header(rows)
    return dump(header, [[row.get(name, "") for name in header] for row in rows])


def _header(rows: Sequence[Mapping[str, str]]) -> list[str]:
    known = [column.name for column in columns()]
    return [*known, *dict.fromkeys(name for row in rows for name in row if name not in known)]


def _order(row: Mapping[str, str]) -> tuple[bool, int, str, str]:
    """By PA-X's number; rows without one behind, by name."""
    id_ = row.get("AgtId", "")
    return not id_, int(id_) if id_.isascii() and id_.isdigit() else 0, id_, row.get("Agt", "")


def _told_by_pax(ledger: Ledger, record: Agreement) -> Iterator[Mapping[str, str]]:
    """The row of each report of PA-X on it that nobody has retracted."""
    behind = [each for each in claims_behind(ledger, record) if each.claim.method == METHOD]
    reports = {each.report.id: each.report for each in behind if each.report.media_type == MEDIA_TYPE}
    held = newest(ledger.judgements_on(reports))
    for report in sorted(reports.values(), key=lambda each: each.name):
        verdict = held.get((report.id,))
        if verdict is None or verdict.verdict is not Verdict.RETRACTED:
            yield from _rows(ledger, report, [each for each in behind if each.report.id == report.id])


def _rows(ledger: Ledger, report: Report, behind: Sequence[Behind]) -> Iterator[Mapping[str, str]]:
    original = ledger.original(report.sha256)
    header, rows = parse(original, report.name)
    for cells, laid in zip(rows, read_pax(original, report.name), strict=True):
        yield dict(zip(header, cells, strict=True)) | dict(_corrected(laid, behind))


def _corrected(row: Row, behind: Sequence[Behind]) -> Iterator[tuple[str, str]]:
    """Cells of which somebody said what is right instead."""
    for name, column in telling().items():
        here = [each for each in behind if name in row.cells and each.claim.span in row.cells[name]]
        if any(each.correction is not None for each in here):
            values = [each.correction or each.claim.value for each in sorted(here, key=lambda b: b.claim.span)]
            written = [term_for(column.scheme, v.code) if isinstance(v, Code) else str(v) for v in values]
            yield name, _BETWEEN.join(written)


def _made(held: Dossier) -> Mapping[str, str]:
    """What our records say in PA-X's terms; what they do not say stays empty."""
    nature = next(iter(_codes(held, "nature")), "")
    stage = next((term_for("pax_stage", code) for code in _codes(held, "stage")), "")
    stage = stage or (code_list("agreement_natures")[nature].maps["pax_stage"] if nature else "")
    days = _dates(held, "signed_on") or _dates(held, "date")
    status = held.status
    return {
        "Agt": held.agreement.label,
        "Ver": _BETWEEN.join(_words(held, "version")),
        "Dat": next(iter(days), ""),
        "Status": code_list("agreement_status")[status].maps["pax_status"] if status else "",
        "Agtp": next((term_for("pax_agtp", code) for code in _codes(held, "scope")), ""),
        "Stage": stage,
        "Part": _BETWEEN.join(_words(held, "party")),
        "ThrdPart": _BETWEEN.join([*_words(held, "guarantor"), *_words(held, "mediator")]),
        "LocaleName": _BETWEEN.join(_words(held, "place")),
        "Mediator": "1" if _words(held, "mediator") else "",
        "agt_dat": next(iter(days), ""),
        "year": next(iter(days), "")[:4],
        "stage_label": next((label("paxstages", code, "en") for code in _codes(held, "stage")), ""),
        "description": _BETWEEN.join(clause.label for clause in held.clauses),
        **_spot(held),
    }


def _spot(held: Dossier) -> Mapping[str, str]:
    for place in held.records_of(held.agreement.place):
        codes = (a.value.code for a in place.gazetteer if isinstance(a.value, Code)) if isinstance(place, Place) else ()
        spot = next((found for code in codes if (found := spot_of(code))), None)
        if spot is not None:
            return {"LatDec": str(spot[0]), "LongDec": str(spot[1])}
    return {}


def _words(held: Dossier, name: str) -> list[str]:
    return [str(each.value) for each in held.values(name) if each.standing.counts]


def _codes(held: Dossier, name: str) -> list[str]:
    return [v.value.code for v in held.values(name) if v.standing.counts and isinstance(v.value, Code)]


def _dates(held: Dossier, name: str) -> list[str]:
    return [v.value.date.text for v in held.values(name) if v.standing.counts and isinstance(v.value, When)]
