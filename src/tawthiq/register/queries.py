"""Questions to the register: a record by id or name, all of them in order, and the words behind them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, select

from tawthiq.errors import AmbiguousError, NotFoundError
from tawthiq.ledger import Ledger
from tawthiq.model import Claim, Count, Judgement, Kind, Report, Standing, Value
from tawthiq.model.records import Record
from tawthiq.register import store
from tawthiq.register.canonical import hash_texts, record_from_json
from tawthiq.register.project import restate
from tawthiq.register.rule import Rule, default_rule
from tawthiq.register.standing import newest, standing_of
from tawthiq.register.tables import record_mentions
from tawthiq.register.tables import records as table
from tawthiq.text.fold import fold_phrase
from tawthiq.text.search import parse_query

_PREFIX = re.compile(r"[0-9a-f]{4,32}")
_AFTER_HEX = "g"
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Behind:
    """A claim with its words: what the record has from it, and what was judged of it.

    `standing` is None where the rule leaves the claim out; `quote` is verbatim report.text[claim.span].
    """

    claim: Claim
    report: Report
    quote: str
    standing: Standing | None
    judgement: Judgement | None

    @property
    def correction(self) -> Value | None:
        """What the judgement that holds says instead of the claim."""
        return self.judgement.correction if self.judgement else None


def get_record(ledger: Ledger, id_prefix: str) -> Record:
    """The record whose id begins so (4 hex digits or more). NotFoundError, AmbiguousError."""
    prefix = id_prefix.strip().lower()
    if not _PREFIX.fullmatch(prefix):
        raise NotFoundError(f"no record {id_prefix!r}: an id is hex digits, and may be cut to the first 4 or more")
    where = (table.c.id >= prefix) & (table.c.id < prefix + _AFTER_HEX)
    found = _bodies(ledger, select(table.c.body).where(where).order_by(table.c.id).limit(_SHOWN))
    if len(found) > 1:
        raise AmbiguousError(f"{id_prefix!r} begins the ids of {', '.join(record.id for record in found)}")
    if not found:
        raise NotFoundError(f"no record {id_prefix!r} in the register")
    return found[0]


def record_of(ledger: Ledger, mention: str) -> Record:
    """The record of a mention, as a Ref names it. NotFoundError."""
    where = (record_mentions.c.mention == mention) & (record_mentions.c.slot == table.c.slot)
    found = _bodies(ledger, select(table.c.body).where(where))
    if not found:
        raise NotFoundError(f"no record of the mention {mention}")
    return found[0]


def find_mention(ledger: Ledger, id_prefix: str) -> str:
    """The mention whose id begins so, or that such a claim is about, or the first of such a record.

    NotFoundError, AmbiguousError.
    """
    prefix = id_prefix.strip().lower()
    c = record_mentions.c.mention
    with ledger.reading() as connection:
        where = (c >= prefix) & (c < prefix + _AFTER_HEX)
        asked = select(c).where(where).order_by(c).limit(_SHOWN)
        found = list(connection.scalars(asked)) if _PREFIX.fullmatch(prefix) else []
    if len(found) > 1:
        raise AmbiguousError(f"{id_prefix!r} begins the ids of the mentions {', '.join(found)}")
    return found[0] if found else _mention_behind(ledger, id_prefix)


def _mention_behind(ledger: Ledger, id_prefix: str) -> str:
    try:
        return get_record(ledger, id_prefix).mentions[0]
    except AmbiguousError:
        raise
    except NotFoundError:
        try:
            return ledger.find_claim(id_prefix).subject.id
        except AmbiguousError:
            raise
        except NotFoundError:
            raise NotFoundError(f"no record, mention or claim {id_prefix!r} in the store") from None


def record_ids_of(ledger: Ledger, mentions: Iterable[str]) -> dict[str, str]:
    """From each of these mentions' ids to its record's."""
    c = record_mentions.c
    asked = select(c.mention, table.c.id).join(table, table.c.slot == c.slot)
    with ledger.reading() as connection:
        return {
            row.mention: row.id
            for part in store.chunks(mentions)
            for row in connection.execute(asked.where(c.mention.in_(part)))
        }


def find_records(ledger: Ledger, kind: Kind | None, name: str) -> list[Record]:
    """Those whose names hold all of the words in any spelling; exactly that name first, then by label and id."""
    words = parse_query(name)
    if not words:
        return []
    asked = select(table.c.body).where(and_(*(store.holding(word.variants) for word in words)))
    if kind is not None:
        asked = asked.where(table.c.kind == kind.value)
    exact = fold_phrase(name)
    return sorted(_bodies(ledger, asked), key=lambda r: (fold_phrase(r.label) != exact, r.label, r.id))


def records(ledger: Ledger, kind: Kind | None = None) -> Iterator[Record]:
    """All records, or those of one kind, by kind, label and id; some hundreds are in memory at a time."""
    asked = select(table.c.slot, table.c.kind, table.c.label, table.c.id)
    if kind is not None:
        asked = asked.where(table.c.kind == kind.value)
    with ledger.reading() as connection:
        # Sorted here, since databases sort letters each in their own way.
        rows = sorted(connection.execute(asked), key=lambda row: (row.kind, row.label, row.id))
        for part in store.chunks(row.slot for row in rows):
            held = store.records_in(connection, part)
            yield from (held[slot] for slot in part)


def stored_hash(ledger: Ledger) -> str:
    """`register_hash` of the register as it is stored."""
    with ledger.reading() as connection:
        return hash_texts(connection.scalars(select(table.c.body).order_by(table.c.id)))


def claims_behind(ledger: Ledger, record: Record, rule: Rule | None = None) -> list[Behind]:
    """All claims about a record's mentions with their words, also those denied, rejected, corrected or left out.

    By predicate, then by the report's date and name, then by place in its text.
    """
    return sorted(_behind(ledger, ledger.claims_of(record.mentions), rule), key=_order)


def counted(ledger: Ledger, held: Iterable[Record]) -> dict[str, Claim]:
    """The claims behind the counts of these records, by id: their bounds say how the words limit each number."""
    said = (attested for record in held for _, attested in restate(record) if isinstance(attested.value, Count))
    return {claim.id: claim for claim in ledger.claims_by_id({id_ for attested in said for id_ in attested.claims})}


def to_review(ledger: Ledger, kind: Kind | None = None, limit: int = 20, rule: Rule | None = None) -> list[Behind]:
    """Claims that nobody has judged and that still count, the machine's least sure first."""
    found: list[Behind] = []
    for some in store.chunks(claim.id for claim in ledger.unjudged(kind)):
        by_id = {each.claim.id: each for each in _behind(ledger, ledger.claims_by_id(some), rule)}
        found += [by_id[id_] for id_ in some if by_id[id_].standing is not Standing.REJECTED]
        if len(found) >= limit:
            break
    return found[:limit]


def _behind(ledger: Ledger, claims: Sequence[Claim], rule: Rule | None) -> list[Behind]:
    verdicts = newest(ledger.judgements_on({each for claim in claims for each in (claim.id, claim.report)}))
    reports = {id_: ledger.report(id_) for id_ in sorted({claim.report for claim in claims})}
    return [
        Behind(
            claim,
            reports[claim.report],
            claim.span.of(reports[claim.report].text),
            standing_of(claim, verdicts, rule or default_rule()),
            verdicts.get((claim.id,)),
        )
        for claim in claims
    ]


def _order(each: Behind) -> tuple[str, str, str, int, str]:
    published = each.report.published.isoformat() if each.report.published else ""
    return each.claim.predicate, published, each.report.name, each.claim.span.start, each.claim.id


def _bodies(ledger: Ledger, asked: Select[Any]) -> list[Record]:
    with ledger.reading() as connection:
        return [record_from_json(json.loads(body)) for body in connection.scalars(asked)]
