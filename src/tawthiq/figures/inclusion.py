"""The inclusion rule as data: what counts in a figure, in a form that an edition prints."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from tawthiq.errors import NotFoundError, ValueFormatError
from tawthiq.model import Standing
from tawthiq.model.ids import digest

_LEVELS = (Standing.ACCEPTED, Standing.PROPOSED)


@dataclass(frozen=True, slots=True)
class Inclusion:
    """`standing` is the least that counts (accepted, or proposed too); `origins` the independent origins needed."""

    name: str
    standing: Standing
    origins: int
    text_ar: str
    text_en: str

    @property
    def id(self) -> str:
        """Digest of the whole rule, its words included."""
        return digest("inclusion", self.name, self.standing, self.origins, self.text_ar, self.text_en)

    def admits(self, standing: Standing) -> bool:
        """Whether a value of that standing counts."""
        return standing is Standing.ACCEPTED or standing is self.standing


def load_inclusion(rule: str | Path = "accepted") -> Inclusion:
    """The rule "accepted" or "proposed" of the package, or that of a TOML file. NotFoundError, ValueFormatError."""
    packaged = {"accepted": "counting.toml", "proposed": "counting_proposed.toml"}
    if (name := packaged.get(str(rule))) is not None:
        return _parse((files("tawthiq") / "data" / "rules" / name).read_text(encoding="utf-8"), name)
    try:
        return _parse(Path(rule).read_text(encoding="utf-8"), str(rule))
    except OSError as error:
        raise NotFoundError(f"cannot read the rule {rule}: {error.strerror}; or name accepted or proposed") from error
    except UnicodeDecodeError as error:
        raise ValueFormatError(f"{rule}: not UTF-8") from error


def _parse(text: str, where: str) -> Inclusion:
    try:
        table: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueFormatError(f"{where}: not TOML: {error}") from error
    if wrong := set(Inclusion.__slots__) ^ table.keys():
        raise ValueFormatError(
            f"{where}: a rule has exactly the keys {sorted(Inclusion.__slots__)}; see {sorted(wrong)}"
        )
    if table["standing"] not in _LEVELS:
        raise ValueFormatError(f"{where}: standing is accepted or proposed, not {table['standing']!r}")
    if type(table["origins"]) is not int or table["origins"] < 1:
        raise ValueFormatError(f"{where}: origins is a whole number from 1 on, not {table['origins']!r}")
    if not all(isinstance(table[key], str) and table[key].strip() for key in ("name", "text_ar", "text_en")):
        raise ValueFormatError(f"{where}: name, text_ar and text_en are words: a rule must be stated in print")
    words = {key: table[key].strip() for key in ("name", "text_ar", "text_en")}
    return Inclusion(standing=Standing(table["standing"]), origins=table["origins"], **words)
