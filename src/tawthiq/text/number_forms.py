"""Number words put together by the rules of Arabic grammar, for a counted noun of either gender in any case."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from tawthiq.errors import ValueFormatError
from tawthiq.text.tables import table

MOST = 999_999
"""The greatest number that is written in words."""

_TABLE = "lexicon/counting_words.tsv"
_AND = " و"


class Case(StrEnum):
    """مرفوع، منصوب، مجرور."""

    NOMINATIVE = "nominative"
    ACCUSATIVE = "accusative"
    GENITIVE = "genitive"


class Gender(StrEnum):
    MASCULINE = "m"
    FEMININE = "f"


class State(StrEnum):
    """Construct: directly before what is counted, so that nunation and the ن of a dual fall away."""

    ABSOLUTE = "absolute"
    CONSTRUCT = "construct"


@cache
def _forms() -> dict[tuple[int, str, str, str, str], str]:
    return {
        (int(row["value"]), row["use"], row["state"], row["case"], gender): row[name]
        for row in table(_TABLE)
        for gender, name in ((Gender.MASCULINE, "masculine"), (Gender.FEMININE, "feminine"))
    }


def _word(value: int, use: str, state: State, case: Case, gender: Gender = Gender.MASCULINE) -> str:
    """The form that fits best; a row of the case itself goes before one for both oblique cases, and that before any."""
    cases = (case.value, *(("oblique",) if case is not Case.NOMINATIVE else ()), "any")
    held = _forms()
    keys = ((value, use, each_state, each_case, gender) for each_state in (state, "any") for each_case in cases)
    return next(held[key] for key in keys if key in held)


def spoken(n: int, gender: Gender, case: Case, state: State = State.ABSOLUTE) -> str:
    """A number from 1 in words, as it goes with a counted noun of that gender. ValueFormatError outside 1 to MOST."""
    if not 0 < n <= MOST:
        raise ValueFormatError(f"only numbers from 1 to {MOST} are written in words: {n}")
    parts = list(_parts(n))
    last = len(parts) - 1
    return _AND.join(
        _part(value, gender, case, state if at == last else State.ABSOLUTE) for at, value in enumerate(parts)
    )


def _parts(n: int) -> Iterator[int]:
    """Thousands, hundreds and the rest, those that are not 0."""
    rest = n % 100
    yield from (part for part in (n // 1000 * 1000, n % 1000 - rest, rest) if part)


def _part(value: int, gender: Gender, case: Case, state: State) -> str:
    if value >= 1000:
        return _thousands(value // 1000, case, state)
    if value >= 100:
        return _word(value, "hundreds", state, case, gender)
    return _below_hundred(value, gender, case, state)


def _below_hundred(n: int, gender: Gender, case: Case, state: State) -> str:
    if n <= 10:
        return _word(n, "unit", state, case, gender)
    tens, unit = n - n % 10, n % 10
    if tens == 10:
        return f"{_before_ten(unit, gender, case)} {_word(10, 'before_ten', State.CONSTRUCT, case, gender)}"
    word = _word(tens, "tens", State.ABSOLUTE, case)
    return f"{_before_tens(unit, gender, case)}{_AND}{word}" if unit else word


def _before_ten(unit: int, gender: Gender, case: Case) -> str:
    return _word(unit, "before_ten" if unit < 3 else "unit", State.CONSTRUCT, case, gender)


def _before_tens(unit: int, gender: Gender, case: Case) -> str:
    return _word(unit, "before_tens" if unit == 1 else "unit", State.ABSOLUTE, case, gender)


def _thousands(n: int, case: Case, state: State) -> str:
    """`n` thousands: ألف is itself a masculine noun that the number counts."""
    if n <= 2:
        return _word(n * 1000, "thousands", state, case)
    rest = n % 100
    if rest in (1, 2):
        # مئة ألف وألف: as with any counted noun.
        return f"{_thousands(n - rest, case, State.CONSTRUCT)}{_AND}{_word(rest * 1000, 'thousands', state, case)}"
    number = spoken(n, Gender.MASCULINE, case, State.CONSTRUCT)
    if rest == 0:
        return f"{number} {_word(1000, 'thousands', State.CONSTRUCT, case)}"
    use = "few_thousands" if rest <= 10 else "many_thousands"
    return f"{number} {_word(1000, use, state, case)}"
