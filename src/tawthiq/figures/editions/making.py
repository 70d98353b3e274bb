"""Editions made, and made again: from the ledger as it stood at a batch, without looking at anything later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Select, Table, select

from tawthiq import __version__
from tawthiq.figures.definitions import Definitions
from tawthiq.figures.editions.changes import Difference, differences
from tawthiq.figures.editions.content import Asked, Content, make_content
from tawthiq.figures.editions.edition import Edition, chain_at, keep, units_of
from tawthiq.figures.figure import Figure
from tawthiq.figures.gather import load_at
from tawthiq.figures.inclusion import Inclusion
from tawthiq.figures.question import Dimension
from tawthiq.ledger import Batch, Ledger, open_ledger
from tawthiq.ledger.chunks import portions
from tawthiq.ledger.reading import stream
from tawthiq.ledger.rows import claim_of, judgement_of, report_of
from tawthiq.ledger.schema import claims, judgements, reports
from tawthiq.model.ids import sha256
from tawthiq.register import Rule, default_rule, update

_REPORTS, _ROWS = 200, 5000


def create(ledger: Ledger, name: str, asked: Iterable[Asked], definitions: Definitions, rule: Inclusion) -> Edition:
    """Freeze the answers to these questions under a name. UsageError where the name is taken by another edition."""
    columns, state = load_at(ledger, rule)
    content = make_content(columns, asked, definitions, rule, state.rule)
    return keep(ledger, name, state.position, content, columns)


@contextmanager
def as_of(ledger: Ledger, position: int, rule: Rule | None = None) -> Iterator[Ledger]:
    """A passing copy of the ledger as it stood when that batch was the newest, with its register."""
    with TemporaryDirectory(prefix="tawthiq-") as folder, open_ledger(Path(folder) / "as-of.db") as copy:
        with ledger.reading() as connection:
            for some in portions(stream(connection, _until(reports, position), report_of), _REPORTS):
                copy.append(Batch([(report, ledger.original(report.sha256)) for report in some]))
            for said in portions(stream(connection, _until(claims, position), claim_of), _ROWS):
                copy.append(Batch(claims=said))
            for judged in portions(stream(connection, _until(judgements, position), judgement_of), _ROWS):
                copy.append(Batch(judgements=judged))
        update(copy, rule)
        yield copy


def _until(table: Table, position: int) -> Select[Any]:
    return select(table).where(table.c.batch <= position)


def rebuilt(ledger: Ledger, edition: Edition, rule: Rule | None = None) -> Content:
    """What the edition would say if it were made today from what the ledger held then."""
    held = edition.content
    with as_of(ledger, edition.position, rule) as copy:
        columns, state = load_at(copy, held.rule)
        return make_content(columns, held.asked, held.definitions, held.rule, state.rule)


def verify(ledger: Ledger, edition: Edition, rule: Rule | None = None) -> list[str]:
    """A sentence for everything that is not as it was published; empty where it comes out bit for bit again."""
    if sha256(edition.text.encode()) != edition.hash:
        return ["the edition was changed: its content no longer gives its hash"]
    faults = []
    if chain_at(ledger, edition.position) != edition.chain:
        faults.append(f"the ledger was changed: batch {edition.position} is not the one that the edition was made at")
    if edition.content.register_rule != (rule or default_rule()).id:
        faults.append("the records were made under another rule: name it with --register-rule")
    made = rebuilt(ledger, edition, rule)
    if made.text() != edition.text:
        faults += _differing(edition, made)
    return faults


def compare(ledger: Ledger, old: Edition, new: Edition, everything: bool = False) -> list[Difference]:
    """Why the figures of the new edition are not what the old one's units give: wholes and months, or `everything`."""
    kept = [each for each in new.content.asked if everything or each.question.by in ((), (Dimension.MONTH,))]
    found = differences(units_of(ledger, old), units_of(ledger, new), kept, new.content.rule.id)
    wholes = {each.question.period for each in kept if not each.question.by}
    return [each for each in found if everything or not wholes.intersection(each.cell)]


def _differing(edition: Edition, made: Content) -> Iterator[str]:
    if edition.version != __version__:
        yield f"the edition was made by Tawthiq {edition.version}, this is {__version__}"
    then, now = _by_id(edition.content), _by_id(made)
    for id_ in sorted(then.keys() | now.keys()):
        old, new = then.get(id_), now.get(id_)
        if old != new:
            known = old or new
            assert known is not None
            what = " ".join(filter(None, (known.question.metric, known.question.period, *known.cell)))
            yield f"{what}: {_range(old)} in the edition, {_range(new)} made again"
    if edition.content.units != made.units:
        yield "the incidents that the figures are counted from are not the same"


def _by_id(content: Content) -> dict[str, Figure]:
    return {figure.id: figure for _, figure in content.figures()}


def _range(figure: Figure | None) -> str:
    return "nothing" if figure is None else str(figure.range)
