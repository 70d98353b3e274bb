"""Statements: what is said, by whom, with what stance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tawthiq.extract.attribution.contents import OPENERS, begins_soon, content_of, is_void
from tawthiq.extract.attribution.lexicon import (
    Kind,
    Needs,
    Role,
    Saying,
    bare,
    is_a,
    said_it,
    saying,
    saying_at,
    speaker_noun,
    stop,
    used_as,
)
from tawthiq.extract.attribution.speakers import SpeakerPhrase, SpeakerReader
from tawthiq.extract.facts import Phrase, Reading, Statement
from tawthiq.extract.page import Page
from tawthiq.model import Span, Stance, Voice
from tawthiq.text.sentences import Sentence

_LEADING_SIGNS = {":", "،"}
_WHAT, _AS, _CHARGE = {"ما", "مما"}, {"كما", "مثلما"}, "مسووليه"

SpeakerVoice = tuple[Phrase, Voice]


_TOLD = Saying(Role.VERB, Stance.ASSERTS)
"""A verb with its object behind ما; what it tells is inside of what another says."""


@dataclass
class StatementReader:
    """Reads sentence by sentence; `last` is the speaker that a later "وأضاف" goes on from."""

    page: Page
    speakers: SpeakerReader
    last: tuple[SpeakerVoice, ...] = ()
    bodies: list[Phrase] = field(default_factory=list)

    def read(self) -> Iterator[Statement]:
        for sentence in self.page.sentences:
            yield from self._read_sentence(sentence)

    def _read_sentence(self, sentence: Sentence) -> Iterator[Statement]:
        sayings = [(at, word) for at in range(sentence.first, sentence.last) if (word := self._saying(at, sentence))]
        done = sentence.first
        for order, (at, word) in enumerate(sayings):
            if at < done:
                continue
            behind = (i for i, later in sayings[order + 1 :] if later is not _TOLD)
            limit = next(behind, sentence.last)
            for statement in self._statements(sentence, at, word, limit):
                yield statement
                done = max(done, at + 1)

    def _saying(self, at: int, sentence: Sentence) -> Saying | None:
        word = saying_at(self.page.tokens, at) or self._told(at, sentence)
        if word is None or (at > sentence.first and used_as(self.page.tokens[at - 1].norm, "negation")):
            return None
        if word.needs is Needs.CHARGE:
            behind = self.page.tokens[at + 1 : sentence.last]
            return word if any(_CHARGE in token.norm for token in behind) else None
        return word

    def _told(self, at: int, sentence: Sentence) -> Saying | None:
        """ "ما ذكرته قنوات محلية عن …", where no particle of ascribing stands before."""
        before = range(max(sentence.first, at - 3), at)
        if at == sentence.first or self.page.tokens[at - 1].norm not in _WHAT or not said_it(self.page.tokens[at]):
            return None
        ascribed = any((word := saying(self.page.tokens[i])) and word.role is Role.ACCORDING for i in before)
        return None if ascribed else _TOLD

    def _statements(self, sentence: Sentence, at: int, word: Saying, limit: int) -> Iterator[Statement]:
        if word.role is Role.ACCORDING:
            yield from self._after_words(sentence, at, word)
            return
        phrase = self._find_speakers(sentence, at, word)
        if word.stance is Stance.CALLS_FOR and self._is_kin(at + 1, sentence):
            return
        if not self._has_needed(word.needs, phrase, sentence):
            return
        speakers = phrase.speakers
        if not speakers and (word.role is Role.PARTICIPLE or self._goes_on(phrase.after, sentence)):
            speakers = self.last
        content = self._content(phrase.after, self._limit(phrase.after, limit, sentence))
        if content is None and word.role is Role.VERB:
            phrase = self.speakers.read(at + 1, sentence.last, short=True)
            speakers, content = phrase.speakers, self._content(phrase.after, sentence.last)
        if content is None and speakers and self.page.tokens[at - 1].norm in _AS and at > sentence.first:
            content = self._content(sentence.first, at - 1)
        if not speakers or content is None:
            return
        speakers = self.last = self._known_as(speakers)
        quote = Span(min(self.page.tokens[at].start, content.start), content.end)
        for speaker in speakers:
            yield from self._with_reason(self._statement(speaker, word.stance, content, quote))

    def _find_speakers(self, sentence: Sentence, at: int, word: Saying) -> SpeakerPhrase:
        if word.role is Role.PARTICIPLE:
            return SpeakerPhrase((), at + 1)
        end = self._accused(at, sentence) if word.needs is Needs.CHARGE else sentence.last
        phrase = self.speakers.read(at + 1, end, short=word.stance is Stance.DOUBTS)
        if word.role is Role.ABOUT:
            return self._about(phrase, sentence)
        if not phrase.speakers and at > sentence.first:
            before = self.speakers.before(sentence.first, at)
            return replace(phrase, speakers=before.speakers)
        return phrase

    def _accused(self, at: int, sentence: Sentence) -> int:
        """حمّلت السلطات الحزب المسؤولية: the group that stands behind the one that speaks."""
        own = Span(self.page.tokens[at + 1].start, self.page.tokens[at + 1].end) if at + 1 < sentence.last else None
        groups = sorted({m for g in self.speakers.found.groups for m in g.mentions if own and m.start >= own.end})
        first = [m for g in self.speakers.found.groups for m in g.mentions if own and m.start <= own.start < m.end]
        behind = (self.page.token_at(m.start) for m in groups if not any(m in held for held in first))
        return min(next(behind, sentence.last), sentence.last)

    def _about(self, phrase: SpeakerPhrase, sentence: Sentence) -> SpeakerPhrase:
        """ "نقلت وكالة … عن مصدر": the one behind the outlet speaks too."""
        tokens = self.page.tokens
        near = range(phrase.after, min(phrase.after + 4, sentence.last))
        about = next((i for i in near if tokens[i].norm in {"عن", "عنه", "عنها"}), None)
        if about is None or tokens[about].norm != "عن":
            return phrase
        behind = self.speakers.read(about + 1, sentence.last)
        return SpeakerPhrase(behind.speakers + phrase.speakers, behind.after)

    def _is_kin(self, at: int, sentence: Sentence) -> bool:
        """طالبت ذويه: those of whom something is demanded, who stand right behind the verb."""
        noun = speaker_noun(self.page.tokens[at]) if at < sentence.last else None
        return noun is not None and is_a(noun, Kind.KIN) and noun != self.page.tokens[at].norm

    def _is_person(self, name: Phrase) -> bool:
        return any(person.name == name for person in self.speakers.found.persons)

    def _begins_what_is_said(self, at: int, sentence: Sentence) -> bool:
        return at < sentence.last and stop(self.page.tokens[at]) == "that"

    def _has_needed(self, needs: Needs, phrase: SpeakerPhrase, sentence: Sentence) -> bool:
        """Whether a verb that has other senses too has beside it what makes it a word of saying."""
        if needs is Needs.BODY:
            return not any(self._is_person(name) for name, _ in phrase.speakers)
        if needs not in {Needs.THAT, Needs.WORDS} or self._begins_what_is_said(phrase.after, sentence):
            return True
        return needs is Needs.WORDS and begins_soon(self.page.tokens[phrase.after : sentence.last])

    def _goes_on(self, at: int, sentence: Sentence) -> bool:
        """No subject stands between the verb and what is said, so the last speaker goes on."""
        if at >= sentence.last:
            return False
        token = self.page.tokens[at]
        sign = token.norm in OPENERS or token.norm in _LEADING_SIGNS
        return sign or stop(token) in {"that", "call"} or used_as(token.norm, "lead")

    def _limit(self, start: int, limit: int, sentence: Sentence) -> int:
        return limit if limit > start else sentence.last

    def _content(self, start: int, limit: int) -> Span | None:
        return content_of(self.page.tokens, start, limit)

    def _after_words(self, sentence: Sentence, at: int, word: Saying) -> Iterator[Statement]:
        """The words stand before: "…، وفقاً للقيادي"."""
        start = at + word.width
        while start < sentence.last and (saying(self.page.tokens[start]) or not self.page.tokens[start].is_word):
            start += 1
        named = self.speakers.read(self._skip_verbs(start, sentence), sentence.last, particle=True)
        phrase = self._about(named, sentence)
        content = self._content(sentence.first, at) if at > sentence.first else None
        if content is None:
            content = self._content(phrase.after, sentence.last)
        if not phrase.speakers or content is None:
            return
        self.last = self._known_as(phrase.speakers)
        tokens = self.page.tokens
        named_to = tokens[max(phrase.after - 1, at)].end
        quote = Span(min(content.start, tokens[at].start), max(content.end, named_to))
        for speaker in self.last:
            yield self._statement(speaker, word.stance, content, quote)

    def _known_as(self, speakers: tuple[SpeakerVoice, ...]) -> tuple[SpeakerVoice, ...]:
        """ "المرصد" alone is the body with that first word that spoke before."""
        named = tuple(self._full_name(phrase, voice) for phrase, voice in speakers)
        self.bodies.extend(phrase for phrase, voice in named if voice is Voice.NAMED and " " in phrase.text)
        return named

    def _full_name(self, phrase: Phrase, voice: Voice) -> SpeakerVoice:
        if voice is Voice.ANONYMOUS and self.bodies and self._is_paper(phrase):
            return self.bodies[-1], Voice.NAMED
        words = {phrase.text} if voice is Voice.NAMED or not self._is_part(phrase) else set(phrase.text.split())
        heads = words | {bare(word) for word in words if word != phrase.text}
        full = (body for body in self.bodies if body.text.split()[0] in heads)
        known = next(full, None)
        return (known, Voice.NAMED) if known else (phrase, voice)

    def _is_part(self, phrase: Phrase) -> bool:
        """ "فريق الشبكة": a part of a body that spoke before."""
        noun = speaker_noun(next(iter(self.page.words(phrase.span))))
        return noun is not None and is_a(noun, Kind.PART)

    def _is_paper(self, phrase: Phrase) -> bool:
        """ "التقرير", "البيان" alone: what the body that spoke last has published."""
        first, *rest = self.page.words(phrase.span)
        noun = speaker_noun(first)
        return noun is not None and not rest and first.norm != noun and is_a(noun, Kind.PAPER)

    def _skip_verbs(self, at: int, sentence: Sentence) -> int:
        """ "وفق ما أفاد به …", "وفق حصيلة أوردها …": to the subject of the verb inside."""
        near = range(at, min(at + 4, sentence.last))
        inner = next((i for i in near if said_it(self.page.tokens[i])), None)
        return at if inner is None else inner + 1

    def _statement(self, speaker: SpeakerVoice, stance: Stance, content: Span, quote: Span) -> Statement:
        words = self.page.words(content)
        if stance is Stance.ASSERTS and any(stop(token) == "call" for token in words[:3]):
            stance = Stance.CALLS_FOR
        elif stance is Stance.ASSERTS and is_void(words):
            stance = Stance.DENIES
        return Statement(speaker[0], speaker[1], stance, content, quote)

    def _with_reason(self, said: Statement) -> Iterator[Statement]:
        """The reason given for a demand is itself asserted."""
        reason = next((t for t in self.page.words(said.content) if used_as(t.norm, "reason")), None)
        if said.stance is not Stance.CALLS_FOR or reason is None:
            yield said
            return
        demand, why = Span(said.content.start, reason.start), Span(reason.start, said.content.end)
        yield replace(said, content=demand, quote=Span(said.quote.start, reason.start))
        yield Statement(said.speaker, said.voice, Stance.ASSERTS, why, why)


def read_statements(page: Page, found: Reading) -> Reading:
    """All statements of a page, in reading order."""
    reader = StatementReader(page, SpeakerReader(page, found))
    return replace(found, statements=found.statements + tuple(reader.read()))
