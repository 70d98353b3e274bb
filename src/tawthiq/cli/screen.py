"""`tawthiq screen`: persons beside lists. What it finds are candidates for a person to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.console import isolate, out, print_json, say, table, working
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks
from tawthiq.cli.stores import existing
from tawthiq.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from tawthiq.ledger import Ledger

CAUTION = "Candidates by name, for a person to look at: a like name is no proof of who somebody is."


def screen(
    name: Annotated[list[str] | None, typer.Argument(help="A name; without one, all persons of the store.")] = None,
    born: Annotated[str, typer.Option("--born", metavar="DATE", help="Date or year of birth (1979-02-09).")] = "",
    place: Annotated[list[str] | None, typer.Option("--place", help="Where they are from or live.")] = None,
    unsure: Annotated[bool, typer.Option("--unsure", help="Names that only may be alike, too.")] = False,
    explain: Annotated[str, typer.Option("--explain", metavar="LANG", help="Reasons in ar or en.")] = "ar",
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Look for a name, or for all persons of the store, on the lists (see `tawthiq lists`). A hit asserts nothing.

    Persons whose names have not changed since the last time, and lists neither, are not looked for again.

    Examples:

        tawthiq screen

        tawthiq screen عماد أبو زريق --born 1979 --place نصيب

        tawthiq screen "Imad Abu Zureik" --unsure --json
    """
    if explain not in ("ar", "en"):
        raise UsageError(f"--explain is ar or en, not {explain}")
    with existing(store) as ledger:
        _needs_list(ledger)
        if name:
            _one(ledger, without_marks(" ".join(name)), born, tuple(place or ()), unsure, explain, json)
        else:
            _all(ledger, explain, json)


def _needs_list(ledger: Ledger) -> None:
    from tawthiq.link.lists.store import in_force

    if not in_force(ledger):
        raise NotFoundError("no list in the store; add one with: tawthiq lists add NAME FILE")


def _one(
    ledger: Ledger, name: str, born: str, places: tuple[str, ...], unsure: bool, language: str, json: bool
) -> None:
    from tawthiq.link.lists.dates import listed_date
    from tawthiq.link.lists.records import hit_json
    from tawthiq.link.lists.screening import Asked, screener

    birth = listed_date(born) if born else None
    if born and birth is None:
        raise UsageError(f"--born {born!r} is not a date; write it like 1979-02-09 or 1979")
    with working("Reading the lists"):
        hits = screener(ledger).screen(Asked((name,), (birth,) if birth else (), places), unsure)
    if json:
        print_json([hit_json(hit) for hit in hits])
        return
    for hit in hits:
        say(f"{hit.list} {hit.entry.id} · {isolate(hit.entry.label)} · {hit.comparison.score:.2f} · {hit.likeness}")
        for line in hit.explain(language):
            say(f"    {isolate(line)}")
    say(CAUTION if hits else "no entry has a name like it")


def _all(ledger: Ledger, language: str, json: bool) -> None:
    from tawthiq.link.lists.records import screen_records

    with working("Looking for the store's persons"):
        screening = screen_records(ledger)
    if json:
        rows = [each.hit | {"record": each.record, "label": each.label, "new": each.new} for each in screening.found]
        print_json({"asked": screening.asked, "unchanged": screening.unchanged, "candidates": rows})
        return
    if screening.found:
        cells = [
            (each.record[:8], each.label, each.hit["list"], each.hit["entry"], each.hit["listed"], each.hit["score"])
            for each in screening.found
        ]
        out.print(table("Candidates", ("id", "person", "list", "entry", "listed as", "score"), cells))
        for each in screening.found:
            say(f"{isolate(each.label)} · {each.hit['list']} {each.hit['entry']}")
            for line in each.hit[f"explanation_{language}"]:
                say(f"    {isolate(line)}")
    say(f"{screening.asked} person(s) looked for, {screening.unchanged} unchanged; {len(screening.found)} candidate(s)")
    if screening.found:
        say(CAUTION)
