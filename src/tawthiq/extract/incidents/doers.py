"""Who did it: a group or people behind a word of agency, the subject of a verb, who claims it or is accused of it."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import phrases, words
from tawthiq.extract.incidents.naming import Doer, described, doer_at, group_at, is_armed
from tawthiq.extract.incidents.segments import Segment
from tawthiq.extract.incidents.triggers import Trigger
from tawthiq.model import Fate, IncidentType, Span

_REACH, _AND = 4, 1
_SUBJECT, _OF, _BACK, _NEAR, _FAR = 3, 5, 12, 4, 8
_PRONOUNS = ("ته", "تها", "تهم", "تهما")
_OWN = ("يها", "يه", "يهم")
_THEY = ("وا", "وه", "وها", "وهم", "وهما")
_ENDS = {".", "؛", "\n"}
_THAT = {"ان", "بان"}

__all__ = ["Doer", "accused_of", "claim_of", "doer_of"]


def doer_of(ground: Ground, segment: Segment) -> Doer | None:
    """The doer that the segment names, the surest way of naming first."""
    return next(_doers(ground, segment), None)


def _doers(ground: Ground, segment: Segment) -> Iterator[Doer]:
    yield from _agents(ground, segment)
    for hit in phrases("campaign").find(ground.tokens, segment.first, segment.last):
        yield from _country(ground, hit.last, segment.last)
    for hit in phrases("able").find(ground.tokens, segment.first, segment.last):
        behind = range(hit.last, min(hit.last + _FAR, segment.last))
        warded = any(ground.tokens[at].norm.startswith("ال") and ground.is_word(at, "attacker") for at in behind)
        if not warded and hit.last not in ground.persons and (doer := doer_at(ground, hit.last)):
            yield doer
    yield from _announcing(ground, segment)
    for trigger in segment.triggers:
        yield from _subject(ground, segment, trigger)
    for hit in phrases("acts").find(ground.tokens, segment.first, segment.last):
        if not ground.tokens[hit.first].norm.startswith("ال") and not hit.prefix.endswith(("ب", "ل")):
            yield from _before(ground, segment, hit.first)
            yield from _shared(ground, segment, hit.first) if _goes_on(ground, hit.first, hit.prefix) else ()
    for trigger in segment.triggers:
        if ground.tokens[trigger.first].norm.endswith(_THEY) and _goes_on(ground, trigger.first, trigger.prefix):
            yield from _shared(ground, segment, trigger.first)
    if any(ground.is_word(at, "nobody") for at in range(segment.first, segment.last)):
        yield Doer(None)


def _goes_on(ground: Ground, verb: int, prefix: str) -> bool:
    """ "ودخلت … ، حيث احتجزت", "ثم اقتادوه": the clause has the subject of the one before."""
    return prefix in {"و", "ف"} or ground.is_word(verb - 1, "clause")


def _agents(ground: Ground, segment: Segment) -> Iterator[Doer]:
    """ "على يد فلان", "برصاص قناص من الجيش", "نفذته خلية"."""
    for hit in phrases("agent").find(ground.tokens, segment.first, segment.last):
        yield from _from(ground, hit.last, min(hit.last + _REACH, segment.last))


def _announcing(ground: Ground, segment: Segment) -> Iterator[Doer]:
    """ "أعلنت القوات أنها تمكنت من قتل …": who speaks of its own deed."""
    for at in range(segment.first, segment.last - 1):
        if not ground.is_word(at, "that_it") or not any(
            ground.is_word(at + 1, r) for r in ("acts", "able", "responds")
        ):
            continue
        before = [i for i in range(max(segment.sentence.first, at - _BACK), at) if is_armed(ground, i)]
        yield from (Doer(ground.groups[i][0].name) for i in before[:1])


def _from(ground: Ground, first: int, last: int, subject: bool = True) -> Iterator[Doer]:
    """The first who is named from token `first` on, small words passed over, none behind a sign."""
    for at in range(first, last):
        if ground.tokens[at].norm in _ENDS or ground.tokens[at].norm == "،" or ground.is_word(at, "toward"):
            return
        if doer := doer_at(ground, at, subject and at == first) or _people_at(ground, at, first):
            yield doer
            return


def _people_at(ground: Ground, at: int, first: int) -> Doer | None:
    """ "على يد رجل", "أقدم رجال على خطف"."""
    return described(ground, at) if at == first and ground.is_word(at, "people") else None


def _country(ground: Ground, first: int, last: int) -> Iterator[Doer]:
    """ "أطلقت تركيا حملة": a country acts by its own name."""
    if first < last and first in ground.places and ground.places[first][0].kind == "country":
        yield Doer(ground.places[first][0].name)


def _subject(ground: Ground, segment: Segment, trigger: Trigger) -> Iterator[Doer]:
    """ "خطفت جبهة النصرة", "أطلق مسلحان النار", "قصف الحوثيين لمنطقة", "هجوم مباغت للتنظيم"."""
    if (
        any(ground.is_word(trigger.first, role) for role in ("masdar", "suffers"))
        or trigger.value.type is IncidentType.PROTEST
    ):
        return
    if len(trigger.at) > 1 and ground.is_word(trigger.first, "craft") and (craft := doer_at(ground, trigger.first)):
        yield craft
        return
    first = trigger.first + 1
    while first < segment.last and (_is_quote(ground, first) or _is_own(ground, trigger, first)):
        first += 1
    if ground.is_word(trigger.first, "repels"):
        yield from _for(ground, segment, trigger)
    elif trigger.value.is_cause:
        yield from _behind_cause(ground, segment, trigger, first)
    elif trigger.value.fate is Fate.KILLED:
        held = doer_at(ground, first) or _people_at(ground, first, first)
        yield from (doer for doer in (held,) if doer and _has_object(ground, first, doer, strict=True))


def _is_own(ground: Ground, trigger: Trigger, at: int) -> bool:
    """A word of the trigger itself, if it is not the machine that strikes ("قصفت طائرة إسرائيلية")."""
    return at in trigger.at and not ground.is_word(at, "craft")


def _is_quote(ground: Ground, at: int) -> bool:
    return not ground.tokens[at].is_word and ground.tokens[at].norm not in _ENDS


def _behind_cause(ground: Ground, segment: Segment, trigger: Trigger, first: int) -> Iterator[Doer]:
    reach = trigger.at[-1] if len(trigger.at) > 1 and trigger.at[-1] > trigger.first + 1 else first + _SUBJECT
    if doer := _counted(ground, trigger, first):
        yield doer
        return
    for at in range(first, min(reach, segment.last)):
        if at > first and not _passes_over(ground, at - 1):
            break
        if doer := _acting(ground, trigger, at):
            yield doer
            return
    if not ground.is_word(trigger.first, "acts"):
        yield from _for(ground, segment, trigger)
    elif ground.tokens[trigger.first].text.endswith(_PRONOUNS):
        held = (
            doer_at(ground, at) for at in range(first, min(first + _FAR, segment.last)) if not _is_object(ground, at)
        )
        yield from (doer for doer in held if doer)


def _acting(ground: Ground, trigger: Trigger, at: int) -> Doer | None:
    """Whoever stands behind the verb; where it may be passive, only with somebody else to suffer it."""
    active = ground.is_word(trigger.first, "acts")
    if trigger.value.type is IncidentType.SUICIDE_ATTACK and ground.is_word(at, "people"):
        return Doer(ground.page.phrase(ground.span(at, at + 1 + ground.tokens[at + 1].norm.startswith("و"))))
    doer = doer_at(ground, at, active)
    if doer is None and active and ground.is_word(at, "people"):
        some = described(ground, at)
        return some if _has_object(ground, at, some) else None
    adjective = not active and ground.tokens[at].norm in words("armed_one")
    accusative = active and at not in ground.groups and ground.tokens[at].norm.endswith("ين")
    woman = at in ground.persons and ground.tokens[trigger.first].norm.endswith("ت")
    if doer is None or woman or accusative or adjective or _is_object(ground, at):
        return None
    doubted = ground.is_word(at, "mortal") and ground.is_word(trigger.first, "passive")
    return None if doubted and not _has_object(ground, at, doer) else doer


def _passes_over(ground: Ground, at: int) -> bool:
    """Words between verb and subject: a day, a place, a doubled head ("عناصر من")."""
    return at in ground.days or ground.is_word(at, "body") or ground.is_word(at, "bridge")


def _counted(ground: Ground, trigger: Trigger, first: int) -> Doer | None:
    """ "هاجم خمسة أشخاص منزله"."""
    quantity = ground.counts.get(first)
    if quantity and quantity.noun and any(ground.is_word(i, "nobody") for i in range(first, first + _SUBJECT)):
        return Doer(None)
    if not trigger.value.attack or quantity is None or quantity.noun is None or not ground.is_human(quantity.noun):
        return None
    return Doer(ground.page.phrase(Span(ground.tokens[first].start, quantity.noun.end)), gunmen=True)


def _for(ground: Ground, segment: Segment, trigger: Trigger) -> Iterator[Doer]:
    """ "هجوم مباغت للتنظيم": the doer hangs on the noun by ل."""
    if any(ground.is_word(at, "acts") for at in trigger.at):
        return
    for at in range(trigger.last, min(segment.last, trigger.last + _OF)):
        if ground.is_word(at, "acts"):
            return
        if not ground.tokens[at].norm.startswith("ل"):
            continue
        craft = ground.is_word(at, "craft") and doer_at(ground, at)
        headed = ground.is_word(at, "body") and group_at(ground, at + 1)
        if doer := group_at(ground, at) or headed or craft:
            yield doer
            return


def _has_object(ground: Ground, at: int, doer: Doer, strict: bool = False) -> bool:
    """ "قتل مسلحون أربعة مزارعين" kill, "قتل مسلحون في" are killed."""
    last = ground.page.token_range(doer.phrase.span).stop if doer.phrase else at + 1
    last = max(last, at + 1)
    for i in range(last, min(last + _FAR, len(ground.tokens))):
        if ground.tokens[i].norm in _ENDS or (ground.tokens[i].norm.startswith("و") and i not in ground.persons):
            return False
        if strict and ground.is_word(i, "governs"):
            return False
        if i in ground.counts or i in ground.persons or ground.is_victim(i) or ground.is_title(i):
            return True
    return False


def _before(ground: Ground, segment: Segment, verb: int) -> Iterator[Doer]:
    """ "إن سلاح الجو نفذ ضربة": the subject stands in front of its verb."""
    told = {i for t in segment.triggers for i in t.at if t.value.is_cause} - {verb}
    for at in range(verb - 1, max(segment.sentence.first, verb - _BACK) - 1, -1):
        if ground.tokens[at].norm in _ENDS | _THAT or at in told or _is_verb_or_craft(ground, at):
            return
        near = (verb - at <= _NEAR or _opens(ground, segment, at)) and at not in ground.persons
        doer = doer_at(ground, at) if near else group_at(ground, at)
        relative = at == verb - 1 and ground.tokens[verb].norm.endswith("ته")
        if doer and (relative or not _is_object(ground, at)):
            yield doer
            return


def _opens(ground: Ground, segment: Segment, at: int) -> bool:
    """ "وكانت دورية تابعة للمخابرات قد اعتقلت": the subject opens the clause."""
    return at == segment.sentence.first or ground.is_word(at - 1, "opening")


def _shared(ground: Ground, segment: Segment, verb: int) -> Iterator[Doer]:
    """ "انتشرت دوريات في المكان واعتقلت أربعة": the subject of the verb before is that of the verb joined to it."""
    for at in range(segment.sentence.first, verb - 1):
        opens = ground.tokens[at].norm.endswith("ت") or ground.is_word(at, "acts") or ground.is_word(at, "moves")
        found = ground.is_word(at, "suffers")
        if found or not opens or at in ground.covered or _is_object(ground, at + 1):
            continue
        if doer := doer_at(ground, at + 1) or _several(ground, at + 1):
            yield doer
            return


def _several(ground: Ground, at: int) -> Doer | None:
    """ "أربعة مسلحين"."""
    noun = ground.counts[at].noun if at in ground.counts else None
    told = noun is not None and any(ground.is_word(ground.page.token_at(noun.start), r) for r in ("doer", "people"))
    return Doer(ground.page.phrase(Span(ground.tokens[at].start, noun.end)), gunmen=True) if noun and told else None


def _is_verb_or_craft(ground: Ground, at: int) -> bool:
    return at not in ground.covered and (ground.is_word(at, "acts") or ground.is_word(at, "craft"))


def _is_object(ground: Ground, at: int) -> bool:
    """Behind a preposition, written apart or onto the word, somebody is no subject."""
    held = ground.groups.get(at)
    start = held[1].start if held else ground.tokens[at].start
    bound = ground.tokens[at].norm[:1] in {"ب", "ل"} and ground.tokens[at].norm not in words("doer") | words("force")
    return ground.is_word(at - 1, "governs") or start > ground.tokens[at].start + _AND or (held is None and bound)


def claim_of(ground: Ground, first: int, last: int) -> Doer | None:
    """The one who claims it, or the word that nobody does, in tokens first..last."""
    if ground.holds("unclaimed", first, last):
        return Doer(None)
    for hit in phrases("claimed").find(ground.tokens, first, last):
        behind = range(hit.first + 1, min(hit.first + _REACH + 2, last))
        reach = _FAR if ground.tokens[hit.first].norm.endswith(_OWN) else _OF
        for at in (*behind, *range(hit.first - 1, max(first, hit.first - reach), -1)):
            if not _is_lord(ground, at) and (doer := _claimer(ground, at)):
                return doer
        if doer := _far_claimer(ground, first, hit.first):
            return doer
    return None


def _is_lord(ground: Ground, at: int) -> bool:
    """ "الموالية لتنظيم كذا": whom the claimer is loyal to."""
    return ground.tokens[at].norm.startswith("ل") and ground.is_word(at - 1, "loyal")


def _far_claimer(ground: Ground, first: int, claim: int) -> Doer | None:
    """ "وكانت جماعة كذا، التي …، قد تبنت": the group that opens the clause."""
    opens = next((at for at in range(first, claim) if ground.is_word(at, "opening")), None)
    if opens is None or ground.tokens[claim - 1].norm not in words("already") | {"قد"}:
        return None
    return next((doer for at in range(opens + 1, min(opens + _OF, claim)) if (doer := _claimer(ground, at))), None)


def _claimer(ground: Ground, at: int) -> Doer | None:
    """To claim is to speak; so the group that speaks is the one."""
    if is_armed(ground, at):
        return Doer(ground.groups[at][0].name)
    adjective = ground.tokens[at].norm in words("armed_one")
    return None if adjective or at in ground.persons else doer_at(ground, at)


def accused_of(ground: Ground, first: int, last: int) -> Doer | None:
    """ "حملت السلطات الحزب مسؤولية التفجير", "نسبت العملية إلى متمردي الحزب", "أصابع الاتهام إلى الحزب"."""
    for hit in phrases("blamed").find(ground.tokens, first, last):
        if doer := next(_named(ground, range(hit.at[-1] - 1, hit.first, -1)), None):
            return doer
    for hit in () if ground.holds("unclaimed", first, last) else phrases("ascribed").find(ground.tokens, first, last):
        to_itself = ground.is_word(hit.last, "itself")
        held = range(hit.first + 1, hit.last) if to_itself else range(hit.last, min(hit.last + _REACH, last))
        if doer := next(_named(ground, held), None) or next(_lands(ground, held), None):
            return doer
    return None


def _lands(ground: Ground, held: range) -> Iterator[Doer]:
    """ "نسب ناشطون الغارة إلى روسيا": a country, where nobody else is accused."""
    rows = (ground.places[at][0] for at in held if at in ground.places)
    yield from (Doer(row.name) for row in rows if row.kind in (None, "country"))


def _named(ground: Ground, held: range) -> Iterator[Doer]:
    """Groups and people; plain people only as the nearest word ("اتهم … متظاهرين بالوقوف")."""
    for at in held:
        near = abs(at - held[0]) < _SUBJECT + 1
        people = near and ground.is_victim(at) and ground.tokens[at].norm.endswith(("ين", "ون", "ات"))
        group = Doer(ground.groups[at][0].name) if is_armed(ground, at) else None
        doer = group or doer_at(ground, at) or (described(ground, at) if people else None)
        if doer and doer.phrase:
            yield doer
