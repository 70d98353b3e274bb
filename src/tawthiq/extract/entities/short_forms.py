"""Family names and noms de guerre that stand alone further on: البردان for محمود البردان."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.extract.entities.figures import Figure, put
from tawthiq.extract.entities.lexicon import definite, is_ordinary, nationalities
from tawthiq.extract.entities.names import Element, Part, word_part
from tawthiq.extract.entities.roles import title_at
from tawthiq.extract.entities.scene import Hit, Scene


def find_short_forms(scene: Scene, figures: Sequence[Figure], taken: set[int]) -> None:
    """Family names and noms de guerre that stand alone further on in the text."""
    for form, figure in _short_forms(scene, figures):
        start = min(m.hit.last for m in figure.mentions)
        for hit in _standing(scene, form, taken):
            if hit.first >= start or form in figure.forms:
                put(scene, figure, hit, taken)


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
        return titled or (not definite(before) and word_part(before) is None and not before.endswith(("ات", "ه")))
    after = scene.norm(hit.last)
    follows = scene.word(hit.last) and word_part(after) in (Part.GIVEN, Part.FAMILY)
    behind = word_part(before) in (Part.GIVEN, Part.EITHER) and scene.word(hit.first - 1) and not hit.stem.prefix
    return not follows and not behind
