"""A run: what is new goes into the outbox, then every letter that waits goes out in its turn.

A letter is marked as gone when its receiver has taken it. A run that is killed in between tries it again with the same
key (Message-ID, Idempotency-Key, name of the file, id in the feed), by which it stays one letter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tawthiq.ledger import Ledger
from tawthiq.watches import sending, store
from tawthiq.watches.finding import World, find
from tawthiq.watches.model import DeliveryError, Letter, Means, Watch
from tawthiq.watches.turn import only_one


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a watch: how many items were new, which letters went, and what each that waits waits for."""

    watch: Watch
    new: int
    sent: tuple[Letter, ...]
    waiting: tuple[tuple[Letter, str], ...]


def run(ledger: Ledger, watches: Sequence[Watch], show: Callable[[Letter], None]) -> list[Ran]:
    """All of these watches in their order; `show` is for those without a channel. StoreError where another runs."""
    world = World(ledger)
    with only_one(ledger):
        return [_run(ledger, world, watch, show) for watch in watches]


def _run(ledger: Ledger, world: World, watch: Watch, show: Callable[[Letter], None]) -> Ran:
    new = store.put_out(ledger, watch, find(world, watch.question))
    sent: list[Letter] = []
    stuck: dict[str, str] = {}
    left: list[tuple[Letter, str]] = []
    for letter in store.waiting(ledger, watch):
        why = stuck.get(str(letter.channel), "") or _deliver(ledger, letter, show)
        if why:
            stuck[str(letter.channel)] = why
            left.append((letter, why))
        else:
            store.delivered(ledger, letter)
            sent.append(letter)
    return Ran(watch, new, tuple(sent), tuple(left))


def _deliver(ledger: Ledger, letter: Letter, show: Callable[[Letter], None]) -> str:
    """Why it was not taken; "" where it was."""
    to = letter.channel.to
    try:
        match letter.channel.means:
            case Means.SCREEN:
                show(letter)
            case Means.DIGEST:
                sending.to_folder(letter, Path(to))
            case Means.FEED:
                sending.to_feed(store.letters_on(ledger, letter.watch, letter.channel, letter.position), Path(to))
            case Means.WEBHOOK:
                sending.to_webhook(letter, to)
            case Means.MAIL:
                server = sending.mail_server()
                if server is None:
                    return "TAWTHIQ_SMTP names no mail server"
                sending.to_mail(letter, to, server)
    except DeliveryError as error:
        return str(error)
    return ""
