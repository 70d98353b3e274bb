"""All commands of `tawthiq`. Each stands in a module of its own and imports what it needs when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

from tawthiq import __version__
from tawthiq.cli.actors import actors
from tawthiq.cli.agreement import agreement
from tawthiq.cli.count import count, explain
from tawthiq.cli.demo import demo
from tawthiq.cli.edition import edition
from tawthiq.cli.estimate import estimate
from tawthiq.cli.evaluate import evaluate
from tawthiq.cli.extract import extract
from tawthiq.cli.guard import guarded
from tawthiq.cli.judge import judge
from tawthiq.cli.link import link
from tawthiq.cli.lists import lists
from tawthiq.cli.names import names
from tawthiq.cli.page import page
from tawthiq.cli.read import read
from tawthiq.cli.reconcile import reconcile
from tawthiq.cli.register import rebuild, summary
from tawthiq.cli.report import report
from tawthiq.cli.review import review
from tawthiq.cli.screen import screen
from tawthiq.cli.search import search
from tawthiq.cli.show import show
from tawthiq.cli.watch import watch

app = typer.Typer(
    name="tawthiq",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help=(
        "توثيق — read Arabic reports of violence into a register of facts that can be defended.\n\n"
        "It documents and counts: what a machine reads is a proposal until a person judges it.\n\n"
        "Exit codes: 0 done, 2 wrong use, 3 some input could not be read, 4 not found, 5 the store, 130 stopped."
    ),
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tawthiq {__version__}")
        raise typer.Exit


@app.callback()
def about(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Options that stand before a command."""


READING = (demo, extract, read, show, search, review, judge, summary, rebuild, page, evaluate)
FIGURES = (screen, count, explain, estimate, reconcile, report)

for command in (*READING, *FIGURES):
    app.command()(guarded(command))

GROUPS = {
    "names": names,
    "link": link,
    "lists": lists,
    "edition": edition,
    "agreement": agreement,
    "actors": actors,
    "watch": watch,
}

for name, group in GROUPS.items():
    app.add_typer(group, name=name)
