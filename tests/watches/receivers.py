"""A mail server and a webhook on the loopback: real sockets that speak SMTP and HTTP, in threads of the test."""

from __future__ import annotations

import email
import json
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.policy import default
from http.server import BaseHTTPRequestHandler, HTTPServer


@dataclass
class Received:
    """Letters as they were taken, by key; something may happen `before` and `after` each is acknowledged."""

    keys: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    before: Callable[[int], bool] = lambda _: True
    after: Callable[[int], None] = lambda _: None
    port: int = 0

    def take(self, key: str, text: str, answer: Callable[[bool], None]) -> None:
        """Take it, unless `before` says no; then it is refused for now."""
        if not self.before(len(self.keys)):
            with suppress(OSError):
                answer(False)
            return
        self.keys.append(key)
        self.texts.append(text)
        with suppress(OSError):
            answer(True)
        self.after(len(self.keys) - 1)

    @property
    def once(self) -> list[str]:
        """As a receiver has them that goes by the key."""
        return list(dict.fromkeys(self.keys))


class _Mail(socketserver.StreamRequestHandler):
    """As much of RFC 5321 as a client of one message needs."""

    received: Received

    def handle(self) -> None:
        try:
            self._talk()
        except OSError:
            return

    def _talk(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline():
            match line.decode("ascii", "replace").split(maxsplit=1)[0].upper():
                case "DATA":
                    self._say("354 go on")
                    self._message()
                case "QUIT":
                    self._say("221 bye")
                    return
                case _:
                    self._say("250 ok")

    def _message(self) -> None:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b".") else line)
        message = email.message_from_bytes(b"".join(lines), policy=default)
        body = message.get_body()
        assert body is not None
        key = str(message["Message-ID"]).strip("<>").split("@")[0]
        text = f"{message['Subject']}\n{body.get_content()}"
        self.received.take(key, text, lambda well: self._say("250 taken" if well else "451 not now"))

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode("ascii"))


class _Hook(BaseHTTPRequestHandler):
    received: Received

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        data = json.loads(body)
        assert data["id"] == self.headers["Idempotency-Key"]
        self.received.take(data["id"], body.decode("utf-8"), self._answer)

    def _answer(self, well: bool) -> None:
        self.send_response(204 if well else 503)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def mail_server() -> Iterator[Received]:
    with _served(socketserver.TCPServer, _Mail) as received:
        yield received


@contextmanager
def webhook() -> Iterator[Received]:
    with _served(HTTPServer, _Hook) as received:
        yield received


@contextmanager
def _served(server: type[socketserver.TCPServer], handler: type[_Mail] | type[_Hook]) -> Iterator[Received]:
    received = Received()
    own = type("Handler", (handler,), {"received": received})
    with server(("127.0.0.1", 0), own) as running:
        received.port = running.server_address[1]
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield received
        finally:
            running.shutdown()
            thread.join()
