"""Facts of groups: founder, leader, stronghold, backing, activity, orientation, affiliation, aim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tawthiq.extract.facts import GroupFact, Person, Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import Hit, find, named_in
from tawthiq.model import EDTF, Span, cover
from tawthiq.text.fold import fold_phrase
from tawthiq.text.tables import folded

_NEAR = 220
_LEADING = "lexicon/leading_words.tsv"
_FORMER = "سابق"
_NAMED_ONLY = frozenset({"stronghold", "orientation"})


def read_group_facts(page: Page, found: Reading) -> Reading:
    rows = [*_told(page, found), *_from_titles(found)]
    first: dict[tuple[str, str, str], GroupFact] = {}
    for row in rows:
        first.setdefault((row.group.text, row.fact, row.value.text), row)
    return replace(found, group_facts=found.group_facts + tuple(first.values()))


def _told(page: Page, found: Reading) -> Iterator[GroupFact]:
    for hit in find(page, "group_facts"):
        fact, words = hit.pattern.meaning["fact"], hit.part("group")
        value = hit.part("value") or _leader(found, hit)
        if words is None or value is None:
            continue
        named = next(reversed(named_in(found.groups, words.span)), None)
        if named is None and fact in _NAMED_ONLY:
            continue
        told = _seat(found, value) if fact == "stronghold" else _value(found, value)
        if told is not None:
            yield GroupFact(named or words, fact, told, hit.span, _founded(page, hit))


def _seat(found: Reading, value: Phrase) -> Phrase | None:
    """The place named last before "معقل"."""
    return next(reversed(named_in(found.places, value.span)), None)


def _value(found: Reading, value: Phrase) -> Phrase:
    """The group or place that the words name where they name just that, else the words."""
    for rows in (found.groups, found.places):
        for name in named_in(rows, value.span):
            if len(name.text) >= len(value.text) - 12:
                return name
    return value


def _leader(found: Reading, hit: Hit) -> Phrase | None:
    """The last person named before "يتزعم"."""
    spots = [(hit.span.start - m.end, p.name) for p in found.persons for m in p.mentions]
    return min(((d, name) for d, name in spots if 0 <= d < _NEAR), key=lambda spot: spot[0], default=(0, None))[1]


def _founded(page: Page, hit: Hit) -> EDTF | None:
    part = hit.part("date")
    return next((d.date for d in page.dates if part and d.span.overlaps(part.span)), None)


def _from_titles(found: Reading) -> Iterator[GroupFact]:
    """"قائد اللواء الثامن، أحمد العودة": who leads a group by title."""
    for person in found.persons:
        for role in person.roles:
            fact = _led_by(role.text)
            for group in named_in(found.groups, role.span)[:1] if fact else ():
                yield GroupFact(group, fact or "", person.name, cover((role.span, _nearest(person, role))))


def _led_by(role: str) -> str | None:
    title = fold_phrase(role)
    if _FORMER in title:
        return None
    if title.startswith(tuple(folded(_LEADING, "military_commander"))):
        return "military_commander"
    return "leader" if title.removeprefix("ل").startswith(tuple(folded(_LEADING, "leader"))) else None


def _nearest(person: Person, role: Phrase) -> Span:
    return min(person.mentions or (person.name.span,), key=lambda m: abs(m.start - role.span.end))
