"""Writes docs/cli.md, the reference of the command line, from the commands themselves.

Run: python scripts/make_cli_docs.py. A test compares the file with what this gives.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from tawthiq.cli import app

TARGET = Path(__file__).resolve().parents[1] / "docs" / "cli.md"
HEAD = """# The command line

Made from the commands by `scripts/make_cli_docs.py`; `--help` after a command shows the same.
"""
EXIT_CODES = """## Exit codes

| code | meaning |
|---|---|
| 0 | done |
| 1 | the system refuses: a full disk, a worker process that was killed |
| 2 | wrong use: a word, an option or a value that does not fit |
| 3 | some input could not be read; the rest is done |
| 4 | the store does not have what was asked for |
| 5 | the store cannot be opened, or refuses a write |
| 130 | stopped by Ctrl-C; what was told as stored is stored |

Problems are a line each on standard error. Results (JSON, tables) are on standard output, in UTF-8 in any locale.
"""


def main() -> None:
    TARGET.write_text(reference(), encoding="utf-8")
    print(f"wrote {TARGET}")


def reference() -> str:
    """The whole document, commands in the order of `--help`."""
    root: Any = typer.main.get_command(app)
    return "\n".join([HEAD, *(section(name, command) for name, command in commands(root)), EXIT_CODES])


def commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command with its whole name, those of a group (`lists add`) where the group stands."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def section(name: str, command: Any) -> str:
    about, _, examples = inspect.cleandoc(command.help).partition("Examples:")
    lines = [f"## {name}", "", f"    tawthiq {name} {usage(command)}".rstrip(), "", about.strip(), ""]
    lines += parameters(command)
    lines += ["```sh", *(line.strip() for line in examples.splitlines() if line.strip()), "```", ""]
    return "\n".join(lines)


def usage(command: Any) -> str:
    words = ["[OPTIONS]"] if any(is_option(each) for each in command.params) else []
    for each in command.params:
        if not is_option(each):
            name = metavar(each) + ("..." if each.nargs == -1 else "")
            words.append(name if each.required else f"[{name}]")
    return " ".join(words)


def parameters(command: Any) -> Iterator[str]:
    """A table of arguments and options with what they are for."""
    yield from ("| | |", "|---|---|")
    for each in command.params:
        if each.name != "help":
            yield f"| {label(each)} | {explained(each)} |"
    yield ""


def label(parameter: Any) -> str:
    if not is_option(parameter):
        return f"`{metavar(parameter)}`"
    value = "" if parameter.is_flag else f" {metavar(parameter)}"
    return f"`{', '.join(parameter.opts)}{value}`"


def metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def explained(parameter: Any) -> str:
    """The help, and what holds when nothing is given."""
    said = [re.sub(r"\s+", " ", parameter.help)]
    if getattr(parameter, "envvar", None):
        said.append(f"Also by the variable `{parameter.envvar}`.")
    default = getattr(parameter.default, "value", parameter.default)
    if is_option(parameter) and not parameter.is_flag and default not in (None, ""):
        said.append(f"Default: `{default}`.")
    return " ".join(said)


def is_option(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "option")


if __name__ == "__main__":
    main()
