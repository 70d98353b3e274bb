"""Mentions of one person brought together: full name, short name, kunya, nom de guerre."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.extract.entities.aliases import alias_at
from tawthiq.extract.entities.figures import Figure, form_of, put
from tawthiq.extract.entities.lexicon import words
from tawthiq.extract.entities.mentions import Mention
from tawthiq.extract.entities.names import Part
from tawthiq.extract.entities.scene import Scene
from tawthiq.extract.entities.short_forms import find_short_forms


def bring_together(scene: Scene, mentions: Sequence[Mention], closed: set[int]) -> list[Figure]:
    """One figure per person, in order of first mention."""
    figures: list[Figure] = []
    taken = closed | {at for m in mentions for at in range(m.hit.first, m.hit.last)}
    for mention in _outside_aliases(scene, mentions, closed):
        form = form_of(scene, mention.hit)
        figure = _same(figures, form, mention) or _renamed(scene, figures, mention) or _new(figures)
        figure.mentions.append(mention)
        figure.add(form, mention.hit)
    _find_aliases(scene, figures, set(closed))
    figures = _join_by_alias(figures)
    find_short_forms(scene, figures, taken)
    return figures


def _outside_aliases(scene: Scene, mentions: Sequence[Mention], closed: set[int]) -> list[Mention]:
    """Mentions that are not the other name of the one before."""
    other = {at for m in mentions if (hit := alias_at(scene, m.hit.last, closed)) for at in range(hit.first, hit.last)}
    return [m for m in mentions if m.hit.first not in other]


def _renamed(scene: Scene, figures: Sequence[Figure], mention: Mention) -> Figure | None:
    """The person just named, where "his full name is" leads to this one."""
    at = mention.hit.first - 1
    if scene.norm(at) in words("true_name") and scene.norm(at - 1) in words("called") and figures:
        return figures[-1]
    return None


def _new(figures: list[Figure]) -> Figure:
    figures.append(Figure())
    return figures[-1]


def _same(figures: Sequence[Figure], form: str, mention: Mention) -> Figure | None:
    held = [f for f in figures if form in f.forms or any(is_short_of(form, other) for other in f.forms)]
    if mention.elements[0].part is Part.KUNYA and not held:
        held = [f for f in figures if any(other.endswith(f" {form}") for other in f.forms)]
    if len(mention.elements) == 1 and mention.elements[0].part is not Part.KUNYA and form.count(" ") < 1:
        held = [f for f in figures if form in f.forms or any(form in _names(other) for other in f.forms)]
    return held[-1] if held else None


def _names(form: str) -> tuple[str, ...]:
    """First and last name of a form."""
    parts = form.split()
    return (parts[0], parts[-1]) if len(parts) > 1 else ()


def is_short_of(one: str, other: str) -> bool:
    """Whether the shorter form leaves names out of the middle of the longer, or off its end."""
    short, long = sorted((one.split(), other.split()), key=len)
    if len(short) < 2 or short[0] != long[0]:
        return False
    rest = iter(long)
    in_order = all(any(word == name for name in rest) for word in short)
    return in_order and (short[-1] == long[-1] or short == long[: len(short)])


def _find_aliases(scene: Scene, figures: Sequence[Figure], taken: set[int]) -> None:
    ends = sorted((hit.last, i) for i, f in enumerate(figures) for hits in f.forms.values() for hit in hits)
    for end, index in ends:
        hit = alias_at(scene, end, taken)
        if hit:
            put(scene, figures[index], hit, taken)
    for at in range(len(scene.tokens)):
        if scene.word(at) and scene.norms[at] in words("alias"):
            hit = alias_at(scene, at, taken)
            before = [i for end, i in ends if end <= at]
            if hit and before:
                put(scene, figures[_nearest(figures, at)], hit, taken)


def _nearest(figures: Sequence[Figure], at: int) -> int:
    """The figure mentioned last before the token."""

    def last(figure: Figure) -> int:
        return max((hit.last for hits in figure.forms.values() for hit in hits if hit.last <= at), default=-1)

    return max(range(len(figures)), key=lambda i: last(figures[i]))


def _join_by_alias(figures: list[Figure]) -> list[Figure]:
    """Figures that share a form are one (a headline's «أبو مرشد» and the man who is known by it)."""
    kept: list[Figure] = []
    for figure in figures:
        twin = next((k for k in kept if set(k.forms) & set(figure.forms)), None)
        if twin is None:
            kept.append(figure)
            continue
        twin.mentions += figure.mentions
        for form, hits in figure.forms.items():
            for hit in hits:
                if hit not in twin.forms.get(form, []):
                    twin.add(form, hit)
    return kept
