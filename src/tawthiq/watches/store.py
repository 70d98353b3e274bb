"""Watches of a store, what each has seen, and the outbox: what is new is marked seen and put out in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from tawthiq.errors import NotFoundError, UsageError
from tawthiq.ledger import Ledger
from tawthiq.ledger.chunks import portions
from tawthiq.model.ids import canonical, digest
from tawthiq.watches.model import SCREEN, Channel, Facts, Item, Letter, Question, Watch
from tawthiq.watches.redaction import load_profile, redacted
from tawthiq.watches.tables import watch_outbox, watch_seen, watches


def add_watch(
    ledger: Ledger, name: str, question: Question, channels: Sequence[Channel], redaction: str, seen: Iterable[Item]
) -> Watch:
    """Save it, with what is known by now (`seen`) as seen. UsageError where the name is taken."""
    now = _now()
    made = Watch(digest("watch", name, question.to_json(), now), name, question, tuple(channels), redaction, now)
    with ledger.writing() as connection:
        if connection.scalar(select(watches.c.id).where(watches.c.name == name)):
            raise UsageError(f"there is a watch {name!r} already; remove it first")
        row = {"id": made.id, "name": name, "question": canonical(question.to_json()), "added_at": now}
        told = {"channels": canonical([str(each) for each in channels]), "redaction": redaction}
        connection.execute(insert(watches), row | told)
        _mark(connection, made.id, {mark for item in seen for mark in item.marks})
    return made


def all_watches(ledger: Ledger) -> list[Watch]:
    """In the order in which they were added."""
    with ledger.reading() as connection:
        rows = connection.execute(select(watches).order_by(watches.c.added_at, watches.c.id))
        return [_watch(row) for row in rows]


def find_watch(ledger: Ledger, words: str) -> Watch:
    """By its name, or the beginning of its id. NotFoundError."""
    for each in all_watches(ledger):
        if words == each.name or (len(words) >= 4 and each.id.startswith(words)):
            return each
    raise NotFoundError(f"no watch {words!r}")


def remove_watch(ledger: Ledger, watch: Watch) -> int:
    """Forget it with all that it has seen and sent; the number of letters that waited and now never go."""
    with ledger.writing() as connection:
        waiting = watch_outbox.c.delivered_at.is_(None) & (watch_outbox.c.watch == watch.id)
        left = connection.scalar(select(func.count()).select_from(watch_outbox).where(waiting)) or 0
        connection.execute(delete(watch_outbox).where(watch_outbox.c.watch == watch.id))
        connection.execute(delete(watch_seen).where(watch_seen.c.watch == watch.id))
        connection.execute(delete(watches).where(watches.c.id == watch.id))
    return left


def put_out(ledger: Ledger, watch: Watch, found: Sequence[Item]) -> int:
    """What of it is new: a letter for each channel, and all of it seen, in one transaction. The number of new items."""
    profiles = {channel: load_profile("office" if channel == SCREEN else watch.redaction) for channel in _to(watch)}
    with ledger.writing() as connection:
        if not connection.scalar(select(watches.c.id).where(watches.c.id == watch.id)):
            return 0
        seen = set(connection.scalars(select(watch_seen.c.mark).where(watch_seen.c.watch == watch.id)))
        new = [(item, bool(seen & set(item.marks))) for item in found if not seen.issuperset(item.marks)]
        if not new:
            return 0
        position, made_at = connection.scalar(select(func.max(watch_outbox.c.position))) or 0, _now()
        marks = sorted({mark for item, _ in new for mark in item.marks} - seen)
        for at, (channel, profile) in enumerate(profiles.items(), start=1):
            items = [redacted(item, profile) | {"change": "more" if part else "new"} for item, part in new]
            body = {"title": _title(watch, profile.persons), "note": profile.text_ar, "items": items}
            row = {"position": position + at, "watch": watch.id, "channel": str(channel), "made_at": made_at}
            key = digest("letter", watch.id, str(channel), marks)
            connection.execute(insert(watch_outbox), row | {"key": key, "body": canonical(body)})
        _mark(connection, watch.id, marks)
    return len(new)


def _to(watch: Watch) -> Sequence[Channel]:
    return watch.channels or (SCREEN,)


def _title(watch: Watch, persons: bool) -> str:
    """A watch on a person has their name in its own, most likely."""
    return watch.name if persons or not watch.question.person else f"watch {watch.id[:8]}"


def waiting(ledger: Ledger, watch: Watch) -> list[Letter]:
    """Its letters that have not been handed over, in their turn."""
    return _letters(ledger, (watch_outbox.c.watch == watch.id) & watch_outbox.c.delivered_at.is_(None))


def letters_on(ledger: Ledger, watch: str, channel: Channel, up_to: int) -> list[Letter]:
    """All letters of a channel up to a position, also those that went."""
    c = watch_outbox.c
    return _letters(ledger, (c.watch == watch) & (c.channel == str(channel)) & (c.position <= up_to))


def delivered(ledger: Ledger, letter: Letter) -> None:
    """Mark it as handed over."""
    with ledger.writing() as connection:
        own = watch_outbox.c.position == letter.position
        connection.execute(update(watch_outbox).where(own).values(delivered_at=_now()))


def _letters(ledger: Ledger, where: Any) -> list[Letter]:
    with ledger.reading() as connection:
        rows = connection.execute(select(watch_outbox).where(where).order_by(watch_outbox.c.position))
        return [Letter(r.position, r.watch, Channel.of(r.channel), r.key, r.made_at, json.loads(r.body)) for r in rows]


def _mark(connection: Connection, watch: str, marks: Iterable[str]) -> None:
    for some in portions(sorted(marks)):
        connection.execute(insert(watch_seen), [{"watch": watch, "mark": mark} for mark in some])


def _watch(row: Row[Any]) -> Watch:
    channels = tuple(map(Channel.of, json.loads(row.channels)))
    question: Facts = json.loads(row.question)
    return Watch(row.id, row.name, Question.of(question), channels, row.redaction, row.added_at)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
