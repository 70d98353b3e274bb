"""A person under construction."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawthiq.extract.entities.mentions import Mention
from tawthiq.extract.entities.scene import Hit, Scene


@dataclass(slots=True)
class Figure:
    """A person under construction; `forms`: each folded form → where it stands."""

    mentions: list[Mention] = field(default_factory=list)
    forms: dict[str, list[Hit]] = field(default_factory=dict)

    def add(self, form: str, hit: Hit) -> None:
        self.forms.setdefault(form, []).append(hit)


def form_of(scene: Scene, hit: Hit) -> str:
    return " ".join([hit.stem.norm, *scene.norms[hit.first + 1 : hit.last]])


def put(scene: Scene, figure: Figure, hit: Hit, taken: set[int]) -> None:
    """Adds another name of the person, and closes its tokens to others."""
    figure.add(form_of(scene, hit), hit)
    taken.update(range(hit.first, hit.last))
