"""A watch: a saved question, to whom its answers go, and what is withheld from them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from tawthiq.errors import TawthiqError, UsageError
from tawthiq.model import IncidentType

Facts: TypeAlias = dict[str, Any]


class DeliveryError(TawthiqError):
    """A letter could not be handed over; it waits in the outbox, and those behind it on its channel too."""

    exit_code = 3


class Means(StrEnum):
    """`SCREEN` is what `watch run` prints; it leaves nothing."""

    SCREEN = "screen"
    DIGEST = "digest"
    FEED = "feed"
    MAIL = "mail"
    WEBHOOK = "webhook"


@dataclass(frozen=True, slots=True)
class Channel:
    """A folder of digests, a feed's file, an address, or a URL."""

    means: Means
    to: str = ""

    def __str__(self) -> str:
        return f"{self.means.value}:{self.to}" if self.to else self.means.value

    @classmethod
    def of(cls, text: str) -> Channel:
        means, _, to = text.partition(":")
        return cls(Means(means), to)


SCREEN = Channel(Means.SCREEN)


def channel(means: Means, to: str) -> Channel:
    """The channel, checked. UsageError."""
    if means is Means.WEBHOOK and (urlsplit(to).scheme not in ("http", "https") or not urlsplit(to).hostname):
        raise UsageError(f"--webhook {to!r} is not an http or https address")
    if means is Means.MAIL and (to.count("@") != 1 or any(c.isspace() or c in "<>,;" for c in to)):
        raise UsageError(f"--mail {to!r} is not one e-mail address")
    return Channel(means, str(Path(to).absolute()) if means in (Means.DIGEST, Means.FEED) else to)


@dataclass(frozen=True, slots=True)
class Question:
    """All conditions that are given must hold. `area` is a gazetteer id, with all that lies in it."""

    area: str = ""
    acts: tuple[str, ...] = ()
    person: str = ""
    group: str = ""
    list: str = ""
    agreement: str = ""

    def __post_init__(self) -> None:
        if unknown := set(self.acts) - set(IncidentType):
            raise UsageError(f"--act {', '.join(sorted(unknown))}: not one of {', '.join(IncidentType)}")
        if not any((self.area, self.acts, self.person, self.group, self.list, self.agreement)):
            raise UsageError("a watch needs a question: --area, --act, --person, --group, --list or --agreement")
        if self.list and any((self.area, self.acts, self.group, self.agreement)):
            raise UsageError("--list goes alone or with --person")
        if self.agreement and any((self.person, self.group)):
            raise UsageError("--agreement goes alone or with --area and --act")

    def to_json(self) -> Facts:
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def of(cls, data: Facts) -> Question:
        return cls(**(data | {"acts": tuple(data.get("acts", ()))}))


@dataclass(frozen=True, slots=True)
class Watch:
    """`redaction` names a profile of the package, or a TOML file of the office."""

    id: str
    name: str
    question: Question
    channels: tuple[Channel, ...] = ()
    redaction: str = "public"
    added_at: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that answers a question. `marks` tell it again when records merge; `place` is a gazetteer id.

    `change` is "new", or "more" where a part of it was seen before; counts are in words ("2", "20+").
    """

    marks: tuple[str, ...]
    kind: str
    change: str = "new"
    act: str = ""
    day: str = ""
    place: str = ""
    place_words: str = ""
    persons: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    counts: Facts = field(default_factory=dict)
    words: str = ""

    @property
    def order(self) -> tuple[str, str, tuple[str, ...]]:
        return self.day, self.kind, self.marks


@dataclass(frozen=True, slots=True)
class Letter:
    """What goes out at once over one channel; `position` is its turn, `key` the same at every attempt."""

    position: int
    watch: str
    channel: Channel
    key: str
    made_at: str
    body: Facts
