"""Handing a letter over: to a folder, a feed's file, a mail server that the office names, or a webhook."""

from __future__ import annotations

import os
import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from tawthiq.errors import UsageError
from tawthiq.watches.model import DeliveryError, Letter
from tawthiq.watches.writing import atom, payload, rss, text

_SECONDS = 30
_SCHEMES = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class MailServer:
    """`scheme` is smtp, smtp+starttls or smtps."""

    scheme: str
    host: str
    port: int
    sender: str
    user: str = ""
    password: str = ""


def mail_server() -> MailServer | None:
    """The server that TAWTHIQ_SMTP names (smtps://mail.example.org:465); None where it names none. UsageError."""
    named = os.environ.get("TAWTHIQ_SMTP", "")
    if not named:
        return None
    parts = urlsplit(named)
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise UsageError("TAWTHIQ_SMTP is not like smtp://HOST:PORT, smtp+starttls://HOST:PORT or smtps://HOST:PORT")
    sender = os.environ.get("TAWTHIQ_MAIL_FROM", f"tawthiq@{parts.hostname}")
    user, password = (os.environ.get(f"TAWTHIQ_SMTP_{name}", "") for name in ("USER", "PASSWORD"))
    return MailServer(parts.scheme, parts.hostname, parts.port or _SCHEMES[parts.scheme], sender, user, password)


def to_folder(letter: Letter, folder: Path) -> None:
    """A file a letter, named by its turn: writing it twice writes the same."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / f"{letter.position:08}-{letter.key[:8]}.txt", text(letter).encode("utf-8"))
    except OSError as error:
        raise DeliveryError(f"{folder}: {error.strerror or error}") from error


def to_feed(letters: Sequence[Letter], path: Path) -> None:
    """The whole feed anew, RSS where the file's name ends so and Atom otherwise, the 200 newest letters in it."""
    held = letters[-200:]
    make = rss if path.suffix.lower() == ".rss" else atom
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, make(held[-1].body["title"], held[-1].watch, held))
    except OSError as error:
        raise DeliveryError(f"{path}: {error.strerror or error}") from error


def to_mail(letter: Letter, address: str, server: MailServer) -> None:
    """One message; its Message-ID is the letter's key."""
    message = EmailMessage()
    message["From"], message["To"] = server.sender, address
    message["Subject"] = " ".join(letter.body["title"].split())
    message["Date"] = formatdate()
    message["Message-ID"] = f"<{letter.key}@{server.host}>"
    message.set_content(text(letter))
    try:
        with _connected(server) as session:
            session.send_message(message)
    except (OSError, smtplib.SMTPException) as error:
        raise DeliveryError(f"{address} by {server.host}:{server.port}: {error}") from error


def _connected(server: MailServer) -> smtplib.SMTP:
    if server.scheme == "smtps":
        context = ssl.create_default_context()
        session: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=_SECONDS, context=context)
    else:
        session = smtplib.SMTP(server.host, server.port, timeout=_SECONDS)
    if server.scheme == "smtp+starttls":
        session.starttls(context=ssl.create_default_context())
    if server.user:
        session.login(server.user, server.password)
    return session


class _Stay(HTTPRedirectHandler):
    """Goes nowhere that the office did not name."""

    def redirect_request(self, *_: object) -> None:
        return None


def to_webhook(letter: Letter, url: str) -> None:
    """POST of JSON; the header Idempotency-Key is the letter's key. Any answer but 2xx is a DeliveryError."""
    headers = {"Content-Type": "application/json; charset=utf-8", "Idempotency-Key": letter.key}
    request = Request(url, data=payload(letter), headers=headers, method="POST")
    try:
        with build_opener(ProxyHandler({}), _Stay).open(request, timeout=_SECONDS):
            return
    except HTTPError as error:
        error.close()
        raise DeliveryError(f"{url}: the server answered {error.code}") from error
    except (OSError, HTTPException) as error:
        raise DeliveryError(f"{url}: {error}") from error


def _write(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}.part")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
