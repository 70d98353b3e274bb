"""`tawthiq link people|incidents|origins`: what may be one, with the reasons. Nothing is merged here."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.console import isolate, out, print_json, say, table, working
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks
from tawthiq.cli.stores import existing

if TYPE_CHECKING:
    from tawthiq.ledger import Ledger
    from tawthiq.link.resolving.candidates import Candidate
    from tawthiq.link.resolving.origins import Origin
    from tawthiq.model import Kind

_ID = 8
_LABEL = 90


class Language(StrEnum):
    """Of the reasons."""

    AR = "ar"
    EN = "en"


Least = Annotated[float | None, typer.Option("--least", min=0, max=1, help="Least probability of a pair to show.")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="How many pairs to show.")]
Lang = Annotated[Language, typer.Option("--lang", help="Language of the reasons: ar or en.")]
Unsure = Annotated[bool, typer.Option("--unsure", help="Show pairs again of which somebody was unsure.")]


def incidents(
    least: Least = None,
    limit: Limit = 20,
    lang: Lang = Language.EN,
    unsure: Unsure = False,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Show incidents of several reports that may be one, the likeliest first, with what speaks for and against it.

    Examples:

        tawthiq link incidents

        tawthiq link incidents --least 0.9 --lang ar --json
    """
    from tawthiq.model import Kind

    _show(Kind.INCIDENT, least, limit, lang, unsure, store, json)


def people(
    least: Least = None,
    limit: Limit = 20,
    lang: Lang = Language.EN,
    unsure: Unsure = False,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Show persons of several reports who may be one, the likeliest first, with what speaks for and against it.

    Examples:

        tawthiq link people

        tawthiq link people --limit 5 --json
    """
    from tawthiq.model import Kind

    _show(Kind.PERSON, least, limit, lang, unsure, store, json)


def _show(kind: Kind, least: float | None, limit: int, lang: Language, unsure: bool, store: str, json: bool) -> None:
    from tawthiq.link.resolving.candidates import candidates
    from tawthiq.link.resolving.loading import load

    with existing(store) as ledger, working("Comparing"):
        loaded = load(ledger, kind)
        found = candidates(loaded.case, loaded.records, loaded.verdicts, least, unsure)
    if json:
        print_json([candidate_json(each) for each in found[:limit]])
        return
    for each in found[:limit]:
        _print(each, lang)
    left = f"; {len(found) - limit} more with --limit" if len(found) > limit else ""
    say(f"{len(found)} pair(s){left}" if found else "no two records are likely to be one")
    if found:
        say("judge one: tawthiq link decide A B same|different|unsure --why REASON")


def _print(each: Candidate, lang: Language) -> None:
    lines = [
        f"{each.score:.2f}  {each.record_a[:_ID]}  {isolate(_cut(each.label_a))}",
        f"      {each.record_b[:_ID]}  {isolate(_cut(each.label_b))}",
        *(f"        {isolate(line)}" for line in each.explain(lang.value)),
    ]
    out.print("\n".join(lines), markup=False, soft_wrap=True)


def _cut(text: str) -> str:
    return text if len(text) <= _LABEL else f"{text[:_LABEL]}…"


def candidate_json(each: Candidate) -> dict[str, Any]:
    return {
        "kind": each.kind.value,
        "score": round(each.score, 4),
        "a": {"record": each.record_a, "mention": each.a, "label": each.label_a},
        "b": {"record": each.record_b, "mention": each.b, "label": each.label_b},
        "evidence": [
            {"feature": e.feature, "level": e.level, "weight": round(e.weight, 3), "a": str(e.left), "b": str(e.right)}
            for e in each.evidence
        ],
        "why": {lang.value: list(each.explain(lang.value)) for lang in Language},
    }


def origins(
    record: Annotated[str | None, typer.Argument(help="Id of an incident's record; all reports without it.")] = None,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Show which reports have one origin: copies of one text, and those that name one body that published the news.

    With a record, the independent origins of what it tells; without, the reports of the store that are copies.

    Examples:

        tawthiq link origins

        tawthiq link origins 3fa9c1de --json
    """
    from tawthiq.link.resolving.loading import load_origins

    with existing(store) as ledger, working("Comparing texts"):
        known = load_origins(ledger)
        wanted = list(known.order) if record is None else _reports_of(ledger, record)
        found = known.independent(wanted) if record is not None else known.copied()
        names = {id_: ledger.report(id_).name for each in found for id_ in each.reports}
    if json:
        print_json([_origin_json(each, names) for each in found])
        return
    rows = [
        (n, names[id_], id_[:_ID], "، ".join(each.named)) for n, each in enumerate(found, 1) for id_ in each.reports
    ]
    out.print(table("Reports by origin", ("origin", "report", "id", "names"), rows))
    say(f"{len(found)} origin(s)" if record is not None else f"{len(found)} group(s) of copies")


def _reports_of(ledger: Ledger, record: str) -> list[str]:
    from tawthiq.register import get_record

    mentions = get_record(ledger, without_marks(record)).mentions
    return sorted({claim.report for claim in ledger.claims_of(mentions)})


def _origin_json(each: Origin, names: dict[str, str]) -> dict[str, Any]:
    return {
        "reports": [{"id": id_, "name": names[id_]} for id_ in each.reports],
        "copies": [{"a": copy.a, "b": copy.b, "share": round(copy.share, 3)} for copy in each.copies],
        "named": list(each.named),
    }
