"""The inclusion rule as data: what counts, what belongs together, and the same in words to print."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from tawthiq.errors import NotFoundError, ValueFormatError
from tawthiq.model import Kind
from tawthiq.model.ids import digest


class Unjudged(StrEnum):
    """What an assertion that nobody has judged counts for."""

    PROPOSED = "proposed"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Rule:
    """`text_ar` and `text_en` are the rule in print; `same_by_name` are kinds united by equal folded names."""

    name: str
    text_ar: str
    text_en: str
    same_by_name: frozenset[Kind]
    unjudged: Unjudged

    @property
    def id(self) -> str:
        """Digest of the whole rule, its words included: records made under one are not those of another."""
        return digest("rule", self.name, self.text_ar, self.text_en, sorted(self.same_by_name), self.unjudged)


def load_rule(path: Path | None = None) -> Rule:
    """The rule of a TOML file, or the default one. Raises NotFoundError, or ValueFormatError saying what is wrong."""
    if path is None:
        return default_rule()
    try:
        return _parse(path.read_text(encoding="utf-8"), str(path))
    except OSError as error:
        raise NotFoundError(f"cannot read the rule {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ValueFormatError(f"{path}: not UTF-8") from error


@cache
def default_rule() -> Rule:
    """The rule of data/rules/default.toml."""
    source = files("tawthiq") / "data" / "rules" / "default.toml"
    return _parse(source.read_text(encoding="utf-8"), "default.toml")


def _parse(text: str, where: str) -> Rule:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueFormatError(f"{where}: not TOML: {error}") from error
    wanted = set(Rule.__slots__)
    if wrong := wanted ^ table.keys():
        raise ValueFormatError(f"{where}: a rule has exactly the keys {sorted(wanted)}; look at {sorted(wrong)}")
    return _rule(table, where)


def _rule(table: Mapping[str, Any], where: str) -> Rule:
    if not all(isinstance(table[key], str) and table[key].strip() for key in ("name", "text_ar", "text_en")):
        raise ValueFormatError(f"{where}: name, text_ar and text_en are words: a rule must be stated in print")
    if not isinstance(table["same_by_name"], list):
        raise ValueFormatError(f"{where}: same_by_name is a list of kinds")
    try:
        kinds = frozenset(Kind(kind) for kind in table["same_by_name"])
        unjudged = Unjudged(table["unjudged"])
    except ValueError as error:
        raise ValueFormatError(f"{where}: {error}") from error
    return Rule(table["name"], table["text_ar"].strip(), table["text_en"].strip(), kinds, unjudged)
