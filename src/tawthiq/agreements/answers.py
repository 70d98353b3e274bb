"""What parties are said to have done about their duties: one row a value of `conduct` of a response record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from tawthiq.agreements.said import Says
from tawthiq.agreements.watched import Names, Party, parties_of
from tawthiq.errors import NotFoundError
from tawthiq.figures.areas import area_named
from tawthiq.model import Code, Conduct, Ref, Standing
from tawthiq.model.records import Field, Response


@dataclass(frozen=True, slots=True)
class Answer:
    """`denied`: somebody says that it was not so. `clauses`, `agreements`, `incidents` are ids of records.

    `first` and `last` are ordinals of days, 0 where none is told; `places` are ids of the gazetteer.
    """

    record: str
    conduct: Conduct
    denied: bool
    claims: tuple[str, ...]
    parties: tuple[Party, ...] = ()
    clauses: frozenset[str] = frozenset()
    agreements: frozenset[str] = frozenset()
    incidents: frozenset[str] = frozenset()
    first: int = 0
    last: int = 0
    places: tuple[str, ...] = ()


RecordOf = Callable[[str], str | None]
"""From a mention's id to its record's."""


def answers_of(response: Response, says: Says, names: Names, record_of: RecordOf) -> Iterator[Answer]:
    """Those that the rule admits, and those that are denied; nothing of a response that is rejected or left out."""
    for said in response.conduct:
        denied = said.standing is Standing.CONTESTED
        if isinstance(said.value, Code) and (denied or says.rule.admits(said.standing)):
            first, last = _days(response, says)
            yield Answer(
                record=response.id,
                conduct=Conduct(said.value.code),
                denied=denied,
                claims=said.claims,
                parties=tuple(dict.fromkeys(parties_of(response.party, says, names))),
                clauses=_records(response.clause, says, record_of),
                agreements=_records(response.agreement, says, record_of),
                incidents=_records(response.incident, says, record_of),
                first=first,
                last=last,
                places=tuple(_places(response.place, says, names)),
            )


def _places(field: Field, says: Says, names: Names) -> Iterator[str]:
    """Ids of the gazetteer; words that it does not have name no place here."""
    for said in says.held(field):
        if isinstance(said.value, Ref):
            yield from filter(None, [names.place(said.value)])
        else:
            with suppress(NotFoundError):
                yield area_named(str(said.value))


def _records(field: Field, says: Says, record_of: RecordOf) -> frozenset[str]:
    refs: list[Ref] = says.refs(field)
    return frozenset(found for ref in refs if (found := record_of(ref.mention)))


def _days(response: Response, says: Says) -> tuple[int, int]:
    date = next(iter(says.dates(response.date)), None)
    earliest, latest = (date.earliest, date.latest) if date else (None, None)
    return earliest.toordinal() if earliest else 0, latest.toordinal() if latest else 0
