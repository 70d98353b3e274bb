"""Signs, each between 0 and 1, by which a claim is likelier right or wrong; data/models/README.md explains each."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2

from tawthiq.extract.entities import gazetteer
from tawthiq.extract.entities.lexicon import given_names
from tawthiq.extract.entities.scene import scene_of
from tawthiq.extract.entities.sequence import Odds, odds
from tawthiq.extract.page import Page
from tawthiq.model import OUTLET, Bound, Claim, Code, Count, Kind, Mention, Ref, Span, Stance, Voice
from tawthiq.text.fold import fold_phrase
from tawthiq.text.sentences import Sentence

_ODDS = {Kind.PERSON: "person", Kind.PLACE: "place", Kind.GROUP: "group"}
_LONG_SENTENCE, _LONG_VALUE, _FAR, _MANY = 60, 8, 60, 6
_TIMES = 3
_HEADING = 1


@dataclass(frozen=True)
class Evidence:
    """One report's reading, seen from its claims."""

    page: Page
    claims: Sequence[Claim]

    @cached_property
    def _ids(self) -> Mapping[Mention, str]:
        """The id of each subject: a digest, which is not made again for every claim."""
        return {subject: subject.id for subject in {claim.subject for claim in self.claims}}

    @cached_property
    def _kinds(self) -> Mapping[str, Kind]:
        return {id: subject.kind for subject, id in self._ids.items()}

    @cached_property
    def _fields(self) -> Mapping[str, set[str]]:
        held: dict[str, set[str]] = {}
        for claim in self.claims:
            held.setdefault(self._ids[claim.subject], set()).add(claim.predicate)
        return held

    @cached_property
    def _values(self) -> Counter[tuple[str, str]]:
        return Counter((self._ids[claim.subject], claim.predicate) for claim in self.claims)

    @cached_property
    def _referred(self) -> Counter[str]:
        return Counter(claim.value.mention for claim in self.claims if isinstance(claim.value, Ref))

    @cached_property
    def _odds(self) -> Mapping[int, Odds]:
        return odds(scene_of(self.page))

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.page.sentences]

    def _sentence(self, span: Span) -> Sentence | None:
        """The last that begins before the words do."""
        at = bisect_right(self._starts, span.start) - 1
        return self.page.sentences[at] if at >= 0 else None

    def signs(self, claim: Claim) -> dict[str, float]:
        """Those that hold, by name; one that is left out is 0."""
        found = dict(self._all(claim))
        return {name: value for name, value in found.items() if value}

    def _all(self, claim: Claim) -> Iterator[tuple[str, float]]:
        yield from self._of_words(claim)
        yield from self._of_name(claim)
        yield from self._of_reading(claim)
        yield from self._of_saying(claim)
        if isinstance(claim.value, Code) and claim.subject.kind is not Kind.PLACE:
            yield f"code:{claim.value.code}", 1.0
        if isinstance(claim.value, Count):
            yield "open", float(claim.value.range.max is None)
            yield "large", min(1.0, log2(1 + claim.value.range.min) / 10)

    def _of_words(self, claim: Claim) -> Iterator[tuple[str, float]]:
        """Where the words stand."""
        sentence = self._sentence(claim.span)
        if sentence:
            yield "sentence", min(1.0, (sentence.last - sentence.first) / _LONG_SENTENCE)
            yield "heading", float(sentence.paragraph <= _HEADING)
        yield "late", claim.span.start / max(1, len(self.page.text))
        yield "long", min(1.0, len(self.page.token_range(claim.span)) / _LONG_VALUE)
        apart = len(self.page.token_range(_between(claim.span, claim.subject.span)))
        yield "apart", min(1.0, apart / _FAR)
        yield "outside", float(bool(sentence) and sentence is not self._sentence(claim.subject.span))

    def _of_name(self, claim: Claim) -> Iterator[tuple[str, float]]:
        """What is named, where something is: how often, and who knows it."""
        kind = self._named(claim)
        if kind is None:
            return
        name = fold_phrase(str(claim.value))
        yield "times", min(_TIMES, log2(max(1, self.page.folded.norm.count(name)))) / _TIMES
        yield "words", min(1.0, (len(name.split()) - 1) / 3)
        yield "listed", float(_listed(kind, name))
        held = [getattr(self._odds[at], _ODDS[kind]) if at in self._odds else 0.0 for at in self._tokens(claim)]
        yield "model", sum(held) / max(1, len(held))
        yield "model_least", min(held, default=0.0)

    def _tokens(self, claim: Claim) -> range:
        return self.page.token_range(claim.span)

    def _named(self, claim: Claim) -> Kind | None:
        """The kind of what the words name: of the subject, or of what is referred to."""
        kind: Kind | None = None
        if claim.predicate in ("name", "alias"):
            kind = claim.subject.kind
        elif isinstance(claim.value, Ref):
            kind = self._kinds.get(claim.value.mention)
        return kind if kind in _ODDS else None

    def _of_reading(self, claim: Claim) -> Iterator[tuple[str, float]]:
        """What else the reading has: a fact of which much is known is likelier one."""
        subject = self._ids[claim.subject]
        yield "known", min(1.0, (len(self._fields[subject]) - 1) / _MANY)
        yield "referred", min(1.0, self._referred[subject] / _MANY)
        yield "others", min(1.0, (self._values[subject, claim.predicate] - 1) / 4)
        yield "words_only", float(claim.predicate not in ("name", "alias") and _is_words(claim))
        for field in sorted(self._fields[subject] - {claim.predicate}):
            yield f"with:{field}", 1.0

    def _of_saying(self, claim: Claim) -> Iterator[tuple[str, float]]:
        yield "said", float(claim.speaker != OUTLET)
        yield "anonymous", float(claim.speaker.voice is Voice.ANONYMOUS)
        yield "contested", float(claim.stance is not Stance.ASSERTS)
        yield "bounded", float(claim.bound is not Bound.EXACT)


def _is_words(claim: Claim) -> bool:
    return not isinstance(claim.value, Ref | Code | Count)


def _between(a: Span, b: Span) -> Span:
    """The stretch from the end of the one to the start of the other; empty where they touch."""
    first, second = sorted((a, b))
    return Span(first.end, max(first.end, second.start))


def _listed(kind: Kind, name: str) -> bool:
    """Whether a gazetteer has the name, or a list its first word as a given name."""
    if kind is Kind.PERSON:
        return name.split(" ")[0] in given_names()
    return name in (gazetteer.places() if kind is Kind.PLACE else gazetteer.groups())
