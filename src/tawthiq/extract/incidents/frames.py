"""What one stretch of a sentence tells of an incident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawthiq.extract.facts import Dated, Person, Phrase, Toll
from tawthiq.extract.incidents.doers import accused_of, claim_of, doer_of
from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import Entry, Means, Part, means, phrases, words
from tawthiq.extract.incidents.naming import Doer
from tawthiq.extract.incidents.people import groups_of, victims_of
from tawthiq.extract.incidents.segments import Segment
from tawthiq.extract.incidents.settings import (
    date_of,
    fronted,
    is_aside,
    is_quoted,
    narrow_names,
    places_of,
    sentence_date,
)
from tawthiq.extract.incidents.tolls import tolls_of
from tawthiq.extract.incidents.triggers import Trigger
from tawthiq.model import Fate, IncidentType, Span, VictimGroup, Weapon

_LONGEST_QUOTE, _NEAR, _SEIZED = 25, 9, 20
_HELD = {IncidentType.ARREST, IncidentType.KIDNAPPING}
_OWNER, _PRONOUNS = 5, ("ه", "ها", "هما")
_WHILE, _UNITS = 4, ("hours", "day", "week", "month")
_DEFINITE = ("ال", "بال", "وال", "لل", "فال", "كال")


@dataclass(frozen=True, slots=True)
class Frame:
    """`types` by its words; `attack` for a word whose type is open; `refers` where it only points back."""

    types: frozenset[IncidentType]
    attack: bool
    refers: bool
    vague: bool
    soft: bool
    ordinal: int
    answers: bool
    another: bool
    many: bool
    behind: bool
    apart: bool
    meanwhile: bool
    fronted: frozenset[str]
    title: bool
    paragraph: int
    order: int
    anchor: int
    first: int
    last: int
    quote: Span
    date: Dated | None
    told_date: Dated | None
    date_is_near: bool
    quoted: bool
    aside: bool
    places: tuple[Phrase, ...]
    narrow: frozenset[str]
    tolls: tuple[Toll, ...]
    own: frozenset[Span]
    succumbed: bool
    victims: Mapping[str, tuple[Person, Fate]]
    groups: tuple[tuple[VictimGroup, Span], ...]
    doer: Doer | None
    fighting: bool
    claim: Doer | None
    accused: Doer | None
    means: tuple[tuple[Means, Span], ...]
    source: Phrase | None
    targeted: bool
    leader: bool
    position: bool
    on_the_move: bool
    began: bool
    goes_on: bool

    def toll(self, fate: Fate) -> Toll | None:
        return next((toll for toll in self.tolls if toll.fate is fate), None)


def frame_of(ground: Ground, segment: Segment, order: int) -> Frame:
    told = [t.value for t in segment.triggers]
    sure = [t for t in segment.triggers if t.value.part is not Part.REF]
    causes = [w for w in told if w.is_cause]
    tolls = tolls_of(ground, segment)
    claim = claim_of(ground, segment.first, segment.last)
    refers = _refers(ground, sure)
    return Frame(
        types=_types(told, tolls),
        attack=any(w.attack for w in told),
        refers=refers,
        vague=bool(causes) and all(w.part is Part.MASS for w in causes),
        soft=_is_soft(ground, segment),
        ordinal=next((n for t in segment.triggers if (n := _ordinal(ground, t))), 0),
        answers=any(ground.is_word(t.first, "repels") for t in sure),
        another=ground.holds("similar", segment.first, segment.last)
        or any(ground.is_word(i, "another") for t in sure if t.value.is_cause for i in (t.at[-1], t.at[-1] + 1)),
        many=any(_is_many(ground, t) for t in segment.triggers if t.value.is_cause or t.value.part is Part.REF),
        behind=segment.behind,
        apart=_is_apart(ground, segment, sure),
        meanwhile=ground.holds("meanwhile", segment.first, segment.triggers[0].first),
        fronted=fronted(ground, segment),
        title=segment.sentence.paragraph <= ground.title,
        paragraph=segment.sentence.paragraph,
        order=order,
        anchor=segment.triggers[0].first,
        first=segment.first,
        last=segment.last,
        quote=_quote(ground, segment),
        date=_date(ground, segment, of_claim=claim is not None and claim.phrase is not None and refers),
        told_date=sentence_date(ground, segment),
        date_is_near=_date_is_near(ground, segment),
        quoted=is_quoted(ground, segment.triggers[0].first),
        aside=segment.behind or is_aside(ground, segment),
        places=places_of(ground, segment),
        narrow=narrow_names(ground, segment),
        tolls=tolls,
        succumbed=_has_succumbed(ground, segment, tolls),
        own=frozenset(t.span for t in tolls if _is_by_pronoun(ground, segment, t)),
        victims=victims_of(ground, segment),
        groups=groups_of(ground, segment),
        doer=doer_of(ground, segment),
        fighting=_is_fighting(ground, segment),
        claim=claim,
        accused=accused_of(ground, segment.first, segment.last),
        means=_means(ground, segment),
        source=ground.source(ground.tokens[segment.triggers[0].first].start),
        leader=ground.holds("leader", segment.first, segment.last),
        position=ground.holds("position", segment.triggers[0].first, segment.last),
        on_the_move=any(w.attack for w in told) and _is_on_the_move(ground, segment),
        targeted=ground.holds("target", segment.first, segment.last) or _is_owned(ground, segment),
        goes_on=ground.goes_on(segment.sentence.first),
        began=ground.holds("began", segment.first, segment.last),
    )


def _date(ground: Ground, segment: Segment, *, of_claim: bool) -> Dated | None:
    """A claim has a date of its own; that of the attack it names stands behind the harm ("أودى في 24 أكتوبر")."""
    held = date_of(ground, segment)
    if held is None or not of_claim:
        return held
    at = ground.page.token_at(held.span.start)
    return held if any(t.value.fate and t.first < at <= t.first + _NEAR for t in segment.triggers) else None


def _is_by_pronoun(ground: Ground, segment: Segment, toll: Toll) -> bool:
    """ "مقتله", "أردوهما": whoever was spoken of last, at times who did it; not "أودى بسائقه"."""
    starts = {ground.tokens[i].start for t in segment.triggers for i in t.at}
    return (
        toll.span.start in starts
        and toll.fate is Fate.KILLED
        and ground.page.text[toll.span.start : toll.span.end].endswith(("ه", "هما"))
    )


def _has_succumbed(ground: Ground, segment: Segment, tolls: Sequence[Toll]) -> bool:
    """ "ثم أسلم الروح": one who was told of before dies."""
    starts = {ground.tokens[t.first].start for t in segment.triggers if ground.is_word(t.first, "succumbs")}
    return any(t.fate is Fate.KILLED and t.span.start in starts for t in tolls)


def _is_soft(ground: Ground, segment: Segment) -> bool:
    """Only words of harm that accidents have too, in a sentence without arms."""
    held = [t for t in segment.triggers if t.value.part is not Part.REF]
    soft = all(ground.is_word(t.first, "soft") for t in held)
    return soft and not ground.holds("armed", segment.sentence.first, segment.sentence.last)


def _ordinal(ground: Ground, trigger: Trigger) -> int:
    """ "الهجوم الأول" is 1, "العملية الثانية" 2, anything else 0."""
    norm = ground.tokens[min(trigger.at[-1] + 1, len(ground.tokens) - 1)].norm
    return 1 if norm in words("first_of") else 2 if norm in words("second_of") else 0


def _is_fighting(ground: Ground, segment: Segment) -> bool:
    """ "القوات اشتبكت مع … وقتلت": the verbs are those of either side of a clash."""
    verbs = [hit.first for hit in phrases("acts").find(ground.tokens, segment.first, segment.last)]
    return bool(verbs) and all(ground.is_word(at, "fights") for at in verbs)


def _is_many(ground: Ground, trigger: Trigger) -> bool:
    """ "التفجيرين", "الهجمات الأخرى": several events spoken of together."""
    if ground.is_word(trigger.first, "deeds"):
        return trigger.definite
    return trigger.definite and ground.tokens[trigger.first].norm.endswith(("ين", "ات"))


def _date_is_near(ground: Ground, segment: Segment) -> bool:
    last = segment.triggers[-1].last
    return any(True for _ in ground.inside(ground.days, last, min(last + _NEAR, segment.last)))


def _types(words: Sequence[Entry], tolls: Sequence[Toll]) -> frozenset[IncidentType]:
    """Those seized in a fight are part of its toll, and no arrest of its own."""
    types = {w.type for w in words if w.type}
    if types >= _HELD:
        types -= _HELD - {next(w.type for w in words if w.type in _HELD)}
    harmed = any(t.fate in (Fate.KILLED, Fate.INJURED) for t in tolls)
    return frozenset(types - {IncidentType.ARREST} if harmed else types)


def _refers(ground: Ground, sure: Sequence[Trigger]) -> bool:
    """The words of the incident itself, or those of harm where there are none, are definite."""
    causes = [t for t in sure if t.value.is_cause and t.value.part is not Part.MASS]
    if not causes and any(t.value.part is Part.COUNT and _points_back(ground, t) for t in sure):
        return True
    return all(_points_back(ground, t) for t in causes[:1] or sure)


def _points_back(ground: Ground, trigger: Trigger) -> bool:
    if ground.is_word(trigger.first - 1, "ongoing") or trigger.value.type is IncidentType.TORTURE:
        return False
    norm = ground.tokens[trigger.first].norm
    if (
        len(trigger.at) > 1
        and trigger.value.weapon is Weapon.SHELLING
        and ground.tokens[trigger.at[-1]].norm.startswith("ال")
    ):
        return True
    if not trigger.value.is_cause and trigger.value.part is not Part.COUNT:
        return trigger.definite
    return len(trigger.at) == 1 and norm.startswith(_DEFINITE)


def _means(ground: Ground, segment: Segment) -> tuple[tuple[Means, Span], ...]:
    hits = means().find(ground.tokens, segment.first, segment.last)
    seized = [t.at[-1] for t in segment.triggers if t.value.needs == "arms"]
    return tuple(
        (h.value, ground.span(h.first, h.last))
        for h in hits
        if not _is_airy_name(ground, h.first) and not any(0 < h.first - at < _SEIZED for at in seized)
    )


def _is_apart(ground: Ground, segment: Segment, sure: Sequence[Trigger]) -> bool:
    """ "وفي حادث منفصل …", "وبعد ثلاث ساعات دمرت عبوة …": another event than the one before."""
    first = max(segment.sentence.first, segment.first - 1)
    if ground.holds("apart", first, sure[0].first if sure else segment.first):
        return True
    opens = segment.sentence.first
    behind = range(opens + 1, min(opens + _WHILE, segment.last))
    passed = ground.is_word(opens, "elapsed") and any(ground.is_word(at, unit) for at in behind for unit in _UNITS)
    return passed and bool(sure) and sure[0].value.is_cause and not sure[0].definite


def _is_on_the_move(ground: Ground, segment: Segment) -> bool:
    """ "هجوم على حافلة", "على حواجز وآليات": vehicles are struck, which no side holds as a post."""
    held = (hit.first for hit in phrases("vehicle").find(ground.tokens, segment.triggers[0].first, segment.last))
    return any(ground.tokens[i].norm.startswith("و") or ground.tokens[i - 1].norm == "علي" for i in held)


def _is_owned(ground: Ground, segment: Segment) -> bool:
    """ "أسفل سيارة النقيب فلان", "دراجتها": what is struck belongs to somebody who is told of."""
    for hit in phrases("property").find(ground.tokens, segment.first, segment.last - 1):
        at = hit.first
        behind = next((i for i in range(at + 1, min(at + _OWNER, segment.last)) if not ground.is_title(i)), at)
        if behind in ground.persons or ground.tokens[at].text.endswith(_PRONOUNS):
            return True
    return False


def _is_airy_name(ground: Ground, at: int) -> bool:
    """ "المخابرات الجوية", "قاعدة حميميم الجوية" fly no sorties."""
    return ground.is_word(at, "airy") and at in ground.covered


def _quote(ground: Ground, segment: Segment) -> Span:
    """The words around the word of incident, from the start of its stretch where that is near."""
    anchor = segment.triggers[0].first
    first = max(segment.first, anchor - _LONGEST_QUOTE // 2)
    while first < anchor and not ground.tokens[first].is_word:
        first += 1
    last = min(segment.last, first + _LONGEST_QUOTE)
    while last > anchor + 1 and not ground.tokens[last - 1].is_word:
        last -= 1
    return ground.span(first, max(last, anchor + 1))
