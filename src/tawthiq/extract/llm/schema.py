"""The JSON schema that the model's answer has to follow: the interchange schema, less what rules read better."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from tawthiq.model import AgreementStatus, Bound, Fate, IncidentType, Metric, Stance, VictimGroup, Weapon

Schema = Mapping[str, Any]

_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer"}
_TRUTH: Schema = {"type": "boolean"}
_DATE: Schema = {"type": ["string", "null"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
_RANGE: Schema = {
    "anyOf": [
        {"type": "array", "items": {"type": ["integer", "null"]}, "minItems": 2, "maxItems": 2},
        {"type": "null"},
    ]
}
_MAYBE: Schema = {"type": ["string", "null"]}


def _many(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _thing(**keys: Schema) -> Schema:
    """All keys are asked for; `from_` stands for "from"."""
    named = {name.rstrip("_"): schema for name, schema in keys.items()}
    return {"type": "object", "properties": named, "required": list(named), "additionalProperties": False}


def _code(of: type[StrEnum], silent: bool = False) -> Schema:
    return {"enum": [*map(str, of), *([None] if silent else [])]}


@cache
def facts_schema() -> Schema:
    texts = _many(_TEXT)
    tolls = dict.fromkeys(("killed", "injured", "abducted", "detained", "survived"), _RANGE)
    return _thing(
        persons=_many(_thing(name=_TEXT, aliases=texts, roles=texts, groups=texts, fate=_code(Fate))),
        groups=texts,
        places=texts,
        incidents=_many(
            _thing(
                type=_code(IncidentType),
                date=_DATE,
                places=texts,
                **tolls,
                victims=texts,
                victim_groups=_many(_code(VictimGroup)),
                perpetrator=_MAYBE,
                weapon=_code(Weapon, silent=True),
                source=_MAYBE,
                quote=_TEXT,
            )
        ),
        tallies=_many(
            _thing(
                metric=_code(Metric),
                value=_NUMBER,
                bound=_code(Bound),
                from_=_DATE,
                to=_DATE,
                area=_MAYBE,
                category=_MAYBE,
                by=_MAYBE,
            )
        ),
        agreements=_many(_thing(description=_TEXT, parties=texts, date=_DATE, status=_code(AgreementStatus))),
        meetings=_many(_thing(place=_MAYBE, date=_DATE, attendees=texts)),
        claims=_many(_thing(speaker=_TEXT, anonymous=_TRUTH, stance=_code(Stance), content=_TEXT, quote=_TEXT)),
    )
