"""Patterns kept as data: regular expressions over the folded text, with named parts (data/patterns/*.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tawthiq.errors import ValueFormatError
from tawthiq.extract.facts import Named, Person, Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.model import Span
from tawthiq.text.fold import fold

_EDGES = " \t،,.:؛\"'«»“”()[]-–—"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One expression with what it means: `meaning` holds the other keys of its entry.

    `needs` is found wherever the expression is: a quick look that spares the long one.
    """

    regex: re.Pattern[str]
    meaning: Mapping[str, str]
    needs: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found on a page."""

    page: Page
    pattern: Pattern
    match: re.Match[str]

    @property
    def span(self) -> Span:
        return self.page.folded.source(*self.match.span())

    def part(self, name: str) -> Phrase | None:
        """The words of a named part, signs and blanks at its edges left off; None where it is absent or empty."""
        if name not in self.pattern.regex.groupindex or self.match[name] is None:
            return None
        return trimmed(self.page, self.page.folded.source(*self.match.span(name)))


@cache
def patterns(name: str) -> tuple[Pattern, ...]:
    """The patterns of one file; `{NAME}` in an expression stands for that macro of the file's [macros]."""
    path = files("tawthiq") / "data" / "patterns" / f"{name}.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    macros = data.get("macros", {})
    return tuple(_pattern(name, dict(entry), macros) for entry in data["pattern"])


def _pattern(name: str, entry: dict[str, str], macros: Mapping[str, str]) -> Pattern:
    source, needs = entry.pop("regex"), entry.pop("needs", None)
    for key, value in macros.items():
        source = source.replace("{" + key + "}", value)
    try:
        return Pattern(re.compile(_folded(source)), entry, re.compile(_folded(needs)) if needs else None)
    except re.error as error:
        raise ValueFormatError(f"data/patterns/{name}.toml: {error}: {source}") from error


def _folded(source: str) -> str:
    """Arabic letters of an expression folded as the text is; its syntax is left alone."""
    return "".join(fold(char).norm if char > "\u0600" else char for char in source)


def find(page: Page, name: str) -> Iterator[Hit]:
    """Every place where a pattern of the file stands, file order first, then text order."""
    for pattern in patterns(name):
        if pattern.needs and not pattern.needs.search(page.folded.norm):
            continue
        for match in pattern.regex.finditer(page.folded.norm):
            yield Hit(page, pattern, match)


def trimmed(page: Page, span: Span) -> Phrase | None:
    """The words of a span without the signs and blanks at its edges; None where nothing is left."""
    words = span.of(page.text)
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    end = span.end - (len(words) - len(words.rstrip(_EDGES)))
    return page.phrase(Span(start, end)) if start < end else None


def named_in(rows: tuple[Named, ...], span: Span) -> list[Phrase]:
    """Names of the groups or places mentioned inside a span, in the order of the text, each once."""
    hits = sorted((m.start, i) for i, row in enumerate(rows) for m in row.mentions if m in span)
    return [rows[i].name for i in dict.fromkeys(i for _, i in hits)]


def people_in(found: Reading, span: Span) -> list[Person]:
    """Persons mentioned inside a span, in the order of the text, each once."""
    hits = sorted((m.start, i) for i, row in enumerate(found.persons) for m in row.mentions if m in span)
    return [found.persons[i] for i in dict.fromkeys(i for _, i in hits)]


def listed(page: Page, found: Reading, phrase: Phrase) -> tuple[Phrase, ...]:
    """The members of a list "أ وب وج": the group that each names, or its own words."""
    at, out = phrase.span.start, []
    for piece in re.split(r"(\s+و(?=\S)|،\s*و?)", phrase.text):
        if piece.strip(" ،و\n"):
            span = Span(at, at + len(piece))
            groups = named_in(found.groups, span)
            out.extend(groups[:1] or [p for p in [trimmed(page, span)] if p])
        at += len(piece)
    return tuple(out)
