"""Texts, templates and looks of the report: the office's own where its folder has them, else the package's."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from tawthiq.errors import InputError, NotFoundError, UsageError

# What comes of a template that asks for a figure that there is none of, or for a noun that the list lacks.
_ASKED_WRONGLY = (NotFoundError, AttributeError, TypeError, ValueError)
_PACKAGE = files("tawthiq") / "data" / "report"


def package_folder() -> Path:
    """The package's own templates; they lie unpacked on disk."""
    with as_file(_PACKAGE) as folder:
        return folder


@dataclass(frozen=True, slots=True)
class Templates:
    """`office` is a folder with any of the files of data/report/; UsageError where it is named and not there."""

    office: Path | None = None

    def __post_init__(self) -> None:
        if self.office is not None and not self.office.is_dir():
            raise UsageError(f"no folder of templates {self.office}")

    def folders(self) -> Iterator[Path]:
        """Where to look, the office's first."""
        if self.office is not None:
            yield self.office
        yield package_folder()

    def path(self, name: str) -> Path:
        return next(path for folder in self.folders() if (path := folder / name).is_file())

    def has(self, name: str) -> bool:
        return any((folder / name).is_file() for folder in self.folders())

    def text(self, name: str) -> str:
        path = self.path(name)
        try:
            return path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise InputError(f"{path} is not UTF-8") from error

    def toml(self, name: str) -> dict[str, Any]:
        """The package's table with the office's laid over it, so that a file need hold only what it changes."""
        held: dict[str, Any] = {}
        for folder in reversed(list(self.folders())):
            if (folder / name).is_file():
                held = _laid_over(held, _parsed(folder / name))
        return held

    def fonts(self) -> list[Path]:
        return [fonts for folder in self.folders() if (fonts := folder / "fonts").is_dir()]

    def environment(self) -> SandboxedEnvironment:
        """Sandboxed, since an office's templates may come from somebody else; HTML is escaped."""
        loaders = [FileSystemLoader(folder) for folder in self.folders()]
        return SandboxedEnvironment(
            loader=ChoiceLoader(loaders),
            autoescape=lambda name: bool(name and name.endswith(".html")),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, environment: SandboxedEnvironment, name: str, **context: object) -> str:
        """InputError that names the template and line where it is at fault."""
        try:
            return environment.get_template(name).render(context)
        except TemplateError as error:
            line = f", line {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
            raise InputError(f"template {self.path(name)}{line}: {error.message}") from error
        except _ASKED_WRONGLY as error:
            raise InputError(f"template {self.path(name)}: {error}") from error


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: {error}") from error


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    held = dict(below)
    for key, value in above.items():
        both = isinstance(value, dict) and isinstance(held.get(key), dict)
        held[key] = _laid_over(held[key], value) if both else value
    return held
