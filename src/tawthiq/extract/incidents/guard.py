"""Reports and sentences whose harm is no violence, or whose numbers are statistics and not one incident's."""

from __future__ import annotations

from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import blocks, means
from tawthiq.text.sentences import Sentence

_SPORT = 3


def is_other_matter(ground: Ground) -> bool:
    """The report is of a court's sentence, of sport, or of an accident: no incident is told in it."""
    tokens = ground.tokens
    if blocks("verdict").holds(tokens, 0, _lead(ground)):
        return True
    sport = {hit.value for hit in blocks("report").find(tokens, 0, len(tokens))}
    return len(sport) >= _SPORT and not means().holds(tokens, 0, _lead(ground))


def is_accident(ground: Ground) -> bool:
    """The head of the report gives a cause without violence for the harm that it tells."""
    first = 0
    return blocks("sentence").holds(ground.tokens, first, _lead(ground)) and not ground.holds(
        "armed", first, _lead(ground)
    )


def _lead(ground: Ground) -> int:
    """Where the first sentence below the title ends."""
    below = [s for s in ground.page.sentences if s.paragraph > ground.title]
    return below[0].last if below else len(ground.tokens)


def is_statistic(ground: Ground, sentence: Sentence) -> bool:
    """A body counts over a period."""
    tokens = ground.tokens
    held = (sentence.first, sentence.last)
    return blocks("tally").holds(tokens, *held) and blocks("period").holds(tokens, *held)


def is_harmless(ground: Ground, sentence: Sentence) -> bool:
    """What harm the sentence tells came without violence."""
    return blocks("sentence").holds(ground.tokens, sentence.first, sentence.last)
