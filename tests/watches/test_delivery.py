"""Each channel delivers once and in order, also where the run is killed and started again; nothing goes out unasked."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from lxml import etree

from tawthiq.ledger import open_ledger
from tawthiq.watches.finding import World, find
from tawthiq.watches.model import Channel, Means
from tawthiq.watches.running import run
from tawthiq.watches.store import all_watches, put_out, waiting
from tests.cli.running import COMMAND, data, done, surroundings
from tests.watches.receivers import Received, mail_server, webhook
from tests.watches.telling import tell_at

LETTERS = 4
NAMED = ["سامر", "نبيل", "رائد", "فراس", "مازن"]


def put_all_out(store: Path) -> None:
    """A letter for each of some reports, none sent yet."""
    for number in range(LETTERS):
        tell_at(store, number)
        with open_ledger(store) as ledger:
            for watch in all_watches(ledger):
                assert put_out(ledger, watch, find(World(ledger), watch.question)) == 1


def keys_waiting(store: Path, means: Means) -> list[str]:
    with open_ledger(store) as ledger:
        letters = [letter for watch in all_watches(ledger) for letter in waiting(ledger, watch)]
    return [letter.key for letter in letters if letter.channel.means is means]


def start(store: Path, received: Received) -> subprocess.Popen[bytes]:
    env = surroundings(TAWTHIQ_SMTP=f"smtp://127.0.0.1:{received.port}")
    command = [*COMMAND, "watch", "run", "--store", str(store)]
    return subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


Server = Callable[[], AbstractContextManager[Received]]
SERVERS: dict[Means, Server] = {Means.MAIL: mail_server, Means.WEBHOOK: webhook}


@pytest.fixture(params=list(SERVERS))
def sent(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, Received, list[str]]]:
    """A store with letters that wait for a server, the server, and the letters' keys in their order."""
    store, means = tmp_path / "a.db", request.param
    open_ledger(store).close()
    with SERVERS[means]() as received:
        to = f"http://127.0.0.1:{received.port}/hook" if means is Means.WEBHOOK else "desk@example.org"
        done("watch", "add", "حوران", "--area", "درعا", f"--{means}", to, "--store", store)
        put_all_out(store)
        yield store, received, keys_waiting(store, means)


def test_all_letters_go_once_in_order(sent: tuple[Path, Received, list[str]]) -> None:
    store, received, keys = sent
    assert len(keys) == LETTERS
    for _ in range(2):
        assert start(store, received).wait(60) == 0
    assert received.keys == keys


@pytest.mark.parametrize("at", [0, 2])
def test_killed_before_a_letter_is_taken(sent: tuple[Path, Received, list[str]], at: int) -> None:
    """The receiver has not said that it has it, so it has not: it goes again."""
    store, received, keys = sent

    def kill(number: int) -> bool:
        if number == at and process.returncode is None:
            process.kill()
            process.wait(60)
            return False
        return True

    received.before = kill
    process = start(store, received)
    assert process.wait(60) == -signal.SIGKILL
    assert received.keys == keys[:at]
    assert start(store, received).wait(60) == 0
    assert received.keys == keys


@pytest.mark.parametrize("at", [0, 2])
def test_killed_after_a_letter_is_taken(sent: tuple[Path, Received, list[str]], at: int) -> None:
    """Whether the run still marked it or not: by its key it is one letter, and in its place."""
    store, received, keys = sent

    def kill(number: int) -> None:
        if number == at and process.returncode is None:
            process.kill()
            process.wait(60)

    received.after = kill
    process = start(store, received)
    process.wait(60)
    assert start(store, received).wait(60) == 0
    assert received.once == keys
    assert len(received.keys) <= LETTERS + 1


def test_a_letter_that_is_refused_holds_up_those_behind_it(sent: tuple[Path, Received, list[str]]) -> None:
    store, received, keys = sent
    received.before = lambda number: number < 2
    assert start(store, received).wait(60) == 3
    assert received.keys == keys[:2]
    received.before = lambda _: True
    assert start(store, received).wait(60) == 0
    assert received.keys == keys


