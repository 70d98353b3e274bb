"""A private PostgreSQL for the tests: a new cluster in a temporary folder, one fresh database a test."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tawthiq.ledger import open_ledger

OFF = "TAWTHIQ_NO_POSTGRES"
MISSING = (
    f"PostgreSQL's server programs were not found. Install them (Debian: apt install postgresql), "
    f"or set {OFF}=1 to leave out every test on PostgreSQL."
)
_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "40"}
_TEMPLATE = "tawthiq_template"
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Cluster:
    port: int
    password: str

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://tawthiq:{self.password}@127.0.0.1:{self.port}/{database}"

    def run(self, statement: str, *names: str) -> None:
        """Run one statement as the owner; each {} is one of the names, quoted."""
        # The driver is an extra: the tests on SQLite must run without it.
        import psycopg
        from psycopg import sql

        where = f"host=127.0.0.1 port={self.port} user=tawthiq password={self.password} dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    @contextmanager
    def database(self, template: str = _TEMPLATE) -> Iterator[str]:
        """The URL of a new database, by default one with the newest schema, dropped at the end."""
        name = f"test_{os.getpid()}_{next(_numbers)}"
        self.run("CREATE DATABASE {} TEMPLATE {}", name, template)
        yield self.url(name)
        self.run("DROP DATABASE {} WITH (FORCE)", name)


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """Start a cluster, make the template database, stop and remove all at the end."""
    programs = _programs()
    if programs is None:
        raise RuntimeError(MISSING)
    folder = Path(tempfile.mkdtemp(prefix="tawthiq-pg-"))
    try:
        cluster = _start(programs, folder)
        try:
            cluster.run("CREATE DATABASE {}", _TEMPLATE)
            open_ledger(cluster.url(_TEMPLATE)).close()
            yield cluster
        finally:
            _run(folder, [programs / "pg_ctl", "stop", "-D", folder / "data", "-m", "immediate", "-w"])
    finally:
        shutil.rmtree(folder)


def _start(programs: Path, folder: Path) -> Cluster:
    cluster = Cluster(_free_port(), secrets.token_hex(8))
    (folder / "password").write_text(cluster.password)
    if os.geteuid() == 0:
        owner = _unprivileged()
        for path in (folder, folder / "password"):
            os.chown(path, owner.pw_uid, owner.pw_gid)
    data = folder / "data"
    options = ["-U", "tawthiq", "-E", "UTF8", "--locale=C", "--no-sync", "--auth=scram-sha-256"]
    _run(folder, [programs / "initdb", "-D", data, *options, f"--pwfile={folder / 'password'}"])
    settings = {"listen_addresses": "127.0.0.1", "port": cluster.port, "unix_socket_directories": folder, **_FAST}
    flags = " ".join(f"-c {name}={value}" for name, value in settings.items())
    _run(folder, [programs / "pg_ctl", "start", "-D", data, "-l", folder / "log", "-w", "-o", flags])
    return cluster


def _run(folder: Path, command: Sequence[str | Path]) -> None:
    """PostgreSQL refuses to run as root, so root hands over to an unprivileged user."""
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        owner = _unprivileged()
        words = ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups", *words]
    done = subprocess.run(words, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)} failed:\n{done.stdout}{done.stderr}")


def _unprivileged() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as")


def _programs() -> Path | None:
    """The folder of initdb and pg_ctl, the newest version first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda p: float(p.parts[-3]), reverse=True)
    on_path = shutil.which("pg_ctl")
    places = [path.parent for path in found] + ([Path(on_path).resolve().parent] if on_path else [])
    return next((place for place in places if (place / "initdb").is_file()), None)


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])
