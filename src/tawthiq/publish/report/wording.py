"""Dates, numbers and fixed words of a report in its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tawthiq.model import EDTF, Bound, Range
from tawthiq.model.codes import label
from tawthiq.publish.report.content import Breakdown, Quantity
from tawthiq.publish.report.templates import Templates
from tawthiq.text.counted import counted, counted_en, counted_noun
from tawthiq.text.number_forms import Case

_MARKS = "~?%"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of words.toml in one language."""

    language: str
    words: dict[str, Any]

    @classmethod
    def of(cls, templates: Templates, language: str) -> Wording:
        return cls(language, templates.toml("words.toml")[language])

    @property
    def direction(self) -> str:
        return "rtl" if self.language == "ar" else "ltr"

    def word(self, key: str, *values: object) -> str:
        held = str(self.words[key])
        return held.format(*values) if values else held

    def of_list(self, name: str, key: str) -> str:
        """A word of a list (sections, metrics …), or the key itself where the list lacks it."""
        return str(self.words[name].get(key, key))

    def heads(self, breakdown: Breakdown) -> list[str]:
        """What stands above the columns of a breakdown."""
        if breakdown.heads:
            return [head.say(self.language) for head in breakdown.heads]
        return [self.of_list("metrics", metric) for metric in breakdown.metrics]

    def joined(self, words: Sequence[str]) -> str:
        return str(self.words["comma"]).join(words)

    def date(self, date: EDTF | None) -> str:
        """11 تشرين الثاني 2023، تشرين الأول 2023، من … إلى …، منذ …"""
        if date is None:
            return self.word("undated")
        if not date.is_interval:
            return self._point(date.text)
        start, end = date.start.strip("."), date.end.strip(".")
        if start and end:
            return self.word("from_to", self._point(start), self._point(end))
        return self.word("since" if start else "until", self._point(start or end))

    def short_date(self, date: EDTF | None) -> str:
        """As a cell of a table says it: ISO, an interval with words between."""
        if date is None:
            return self.word("undated")
        start, end = date.start.strip("."), date.end.strip(".")
        if date.is_interval and start and end:
            return self.word("from_to", start, end)
        return self.word("since" if start else "until", start or end) if date.is_interval else date.text

    def _point(self, text: str) -> str:
        bare, mark = text.rstrip(_MARKS), text[-1]
        year, *rest = bare.split("-")
        parts = [str(int(rest[1]))] if len(rest) == 2 else []
        parts += [self.words["months"][int(rest[0]) - 1]] if rest else []
        said = " ".join([*parts, year])
        said = self.word("about", said) if mark in "~%" else said
        return self.word("unsure", said) if mark in "?%" else said

    def count(self, quantity: Quantity, noun: str, case: Case = Case.NOMINATIVE, words: bool = False) -> str:
        """The figure with its noun, as a sentence says it."""
        if self.language == "en":
            return counted_en(quantity.range, counted_noun(noun), quantity.bound)
        return counted(quantity.range, counted_noun(noun), quantity.bound, case, words)

    def plain(self, n: int, noun: str, case: Case = Case.NOMINATIVE) -> str:
        return self.count(Quantity("", noun, Range.exactly(n)), noun, case)

    def share(self, quantity: Quantity) -> str:
        """The share in whole per cents; at least, where the count is a lower bound of an exact base."""
        return self.word("percent", f"{100 * (quantity.share or 0):.0f}")

    def short(self, quantity: Quantity) -> str:
        """As a cell of a table says it: 17, 12–15, 17+ for at least, or that it is unknown."""
        return self.short_range(quantity.range, quantity.bound)

    def short_range(self, held: Range | None, bound: Bound = Bound.EXACT) -> str:
        least = held is not None and (held.max is None or (held.exact and bound is Bound.AT_LEAST))
        if held is None or (least and held.min == 0):
            return self.word("unknown")
        if least:
            return f"{held.min:,}+"
        return f"{held.min:,}" if held.exact else f"{held.min:,}–{held.max:,}"

    def base(self, quantity: Quantity) -> str:
        """What a share is of, in a sentence."""
        held = quantity.base or Range.exactly(0)
        return self.word("at_least", f"{held.min:,}") if held.max is None else self.short_range(held)

    def group(self, code: str) -> str:
        """A group of victims."""
        return label("victim_groups", code, self.language)
