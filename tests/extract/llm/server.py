"""A real HTTP server on loopback that speaks the protocol of OpenAI-compatible servers, with answers set by a test."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tawthiq.extract.llm.schema import facts_schema

NOTHING: dict[str, Any] = {key: [] for key in facts_schema()["properties"]}
"""The answer of a model that finds nothing."""

Answer = Callable[["Handler"], None]


@dataclass
class Served:
    """The address, and what was asked: paths and bodies in order."""

    url: str
    asked: list[tuple[str, Any]] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)


class Handler(BaseHTTPRequestHandler):
    served: Served
    answer: Answer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.served.asked.append((self.path, json.loads(body)))
        type(self).answer(self)

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""

    def send(self, data: bytes, code: int = 200, **headers: str) -> None:
        self.send_response(code)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


def completion(content: str, finish: str = "stop") -> bytes:
    """What such a server sends around the words of the model."""
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content}}
    return json.dumps({"id": "1", "object": "chat.completion", "choices": [choice]}).encode()


def says(facts: Any) -> Answer:
    """A model that answers with these facts."""
    return lambda handler: handler.send(completion(json.dumps(facts, ensure_ascii=False)))


def sends(data: bytes, code: int = 200, **headers: str) -> Answer:
    """A server that sends these bytes."""
    return lambda handler: handler.send(data, code, **headers)


def hangs(handler: Handler) -> None:
    """A server that takes the question and never answers."""
    handler.served.stopping.wait(30)


@contextmanager
def serving(answer: Answer) -> Iterator[Served]:
    served = Served("")
    kind = type("Answering", (Handler,), {"served": served, "answer": staticmethod(answer)})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    served.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield served
    finally:
        served.stopping.set()
        server.shutdown()
        thread.join()
        server.server_close()
