"""What an office's figures mean, as data: the question that each answers, and the words that it is told in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from tawthiq.errors import NotFoundError, ValueFormatError
from tawthiq.figures.question import Dimension, Metric, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A figure by name. The keys are described at the head of data/figures/definitions.toml."""

    name: str
    metric: Metric
    ar: str
    en: str
    definition_ar: str
    definition_en: str
    noun: str
    sentence_ar: str
    sentence_en: str
    none_ar: str
    none_en: str
    sentence_ar_bound: str = ""
    one_ar: str = ""
    one_en: str = ""
    after_ar: str = ""
    after_ar_dual: str = ""
    after_ar_plural: str = ""
    after_en: str = ""
    acts: tuple[str, ...] = ()
    victim_groups: tuple[str, ...] = ()
    perpetrator: str = ""
    weapon: str = ""
    share: bool = False
    tally: str = ""
    by: tuple[Dimension, ...] = ()

    def question(self, period: str = "", area: str = "", by: tuple[Dimension, ...] = ()) -> Question:
        """What the figure asks, of a period (EDTF) and an area (gazetteer id)."""
        whole = Question(
            metric=self.metric,
            acts=self.acts,
            victim_groups=self.victim_groups,
            perpetrator=self.perpetrator,
            weapon=self.weapon,
            share=self.share,
        )
        return replace(whole, period=period, area=area, by=by)

    def label(self, language: str) -> str:
        return self.ar if language == "ar" else self.en

    def text(self, language: str) -> str:
        """What it counts, in print."""
        return self.definition_ar if language == "ar" else self.definition_en

    def to_json(self) -> dict[str, Any]:
        return {key: value for key, value in asdict(self).items() if value}


Definitions = Mapping[str, Definition]


def load_definitions(path: str | Path | None = None) -> Definitions:
    """Those of a TOML file, or those of the package, by name in their order. NotFoundError, ValueFormatError."""
    if path is None:
        return _parse((files("tawthiq") / "data" / "figures" / "definitions.toml").read_text(encoding="utf-8"), "")
    try:
        return _parse(Path(path).read_text(encoding="utf-8"), str(path))
    except OSError as error:
        raise NotFoundError(f"cannot read the definitions {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ValueFormatError(f"{path}: not UTF-8") from error


def definition_named(known: Definitions, name: str) -> Definition:
    """NotFoundError that names those there are."""
    if name not in known:
        raise NotFoundError(f"no definition {name!r}: there are {', '.join(known)}")
    return known[name]


def definition_from_json(body: Mapping[str, Any]) -> Definition:
    """The inverse of `Definition.to_json`, and what an entry of the file is read by. ValueFormatError."""
    where = f"definition {body.get('name', '')!r}"
    known = {each.name for each in fields(Definition)}
    if wrong := body.keys() - known:
        raise ValueFormatError(f"{where}: no such key: {', '.join(sorted(wrong))}")
    told: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in body.items()}
    try:
        told |= {"metric": Metric(told.get("metric", "")), "by": tuple(map(Dimension, told.get("by", ())))}
        return Definition(**told)
    except ValueError as error:
        raise ValueFormatError(f"{where}: {error}") from error
    except TypeError as error:
        raise ValueFormatError(f"{where}: a key is missing: {str(error).partition(': ')[2]}") from error


def _parse(text: str, where: str) -> Definitions:
    where = where or "definitions.toml"
    try:
        entries = tomllib.loads(text).get("definition", [])
        made = [definition_from_json(entry) for entry in entries]
    except tomllib.TOMLDecodeError as error:
        raise ValueFormatError(f"{where}: not TOML: {error}") from error
    except ValueFormatError as error:
        raise ValueFormatError(f"{where}: {error}") from error
    if not made or len({each.name for each in made}) < len(made):
        raise ValueFormatError(f"{where}: one [[definition]] or more, each with a name of its own")
    return {each.name: each for each in made}
