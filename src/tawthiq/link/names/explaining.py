"""Why two names got their score, in words of data/names/words.toml, a line for each piece of evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tawthiq.errors import UsageError
from tawthiq.link.names.comparing import Aside, Comparison
from tawthiq.link.names.letters import script_of
from tawthiq.link.names.lines import Gap, Pair, crossed
from tawthiq.link.names.parts import Part
from tawthiq.link.names.readings import confusable
from tawthiq.link.names.tables import settings, words

_SPELLING = 0.8
_LANGUAGES = ("ar", "en")


def explain(compared: Comparison, language: str) -> tuple[str, ...]:
    """Lines in "ar" or "en"; UsageError for another language."""
    if language not in _LANGUAGES:
        raise UsageError(f"explanations are written in ar and en, not in {language!r}")
    return tuple(_lines(compared, words(language)))


def _lines(compared: Comparison, say: Mapping[str, str]) -> Iterator[str]:
    side = compared.side
    yield from (_pair(compared, pair, say) for pair in side.pairs)
    for gap in side.gaps:
        yield from _gap(compared, gap, say)
    if crossed(side.gaps):
        yield say["crossed"]
    if not side.pairs:
        yield say["none"]
        yield from _confused(side.left[:1], side.right[:1], say)
    if compared.turned:
        yield say["turned"]
    yield from _asides(compared, say)
    if side.bits is not None and side.bits < settings("name")["enough_bits"]:
        yield say["few_bits"]
    yield say["whole"].format(verdict=say[compared.verdict], share=_share(compared.score))


def _pair(compared: Comparison, pair: Pair, say: Mapping[str, str]) -> str:
    left, right = compared.side.left[pair.i], compared.side.right[pair.j]
    return say["pair"].format(
        role=say[left.role],
        left=left.text,
        right=right.text,
        how=say[_how(left, right, pair.likeness)],
        share=_share(pair.likeness),
    )


def _how(left: Part, right: Part, alike: float) -> str:
    if left.key == right.key:
        return "equal"
    if alike < _SPELLING:
        return "near"
    return "across" if script_of(left.key) is not script_of(right.key) else "spelling"


def _gap(compared: Comparison, gap: Gap, say: Mapping[str, str]) -> Iterator[str]:
    ours, theirs = compared.side.left[slice(*gap.left)], compared.side.right[slice(*gap.right)]
    yield say[gap.finding].format(left=_text(ours), right=_text(theirs))
    yield from _confused(ours, theirs, say)


def _confused(ours: Sequence[Part], theirs: Sequence[Part], say: Mapping[str, str]) -> Iterator[str]:
    for one in ours:
        for other in theirs:
            if confusable(one.key, other.key):
                yield say["confusable"].format(left=one.text, right=other.text)


def _asides(compared: Comparison, say: Mapping[str, str]) -> Iterator[str]:
    left, right = compared.left, compared.right
    for what, found, ours, theirs in (
        ("kunya", compared.kunya, left.kunyas, right.kunyas),
        ("byname", compared.byname, left.bynames, right.bynames),
    ):
        if found is not Aside.SILENT:
            yield say[f"{what}_{found}"].format(left=_text(ours), right=_text(theirs))


def _text(parts: Sequence[Part]) -> str:
    return " ".join(part.text for part in parts)


def _share(value: float) -> str:
    return str(round(100 * value))
