"""A sentence cut into stretches that tell of one incident each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import Part, phrases
from tawthiq.extract.incidents.triggers import Trigger
from tawthiq.model import EDTF, Fate
from tawthiq.model import IncidentType as T
from tawthiq.text.sentences import Sentence

_TOGETHER = (
    {T.EXPLOSION, T.SUICIDE_ATTACK, T.ASSASSINATION, T.ATTEMPTED_ASSASSINATION},
    {T.SHELLING, T.AIRSTRIKE},
    {T.KILLING, T.ASSASSINATION, T.ATTEMPTED_ASSASSINATION, T.EXECUTION},
    {T.ARMED_CLASH, T.ASSASSINATION, T.ATTEMPTED_ASSASSINATION},
    {T.SEIZURE, T.ARMED_CLASH},
    {T.TORTURE, T.KIDNAPPING},
    {T.TORTURE, T.ARREST},
)
_OWN_REACH, _TELLING = 8, 8
_NIGHT = timedelta(days=1)
_NO_ATTACK = {T.ARREST, T.PROTEST, T.SEIZURE, T.ROBBERY}


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens first..last (exclusive) of one sentence with their words of incident; `behind` marks background."""

    first: int
    last: int
    triggers: tuple[Trigger, ...]
    sentence: Sentence
    behind: bool


def agree(one: Trigger, other: Trigger) -> bool:
    """Whether two words can tell of the same incident."""
    return types_agree(one.value.type, one.value.attack, other.value.type, other.value.attack)


def types_agree(one: T | None, one_attack: bool, other: T | None, other_attack: bool) -> bool:
    if one is None and other is None:
        return True
    if one is None or other is None:
        known, attack = (one, other_attack) if other is None else (other, one_attack)
        return not attack or known not in _NO_ATTACK
    return one is other or any(one in pair and other in pair for pair in _TOGETHER)


def cut(ground: Ground, sentence: Sentence, found: Sequence[Trigger]) -> Iterator[Segment]:
    """The stretches of the sentence, in order; none where no word tells of an incident."""
    parts = _parts(ground, sentence, found)
    edges = [sentence.first, *(_edge(ground, a[-1], b[0]) for a, b in pairwise(parts)), sentence.last]
    for order, part in enumerate(parts):
        first, last = edges[order], edges[order + 1]
        yield Segment(first, last, tuple(part), sentence, _is_behind(ground, first, part[0].first))


def _parts(ground: Ground, sentence: Sentence, found: Sequence[Trigger]) -> list[list[Trigger]]:
    parts: list[list[Trigger]] = []
    for trigger in found:
        if parts and not _starts_another(ground, sentence, parts[-1], trigger):
            parts[-1].append(trigger)
        else:
            parts.append([trigger])
    return parts


def _starts_another(ground: Ground, sentence: Sentence, part: Sequence[Trigger], new: Trigger) -> bool:
    between = (max(t.at[-1] for t in part) + 1, new.first)
    if between[1] <= between[0]:
        return not all(agree(t, new) for t in part)
    if ground.holds("behind", *between) and new.value.part is not Part.REF and _is_own(ground, sentence, part, new):
        return True
    causes = [t for t in part if t.value.is_cause]
    if not causes and new.value.is_cause and not ground.has_sign(*between):
        return False
    if _has_other_day(ground, sentence, part, new):
        return True
    if _is_taken_along(ground, sentence, part, new) or _is_done_to_him(ground, part, new):
        return False
    if new.value.is_cause and not all(agree(t, new) for t in causes):
        return True
    apart = _breaks(ground, *between) or _is_said_apart(ground, *between) or ground.is_word(new.at[-1] + 1, "another")
    return apart and _is_own(ground, sentence, part, new)


def _is_taken_along(ground: Ground, sentence: Sentence, part: Sequence[Trigger], new: Trigger) -> bool:
    """ "داهمت مزرعة وقتلت خمسة وألقت القبض على آخرين": the arrest is one of the raid's results."""
    joined = new.value.type is T.ARREST and new.prefix == "و" and any(t.value.attack for t in part)
    first, last = max(t.at[-1] for t in part) + 1, min(new.last + _OWN_REACH, sentence.last)
    own = any(True for rows in (ground.places, ground.days) for _ in ground.inside(rows, first, last))
    return joined and not own and any(t.value.fate is Fate.KILLED for t in part)


