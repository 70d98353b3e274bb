"""The groups of a person: those in the roles, those that a role means by "the brigade", those that the person leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawthiq.extract.entities.lexicon import bare, definite, group_heads, words
from tawthiq.extract.entities.mentions import Mention
from tawthiq.extract.entities.roles import Marks, Role, role_behind
from tawthiq.extract.entities.scene import Scene
from tawthiq.extract.facts import Named

_REACH, _CLAUSE = 5, 12


@dataclass(frozen=True, slots=True)
class GroupMention:
    first: int
    last: int
    group: Named


def group_mentions(scene: Scene, groups: Sequence[Named]) -> list[GroupMention]:
    """All places of all groups as token ranges, in order."""
    ranges = [(scene.page.token_range(span), group) for group in groups for span in group.mentions]
    return sorted((GroupMention(r.start, r.stop, g) for r, g in ranges), key=lambda m: m.first)


def groups_of(scene: Scene, mention: Mention, held: Sequence[GroupMention]) -> list[Named]:
    """The groups that the words around one mention make the person's own."""
    found: list[Named] = []
    for role in (mention.ahead, mention.role, mention.behind):
        if role and not _is_outside(scene, role):
            named = [m.group for m in held if m.first < role.hit.last and role.hit.first < m.last]
            found += named or list(_meant(scene, role, held))
    found += _led(scene, mention, held)
    found += _among(scene, mention, held)
    return list(dict.fromkeys(found))


def _is_outside(scene: Scene, role: Role) -> bool:
    """Close to a group, or held by it, and not of it."""
    inside = set(scene.norms[role.hit.first : role.hit.last])
    return not inside.isdisjoint(words("close_to")) or bare(role.hit.stem.norm) in words("held_by")


def _meant(scene: Scene, role: Role, held: Sequence[GroupMention]) -> Iterator[Named]:
    """قائد اللواء, عضو اللجنة: the last group before that began with this head; مصورها: the last group before."""
    first = scene.norms[role.hit.first]
    if role.owned and first.endswith("ها"):
        yield from (m.group for m in _last(held, role.hit.first))
        return
    for at in range(role.hit.first + 1, role.hit.last):
        for stem in scene.stems(at):
            head = bare(stem.norm)
            if definite(stem.norm) and head in group_heads():
                alike = [m for m in held if bare(scene.norms[m.first].removeprefix("و")) == head]
                if head in words("any_group") and not alike:
                    alike = [m for m in held if m.group.kind == "armed_group"]
                yield from (m.group for m in _last(alike, role.hit.first))


def _last(held: Sequence[GroupMention], at: int) -> list[GroupMention]:
    return [m for m in held if m.last <= at][-1:]


def groups_behind(
    scene: Scene, last: int, marks: Marks, held: Sequence[GroupMention], leading: frozenset[int]
) -> list[Named]:
    """Behind any name of the person: what he is, and whom he works for (الذي عمل لصالح …), in the same sentence.

    `leading`: where roles begin that lead to another name.
    """
    role = role_behind(scene, _past_age(scene, last), marks)
    found: list[Named] = []
    if role and role.hit.first not in leading and not _is_outside(scene, role):
        found += [m.group for m in held if m.first < role.hit.last and role.hit.first < m.last]
    if scene.norm(last) == "،" and scene.norm(last + 1) in ("الذي", "التي"):
        found += _served(scene, last + 2, held)
    return found


def _past_age(scene: Scene, at: int) -> int:
    """The comma behind an age: ، البالغ من العمر 47 عاماً،"""
    if scene.norm(at) == "،" and scene.norm(at + 1) in ("البالغ", "البالغه"):
        return next((end for end in range(at + 2, at + 10) if scene.norm(end) == "،"), at)
    return at


def _served(scene: Scene, at: int, held: Sequence[GroupMention]) -> Iterator[Named]:
    for end in range(at, min(at + _CLAUSE, len(scene.tokens))):
        if scene.norm(end) in (".", "\n", "،"):
            return
        if scene.norm(end) in words("belongs"):
            yield from (m.group for m in held if 0 < m.first - end < 4)


