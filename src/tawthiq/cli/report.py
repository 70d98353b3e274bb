"""`tawthiq report`: the report of a month, from the register to a page, a PDF or a Word document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.asking import (
    AreaOption,
    DefinitionsOption,
    LanguageOption,
    MonthOption,
    SinceOption,
    area_of,
    asked,
    language,
)
from tawthiq.cli.console import say, working
from tawthiq.cli.count import RuleOption
from tawthiq.cli.options import DEFAULT_STORE, Store
from tawthiq.cli.stores import existing
from tawthiq.errors import UsageError

if TYPE_CHECKING:
    from tawthiq.figures.editions.edition import Edition
    from tawthiq.ledger import Ledger
    from tawthiq.publish.report.content import Content
    from tawthiq.publish.report.prepare import Wanted
    from tawthiq.publish.report.write import Format


def report(
    month: MonthOption,
    out: Annotated[Path, typer.Option("--out", help="File to write: .html, .pdf or .docx.")],
    area: AreaOption = "",
    since: SinceOption = "",
    lang: LanguageOption = "ar",
    format_: Annotated[str, typer.Option("--format", help="html, pdf or docx; as the file's name without it.")] = "",
    office: Annotated[str, typer.Option("--office", help="Name of the office, as the report gives it.")] = "",
    rule: RuleOption = "accepted",
    definitions: DefinitionsOption = "",
    changes: Annotated[
        str, typer.Option("--changes-since", metavar="EDITION", help="Tell what changed since that edition.")
    ] = "",
    templates: Annotated[
        Path | None, typer.Option("--templates", help="Folder with the office's own templates and words.")
    ] = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Write the report of a month: sentences, tables, charts, a map, the incidents, and the words behind each figure.

    Needs the extra tawthiq[figures]; PDF, DOCX and charts also tawthiq[pdf]. `tawthiq edition create` freezes the
    figures that a report prints.

    Examples:

        tawthiq report --month 2023-10 --area درعا --since 2018-08 --out october.pdf

        tawthiq report --month 2023-10 --lang en --out october.html
    """
    lang = language(lang)
    asked(month, area, since, definitions)
    from tawthiq.publish.report.content import Label
    from tawthiq.publish.report.prepare import Wanted
    from tawthiq.publish.report.write import write_report

    named = Label("", office or "مكتب التوثيق", office or "the documentation office")
    wanted = Wanted(month, area_of(area), since, named)
    with existing(store) as ledger, working("Writing the report"):
        content = _content(ledger, wanted, rule, definitions, changes)
        write_report(content, out, lang, _format(format_), templates)
    say(f"{out}: {len(content.incidents)} incident(s)")


def _format(word: str) -> Format | None:
    from tawthiq.publish.report.write import Format

    try:
        return Format(word) if word else None
    except ValueError:
        raise UsageError(f"--format is one of {', '.join(Format)}; not {word!r}") from None


def _content(ledger: Ledger, wanted: Wanted, rule: str, definitions: str, changes: str) -> Content:
    from tawthiq.figures.definitions import load_definitions
    from tawthiq.figures.inclusion import load_inclusion
    from tawthiq.publish.report.month import month_content

    since = _edition(ledger, changes) if changes else None
    return month_content(ledger, wanted, load_definitions(definitions or None), load_inclusion(rule), since)


def _edition(ledger: Ledger, name: str) -> Edition:
    from tawthiq.figures.editions.edition import edition_named

    return edition_named(ledger, name)
