"""`tawthiq link`: which mentions are one person or one incident, and which reports have one origin."""

from __future__ import annotations

import typer

from tawthiq.cli.deciding import apply, decide, decisions, separate
from tawthiq.cli.guard import guarded
from tawthiq.cli.linking import incidents, origins, people
from tawthiq.cli.matching import lists

link = typer.Typer(
    no_args_is_help=True,
    help="What may be one person or one incident in several reports, and what was decided of it.",
)

for command in (lists, people, incidents, origins, decide, separate, decisions, apply):
    link.command()(guarded(command))
