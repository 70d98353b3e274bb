"""Actors and their ties as they are told; what held on a day follows from them (`state`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tawthiq.model import EDTF, AffiliationStatus, Standing


class TieKind(StrEnum):
    """Labels in data/codes/tie_kinds.toml. From the person or the stronger to the group or the weaker."""

    LEADS = "leads"
    COMMANDS = "commands"
    MEMBER = "member"
    FOUNDED = "founded"
    BACKS = "backs"
    CLOSE_TO = "close_to"
    COMMANDS_OVER = "commands_over"
    REPRESENTS = "represents"
    KIN = "kin"
    ATTENDED = "attended"


class TieState(StrEnum):
    """Labels in data/codes/tie_states.toml."""

    CURRENT = "current"
    FORMER = "former"
    UNSTATED = "unstated"
    NOT_YET = "not_yet"


class ActorKind(StrEnum):
    """`BODY` is what is only called so in some words and has no record: "الأهالي", "فروع النظام الأمنية"."""

    PERSON = "person"
    GROUP = "group"
    PLACE = "place"
    BODY = "body"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Actor:
    """`id` is the record's, or a digest of the folded words where there is no record."""

    id: str
    kind: ActorKind
    label: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One record's word on a tie, and the claims and reports (ids) behind it; `published` is their earliest day.

    An `event` (who sat at a meeting, for whom) says nothing of other days.
    """

    record: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    published: date | None = None
    role: str = ""
    status: AffiliationStatus | None = None
    start: EDTF | None = None
    end: EDTF | None = None
    standing: Standing = Standing.PROPOSED
    event: bool = False

    @property
    def order(self) -> tuple[int, str]:
        """By the day on which it was said, the undated first."""
        return (self.published.toordinal() if self.published else 0, self.record)


@dataclass(frozen=True, slots=True)
class Tie:
    """All that is told of one kind of tie between two actors (ids), by day; `origins` independent ones say it.

    `lasting` is what is told of more than an event, where anything is; `first` and `last` (ordinals of days) and
    `days`, on which it was said, are of that.
    """

    source: str
    target: str
    kind: TieKind
    told: tuple[Told, ...]
    origins: int = 1
    first: int | None = field(init=False)
    last: int | None = field(init=False)
    days: tuple[int, ...] = field(init=False)
    lasting: tuple[Told, ...] = field(init=False)

    def __post_init__(self) -> None:
        lasting = tuple(t for t in self.told if not t.event) or self.told
        starts = [t.start.earliest.toordinal() for t in lasting if t.start and t.start.earliest]
        ends = [t.end.latest.toordinal() for t in lasting if t.end and t.end.latest]
        object.__setattr__(self, "first", min(starts, default=None))
        object.__setattr__(self, "last", max(ends, default=None))
        object.__setattr__(self, "days", tuple(t.order[0] for t in lasting))
        object.__setattr__(self, "lasting", lasting)

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.source, self.target, self.kind.value)

    @property
    def claims(self) -> tuple[str, ...]:
        return tuple(sorted({id_ for each in self.told for id_ in each.claims}))

    @property
    def reports(self) -> tuple[str, ...]:
        return tuple(sorted({id_ for each in self.told for id_ in each.reports}))

    @property
    def standing(self) -> Standing:
        """The best of what is told."""
        return Standing.ACCEPTED if any(t.standing is Standing.ACCEPTED for t in self.told) else Standing.PROPOSED


@dataclass(frozen=True, slots=True)
class ActorMap:
    """All actors by id that have a tie, and all ties in order of their keys."""

    actors: dict[str, Actor]
    ties: tuple[Tie, ...]

    def around(self, ids: Sequence[str]) -> ActorMap:
        """Only the ties of these actors."""
        wanted = set(ids)
        return of_ties(self.actors, [tie for tie in self.ties if tie.source in wanted or tie.target in wanted])


def of_ties(actors: dict[str, Actor], ties: Sequence[Tie]) -> ActorMap:
    """The map of these ties: of the actors only those that have one."""
    held = {id_ for tie in ties for id_ in (tie.source, tie.target)}
    return ActorMap({id_: actors[id_] for id_ in sorted(held)}, tuple(sorted(ties, key=lambda tie: tie.key)))
