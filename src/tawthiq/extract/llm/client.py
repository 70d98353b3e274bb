"""One question to an OpenAI-compatible server (llama.cpp, vLLM, Ollama): POST /v1/chat/completions, no streaming."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http.client import HTTPException
from ipaddress import ip_address
from typing import Any, NoReturn
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from tawthiq.errors import InputError, TawthiqError, UsageError
from tawthiq.model.engine import LocalModel

PATH = "/v1/chat/completions"
_LARGEST = 8_000_000
_SHOWN = 200


class ServerError(TawthiqError):
    """The server of the model cannot be reached, refuses, or does not answer in time."""


class AnswerError(InputError):
    """The model answered something that is no set of facts; other reports may fare better."""


class _NoRedirect(HTTPRedirectHandler):
    """A redirection could lead to a host that nobody named."""

    def redirect_request(self, *args: Any, **options: Any) -> None:
        return None


def address(base: str) -> str:
    """Where to ask, from the address of the server, with or without /v1. UsageError."""
    parts = urlsplit(base)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"--llm-url {base!r} is no address of a server; http://127.0.0.1:8080 is one")
    return base.rstrip("/").removesuffix("/v1") + PATH


def stays_here(base: str) -> bool:
    """Whether the address is this machine's own."""
    host = urlsplit(base).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def ask(model: LocalModel, messages: list[dict[str, str]], schema: Mapping[str, Any]) -> Any:
    """What the model answers, as JSON. ServerError, AnswerError."""
    body = {
        "model": model.name,
        "messages": messages,
        "temperature": 0,
        "stream": False,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "facts", "strict": True, "schema": schema},
        },
    }
    data = json.dumps(body, ensure_ascii=False).encode("utf-8")
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    return _facts(_sent(model, Request(address(model.url), data, headers)))


def _opener() -> OpenerDirector:
    """Straight to the server: a proxy of the environment would see the reports."""
    return build_opener(ProxyHandler({}), _NoRedirect())


def _sent(model: LocalModel, request: Request) -> bytes:
    try:
        with _opener().open(request, timeout=model.timeout) as response:
            data: bytes = response.read(_LARGEST + 1)
    except HTTPError as error:
        with error:
            _refused(model, error)
    except TimeoutError as error:
        raise ServerError(_late(model)) from error
    except (URLError, HTTPException, OSError) as error:
        reason = getattr(error, "reason", error)
        said = _late(model) if isinstance(reason, TimeoutError) else f"cannot reach the server at {model.url}: {reason}"
        raise ServerError(said) from error
    if len(data) > _LARGEST:
        raise AnswerError(f"the model {model.name} answered more than {_LARGEST} bytes")
    return data


def _late(model: LocalModel) -> str:
    return f"the server at {model.url} did not answer within {model.timeout:g} seconds"


def _refused(model: LocalModel, error: HTTPError) -> NoReturn:
    said = " ".join(error.read(_SHOWN).decode("utf-8", "replace").split())
    why = f": {said}" if said else ""
    raise ServerError(f"the server at {model.url} refused ({error.code} {error.reason}){why}")


def _facts(data: bytes) -> Any:
    """The JSON that the message of the first choice holds."""
    try:
        choice = json.loads(data)["choices"][0]
        content = choice["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise AnswerError("the server's answer is no chat completion") from error
    if choice.get("finish_reason") == "length":
        raise AnswerError("the model's answer was cut off: the report is too long for it")
    try:
        return json.loads(content)
    except (ValueError, TypeError) as error:
        raise AnswerError(f"the model's answer is no JSON: {str(content)[:60]!r}") from error
