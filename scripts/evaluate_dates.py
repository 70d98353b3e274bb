"""Compare the dates that find_dates reads with the date tags of the training corpus (without its test part).

Usage: python scripts/evaluate_dates.py [--list] [--sentences DIR]

A tag counts as read where a date found on its words means the same days. Habits of the annotators are allowed for: a
date after منذ or حتى (relation since, until) equals the interval that it opens or closes, if the other end is the
report's day, the day before, the month before, or open, and also the day itself at which it opens or closes; an
approximate date, or the month or year of which a part is named ("مطلع آب"), equals a day or month within it; a tag
without a date equals a phrase left open. Lengths ("خلال يومين") have no date, as only the sense tells whence they
count: a tag on one is right where it is read as a length, by find_dates or as a quantity of time.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from tawthiq.extract.corpus import Row, TagName, read_rows
from tawthiq.model import EDTF, Span
from tawthiq.text.date_words import match
from tawthiq.text.dates import DateMention, Relation, find_dates
from tawthiq.text.numbers import QuantityKind, find_quantities
from tawthiq.text.tokens import tokenize

SENTENCES = Path(__file__).resolve().parent.parent / "training" / "sentences"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A date tag, what was found on its words, and whether both mean the same; `is_length`: read as a length."""

    sentence: str
    published: date
    phrase: str
    wanted: str
    found: tuple[str, ...]
    equal: bool
    is_length: bool


def same_date(wanted: EDTF | None, mention: DateMention, published: date, *, rough: bool = False) -> bool:
    """Whether a date found means what the tag says, in a report of that day; `rough`: a part of a period is named."""
    if wanted is None or mention.date is None:
        return wanted is None and mention.date is None
    if _days(wanted) == _days(mention.date):
        return True
    first, last = _days(mention.date)
    rough = rough or (mention.date.text.endswith("~") and wanted.is_day)
    if rough and (_holds(mention.date, wanted) or _holds(wanted, mention.date)):
        return True
    if mention.relation is Relation.SINCE and first == wanted.earliest:
        return wanted.latest == first or _is_now(wanted.end, published)
    if mention.relation is Relation.UNTIL and last == wanted.latest:
        return wanted.earliest == last or _is_now(wanted.start, published)
    return False


def _holds(wide: EDTF, narrow: EDTF) -> bool:
    (first, last), (start, end) = _days(wide), _days(narrow)
    return (
        first is not None
        and last is not None
        and start is not None
        and end is not None
        and first <= start
        and end <= last
    )


def _days(when: EDTF) -> tuple[date | None, date | None]:
    return when.earliest, when.latest


def _is_now(point: str, published: date) -> bool:
    """An open end, a day, month or year that holds the report's day or the day before, or the month before it."""
    if point in {"", ".."}:
        return True
    first, last = _days(EDTF(point))
    near = (published, published - timedelta(days=1 if point.count("-") != 1 else published.day))
    return first is not None and last is not None and any(first <= day <= last for day in near)


def compare(rows: Iterable[Row]) -> Iterator[Comparison]:
    """All date tags of the rows; the sentences of one report are read together, as one text."""
    for _, group in groupby((row for row in rows if row.split != "test"), key=lambda row: row.report):
        yield from _compare_report(list(group))


def _compare_report(rows: Sequence[Row]) -> Iterator[Comparison]:
    text = "\n".join(row.text for row in rows)
    published = rows[0].published
    tokens = tokenize(text)
    mentions = find_dates(tokens, text, published)
    lengths = [q.core for q in find_quantities(tokens) if q.kind is QuantityKind.DURATION]
    lengths += [m.span for m in mentions if m.length]
    parts = [token.start for at, token in enumerate(tokens) if match(tokens, at, "part_of_period")]
    offset = 0
    for row in rows:
        for tag in (tag for tag in row.tags if tag.name is TagName.DATE):
            span = Span(tag.span.start + offset, tag.span.end + offset)
            edtf = tag.attributes.get("edtf", "")
            wanted = EDTF(edtf) if edtf else None
            on_words = [m for m in mentions if m.span.start < span.end and span.start < m.span.end]
            found = tuple(m.date.text if m.date else "" for m in on_words)
            is_length = not any(found) and any(length.overlaps(span) for length in lengths)
            rough = any(start in range(span.start, span.end) for start in parts)
            equal = is_length or any(same_date(wanted, m, published, rough=rough) for m in on_words)
            equal = equal or (wanted is None and not on_words)
            yield Comparison(row.id, published, span.of(text), edtf, found, equal, is_length)
        offset += len(row.text) + 1


def read_corpus(folder: Path) -> Iterator[Row]:
    for path in sorted(folder.glob("*.tsv")):
        yield from read_rows(path.read_text(encoding="utf-8").splitlines(), path.name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=Path, default=SENTENCES)
    parser.add_argument("--list", action="store_true", help="print every tag that was read differently")
    options = parser.parse_args()
    results = list(compare(read_corpus(options.sentences)))
    dated = [result for result in results if not result.is_length]
    for name, some in (("all date tags", results), ("without lengths", dated)):
        right = sum(result.equal for result in some)
        print(f"{name}: {right} of {len(some)} equal, {right / max(1, len(some)):.4f}")
    for result in results if options.list else []:
        if not result.equal:
            print(result.sentence, result.published, result.phrase, result.wanted, result.found, sep="\t")


if __name__ == "__main__":
    main()
