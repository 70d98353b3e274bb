"""`tawthiq lists`: lists of designated persons and bodies, kept by version."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.console import out, print_json, say, table, working
from tawthiq.cli.guard import guarded
from tawthiq.cli.options import DEFAULT_STORE, Json, Store
from tawthiq.cli.stores import existing
from tawthiq.errors import UsageError

if TYPE_CHECKING:
    from tawthiq.ledger import Ledger
    from tawthiq.link.lists.store import ListVersion

lists = typer.Typer(no_args_is_help=True, help="Lists of designated persons and bodies: add one, update it, show it.")

Name = Annotated[str, typer.Argument(help="What you call the list, such as ofac or un.")]
Files = Annotated[list[Path], typer.Argument(help="Its file; OFAC's sdn.csv with alt.csv and add.csv are one version.")]
Dated = Annotated[
    str | None, typer.Option("--dated", metavar="DATE", help="Day of the list (2024-05-03), if it does not say.")
]


def add(name: Name, files: Files, dated: Dated = None, store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """Add a list, and look for the store's persons on it. Its format is told by its content.

    OFAC SDN (CSV or XML), UN XML, EU (CSV or XML), UK CSV, OpenSanctions targets.simple.csv or FollowTheMoney JSON
    lines.

    Examples:

        tawthiq lists add ofac sdn.csv alt.csv add.csv --dated 2024-05-03

        tawthiq lists add un consolidated.xml
    """
    from tawthiq.ledger import open_ledger
    from tawthiq.link.lists.store import versions

    with open_ledger(store) as ledger:
        if versions(ledger, name):
            raise UsageError(f"the list {name!r} is there already: tawthiq lists update {name} FILES adds a version")
        _stored(ledger, name, files, dated, json)


def update(name: Name, files: Files, dated: Dated = None, store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """Add a newer version of a list, say what changed, and look for the store's persons on it again.

    Examples:

        tawthiq lists update un consolidated-2024-06.xml
    """
    from tawthiq.link.lists.store import version_of

    with existing(store) as ledger:
        before = version_of(ledger, name)
        _stored(ledger, name, files, dated, json, before)


def show(
    name: Annotated[str | None, typer.Argument(help="One list; all without it.")] = None,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Show the versions of the lists: day, hash of each file, and how many entries.

    Examples:

        tawthiq lists show

        tawthiq lists show ofac --json
    """
    from tawthiq.link.lists.store import version_of, versions

    with existing(store) as ledger:
        if name is not None:
            version_of(ledger, name)
        found = versions(ledger, name)
    if json:
        print_json([_version_json(version) for version in found])
    elif found:
        rows = [(v.list, v.dated, v.entries, v.added_at[:19], v.id[:8], v.files[0][1][:12]) for v in found]
        out.print(table("Lists, the newest version last", ("list", "date", "entries", "added", "id", "sha256"), rows))
    else:
        say("no list in the store; add one with: tawthiq lists add NAME FILE")


def _stored(
    ledger: Ledger, name: str, files: list[Path], dated: str | None, json: bool, before: ListVersion | None = None
) -> None:
    from tawthiq.link.lists.records import screen_records
    from tawthiq.link.lists.store import add_version, compare_versions, load_files

    with working(f"Reading the list {name}"):
        version = add_version(ledger, name, load_files(files), dated)
    change = compare_versions(ledger, before, version) if before else None
    with working("Looking for the store's persons"):
        found = screen_records(ledger)
    new = sum(each.new for each in found.found)
    told: dict[str, Any] = {"version": _version_json(version), "candidates": len(found.found), "new": new}
    if change:
        told["change"] = {"added": change.added, "removed": change.removed, "changed": change.changed}
    if json:
        print_json(told)
        return
    say(f"{name}: {version.entries} entries" + (f", as of {version.dated}" if version.dated else ""))
    if change:
        say(f"{len(change.added)} added, {len(change.removed)} removed, {len(change.changed)} changed")
    say(f"{len(found.found)} candidate(s) among the store's persons, {new} of them new; next: tawthiq screen")


def _version_json(version: ListVersion) -> dict[str, Any]:
    return {
        "list": version.list,
        "format": version.format,
        "dated": version.dated or None,
        "added_at": version.added_at,
        "id": version.id,
        "entries": version.entries,
        "files": [{"name": name, "sha256": hash_} for name, hash_ in version.files],
    }


for command in (add, update, show):
    lists.command()(guarded(command))
