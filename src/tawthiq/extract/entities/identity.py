"""Mentions of one person brought together: full name, short name, kunya, nom de guerre."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tawthiq.extract.entities.lexicon import definite, is_ordinary, nationalities, words
from tawthiq.extract.entities.mentions import Mention
from tawthiq.extract.entities.names import Element, Part, word_part
from tawthiq.extract.entities.roles import title_at
from tawthiq.extract.entities.scene import Hit, Scene

_REACH_TO_ALIAS = 9
_MAX_ALIAS = 4


@dataclass(slots=True)
class Figure:
    """A person under construction; `forms`: each folded form → where it stands."""

    mentions: list[Mention] = field(default_factory=list)
    forms: dict[str, list[Hit]] = field(default_factory=dict)
    tail: int = 0

    def add(self, form: str, hit: Hit) -> None:
        self.forms.setdefault(form, []).append(hit)


def form_of(scene: Scene, hit: Hit) -> str:
    return " ".join([hit.stem.norm, *scene.norms[hit.first + 1 : hit.last]])


def bring_together(scene: Scene, mentions: Sequence[Mention], closed: set[int]) -> list[Figure]:
    """One figure per person, in order of first mention."""
    figures: list[Figure] = []
    taken = closed | {at for m in mentions for at in range(m.hit.first, m.hit.last)}
    for mention in _outside_aliases(scene, mentions, closed):
        form = form_of(scene, mention.hit)
        figure = _same(figures, form, mention) or _renamed(scene, figures, mention) or _new(figures)
        figure.mentions.append(mention)
        figure.add(form, mention.hit)
        figure.tail = mention.hit.last
    _find_aliases(scene, figures, set(closed))
    figures = _join_by_alias(figures)
    _find_short_forms(scene, figures, taken)
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
            _put(scene, figures[index], hit, taken)
    for at in range(len(scene.tokens)):
        if scene.word(at) and scene.norms[at] in words("alias"):
            hit = alias_at(scene, at, taken)
            before = [i for end, i in ends if end <= at]
            if hit and before:
                _put(scene, figures[_nearest(figures, at)], hit, taken)


def _nearest(figures: Sequence[Figure], at: int) -> int:
    """The figure mentioned last before the token."""
    def last(figure: Figure) -> int:
        return max((hit.last for hits in figure.forms.values() for hit in hits if hit.last <= at), default=-1)

    return max(range(len(figures)), key=lambda i: last(figures[i]))


def _put(scene: Scene, figure: Figure, hit: Hit, taken: set[int]) -> None:
    figure.add(form_of(scene, hit), hit)
    taken.update(range(hit.first, hit.last))


def alias_at(scene: Scene, end: int, taken: set[int]) -> Hit | None:
    """The other name that follows here: in quotation marks or brackets at once, or behind "known as"."""
    begin = end + 1 if scene.norm(end) in ("،", "-", "(") else end
    if begin + 1 in scene.quoted and _free(begin + 1, scene.quoted[begin + 1], taken) and begin == end:
        return _whole(scene, begin + 1, scene.quoted[begin + 1])
    if scene.norm(end) == "(" and scene.norm(end + 1) == "ابو":
        return _plain(scene, end + 1, taken)
    if scene.norm(begin) not in words("alias"):
        return None
    for at in range(begin + 1, begin + _REACH_TO_ALIAS):
        if at in scene.quoted:
            return _whole(scene, at, scene.quoted[at]) if _free(at, scene.quoted[at], taken) else None
        if scene.norm(at) in (".", "\n", "،"):
            return None
        plain = _plain(scene, at, taken) if _links(scene, at - 1) or scene.norm(at).startswith("ب") else None
        if plain:
            return plain
    return None


def _links(scene: Scene, at: int) -> bool:
    return scene.norm(at) in ("ب", "باسم", "بلقب", "بكنيه")


def _free(first: int, last: int, taken: set[int]) -> bool:
    return taken.isdisjoint(range(first, last)) and last - first <= _MAX_ALIAS


def _whole(scene: Scene, first: int, last: int) -> Hit | None:
    stems = scene.stems(first)
    if title_at(scene, first) and scene.norms[first] != "ابو":
        return None
    return Hit(first, last, stems[0]) if stems else None


def _plain(scene: Scene, at: int, taken: set[int]) -> Hit | None:
    """A kunya without quotation marks, or one unknown word."""
    for stem in scene.stems(at):
        if stem.prefix not in ("", "ب") or at in taken:
            continue
        if stem.norm in ("ابو", "ابي", "ابا") and scene.word(at + 1):
            return Hit(at, at + 2, stem)
        if (stem.prefix == "ب" or _links(scene, at - 1)) and word_part(stem.norm) is Part.UNKNOWN:
            return Hit(at, at + 1, stem)
    return None


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


def _find_short_forms(scene: Scene, figures: Sequence[Figure], taken: set[int]) -> None:
    """Family names and noms de guerre that stand alone further on in the text."""
    for form, figure in _short_forms(scene, figures):
        start = min(m.hit.last for m in figure.mentions)
        for hit in _standing(scene, form, taken):
            if hit.first >= start or form in figure.forms:
                _put(scene, figure, hit, taken)


def _short_forms(scene: Scene, figures: Sequence[Figure]) -> Iterator[tuple[str, Figure]]:
    owners: dict[str, Figure] = {}
    weight = {id(f): sum(len(h) for h in f.forms.values()) for f in figures}
    for figure in figures:
        for form in _shortened(scene, figure):
            held = owners.get(form)
            if held is None or weight[id(figure)] > weight[id(held)]:
                owners[form] = figure
    yield from owners.items()


def _shortened(scene: Scene, figure: Figure) -> Iterator[str]:
    for form in figure.forms:
        if " " not in form or form.startswith("ابو "):
            yield form
    for mention in figure.mentions:
        if len(mention.elements) > 1:
            last = mention.elements[-1]
            if _tells(last, len(mention.elements)):
                yield " ".join(scene.norms[last.first : last.last])


def _tells(last: Element, parts: int) -> bool:
    """A family name that can stand for its bearer; a given name is one only at the end of a long name."""
    return last.part is not Part.NASAB and (last.part is not Part.GIVEN or parts > 2)


def _standing(scene: Scene, form: str, taken: set[int]) -> Iterator[Hit]:
    names = form.split()
    for at in range(len(scene.tokens) - len(names) + 1):
        if at in taken or not scene.word(at) or scene.norms[at + 1 : at + len(names)] != names[1:]:
            continue
        stem = next((s for s in scene.stems(at) if s.norm == names[0]), None)
        hit = Hit(at, at + len(names), stem) if stem else None
        if hit and _refers(scene, hit, form):
            yield hit


def _refers(scene: Scene, hit: Hit, form: str) -> bool:
    """Not an adjective behind its noun, nor a name that goes on as another person's."""
    before = scene.norm(hit.first - 1)
    if scene.quoted.get(hit.first) == hit.last:
        return True
    if (form in nationalities() or is_ordinary(form)) and not hit.stem.prefix:
        titled = title_at(scene, hit.first - 1) is not None
        return titled or not definite(before) and word_part(before) is None and not before.endswith(("ات", "ه"))
    after = scene.norm(hit.last)
    follows = scene.word(hit.last) and word_part(after) in (Part.GIVEN, Part.FAMILY)
    behind = word_part(before) in (Part.GIVEN, Part.EITHER) and scene.word(hit.first - 1) and not hit.stem.prefix
    return not follows and not behind
