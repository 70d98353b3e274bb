"""Evidence in words, Arabic and English, from the labels and levels of data/linking and the code lists."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from tawthiq.link.resolving.evidence import Evidence, weights
from tawthiq.model import Kind
from tawthiq.model.codes import label, list_of

_FILES = {Kind.INCIDENT: "incidents", Kind.PERSON: "people"}
FOR, AGAINST = "+", "−"


def explain(kind: Kind, evidence: Iterable[Evidence], lang: str) -> tuple[str, ...]:
    """The heaviest first, each with a sign and its weight: "+3.0 place: the same town or village (نوى | نوى)"."""
    return tuple(_line(kind, each, lang) for each in sorted(evidence, key=lambda e: -abs(e.weight)))


def _line(kind: Kind, each: Evidence, lang: str) -> str:
    sign = FOR if each.weight > 0 else AGAINST
    name = weights(_FILES[kind]).label(each.feature, lang)
    said = [_said(kind, each.feature, side, lang) for side in (each.left, each.right) if side]
    words = f" ({' | '.join(said)})" if said else ""
    level = _levels().get(each.feature, {}).get(each.level) or _levels()["any"].get(each.level) or {lang: each.level}
    return f"{sign}{abs(each.weight):.1f} {name}: {level[lang]}{words}"


def _said(kind: Kind, feature: str, side: str, lang: str) -> str:
    codes = list_of(kind, feature)
    return label(codes, side, lang) if codes else side


@cache
def _levels() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    text = (files("tawthiq") / "data" / "linking" / "levels.toml").read_text(encoding="utf-8")
    loaded: Mapping[str, Mapping[str, Mapping[str, str]]] = tomllib.loads(text)
    return loaded
