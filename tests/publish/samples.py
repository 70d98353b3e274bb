"""A small store made by hand: a meeting, an agreement with its clause, tallies, ties, a denial, a hostile report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tawthiq.ledger import Batch, Ledger, open_ledger
from tawthiq.model import (
    EDTF,
    OUTLET,
    Bound,
    Claim,
    Code,
    Count,
    Kind,
    Mention,
    Range,
    Ref,
    Report,
    Span,
    Speaker,
    Stance,
    Text,
    Value,
    Voice,
    When,
)
from tawthiq.model.ids import sha256
from tawthiq.register import update

AT = "2024-01-02T03:04:05+00:00"
ANONYMOUS = Speaker(Voice.ANONYMOUS, "مصدر محلي")


def report(name: str, text: str, published: date | None = date(2023, 11, 12), title: str | None = None) -> Report:
    return Report(sha256(text.encode()), text, name, published, title, "صوت الوادي", retrieved=AT)


MEETING = report(
    "meeting",
    "2023-11-12\n"
    "حضر نادر الصبيحي قائد لواء الوادي اجتماع تسيل مع رامز الطلاع القيادي السابق في كتائب السهل.\n"
    "وينص ميثاق الحماية على أنه إذا هوجمت قرية فعلى المجموعات أن ترسل مقاتليها. ونفى مصدر محلي أن يكون رامز الطلاع "
    "قائداً.\n"
    "ووثق مركز الجيدور ما لا يقل عن 29 قتيلاً بين 2022-01-01 و2022-09-30، و12–15 جريحاً.\n"
    "— صوت الوادي (@sawt_alwadi) October 14, 2022\n"
    "A line in English.",
    title='اجتماع تسيل و"الميثاق"',
)
HOSTILE = report(
    "hostile",
    "قال \"</p><script>alert('x')</script> & <b>درعا</b>\" \u202e ثم سكت",
    None,
    "<script>alert(1)</script>",
)
BARE = report("bare", "لا شيء هنا", date(2020, 1, 1))


def at(words: str, of: Report = MEETING) -> Span:
    start = of.text.index(words)
    return Span(start, start + len(words))


def mention(kind: Kind, words: str, of: Report = MEETING) -> Mention:
    return Mention(of.id, kind, at(words, of), words)


def claim(
    subject: Mention,
    field: str,
    value: Value | str,
    words: str | None = None,
    speaker: Speaker = OUTLET,
    stance: Stance = Stance.ASSERTS,
    bound: Bound = Bound.EXACT,
    of: Report = MEETING,
) -> Claim:
    span = at(words, of) if words else subject.span
    held = Text(value) if isinstance(value, str) else value
    return Claim(subject, field, held, span, "hand/1", speaker, stance, bound)


def ref(of: Mention) -> Ref:
    return Ref(of.id, of.label)


def named(*held: Mention, of: Report = MEETING) -> list[Claim]:
    return [claim(each, "name", each.label, of=of) for each in held]


NADER, RAMEZ = mention(Kind.PERSON, "نادر الصبيحي"), mention(Kind.PERSON, "رامز الطلاع")
WADI, SAHL = mention(Kind.GROUP, "لواء الوادي"), mention(Kind.GROUP, "كتائب السهل")
TASIL = mention(Kind.PLACE, "تسيل")
GATHERING = mention(Kind.MEETING, "اجتماع تسيل")
PACT = mention(Kind.AGREEMENT, "ميثاق الحماية")
CLAUSE = mention(Kind.CLAUSE, "إذا هوجمت قرية فعلى المجموعات أن ترسل مقاتليها")
TIE = mention(Kind.AFFILIATION, "القيادي السابق في كتائب السهل")
DEAD, HURT = mention(Kind.TALLY, "29 قتيلاً"), mention(Kind.TALLY, "12–15 جريحاً")
PERIOD = When(EDTF("2022-01-01/2022-09-30"))

CLAIMS = [
    *named(NADER, RAMEZ, WADI, SAHL, TASIL),
    claim(NADER, "role", "قائد لواء الوادي", "قائد لواء الوادي"),
    claim(RAMEZ, "role", "قائداً", "قائداً", ANONYMOUS, Stance.DENIES),
    claim(WADI, "leader", ref(NADER), "نادر الصبيحي قائد لواء الوادي"),
    claim(GATHERING, "attendee", ref(NADER), "نادر الصبيحي"),
    claim(GATHERING, "attendee", ref(RAMEZ), "رامز الطلاع"),
    claim(GATHERING, "place", ref(TASIL), "تسيل"),
    claim(TIE, "person", ref(RAMEZ), "رامز الطلاع"),
    claim(TIE, "group", ref(SAHL), "كتائب السهل"),
    claim(TIE, "status", Code("former"), "السابق"),
    claim(PACT, "description", "ميثاق الحماية"),
    claim(PACT, "status", Code("signed")),
    claim(CLAUSE, "agreement", ref(PACT), "ميثاق الحماية"),
    claim(CLAUSE, "obligation", "أن ترسل مقاتليها", "أن ترسل مقاتليها"),
    claim(DEAD, "metric", Code("killed")),
    claim(DEAD, "value", Count(Range.at_least(29)), "29", bound=Bound.AT_LEAST),
    claim(DEAD, "period", PERIOD, "2022-01-01 و2022-09-30"),
    claim(HURT, "metric", Code("injured")),
    claim(HURT, "value", Count(Range(12, 15)), "12–15"),
]
DARAA = mention(Kind.PLACE, "درعا", HOSTILE)
HOSTILE_CLAIMS = [
    *named(DARAA, of=HOSTILE),
    claim(mention(Kind.STATEMENT, "<script>alert('x')</script>", HOSTILE), "content", "<script>alert('x')</script>"),
    claim(mention(Kind.PERSON, "<b>", HOSTILE), "name", "<b>", of=HOSTILE),
]

BATCHES = (
    Batch([(MEETING, MEETING.text.encode())], CLAIMS),
    Batch([(HOSTILE, HOSTILE.text.encode()), (BARE, BARE.text.encode())], HOSTILE_CLAIMS),
)


def filled(path: Path, batches: tuple[Batch, ...] = BATCHES) -> Ledger:
    """A store of that path with its register; to be closed by whoever asked."""
    ledger = open_ledger(path)
    for batch in batches:
        ledger.append(batch)
    update(ledger)
    return ledger
