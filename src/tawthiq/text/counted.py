"""Counted nouns in Arabic and English: number, gender and case agree, in words and behind digits.

From 3 to 10 the number takes the other gender and the noun is a genitive plural; from 11 to 99 it is an accusative
singular, after whole hundreds and thousands a genitive singular (مئة وثلاث عمليات، أحد عشر شخصاً، ألف عملية).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tawthiq.errors import NotFoundError, ValueFormatError
from tawthiq.model import Bound, Range
from tawthiq.text.number_forms import Case, Gender, State, spoken
from tawthiq.text.tables import table

_TABLE = "lexicon/counted_nouns.tsv"


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """`dual` is what stands before ان and ين; `oblique` the plural of the accusative and genitive."""

    code: str
    singular: str
    accusative: str
    dual: str
    plural: str
    oblique: str
    gender: Gender
    human: bool
    english: str
    english_plural: str

    def one(self, case: Case) -> str:
        return self.accusative if case is Case.ACCUSATIVE else self.singular

    def two(self, case: Case) -> str:
        return self.dual + ("ان" if case is Case.NOMINATIVE else "ين")

    def behind(self, n: int) -> str:
        """The form behind a number that is not 1 or 2 itself: its last two digits decide."""
        rest = n % 100
        if 3 <= rest <= 10:
            return self.oblique
        return self.accusative if rest > 10 else self.singular


@cache
def _nouns() -> dict[str, CountedNoun]:
    return {
        row["code"]: CountedNoun(
            code=row["code"],
            singular=row["singular"],
            accusative=row["accusative"] or row["singular"],
            dual=row["dual"],
            plural=row["plural"],
            oblique=row["plural_oblique"] or row["plural"],
            gender=Gender(row["gender"]),
            human=row["human"] == "1",
            english=row["english"],
            english_plural=row["english_plural"],
        )
        for row in table(_TABLE)
    }


def counted_noun(code: str) -> CountedNoun:
    """The noun of that code in lexicon/counted_nouns.tsv. NotFoundError."""
    try:
        return _nouns()[code]
    except KeyError:
        raise NotFoundError(f"no counted noun {code!r} in {_TABLE}") from None


def counted_nouns() -> tuple[CountedNoun, ...]:
    return tuple(_nouns().values())


def in_words(n: int, noun: CountedNoun, case: Case = Case.NOMINATIVE) -> str:
    """The number and its noun in words: لا قتلى، عملية واحدة، عمليتان، مئة وثلاثة أشخاص."""
    if n < 0:
        raise ValueFormatError(f"not a count: {n}")
    if n == 0:
        return _none(noun, case)
    if n <= 2:
        return _one(noun, case) if n == 1 else noun.two(case)
    rest = n % 100
    if rest in (1, 2):
        # مئة عملية وعمليتان: a number may not stand before one or two of a thing.
        return f"{in_words(n - rest, noun, case)} و{in_words(rest, noun, case)}"
    return f"{spoken(n, noun.gender, case, State.CONSTRUCT)} {noun.behind(n)}"


def in_digits(n: int, noun: CountedNoun, case: Case = Case.NOMINATIVE) -> str:
    """Digits and the noun in the form that they ask for: 33 عملية، 3 عمليات، 17 قتيلاً; one and two are words."""
    return in_words(n, noun, case) if n in (1, 2) else f"{n:,} {noun.behind(n)}"


def _one(noun: CountedNoun, case: Case) -> str:
    return f"{noun.one(case)} {spoken(1, noun.gender, case)}"


def _none(noun: CountedNoun, case: Case) -> str:
    """لا negates a noun that nothing before it governs; where something does, zero is a number."""
    if case is Case.NOMINATIVE:
        return f"لا {noun.oblique}"
    return f"{'صفراً' if case is Case.ACCUSATIVE else 'صفر'} من ال{noun.oblique}"


def counted(
    count: Range,
    noun: CountedNoun,
    bound: Bound = Bound.EXACT,
    case: Case = Case.NOMINATIVE,
    words: bool = False,
) -> str:
    """A count with its bounds: ما لا يقل عن 17 قتيلاً، ما بين 12 و15 قتيلاً، نحو 20 قتيلاً، عدد غير معلوم من القتلى.

    `bound` says how an exact count is limited by what is behind it; a range open at the top is "at least" by itself.
    """
    if count.max is None or (count.exact and bound is Bound.AT_LEAST):
        return _at_least(count.min, noun, words)
    if not count.exact:
        return _between(count.min, count.max, noun, case, words)
    if bound is Bound.AT_MOST:
        return f"{_said(count.max, noun, case, words)} على الأكثر"
    if bound is Bound.ABOUT:
        return f"نحو {_said(count.max, noun, Case.GENITIVE, words)}"
    return _said(count.max, noun, case, words)


def at_least_after(n: int, noun: CountedNoun, case: Case = Case.NOMINATIVE, words: bool = False) -> str:
    """The other way of saying it: 17 قتيلاً على الأقل."""
    return f"{_said(n, noun, case, words)} على الأقل" if n else _unknown(noun)


def _said(n: int, noun: CountedNoun, case: Case, words: bool) -> str:
    return in_words(n, noun, case) if words else in_digits(n, noun, case)


def _at_least(n: int, noun: CountedNoun, words: bool) -> str:
    return f"ما لا يقل عن {_said(n, noun, Case.GENITIVE, words)}" if n else _unknown(noun)


def _unknown(noun: CountedNoun) -> str:
    """At least none says nothing: unknown is not zero."""
    return f"عدد غير معلوم من ال{noun.oblique}"


def _between(least: int, most: int, noun: CountedNoun, case: Case, words: bool) -> str:
    if least == 0:
        return f"{_said(most, noun, case, words)} على الأكثر"
    if most == 2:
        return f"{_one(noun, case)} أو {noun.two(case)}"
    low = spoken(least, noun.gender, Case.GENITIVE) if words else f"{least:,}"
    high = in_words(most, noun, Case.GENITIVE) if words else f"{most:,} {noun.behind(most)}"
    return f"ما بين {low} و{high}"


def counted_en(count: Range, noun: CountedNoun, bound: Bound = Bound.EXACT) -> str:
    """The same in English: one incident, at least 17 people killed, between 12 and 15 people killed."""
    if count.max is None or (count.exact and bound is Bound.AT_LEAST):
        return f"at least {_said_en(count.min, noun)}" if count.min else f"an unknown number of {noun.english_plural}"
    if not count.exact:
        high = _said_en(count.max, noun)
        return f"between {count.min:,} and {count.max:,} {noun.english_plural}" if count.min else f"at most {high}"
    lead = {Bound.AT_MOST: "at most ", Bound.ABOUT: "about "}.get(bound, "")
    return lead + _said_en(count.max, noun)


def _said_en(n: int, noun: CountedNoun) -> str:
    if n == 0:
        return f"no {noun.english_plural}"
    return f"one {noun.english}" if n == 1 else f"{n:,} {noun.english_plural}"
