"""What the documents name is there: commands with their options, make targets, decisions, links."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

ROOT = Path(__file__).resolve().parents[1]
DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(?:sh|console)?\n(.*?)^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)

by_document = pytest.mark.parametrize("document", DOCS, ids=[str(path.relative_to(ROOT)) for path in DOCS])


def root_command() -> Any:
    from tawthiq.cli import app  # here, so that the checks of links and locks run while a command is being written

    return typer.main.get_command(app)


def commands(document: Path, program: str) -> Iterator[list[str]]:
    """The words after `program` in each line of a code block, and in each piece of code inside a sentence."""
    text = document.read_text(encoding="utf-8")
    lines = [line for block in FENCE.findall(text) for line in block.splitlines()]
    for line in [*lines, *CODE.findall(FENCE.sub("", text))]:
        for part in re.split(r"&&|;|\|(?!\|)", line):
            words = shlex.split(part.removeprefix("$ "), comments=True) if part.count('"') % 2 == 0 else []
            if words and words[0].removeprefix(".venv/bin/") == program:
                yield words[1:]


def follow(words: list[str]) -> tuple[Any, list[str]]:
    """The command that the words name, through groups, and the words left for it."""
    command = root_command()
    while words and words[0] in getattr(command, "commands", {}):
        command, words = command.commands[words[0]], words[1:]
    return command, words


def unknown(words: list[str]) -> list[str]:
    """Words that the command line would refuse: a command that is not there, an option that it does not have."""
    command, rest = follow(words)
    known = {option for parameter in command.params for option in [*parameter.opts, *parameter.secondary_opts]}
    options = [word.split("=")[0] for word in rest if word.startswith("-")]
    lost = rest[:1] if hasattr(command, "commands") and rest and not rest[0].startswith("-") else []
    return lost + [option for option in options if option not in known | {"--help"}]


@by_document
def test_every_command_exists_with_its_options(document: Path) -> None:
    assert [(words, unknown(words)) for words in commands(document, "tawthiq") if unknown(words)] == []


def test_every_command_is_in_the_readme() -> None:
    shown = {words[0] for words in commands(ROOT / "README.md", "tawthiq") if words}
    assert set(root_command().commands) <= shown


def test_the_check_sees_what_is_wrong() -> None:
    assert unknown(["no-such-command"]) == ["no-such-command"]
    assert unknown(["demo", "--no-such-option"]) == ["--no-such-option"]


@by_document
def test_every_make_target_exists(document: Path) -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    named = {word for words in commands(document, "make") for word in words[:1] if "=" not in word}
    assert named <= targets


def test_every_make_target_of_the_ci_exists_and_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    explained = set(re.findall(r"^([a-z]+):.*## \S", makefile, re.MULTILINE))
    assert explained == set(TARGET.findall(makefile))
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_script_that_make_runs_exists() -> None:
    named = re.findall(r"(?:scripts|benchmarks)/[\w-]+\.(?:py|sh)", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_extra_all_holds_every_other_but_the_tools() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    (everything,) = extras.pop("all")
    assert everything == f"tawthiq[{','.join(sorted(extras.keys() - {'dev'}))}]"


@by_document
def test_every_relative_link_resolves(document: Path) -> None:
    links = [link.split("#")[0] for link in LINK.findall(document.read_text(encoding="utf-8"))]
    local = [link for link in links if link and "://" not in link]
    assert [link for link in local if not (document.parent / link).exists()] == []


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "adr"
    listed = re.findall(r"\((\d{4}-[^)]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-core.lock"])
def test_the_locks_hold_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    pins = [part for part in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE) if "==" in part]
    assert len(pins) > 20
    assert all("--hash=sha256:" in pin for pin in pins)