def test_what_leaves_names_nobody(sent: tuple[Path, Received, list[str]]) -> None:
    store, received, _ = sent
    start(store, received).wait(60)
    assert len(received.texts) == LETTERS
    assert all(any(area in text for area in ("درعا", "الصنمين", "إزرع")) for text in received.texts)
    assert not any(name in text for name in (*NAMED, "مصدر محلي", "طفس") for text in received.texts)


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "letters"])
def test_files_hold_each_letter_once_in_order_whenever_it_was_killed(tmp_path: Path, name: str) -> None:
    """Killed at any write of the outbox: after a letter is written, before it is marked."""
    store, to = tmp_path / "a.db", tmp_path / name
    open_ledger(store).close()
    means = Means.FEED if to.suffix else Means.DIGEST
    done("watch", "add", "حوران", "--area", "درعا", f"--{means}", to, "--store", store)
    put_all_out(store)
    keys = keys_waiting(store, means)
    for at in range(2):
        assert killed_at_mark(store, at) == -signal.SIGKILL
        assert len(in_file(to)) >= 1
    done("watch", "run", "--store", store)
    assert in_file(to) == keys
    done("watch", "run", "--store", store)
    assert in_file(to) == keys


KILLED = """
import os, signal, sys
from tawthiq.watches import store
marked = store.delivered
def dies(*letter):
    if len(done) == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    done.append(letter)
    marked(*letter)
done = []
store.delivered = dies
from tawthiq.cli import app
app(["watch", "run", "--store", sys.argv[1]])
"""


def killed_at_mark(store: Path, at: int) -> int:
    """A run that dies when a letter has gone and is not marked yet: the first one, or the one behind it."""
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(store), str(min(at, 1))], capture_output=True, check=False, timeout=60
    ).returncode


def in_file(to: Path) -> list[str]:
    """Keys of the letters, the oldest first."""
    if to.is_dir():
        texts = [path.read_text(encoding="utf-8") for path in sorted(to.iterdir()) if not path.name.startswith(".")]
        return [text.rstrip().rsplit("[", 1)[1].rstrip("]") for text in texts]
    tree = etree.parse(to)
    ids = tree.xpath("//*[local-name()='entry']/*[local-name()='id']/text() | //guid/text()")
    return [str(each).rsplit(":", 1)[-1] for each in reversed(list(ids))]


class Closed(socket.socket):
    """The network, closed: a socket is never even made."""

    def __init__(self, *_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")


def test_nothing_is_sent_where_nothing_is_configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TAWTHIQ_SMTP", raising=False)
    monkeypatch.setattr(socket, "socket", Closed)
    with pytest.raises(AssertionError):
        socket.create_connection(("127.0.0.1", 9))
    store = tmp_path / "a.db"
    open_ledger(store).close()
    done("watch", "add", "بلا قناة", "--area", "درعا", "--store", store)
    done("watch", "add", "بريد", "--area", "درعا", "--mail", "desk@example.org", "--store", store)
    tell_at(store, 0)
    done("watch", "run", "--store", store, code=3)
    [mute, mail] = data("watch", "list", "--store", store)
    assert (mute["waiting"], mail["waiting"]) == (0, 1)
    assert sorted(path.name for path in tmp_path.iterdir() if "a.db" not in path.name) == []


def test_only_one_runs_at_a_time(tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    open_ledger(store).close()
    done("watch", "add", "حوران", "--area", "درعا", "--store", store)
    tell_at(store, 0)
    inside = []
    with open_ledger(store) as ledger:
        run(ledger, all_watches(ledger), lambda _: inside.append(done("watch", "run", "--store", store, code=5)))
        assert len(inside) == 1
        assert run(ledger, all_watches(ledger), inside.append)[0].new == 0


def test_channels_are_written_as_they_are_read() -> None:
    for each in (Channel(Means.MAIL, "a@b.org"), Channel(Means.WEBHOOK, "http://h:1/x"), Channel(Means.SCREEN)):
        assert Channel.of(str(each)) == each
