"""The words of a sentence that tell of an incident, those left out that are planned, feared, denied or too vague."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.extract.incidents.forms import Hit
from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import Entry, Part, blocks, harmed, means, triggers, words
from tawthiq.model import Fate, IncidentType
from tawthiq.text.sentences import Sentence

_REACH, _WITNESS = 5, 8
_GOVERNING = {"الي", "علي", "من", "ان"}
_FAR, _PURPOSE, _FIGURE = 10, 18, 5

_TAKEN = {IncidentType.ARREST, IncidentType.SEIZURE}

Trigger = Hit[Entry]


def find_triggers(ground: Ground, sentence: Sentence) -> tuple[Trigger, ...]:
    """The words of incidents that count, in order."""
    hits = [hit for hit in triggers().find(ground.tokens, sentence.first, sentence.last) if _stands(ground, hit)]
    hits = [_generalized(ground, hits, order) for order in range(len(hits)) if not _is_seized(hits, order)]
    hits = [hit for hit in hits if not _is_only_a_raid(ground, hits, hit)]
    sure = [hit for hit in hits if not hit.value.needs and hit.value.part is not Part.REF]
    return tuple(hit for hit in hits if _is_backed(ground, sentence, hit, sure) or _has_cause(ground, hit, hits))


def _has_cause(ground: Ground, hit: Trigger, hits: Sequence[Trigger]) -> bool:
    needs = hit.value.needs == "cause" or (hit.value.needs == "victim" and ground.is_word(hit.first, "ends"))
    return needs and any(other.value.is_cause for other in hits if other is not hit)


def _is_only_a_raid(ground: Ground, hits: Sequence[Trigger], hit: Trigger) -> bool:
    """ "داهمت مزرعة وصادرت …", "داهمت منزله واعتقلته": the raid itself is no attack."""
    if not ground.is_word(hit.first, "raid"):
        return False
    taken = any(t.value.type in _TAKEN for t in hits if t.first > hit.first)
    return taken and not any(t.value.fate is Fate.KILLED for t in hits)


def _is_seized(hits: Sequence[Trigger], order: int) -> bool:
    """ "صادرت ثمانية صواريخ": weapons that are carried off strike nobody."""
    hit = hits[order]
    taken = (t.at[-1] for t in hits[:order] if t.value.type is IncidentType.SEIZURE and t.value.needs == "arms")
    return hit.value.weapon is not None and hit.value.part is Part.NOUN and hit.first - max(taken, default=-_FAR) < _FAR


def _stands(ground: Ground, hit: Trigger) -> bool:
    """Not inside a name, not denied or only intended in the words before it."""
    if hit.first in ground.dated:
        return False
    start = _clause_start(ground, hit.first, _REACH)
    if hit.first in ground.covered or hit.value.part is Part.REF:
        return hit.first not in ground.covered
    if ground.holds("unclaimed", max(0, hit.first - _FAR), hit.first):
        return hit.value.is_cause
    last = hit.first - (ground.tokens[hit.first - 1].norm in words("already"))
    if _is_negated(ground, start, last) or blocks("near").holds(ground.tokens, start, hit.first):
        return False
    if blocks("head").holds(ground.tokens, max(0, hit.first - 1), hit.first) and not _has_pronoun(ground, hit):
        return False
    if any(apart(ground, hit.first) for apart in (_is_denied, _is_habit, _is_figure, _is_adjective)):
        return False
    if ground.is_word(hit.first, "rules") and hit.last < len(ground.tokens) and ground.is_word(hit.last, "ruling"):
        return False
    if hit.value.type is IncidentType.ARREST and ground.is_word(hit.first - 1, "during"):
        return False
    governed = hit.prefix.endswith(("ب", "ل")) or ground.tokens[hit.first - 1].norm in _GOVERNING
    if governed and blocks("far").holds(ground.tokens, _clause_start(ground, hit.first, _FAR), hit.first):
        return False
    return not _is_purpose(ground, hit)


def _is_negated(ground: Ground, first: int, last: int) -> bool:
    """A negation, save that of "ما لا يقل عن"."""
    hits = blocks("left").find(ground.tokens, first, last)
    return any(ground.tokens[hit.first + 1].norm not in words("at_least") for hit in hits)


def _is_denied(ground: Ground, at: int) -> bool:
    """ "نفى المتحدث شن أي غارة": a word of denial opens the clause, without أن."""
    start = _clause_start(ground, at, _PURPOSE)
    return blocks("denied").holds(ground.tokens, start, at) and not any(
        ground.tokens[i].norm in {"ان", "انه", "انها", "عن"} for i in range(start, at)
    )


def _is_habit(ground: Ground, at: int) -> bool:
    return at > 0 and ground.is_word(at - 1, "habit")


def _is_adjective(ground: Ground, at: int) -> bool:
    """ "القوات المهاجمة": the word goes on with a name."""
    return ground.is_word(at, "loyal") and ground.tokens[at - 1].norm.startswith("ال")


def _is_figure(ground: Ground, at: int) -> bool:
    """ "ضربة شمس": with what follows, the word is another one."""
    return blocks("figure").at(ground.tokens, at, min(at + _FIGURE, len(ground.tokens))) is not None


def _has_pronoun(ground: Ground, hit: Trigger) -> bool:
    """ "عصابة خطفته" tells of an incident, "عصابة خطف" does not."""
    return ground.tokens[hit.first].text.endswith(("ه", "ها", "هم", "هما"))


def _generalized(ground: Ground, hits: Sequence[Trigger], order: int) -> Trigger:
    """ "عمليات الاغتيال والخطف": as general as the plural before them."""
    hit = hits[order]
    before = hits[order - 1] if order else None
    counted = before.last if before and before.value.part is Part.COUNT else 0
    headed = blocks("general").holds(ground.tokens, max(counted, hit.first - 2), hit.first)
    joined = before is not None and before.last == hit.first and hit.prefix == "و" and hit.definite
    if not hit.value.is_cause or not (
        headed or (joined and _generalized(ground, hits, order - 1).value.part is Part.MASS)
    ):
        return hit
    return replace(hit, value=replace(hit.value, part=Part.MASS))


def _clause_start(ground: Ground, at: int, reach: int) -> int:
    start = at
    while start > max(0, at - reach) and ground.tokens[start - 1].is_word:
        start -= 1
        if ground.tokens[start].norm in words("clause"):
            break
    return start


def _is_purpose(ground: Ground, hit: Trigger) -> bool:
    """ "لاعتقال فلسطيني": an aim, unless something led to it ("ما أدى لمقتل", "تعرضت لقصف")."""
    if not hit.prefix.endswith("ل"):
        return False
    start = max(0, hit.first - _PURPOSE)
    return not ground.holds("led", start, hit.first)


def _is_backed(ground: Ground, sentence: Sentence, hit: Trigger, sure: Sequence[Trigger]) -> bool:
    match hit.value.needs:
        case "cause":
            return any(s.value.is_cause for s in sure)
        case "armed" if hit.value.type is IncidentType.ARMED_CLASH and _is_aside(ground, sentence, hit):
            return False
        case "armed":
            return any(s is not hit for s in sure) or _is_armed(ground, sentence)
        case "victim":
            return _has_victim(ground, hit, sentence) or any(s.value.is_cause for s in sure)
        case "people":
            return _has_people(ground, hit.at[-1] + 1, min(hit.at[-1] + 1 + _WITNESS, sentence.last))
        case "place":
            return any(True for _ in ground.inside(ground.places, hit.last, min(hit.last + 6, sentence.last)))
        case "arms":
            behind = hit.last, min(hit.last + _WITNESS, sentence.last)
            return means().holds(ground.tokens, *behind) or ground.holds("contraband", *behind)
        case "where":
            rows = (ground.places, ground.days)
            return any(True for row in rows for _ in ground.inside(row, sentence.first, sentence.last))
        case _:
            return True


def _has_people(ground: Ground, first: int, last: int) -> bool:
    """A number of people: by their noun, or by "22 من رجالها"."""
    for at in ground.inside(ground.counts, first, last):
        noun, stop = ground.counts[at].noun, ground.page.token_range(ground.counts[at].core).stop
        of = stop + 1 < len(ground.tokens) and ground.tokens[stop].norm == "من"
        if (noun and ground.is_folk(noun)) or (of and ground.is_folk(ground.tokens[stop + 1].span)):
            return True
    return any(True for _ in ground.inside(ground.persons, first, min(first + _REACH, last)))


def _is_aside(ground: Ground, sentence: Sentence, hit: Trigger) -> bool:
    """ "قُتل برصاص الجيش أثناء مواجهات": the clashes are only where the shot fell."""
    scuffle = ground.tokens[hit.first - 1].norm == "في" and ground.is_word(hit.first, "scuffle")
    return (scuffle or ground.is_word(hit.first - 1, "during")) and ground.holds("shot", sentence.first, hit.first)


def _is_armed(ground: Ground, sentence: Sentence) -> bool:
    first, last = sentence.first, sentence.last
    return ground.holds("armed", first, last) or means().holds(ground.tokens, first, last)


def _has_victim(ground: Ground, hit: Trigger, sentence: Sentence) -> bool:
    first, last = max(sentence.first, hit.first - 4), min(sentence.last, hit.last + _WITNESS)
    near = any(True for rows in (ground.persons, ground.counts) for _ in ground.inside(rows, first, last))
    return near or harmed().holds(ground.tokens, first, last)
