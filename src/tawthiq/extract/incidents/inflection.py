"""Forms of a verb that a lexicon need not list: persons, genders and numbers made from its past tense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.text.fold import fold_word

_FORM_III, _FORM_VII = 4, 5


def inflected(cell: str) -> str:
    """The cell of a lexicon with the forms of its verbs added; those that it lists with their feminine are verbs."""
    return "|".join(_with_forms(form, _roots(cell)) for form in cell.split("|"))


def _roots(cell: str) -> Sequence[str]:
    words = {fold_word(word) for form in cell.split("|") if form for word in form.split(maxsplit=1)[0].split("/")}
    return [word for word in sorted(words) if _stem(word) + "ت" in words and not word.endswith("ه")]


def _with_forms(form: str, roots: Sequence[str]) -> str:
    """The first word of a form with the other forms of its verb as alternatives."""
    head, *rest = form.split()
    words = [fold_word(word) for word in head.split("/")]
    added = [made for word in words if word in roots for made in _made(word) if made not in words]
    return " ".join(["/".join(dict.fromkeys((head, *added))), *rest])


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("ي") else word


def _made(word: str) -> Iterator[str]:
    """The plural and duals of "خطف", the passive of "ألقى", مهاجمة of "هاجم", اختطاف of "اختطف".

    The present too often tells of habits to be made.
    """
    if len(word) == _FORM_III and word[1] == "ا":
        yield "م" + word + "ه"
    if len(word) >= _FORM_VII and word.startswith("ا") and not word.endswith("ي"):
        yield word[:-1] + "ا" + word[-1]
    if word.endswith("ي"):
        yield from (_stem(word) + ending for ending in ("ت", "وا", "تا"))
        yield from (word + ending for ending in ("ت", "ا", "تا"))
    else:
        yield from (word + ending for ending in ("ت", "وا", "ا", "تا"))
