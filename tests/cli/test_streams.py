"""Where output goes: any locale, a reader that leaves, Ctrl-C; and what `--help` need not load."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tawthiq.ledger import open_ledger
from tests.cli.running import COMMAND, data, real, surroundings
from tests.cli.writing import write_reports

LOCALES = {
    "none": {},
    "C": {"LANG": "C"},
    "C, no coercion": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "latin-1": {"PYTHONIOENCODING": "latin-1:strict"},
}


@pytest.mark.parametrize("changes", LOCALES.values(), ids=LOCALES)
def test_arabic_is_written_in_any_locale(changes: dict[str, str], read_store: Path, reports: Path) -> None:
    shown = real("show", "person", "--store", read_store, env=changes)
    assert (shown.returncode, shown.stderr.decode()) == (0, "one with its words: tawthiq show person ID\n")
    assert "نبيل هيثم الرفاعي" in shown.stdout.decode()
    facts = real("extract", reports / "tafas.txt", env=changes)
    assert (facts.returncode, facts.stderr) == (0, b"")
    assert "نبيل هيثم الرفاعي" in [person["name"] for person in json.loads(facts.stdout)["persons"]]


def test_demo_twice_in_a_bare_environment(tmp_path: Path) -> None:
    first, second = (real("demo", cwd=tmp_path, env={"LANG": "C"}) for _ in range(2))
    for ended in (first, second):
        assert ended.returncode == 0, ended.stderr.decode()
        shown, told = ended.stdout.decode(), ended.stderr.decode()
        assert "FICTIONAL" in shown
        assert max(map(len, shown.splitlines())) <= 120
        assert all(f"\n{kind}: " in shown for kind in ("person", "incident", "agreement", "meeting", "clause"))
        assert told.splitlines()[-1].startswith("Next:  tawthiq read YOUR_FOLDER")
    assert "18 of them new" in first.stdout.decode()
    assert "0 of them new" in second.stdout.decode()
    assert (tmp_path / "tawthiq-demo" / "pages" / "index.html").is_file()


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "many", 200)
    with subprocess.Popen(
        [*COMMAND, "extract", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"{")
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_reader_that_never_came_is_no_error(read_store: Path) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    command = [*COMMAND, "summary", "--store", str(read_store), "--json"]
    ended = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_output_to_a_full_disk(read_store: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "w", encoding="utf-8") as full:
        command = [*COMMAND, "summary", "--store", str(read_store), "--json"]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (ended.returncode, ended.stderr) == (1, b"tawthiq: No space left on device\n")


def heed_ctrl_c() -> None:
    """A run that was started in the background ignores Ctrl-C, and its children would too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_stops_reading_in_good_order(jobs: str, new_store: Callable[[], str], tmp_path: Path) -> None:
    folder, store = write_reports(tmp_path / "many", 400), new_store()
    command = [*COMMAND, "read", str(folder), "--store", store, "--jobs", jobs]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=heed_ctrl_c
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("stored 25 report(s), ")
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
        said = process.stderr.read().splitlines()
    assert process.returncode == 130
    with open_ledger(store) as ledger:
        stored = sum(1 for _ in ledger.reports())
        assert ledger.verify_chain() == []
    assert 25 <= stored < 400
    assert said[-1] == f"stopped: {stored} new report(s) are stored; the same command goes on from there"
    assert all(line.startswith("stored ") for line in said[:-1])
    assert data("read", folder, "--store", store)["reports"] == 400 - stored


def test_ctrl_c_elsewhere_is_a_line(tmp_path: Path) -> None:
    folder, out = write_reports(tmp_path / "many", 400), tmp_path / "facts.jsonl"
    out.write_text("the facts of yesterday\n", encoding="utf-8")
    part = tmp_path / "facts.jsonl.part"
    command = [*COMMAND, "extract", str(folder), "--jsonl", str(out)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=heed_ctrl_c) as process:
        assert process.stderr is not None
        while process.poll() is None and not (part.exists() and part.stat().st_size):
            pass
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == "tawthiq: stopped\n"
    assert process.returncode == 130
    assert out.read_text(encoding="utf-8") == "the facts of yesterday\n"
    assert not part.exists(), "a file that was not finished is not left behind"


def test_on_a_terminal_the_bar_tells_what_is_stored(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "many", 60)
    ours, theirs = pty.openpty()
    command = [*COMMAND, "read", str(folder), str(tmp_path / "none.txt"), "--store", str(tmp_path / "new.db")]
    with subprocess.Popen(command, stderr=theirs, env=surroundings(TERM="xterm", COLUMNS="100")) as process:
        os.close(theirs)
        said = b"".join(iter(lambda: chunk_of(ours), b"")).decode()
    os.close(ours)
    assert process.returncode == 3
    lines = said.splitlines()
    assert sum("not read: " in line for line in lines) == 1
    # Beside the bar, never a line of its own.
    assert any("61/61" in line and "stored 60 report(s)" in line for line in lines)
    assert not any(line.startswith("stored") for line in lines)
    assert "60 new report(s) with " in lines[-2]


def chunk_of(terminal: int) -> bytes:
    """What the terminal shows next; empty when its program has ended."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


HEAVY = ("sqlalchemy", "alembic", "trafilatura", "lxml", "pycrfsuite", "jinja2", "networkx", "tawthiq.extract")


@pytest.mark.parametrize("words", [["--help"], ["read", "--help"], ["show", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    program = f"""
import sys
from tawthiq.cli import main
sys.argv[1:] = {words}
try:
    main()
except SystemExit as ended:
    assert ended.code == 0
sys.stderr.write(" ".join(sys.modules))
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    loaded = set(ended.stderr.split())
    assert "typer" in loaded, ended.stderr
    assert loaded.isdisjoint(HEAVY)