def _among(scene: Scene, mention: Mention, held: Sequence[GroupMention]) -> Iterator[Named]:
    """ثلاثة من عناصر اللواء، هم …: those named behind are of the group just spoken of."""
    first = mention.role.hit.first if mention.role else mention.hit.first
    at = scene.before(first)
    while at > 0 and not scene.word(at):
        at -= 1
    if scene.norm(mention.hit.first - 1) in words("alias_link"):
        at = next((back for back in range(at, at - _REACH, -1) if scene.norm(back) in words("among")), at)
    if scene.norm(at) not in words("among"):
        return
    named = [m for m in _last(held, at) if at - m.last < _REACH]
    if named:
        yield from (m.group for m in named)
        return
    for back in range(at - 1, max(at - _REACH, 0), -1):
        head = bare(scene.norms[back])
        if definite(scene.norms[back]) and head in group_heads():
            alike = [m for m in held if bare(scene.norms[m.first].removeprefix("و")) == head]
            yield from (m.group for m in _last(alike, back))


def _right_behind(scene: Scene, behind: int, first: int) -> bool:
    """Nothing but quotation marks and a head between: من | مركز «عدالة حوران»."""
    before = scene.before(first)
    return before == behind - 1 or (before == behind and bare(scene.norms[behind]) in group_heads())


def _sent(scene: Scene, lead: int, held: Sequence[GroupMention]) -> Iterator[Named]:
    """منفذ الهجوم يدعى …: the bomber is of the armed group last spoken of."""
    told = [stem.norm for at in range(max(lead - _REACH, 0), lead) for stem in scene.stems(at)]
    if scene.norm(lead - 1) in words("called") and not words("bomber").isdisjoint(told):
        yield from (m.group for m in _last([m for m in held if m.group.kind == "armed_group"], lead))


def joined(scene: Scene, mentions: Sequence[Mention], held: Sequence[GroupMention]) -> Iterator[tuple[Mention, Named]]:
    """Those of whom a verb tells that they joined, led or left a group, or fought for it."""
    for at in range(len(scene.tokens)):
        if not any(stem.norm in words("joins") for stem in scene.stems(at)):
            continue
        subject = _subject(scene, mentions, at)
        if subject:
            yield from (
                (subject, m.group) for m in held if 0 < m.first - at <= _REACH and _same_clause(scene, at, m.first)
            )


def _subject(scene: Scene, mentions: Sequence[Mention], at: int) -> Mention | None:
    """The person right behind the verb, or else the first of the sentence, if named before it."""
    near = next((m for m in mentions if 0 < m.hit.first - at < _REACH and _same_clause(scene, at, m.hit.first)), None)
    if near:
        return near
    sentence = next((s for s in scene.page.sentences if s.first <= at < s.last), None)
    before = [m for m in mentions if m.hit.last <= at]
    if sentence is None or not before:
        return None
    held = [m for m in before if m.hit.first >= sentence.first]
    return held[0] if held else None


def _same_clause(scene: Scene, at: int, end: int) -> bool:
    return not any(scene.norms[i] in (".", "\n", "،", ":", "؛") for i in range(at, end))


def _led(scene: Scene, mention: Mention, held: Sequence[GroupMention]) -> Iterator[Named]:
    """فرع الأمن العسكري الذي كان يرأسه لؤي العلي; مجموعة محسن الهيمد."""
    at = mention.hit.first
    lead = mention.role.hit.first if mention.role else at
    yield from (m.group for m in held if m.first < at and mention.hit.last <= m.last)
    for m in _last(held, lead):
        if lead - m.last < 3 and scene.norm(scene.before(m.first)) in ("عن", "وعن"):
            yield m.group
    tail = mention.hit.last + (scene.norm(mention.hit.last) == "،")
    if scene.norm(tail) in ("من", "في", "عن"):
        behind = tail + 1
        yield from (m.group for m in held if m.first == behind or _right_behind(scene, behind, m.first))
    yield from _sent(scene, at, held)
    if scene.norm(scene.before(at)) in words("leads"):
        yield from (m.group for m in _last(held, at) if at - m.last < _REACH)
