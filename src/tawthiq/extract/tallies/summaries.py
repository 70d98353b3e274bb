"""A sum told before its parts: "مقتل 24 وإصابة 37", then six and eighteen dead, eleven and twenty-six wounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawthiq.extract.tallies.numbers import Number
from tawthiq.model import Metric
from tawthiq.text.sentences import Sentence

_REACH = 5
_FEWEST = 2
_HARM = (Metric.KILLED, Metric.INJURED, Metric.ABDUCTED, Metric.DETAINED)


@dataclass(frozen=True, slots=True)
class Summary:
    """The sentence of a sum, which of its numbers are sums, and the sentences of the parts."""

    sentence: Sentence
    numbers: tuple[Number, ...]
    orders: tuple[int, ...]
    parts: tuple[Sentence, ...]


def summaries(sentences: Sequence[tuple[Sentence, tuple[Number, ...]]]) -> Iterator[Summary]:
    """Sentences whose numbers are the sums of those in the sentences behind them."""
    for at, (sentence, numbers) in enumerate(sentences):
        following = sentences[at + 1 : at + 1 + _REACH]
        orders = tuple(i for i, number in enumerate(numbers) if _is_sum(number, following))
        if orders:
            yield Summary(sentence, numbers, orders, tuple(s for s, _ in following))


def _is_sum(total: Number, following: Sequence[tuple[Sentence, tuple[Number, ...]]]) -> bool:
    """Whether the total is what the sentences behind it add up to, two numbers of its metric at least."""
    if total.metric not in _HARM or not total.own:
        return False
    added, addends = 0, 0
    for _, numbers in following:
        values = [n.value for n in numbers if n.metric is total.metric and n.own]
        added, addends = added + sum(values), addends + len(values)
        if added >= total.value:
            return added == total.value and addends >= _FEWEST
    return False
