"""Sentences from the office's templates, in which every figure stays a link to what is behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tawthiq.model.codes import label
from tawthiq.publish.report.content import Content, Quantity
from tawthiq.publish.report.document import Figure, Inline, Line, Paragraph, Text
from tawthiq.publish.report.templates import Templates
from tawthiq.publish.report.wording import Wording
from tawthiq.text.number_forms import Case

# Private-use characters around a figure's id and its words carry it through the template.
_OPEN, _MIDDLE, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARKED = re.compile(f"{_OPEN}([^{_MIDDLE}]*){_MIDDLE}([^{_CLOSE}]*){_CLOSE}")
_BLANK = re.compile(r"\n\s*\n")
_GROUP = "killed:"


class _Figures(dict[str, Quantity]):
    """A figure that there is none of is None, so that a template may ask for it."""

    def __missing__(self, key: str) -> None:
        return None


def figure_anchor(id_: str) -> str:
    return f"f-{id_}"


@dataclass(frozen=True, slots=True)
class Sentences:
    templates: Templates
    wording: Wording

    def summary(self, content: Content) -> list[Paragraph]:
        """The paragraphs of summary.LANGUAGE.txt, and the notes."""
        told = [self.paragraph(note.say(self.wording.language)) for note in content.notes]
        return [*self._paragraphs("summary", self._context(content)), *(note for note in told if note.line)]

    def methodology(self, content: Content) -> list[Paragraph]:
        return list(self._paragraphs("methodology", self._context(content)))

    def _paragraphs(self, name: str, context: Mapping[str, object]) -> Iterator[Paragraph]:
        file = f"{name}.{self.wording.language}.txt"
        rendered = self.templates.render(self.templates.environment(), file, **context)
        for text in _BLANK.split(rendered):
            if text.strip():
                yield self.paragraph(" ".join(text.split()))

    @staticmethod
    def paragraph(text: str) -> Paragraph:
        """Words with marked figures in them as a line."""
        return Paragraph(_line(text))

    def _context(self, content: Content) -> dict[str, object]:
        language, since = self.wording.language, content.since or {}
        held = {**content.headline, **since}
        shares = [(key.removeprefix(_GROUP), held[key]) for key in held if key.startswith(_GROUP)]
        return {
            "office": content.office.say(language),
            "area": content.area.say(language),
            "period": self.wording.date(content.period),
            "interval": content.period.is_interval,
            "since_period": self.wording.date(content.since_period) if content.since_period else "",
            "now": _Figures(content.headline),
            "since": _Figures(since),
            "shares": [(group, figure) for group, figure in shares if figure.share],
            "noun": content.noun,
            "edition": content.edition,
            **self._functions(),
        }

    def _functions(self) -> dict[str, Callable[..., str]]:
        wording = self.wording

        def count(figure: Quantity, noun: str, case: str = Case.NOMINATIVE, words: bool = False) -> str:
            return _marked(figure.id, wording.count(figure, noun, Case(case), words))

        def share(figure: Quantity) -> str:
            return _marked(figure.id, wording.share(figure))

        def base(figure: Quantity) -> str:
            return wording.base(figure)

        def plain(n: int, noun: str, case: str = Case.NOMINATIVE) -> str:
            return wording.plain(n, noun, Case(case))

        def say(name: str, code: str) -> str:
            return label(name, code, wording.language)

        return {"count": count, "share": share, "base": base, "plain": plain, "label": say}


def _marked(id_: str, words: str) -> str:
    return f"{_OPEN}{id_}{_MIDDLE}{words}{_CLOSE}"


def _line(text: str) -> Line:
    parts: list[Inline] = []
    at = 0
    for found in _MARKED.finditer(text):
        if found.start() > at:
            parts.append(Text(text[at : found.start()]))
        parts.append(Figure(found[2], found[1], figure_anchor(found[1])))
        at = found.end()
    return (*parts, Text(text[at:])) if text[at:] else tuple(parts)
