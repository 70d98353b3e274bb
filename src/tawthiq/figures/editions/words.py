"""Differences of editions in words: what a figure was and is, and what became of the incidents behind it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from tawthiq.figures.areas import name_of
from tawthiq.figures.definitions import Definitions
from tawthiq.figures.editions.changes import Change, Delta, Difference, Seen, Why
from tawthiq.figures.figure import Figure
from tawthiq.figures.phrases import cell_words, short_amount, when
from tawthiq.model import Range
from tawthiq.model.codes import label
from tawthiq.text.counted import counted, counted_en, counted_noun
from tawthiq.text.number_forms import Case

_SHOWN = 5
_ISOLATE, _POP = "\u2066", "\u2069"
_ARROW = {"ar": "←", "en": "→"}


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads((files("tawthiq") / "data" / "figures" / "changes.toml").read_text(encoding="utf-8"))


def _word(name: str, language: str) -> str:
    return str(_file()["words"][f"{name}_{language}"])


def difference_words(difference: Difference, definitions: Definitions, language: str) -> str:
    """One figure: تشرين الأول 2023، القتلى: 17 ← 18: أُضيفت واقعة واحدة (…) [+1]، …"""
    question, definition = difference.asked.question, definitions[difference.asked.definition]
    cell = cell_words(question, difference.cell, language)
    heads = [definition.label(language), *cell, *([] if cell else [when(question.period, language)])]
    comma = "، " if language == "ar" else ", "
    was, is_ = (_amount(figure, language) for figure in (difference.old, difference.new))
    parts = [_why(why, list(some), language) for why, some in _grouped(difference.changes)]
    return f"{comma.join(filter(None, heads))}: {was} {_ARROW[language]} {is_}: {_then(language).join(parts)}"


def _then(language: str) -> str:
    return "؛ " if language == "ar" else "; "


def all_words(differences: Sequence[Difference], definitions: Definitions, language: str) -> list[str]:
    """A paragraph a figure; one that says so where there is no difference."""
    told = [difference_words(each, definitions, language) for each in differences]
    return told or [_word("none", language)]


def _grouped(changes: Sequence[Change]) -> Iterable[tuple[Why, Iterator[Change]]]:
    order = list(Why)
    return groupby(sorted(changes, key=lambda each: order.index(each.why)), key=lambda each: each.why)


def _amount(figure: Figure | None, language: str) -> str:
    return short_amount(figure, language) if figure else _word("none_yet", language)


def _why(why: Why, changes: Sequence[Change], language: str) -> str:
    """All changes of one kind: what happened, to which incidents, and what it adds."""
    old, new = (sum(len(side) for side in sides) for sides in _sides(changes))
    told = {
        "old": _incidents(old, language),
        "new": _incidents(new, language),
        "old_genitive": _incidents(old, language, Case.GENITIVE),
        "new_genitive": _incidents(new, language, Case.GENITIVE),
        "n": _people(sum(change.people for change in changes), language),
        "fields": _fields(changes, language),
    }
    delta = sum((change.delta for change in changes), Delta())
    words = _file()["why"][why][language].format_map(told)
    return f"{words} {_which(changes, language)} {_effect(delta, language)}"


def _sides(changes: Sequence[Change]) -> tuple[list[tuple[Seen, ...]], list[tuple[Seen, ...]]]:
    return [change.old for change in changes], [change.new for change in changes]


def _incidents(n: int, language: str, case: Case = Case.NOMINATIVE) -> str:
    noun = counted_noun("incident")
    return counted(Range.exactly(n), noun, case=case) if language == "ar" else counted_en(Range.exactly(n), noun)


def _people(n: int, language: str) -> str:
    noun = counted_noun("person")
    return counted(Range.exactly(n), noun) if language == "ar" else counted_en(Range.exactly(n), noun)


def _fields(changes: Sequence[Change], language: str) -> str:
    names = sorted({name for change in changes for name in change.fields})
    labels = [label("fields", name, language) for name in names]
    return (_word("and", language)).join(each.lower() if language == "en" else each for each in labels)


def _which(changes: Sequence[Change], language: str) -> str:
    """The first few of the incidents, as they are now or were last."""
    seen = [each for change in changes for each in (change.new or change.old)]
    shown = [_one(each, language) for each in seen[:_SHOWN]]
    if len(seen) > _SHOWN:
        shown.append(_word("more", language).format(n=len(seen) - _SHOWN))
    return f"({_then(language).join(shown)})"


def _one(seen: Seen, language: str) -> str:
    comma = "، " if language == "ar" else ", "
    place = name_of(seen.place, language) if seen.place else ""
    return comma.join(filter(None, (_day(seen, language), place, _apart(seen.record[:8], language))))


def _day(seen: Seen, language: str) -> str:
    days = [date.fromordinal(day).isoformat() for day in dict.fromkeys((seen.first, seen.last)) if day]
    return _apart("/".join(days), language) if days else _word("no_date", language)


def _apart(text: str, language: str) -> str:
    """Latin letters and digits keep their order inside Arabic."""
    return f"{_ISOLATE}{text}{_POP}" if language == "ar" else text


def _effect(delta: Delta, language: str) -> str:
    """[+1], or each of what changed where that is not one number."""
    if delta.least and delta.least == delta.most and not (delta.open or delta.unknown or delta.undecided):
        return _apart(f"[{delta.least:+d}]", language)
    told = {name: n for name, n in asdict(delta).items() if n and name != "incidents"}
    comma = "، " if language == "ar" else ", "
    parts = [f"{_word(name, language)} {_apart(f'{n:+d}', language)}" for name, n in told.items()]
    return f"[{comma.join(parts) or _word('incidents', language) + ' ' + _apart(f'{delta.incidents:+d}', language)}]"
