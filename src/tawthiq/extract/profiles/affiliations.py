"""Ties of persons to groups: current, former, or merely close."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from tawthiq.extract.facts import Affiliation, Delegation, Person, Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import Hit, find, named_in
from tawthiq.model import AffiliationStatus, Span, cover
from tawthiq.text.fold import fold_phrase
from tawthiq.text.tables import folded, table

_NEAR = 220
_REPRESENTATIVE = "ممثل"


@cache
def _status_words() -> Mapping[str, AffiliationStatus]:
    rows = table("lexicon/affiliation_words.tsv")
    return {fold_phrase(row["word"]): AffiliationStatus(row["status"]) for row in rows}


def status_of(role: str) -> AffiliationStatus:
    """Former or close where a word of the role says so, else current."""
    folded = f" {fold_phrase(role)} "
    hits = (status for word, status in _status_words().items() if f" {word}" in folded)
    return next(hits, AffiliationStatus.CURRENT)


def read_affiliations(page: Page, found: Reading) -> Reading:
    """From titles, from what is told of a person, from delegations of a body, from credits of a post."""
    rows = [*_from_titles(found), *_told(page, found), *_delegated(found), *_credited(found)]
    first: dict[tuple[str, str, AffiliationStatus], Affiliation] = {}
    for row in rows:
        first.setdefault((row.person.text, row.group.text, row.status), row)
    persons = tuple(_with_groups(found, person, first.values()) for person in found.persons)
    return replace(found, persons=persons, affiliations=found.affiliations + tuple(first.values()))


def _with_groups(found: Reading, person: Person, rows: Iterable[Affiliation]) -> Person:
    """The named groups to which the person belongs or belonged join those of the titles."""
    names = {group.name for group in found.groups}
    own = [r.group for r in rows if r.person == person.name and r.status is not AffiliationStatus.CLOSE_TO]
    return replace(person, groups=_once([*person.groups, *(group for group in own if group in names)]))


def _once(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Each wording once: a group named in two spellings of its place is one."""
    return tuple({fold_phrase(phrase.text): phrase for phrase in reversed(list(phrases))}.values())[::-1]


def _from_titles(found: Reading) -> Iterator[Affiliation]:
    for person in found.persons:
        for role in person.roles:
            for group in named_in(found.groups, role.span):
                near = min(person.mentions or (person.name.span,), key=lambda m: abs(m.start - role.span.end))
                yield Affiliation(person.name, group, status_of(role.text), cover((role.span, near)), role)


def _told(page: Page, found: Reading) -> Iterator[Affiliation]:
    for hit in find(page, "affiliations"):
        group, role = hit.part("group"), hit.part("role")
        person = _person_near(found, hit) if group else None
        if person is None or group is None or any(m.overlaps(group.span) for m in person.mentions):
            continue
        named = next(iter(named_in(found.groups, group.span)), None)
        if named is not None or _is_group_noun(hit):
            status = AffiliationStatus(hit.pattern.meaning["status"])
            yield Affiliation(person.name, named or group, status, hit.span, role)


def _is_group_noun(hit: Hit) -> bool:
    """Nameless groups ("ميليشيا محلية") count where somebody leads them."""
    role = hit.part("role")
    return role is not None and fold_phrase(role.text) in folded("lexicon/leading_words.tsv", "verb")


def _person_near(found: Reading, hit: Hit) -> Person | None:
    """The last person named before the words, or the first after them, within reach."""
    after = hit.pattern.meaning["where"] == "after"
    spots = [(m, person) for person in found.persons for m in person.mentions]
    if after:
        ahead = [(m.start - hit.span.end, p) for m, p in spots if 0 <= m.start - hit.span.end < _NEAR]
    else:
        ahead = [(hit.span.start - m.end, p) for m, p in spots if 0 <= hit.span.start - m.end < _NEAR]
    return min(ahead, key=lambda spot: spot[0])[1] if ahead else None


def _delegated(found: Reading) -> Iterator[Affiliation]:
    """Those who came for a body ("عن مركزية مدينة درعا حضر …") represent it."""
    for row in found.delegations:
        for group in _bodies(found, row):
            for name in row.delegates:
                yield Affiliation(name, group, AffiliationStatus.CURRENT, row.quote, Phrase(row.quote, _REPRESENTATIVE))


def _bodies(found: Reading, row: Delegation) -> list[Phrase]:
    """A body named around the area for which they came."""
    reach = Span(row.quote.start, row.quote.start + 40)
    return [g.name for g in found.groups if any(m in reach and row.area.text in g.name.text for m in g.mentions)]


def _credited(found: Reading) -> Iterator[Affiliation]:
    for post in found.posts:
        for credit in post.credits:
            yield Affiliation(credit, post.author, AffiliationStatus.CURRENT, post.quote)