def _has_other_day(ground: Ground, sentence: Sentence, part: Sequence[Trigger], new: Trigger) -> bool:
    """ "قتل فلان في الرابع منه، ونجا آخر في التاسع منه": clauses that each have a day are told of different events."""
    low, last = max(t.at[-1] for t in part) + 1, min(new.at[-1] + _OWN_REACH, sentence.last)
    sign = next((at for at in range(new.first - 1, low - 1, -1) if not ground.tokens[at].is_word), None)
    if new.definite or sign is None or not _opens_clause(ground, sign + 1):
        return False
    first = max(sentence.first, part[0].first - _OWN_REACH)
    before = [ground.days[at].date for at in ground.inside(ground.days, first, sign)]
    behind = [ground.days[at].date for at in ground.inside(ground.days, sign, last)]
    return bool(before and behind) and not any(_may_agree(one, other) for one in before for other in behind)


def _opens_clause(ground: Ground, at: int) -> bool:
    return ground.tokens[at].norm.startswith(("و", "ف")) or ground.is_word(at, "clause")


def _may_agree(one: EDTF, other: EDTF) -> bool:
    """One holds the other, or they are as near as a night's two days."""
    if one.earliest is None or other.earliest is None or one.latest is None or other.latest is None:
        return True
    return one.earliest - _NIGHT <= other.latest and other.earliest - _NIGHT <= one.latest


def _is_done_to_him(ground: Ground, part: Sequence[Trigger], new: Trigger) -> bool:
    """ "أوقفوا سيارته … وأطلقوا عليه الرصاص": the next deed to the one whom they held."""
    held = any(t.value.type in (T.ARREST, T.KIDNAPPING, T.ROBBERY) for t in part)
    behind = new.first + 1 < len(ground.tokens) and ground.is_word(new.first + 1, "on_him")
    return held and behind and new.value.attack


def _breaks(ground: Ground, first: int, last: int) -> bool:
    """ "من جهة أخرى" begins another matter only where a clause begins."""
    hits = phrases("break").find(ground.tokens, first, last)
    return any(ground.tokens[h.first].norm != "من" or not ground.tokens[h.first - 1].is_word for h in hits)


def _is_said_apart(ground: Ground, first: int, last: int) -> bool:
    return any(ground.is_saying(i) for i in range(first, last))


def _is_own(ground: Ground, sentence: Sentence, part: Sequence[Trigger], new: Trigger) -> bool:
    """The new word has a place or a date of its own, or both it and the old are causes."""
    first, last = max(t.at[-1] for t in part) + 1, min(new.last + _OWN_REACH, sentence.last)
    own = any(True for rows in (ground.places, ground.days) for _ in ground.inside(rows, first, last))
    both = new.value.is_cause and any(t.value.is_cause for t in part)
    return own or both


def _edge(ground: Ground, before: Trigger, after: Trigger) -> int:
    """The last sign or connective between the two, else the second word itself."""
    low = max(before.at) + 1
    breaks = phrases("break").find(ground.tokens, low, after.first)
    opening = next((h.first for h in breaks if not ground.tokens[h.first - 1].is_word), None)
    if opening is not None:
        return opening
    for at in range(after.first - 1, low - 1, -1):
        if not ground.tokens[at].is_word or ground.is_word(at, "break") or ground.is_word(at, "behind"):
            return at
    return max(after.first, low)


def _is_behind(ground: Ground, first: int, trigger: int) -> bool:
    """Background, unless only the telling lies back ("وكانت الوكالة قد ذكرت أن …")."""
    for hit in phrases("behind").find(ground.tokens, first, trigger + 1):
        if not any(ground.is_saying(i) for i in range(hit.last, min(hit.last + _TELLING, trigger))):
            return True
    return False
