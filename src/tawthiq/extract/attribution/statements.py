"""Statements: what is said, by whom, with what stance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tawthiq.extract.attribution.lexicon import Role, Saying, said_it, saying, stop, used_as
from tawthiq.extract.attribution.speakers import SpeakerPhrase, SpeakerReader
from tawthiq.extract.facts import Phrase, Reading, Statement
from tawthiq.extract.page import Page
from tawthiq.model import Span, Stance, Voice
from tawthiq.text.sentences import Sentence

_OPENERS = {"«": "»", '"': '"', "“": "”"}
_LEADING_SIGNS = {":", "،"}
_LONGEST_QUOTE = 900
_NEAR_QUOTE, _FAR_QUOTE = 3, 10

SpeakerVoice = tuple[Phrase, Voice]


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
            limit = sayings[order + 1][0] if order + 1 < len(sayings) else sentence.last
            for statement in self._statements(sentence, at, word, limit):
                yield statement
                done = max(done, at + 1)

    def _saying(self, at: int, sentence: Sentence) -> Saying | None:
        word = saying(self.page.tokens[at])
        if word is None or (at > sentence.first and used_as(self.page.tokens[at - 1].norm, "negation")):
            return None
        return word

    def _statements(self, sentence: Sentence, at: int, word: Saying, limit: int) -> Iterator[Statement]:
        if word.role is Role.ACCORDING:
            yield from self._after_words(sentence, at, word)
            return
        phrase = self._find_speakers(sentence, at, word)
        if word.needs_that and not self._begins_what_is_said(phrase.after, sentence):
            return
        speakers = phrase.speakers
        if not speakers and (word.role is Role.PARTICIPLE or self._goes_on(phrase.after, sentence)):
            speakers = self.last
        content = self._content(phrase.after, self._limit(phrase.after, limit, sentence))
        if content is None and word.role is Role.VERB:
            phrase = self.speakers.read(at + 1, sentence.last, short=True)
            speakers, content = phrase.speakers, self._content(phrase.after, sentence.last)
        if not speakers or content is None:
            return
        speakers = self.last = self._known_as(speakers)
        quote = Span(min(self.page.tokens[at].start, content.start), content.end)
        for speaker in speakers:
            yield from self._with_reason(self._statement(speaker, word.stance, content, quote))

    def _find_speakers(self, sentence: Sentence, at: int, word: Saying) -> SpeakerPhrase:
        if word.role is Role.PARTICIPLE:
            return SpeakerPhrase((), at + 1)
        phrase = self.speakers.read(at + 1, sentence.last)
        if word.role is Role.ABOUT:
            return self._about(phrase, sentence)
        if not phrase.speakers and at > sentence.first:
            before = self.speakers.before(sentence.first, at)
            return replace(phrase, speakers=before.speakers)
        return phrase

    def _about(self, phrase: SpeakerPhrase, sentence: Sentence) -> SpeakerPhrase:
        """"نقلت وكالة … عن مصدر": the one behind the outlet speaks too."""
        tokens = self.page.tokens
        near = range(phrase.after, min(phrase.after + 4, sentence.last))
        about = next((i for i in near if tokens[i].norm in {"عن", "عنه", "عنها"}), None)
        if about is None or tokens[about].norm != "عن":
            return phrase
        behind = self.speakers.read(about + 1, sentence.last)
        return SpeakerPhrase(behind.speakers + phrase.speakers, behind.after)

    def _begins_what_is_said(self, at: int, sentence: Sentence) -> bool:
        return at < sentence.last and stop(self.page.tokens[at]) == "that"

    def _goes_on(self, at: int, sentence: Sentence) -> bool:
        """No subject stands between the verb and what is said, so the last speaker goes on."""
        if at >= sentence.last:
            return False
        token = self.page.tokens[at]
        sign = token.norm in _OPENERS or token.norm in _LEADING_SIGNS
        return sign or stop(token) in {"that", "call"} or used_as(token.norm, "lead")

    def _limit(self, start: int, limit: int, sentence: Sentence) -> int:
        return limit if limit > start else sentence.last

    def _content(self, start: int, limit: int) -> Span | None:
        """What is said: to the end of its quotation marks, or to the next word of saying, or to the sentence's end."""
        tokens = self.page.tokens
        while start < limit and not tokens[start].is_word and tokens[start].norm not in _OPENERS:
            start += 1
        opener = self._opener(start, limit)
        if opener is not None and (end := self._closing(opener)):
            begin = start if opener < start + _NEAR_QUOTE else opener
            return Span(tokens[begin].start, max(end, self._words_end(start, limit)))
        end = self._words_end(start, limit)
        return Span(tokens[start].start, end) if start < limit and end > tokens[start].start else None

    def _opener(self, start: int, limit: int) -> int | None:
        """The quotation mark that opens what is said: at once, or after a colon ("قال لموقع محلي: «…")."""
        tokens = self.page.tokens
        marks = (i for i in range(start, min(start + _FAR_QUOTE, limit)) if tokens[i].norm in _OPENERS)
        return next((i for i in marks if i < start + _NEAR_QUOTE or tokens[i - 1].norm == ":"), None)

    def _words_end(self, start: int, limit: int) -> int:
        tokens = self.page.tokens
        last = limit
        while last > start and not tokens[last - 1].is_word and tokens[last - 1].norm not in set(_OPENERS.values()):
            last -= 1
        return tokens[last - 1].end if last > start else tokens[min(start, len(tokens) - 1)].start

    def _closing(self, opener: int) -> int | None:
        """Where the quotation that opens here closes; it may run over several sentences of its paragraph."""
        tokens = self.page.tokens
        close, begin = _OPENERS[tokens[opener].norm], tokens[opener].start
        for token in tokens[opener + 1 :]:
            if token.norm == "\n" or token.start - begin > _LONGEST_QUOTE:
                return None
            if token.norm == close:
                return token.end
        return None

    def _after_words(self, sentence: Sentence, at: int, word: Saying) -> Iterator[Statement]:
        """The words stand before: "…، وفقاً للقيادي"."""
        start = at + 1
        while start < sentence.last and (saying(self.page.tokens[start]) or not self.page.tokens[start].is_word):
            start += 1
        named = self.speakers.read(self._skip_verbs(start, sentence), sentence.last, particle=True)
        phrase = self._about(named, sentence)
        content = self._content(sentence.first, at)
        if not phrase.speakers or content is None:
            return
        self.last = self._known_as(phrase.speakers)
        tokens = self.page.tokens
        quote = Span(content.start, max(content.end, tokens[max(phrase.after - 1, at)].end))
        for speaker in self.last:
            yield self._statement(speaker, word.stance, content, quote)

    def _known_as(self, speakers: tuple[SpeakerVoice, ...]) -> tuple[SpeakerVoice, ...]:
        """"المرصد" alone is the body with that first word that spoke before."""
        named = tuple(self._full_name(phrase, voice) for phrase, voice in speakers)
        self.bodies.extend(phrase for phrase, voice in named if voice is Voice.NAMED and " " in phrase.text)
        return named

    def _full_name(self, phrase: Phrase, voice: Voice) -> SpeakerVoice:
        full = (body for body in self.bodies if body.text.split()[0] == phrase.text)
        known = next(full, None)
        return (known, Voice.NAMED) if known else (phrase, voice)

    def _skip_verbs(self, at: int, sentence: Sentence) -> int:
        """"وفق ما أفاد به …", "وفق حصيلة أوردها …": to the subject of the verb inside."""
        near = range(at, min(at + 4, sentence.last))
        inner = next((i for i in near if said_it(self.page.tokens[i])), None)
        return at if inner is None else inner + 1

    def _statement(self, speaker: SpeakerVoice, stance: Stance, content: Span, quote: Span) -> Statement:
        first = self.page.words(content)
        called = stance is Stance.ASSERTS and any(stop(token) == "call" for token in first[:3])
        return Statement(speaker[0], speaker[1], Stance.CALLS_FOR if called else stance, content, quote)

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
