"""The word lists that tell names from other words, folded and cached."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from tawthiq.extract.entities.office import names
from tawthiq.extract.entities.tries import Entry, Trie
from tawthiq.text.fold import fold_phrase, fold_phrases, fold_word
from tawthiq.text.tables import column, table

ARTICLE = "ال"


def bare(norm: str) -> str:
    """The word without its article, if it has one."""
    return norm[2:] if norm.startswith(ARTICLE) and len(norm) > 4 else norm


def definite(norm: str) -> bool:
    return norm.startswith(ARTICLE) and len(norm) > 4


@cache
def words(role: str) -> frozenset[str]:
    """The folded words of one role in entity_words.tsv."""
    rows = (row for row in table("lexicon/entity_words.tsv") if row["role"] == role)
    forms = (form for row in rows for form in row["forms"].split("|") if form)
    return frozenset(forms if role == "spelled" else map(norm_of, forms))


@lru_cache(maxsize=65536)
def norm_of(word: str) -> str:
    """The folded word; a particle that would fold to a name (على to علي) keeps its spelling."""
    return word if word in words("spelled") else fold_word(word)


@cache
def given_names() -> Mapping[str, bool]:
    """Folded given names of one word → whether the word is ordinary as well."""
    return _names("given_names.tsv")


@cache
def family_names() -> Mapping[str, bool]:
    return _names("family_names.tsv")


def _names(name: str) -> Mapping[str, bool]:
    rows = list(names(name))
    folded = zip(fold_phrases(row["name"] for row in rows), rows, strict=True)
    return {norm: row["common"] == "1" for norm, row in folded if " " not in norm}


@cache
def compound_names() -> Trie:
    """Given and family names of several words (آل سعود, عبد الله, نور الدين)."""
    trie = Trie()
    for name in ("given_names.tsv", "family_names.tsv"):
        for row in names(name):
            if " " in row["name"]:
                trie.add(row["name"], Entry("", name, "", row["common"] == "1"))
    return trie


def verbal(norm: str) -> bool:
    """Whether an unknown word has the endings or the beginning of a verb, a plural or a word with a pronoun."""
    if definite(norm):
        return norm.endswith(("ون", "ات"))
    return norm.endswith(tuple(words("verb_end"))) or (norm[0] == "ي" and len(norm) > 4) or norm[:2] in ("ست", "تت")


@cache
def titles() -> Trie:
    """Titles, trades and kin; an entry's kind is the kind of title, its country the number (singular, dual, plural)."""
    trie, other = Trie(), words("alias") | words("called")
    for row in table("lexicon/titles.tsv"):
        if fold_word(row["title"]) in other:
            continue
        trie.add(row["title"], Entry("", row["kind"], row["number"], False))
    return trie


@cache
def nationalities() -> Mapping[str, str]:
    """Adjectives of countries and peoples, with and without ال → the country's code, which may be empty."""
    found: dict[str, str] = {}
    for row in table("lexicon/nationalities.tsv"):
        for form in f"{row['adjective_m']}|{row['adjective_f']}|{row['plural']}".split("|"):
            for norm in (fold_word(form), bare(fold_word(form))):
                found.setdefault(norm, row["country"])
    return {norm: country for norm, country in found.items() if norm}


@cache
def group_heads() -> Mapping[str, tuple[str, bool]]:
    """Folded head of one word → its kind of group, and whether it is part of the name."""
    rows = table("lexicon/group_heads.tsv")
    heads = {fold_word(row["head"]): (row["kind"], row["part_of_name"] == "yes") for row in rows}
    return {head: value for head, value in heads.items() if " " not in head}


@cache
def place_heads() -> Mapping[str, tuple[str, bool]]:
    rows = table("lexicon/place_heads.tsv")
    heads = {fold_phrase(row["head"]): (row["kind"], row["part_of_name"] == "1") for row in rows}
    return {head: value for head, value in heads.items() if " " not in head}


@cache
def ordinary_words() -> frozenset[str]:
    """Words that are no part of an unknown name: the frequent ones, heads, verbs of saying, the closed classes."""
    saying = (form for row in table("lexicon/saying.tsv") for form in row["forms"].split("|"))
    listed = set(fold_phrases([*column("lexicon/ordinary_words.tsv", "word"), *saying]))
    return frozenset(listed | words("never_name") | set(group_heads()) | set(place_heads()))


@cache
def is_ordinary(norm: str) -> bool:
    """Whether the word, or what is left of it without the particles that can precede it, is an ordinary word."""
    ordinary = ordinary_words()
    if norm in ordinary or (norm[:2] in ("لل", "بال", "وا", "فا") and "ا" + norm[1:] in ordinary):
        return True
    if definite(norm):
        return norm[2:] in ordinary
    if ARTICLE + norm in ordinary or (norm[-1:] == "ه" and norm[:-1] in ordinary):
        return True
    return len(norm) > 3 and norm[0] in "وفبل" and (norm[1:] in ordinary or bare(norm[1:]) in ordinary)
