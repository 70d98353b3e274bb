"""The shape of a report's facts (docs/facts-schema.md): checked key by key, what may be left out filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from tawthiq.errors import ValueFormatError
from tawthiq.model.codes import code_list

Check: TypeAlias = Callable[[Any, str], Any]
"""The value as it is scored; ValueFormatError names the key (`where`) and what is wrong."""

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_NOTHING = object()


@dataclass(frozen=True, slots=True)
class Key:
    """`absent` is what holds where the key is left out; without it the key must be there."""

    check: Check
    absent: Any = _NOTHING


def _refuse(where: str, wanted: str, value: Any) -> ValueFormatError:
    shown = repr(value)
    return ValueFormatError(f"{where}: {wanted} belongs here, not {shown[:60]}{'…' if len(shown) > 60 else ''}")


def text(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _refuse(where, "a text", value)
    return value


def number(value: Any, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _refuse(where, "a number", value)
    return value


def truth(value: Any, where: str) -> bool:
    if not isinstance(value, bool):
        raise _refuse(where, "true or false", value)
    return value


def day(value: Any, where: str) -> str:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise _refuse(where, "a date (2023-11-12, 2023-11 or 2023)", value)
    return value


def counted(value: Any, where: str) -> list[int | None]:
    """[min, max]; max is null where the count is open."""
    match value:
        case [int(low), None] if low >= 0:
            return [low, None]
        case [int(low), int(high)] if 0 <= low <= high:
            return [low, high]
        case _:
            raise _refuse(where, "a range [min, max]", value)


def code(list_name: str) -> Check:
    def check(value: Any, where: str) -> str:
        if value not in code_list(list_name):
            raise _refuse(where, f"one of {', '.join(code_list(list_name))}", value)
        return str(value)

    return check


def one_of(*allowed: str) -> Check:
    def check(value: Any, where: str) -> str:
        if value not in allowed:
            raise _refuse(where, f"one of {', '.join(allowed)}", value)
        return str(value)

    return check


def maybe(check: Check) -> Check:
    return lambda value, where: None if value is None else check(value, where)


def many(check: Check) -> Check:
    def check_all(value: Any, where: str) -> list[Any]:
        if not isinstance(value, list):
            raise _refuse(where, "a list", value)
        return [check(each, f"{where}[{at}]") for at, each in enumerate(value)]

    return check_all


def thing(**keys: Key) -> Check:
    """An object with these keys and no others; `from_` stands for "from"."""
    wanted = {name.rstrip("_"): key for name, key in keys.items()}

    def check(value: Any, where: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise _refuse(where, "an object", value)
        if strange := sorted(value.keys() - wanted.keys()):
            raise ValueFormatError(f"{where}: no key {strange[0]!r} is known; the keys are {', '.join(wanted)}")
        return {name: held(value, name, key, f"{where}.{name}") for name, key in wanted.items()}

    return check


def held(value: Mapping[str, Any], name: str, key: Key, where: str) -> Any:
    """The value under a key, checked."""
    if name in value:
        return key.check(value[name], where)
    if key.absent is _NOTHING:
        raise ValueFormatError(f"{where}: the key is missing")
    return list(key.absent) if isinstance(key.absent, list) else key.absent
