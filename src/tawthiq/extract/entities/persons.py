"""Persons: their names brought together, with roles, groups and fate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tawthiq.extract.entities.fates import Told, fates_of
from tawthiq.extract.entities.figures import Figure
from tawthiq.extract.entities.identity import bring_together
from tawthiq.extract.entities.membership import group_mentions, groups_behind, groups_of, joined
from tawthiq.extract.entities.mentions import Finder, Mention
from tawthiq.extract.entities.places import find_places
from tawthiq.extract.entities.roles import Marks, Role
from tawthiq.extract.entities.scene import Hit, Scene, scene_of
from tawthiq.extract.entities.sequence import odds
from tawthiq.extract.entities.weighing import SURE
from tawthiq.extract.facts import Named, Person, Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.model import Fate
from tawthiq.text.fold import fold_phrase

_NEAR = 10
_GRAVITY = (Fate.KILLED, Fate.ABDUCTED, Fate.DETAINED, Fate.INJURED, Fate.SURVIVED)


def read_persons(page: Page, found: Reading) -> Reading:
    """Adds the persons that the page names outside of the names of groups found before."""
    scene = scene_of(page)
    marks = mark(scene, found.groups)
    mentions = share_roles(Finder(scene, marks, odds(scene)).run())
    closed = {at for first, last in marks.groups.items() for at in range(first, last)}
    figures = bring_together(scene, mentions, closed)
    fates = fates_of(scene, mentions, {m.hit: _tail(m, figures) for m in mentions})
    held = group_mentions(scene, found.groups)
    owned = _shared_groups(mentions, {m.hit: groups_of(scene, m, held) for m in mentions})
    for mention, group in joined(scene, mentions, held):
        owned[mention.hit] = [*owned[mention.hit], group]
    leading = frozenset(m.role.hit.first for m in mentions if m.role)
    behind = {
        id(f): [
            g for hits in f.forms.values() for h in hits for g in groups_behind(scene, h.last, marks, held, leading)
        ]
        for f in figures
    }
    persons = [_person(scene, f, fates, owned, behind[id(f)]) for f in figures]
    return replace(found, persons=tuple(persons))


def _shared_groups(mentions: Sequence[Mention], own: Mapping[Hit, list[Named]]) -> dict[Hit, list[Named]]:
    """Groups of each mention; those listed with "and" and no role of their own share those of the one before."""
    shared = dict(own)
    for before, mention in pairwise(mentions):
        role = mention.role.hit if mention.role else None
        leader = role is None or (role.last - role.first == 1 and role.first == _end(before))
        owned = mention.role is not None and mention.role.owned and mention.role.hit.first - before.hit.last < _NEAR
        if (mention.listed or owned) and not shared[mention.hit] and leader:
            shared[mention.hit] = shared[before.hit]
    return shared


def _end(mention: Mention) -> int:
    return mention.behind.hit.last if mention.behind else mention.hit.last


def share_roles(mentions: Sequence[Mention]) -> list[Mention]:
    """A role in the plural holds for every name of the list that it leads."""
    shared: list[Mention] = []
    for mention in mentions:
        before = shared[-1].role if shared else None
        if mention.listed and mention.role is None and before and before.many:
            mention = replace(mention, role=before)
        shared.append(mention)
    return shared


def mark(scene: Scene, groups: Sequence[Named]) -> Marks:
    """Where groups and places stand, as token ranges."""
    spans = [span for group in groups for span in group.mentions]
    held = [scene.page.token_range(span) for span in spans]
    placed = [hit.hit for hit in find_places(scene, spans)]
    likely = frozenset(at for at, chance in odds(scene).items() if chance.person > SURE)
    return Marks({r.start: r.stop for r in held}, {hit.first: hit.last for hit in placed}, likely)


def _tail(mention: Mention, figures: Sequence[Figure]) -> int:
    """The token behind the name, its aliases in apposition and the role that follows."""
    tail = mention.behind.hit.last if mention.behind else mention.hit.last
    for figure in figures:
        if mention in figure.mentions:
            near = [h.last for hits in figure.forms.values() for h in hits if tail <= h.first <= tail + 5]
            tail = max([tail, *near])
    return tail


def _person(
    scene: Scene, figure: Figure, fates: Mapping[Hit, Told], owned: Mapping[Hit, list[Named]], behind: Sequence[Named]
) -> Person:
    names = sorted(
        figure.forms, key=lambda form: (form.startswith("ابو "), -_length(form), figure.forms[form][0].first)
    )
    chosen = next((form for form in names if any(m.hit in figure.forms[form] for m in figure.mentions)), names[0])
    phrases = {form: scene.phrase(hits[0]) for form, hits in figure.forms.items()}
    roles = _roles(scene, figure)
    told = [fates[m.hit] for m in figure.mentions if m.hit in fates]
    worst = min(told, key=lambda t: _GRAVITY.index(t.fate), default=None)
    spans = sorted({scene.phrase(hit).span for hits in figure.forms.values() for hit in hits})
    return Person(
        name=phrases[chosen],
        aliases=tuple(phrases[form] for form in figure.forms if form != chosen),
        roles=roles,
        groups=tuple(dict.fromkeys(g.name for g in [*(g for m in figure.mentions for g in owned[m.hit]), *behind])),
        fate=worst.fate if worst else Fate.NONE,
        fate_span=worst.span if worst else None,
        mentions=tuple(spans),
    )


def _length(form: str) -> int:
    return len(form.split())


def _roles(scene: Scene, figure: Figure) -> tuple[Phrase, ...]:
    held = [role for m in figure.mentions for role in (m.ahead, m.role, m.behind) if role]
    phrases = {fold_phrase(p.text): p for p in (_phrase(scene, role) for role in held) if p}
    return tuple(phrases.values())


def _phrase(scene: Scene, role: Role) -> Phrase | None:
    first, last = role.hit.first, role.hit.last
    while last > first + 1 and not scene.word(last - 1):
        last -= 1
    return scene.phrase(Hit(first, last, role.hit.stem))
