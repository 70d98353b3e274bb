"""What a documentation office does with a report, on both databases."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from tawthiq.errors import AmbiguousError, NotFoundError, UsageError
from tawthiq.ledger import Batch, Ledger
from tawthiq.model import (
    Code,
    Count,
    Kind,
    Mention,
    Range,
    Report,
    Span,
    Speaker,
    Stance,
    Standing,
    Text,
    Verdict,
    Voice,
)
from tawthiq.model.records import Incident, Person, Place, Record
from tawthiq.register.judge import judge_claim, judge_pair, restore, retract
from tawthiq.register.queries import (
    claims_behind,
    find_records,
    get_record,
    record_ids_of,
    record_of,
    records,
    stored_hash,
)
from tawthiq.register.update import rebuild, update
from tests.register.examples import claim, mention_in, named


def report(name: str, day: int, text: str) -> Report:
    return Report(hashlib.sha256(text.encode()).hexdigest(), text, name, date(2023, 11, day))


FIRST = report(
    "نوى ١", 11, "اغتال مجهولون محمد أبازيد في مدينة نوى، وقُتل معه شخص. ونفى مصدر انتماءه إلى اللواء الثامن."
)
SECOND = report("نوى ٢", 12, "قُتل محمد ابازيد الملقب أبو عمر وشخصان آخران باغتيال في نوى.")

MAN, MAN_TOO = mention_in(FIRST, Kind.PERSON, "محمد أبازيد"), mention_in(SECOND, Kind.PERSON, "محمد ابازيد")
TOWN, TOWN_TOO = mention_in(FIRST, Kind.PLACE, "نوى"), mention_in(SECOND, Kind.PLACE, "نوى")
KILLING, KILLING_TOO = mention_in(FIRST, Kind.INCIDENT, "اغتال"), mention_in(SECOND, Kind.INCIDENT, "اغتيال")

ALIAS = claim(MAN_TOO, "alias", "أبو عمر")
DENIED = claim(MAN, "group", "اللواء الثامن", Stance.DENIES, Speaker(Voice.ANONYMOUS, "مصدر"))
TWO, THREE = (claim(m, "killed", Count(Range.exactly(n))) for m, n in ((KILLING, 2), (KILLING_TOO, 3)))
CLAIMS = [named(MAN), named(MAN_TOO), named(TOWN), named(TOWN_TOO), ALIAS, DENIED, TWO, THREE]


@pytest.fixture
def office(ledger: Ledger) -> Ledger:
    ledger.append(Batch([(each, each.text.encode()) for each in (FIRST, SECOND)], CLAIMS))
    update(ledger)
    return ledger


def person(ledger: Ledger, mention: str = MAN.id) -> Person:
    record = record_of(ledger, mention)
    assert isinstance(record, Person)
    return record


def labels(found: list[Record]) -> list[str]:
    return [record.label for record in found]


def test_a_town_of_two_reports_is_one_record_and_a_man_is_two_until_judged(office: Ledger) -> None:
    assert [(r.kind, r.label) for r in records(office)] == [
        (Kind.INCIDENT, "اغتال"),
        (Kind.INCIDENT, "اغتيال"),
        (Kind.PERSON, "محمد أبازيد"),
        (Kind.PERSON, "محمد ابازيد"),
        (Kind.PLACE, "نوى"),
    ]
    assert [type(r) for r in records(office, Kind.PLACE)] == [Place]


def test_a_merge_and_its_undoing(office: Ledger) -> None:
    before = stored_hash(office)
    merged = judge_pair(office, MAN.id, MAN_TOO.id, Verdict.SAME, "سعاد", "الاسم والمدينة واليوم")
    assert len(merged.made) == 1
    assert len(merged.gone) == 2
    assert person(office) == person(office, MAN_TOO.id)
    assert [str(each.value) for each in person(office).alias] == ["أبو عمر"]
    undone = judge_pair(office, MAN_TOO.id, MAN.id, Verdict.DIFFERENT, "سعاد", "الأب غير الأب")
    assert undone.gone == merged.made
    assert stored_hash(office) == before


def test_two_reports_of_one_killing_keep_both_counts(office: Ledger) -> None:
    judge_pair(office, KILLING.id, KILLING_TOO.id, Verdict.SAME, "سعاد")
    incident = record_of(office, KILLING.id)
    assert isinstance(incident, Incident)
    assert [str(each.value) for each in incident.killed] == ["2", "3"]
    judge_claim(office, THREE, Verdict.ACCEPTED, "سعاد", "ثلاثة أسماء")
    incident = record_of(office, KILLING.id)
    assert isinstance(incident, Incident)
    assert [(str(each.value), each.standing) for each in incident.killed] == [
        ("3", Standing.ACCEPTED),
        ("2", Standing.PROPOSED),
    ]


def test_a_correction(office: Ledger) -> None:
    judge_claim(office, ALIAS, Verdict.CORRECTED, "سعاد", "خطأ مطبعي", correction=Text("أبو عمرو"))
    [alias] = person(office, MAN_TOO.id).alias
    assert (str(alias.value), alias.standing, alias.claims) == ("أبو عمرو", Standing.ACCEPTED, (ALIAS.id,))
    [behind] = [each for each in claims_behind(office, person(office, MAN_TOO.id)) if each.claim == ALIAS]
    assert behind.claim.value == Text("أبو عمر")
    assert behind.judgement is not None
    assert behind.judgement.why == "خطأ مطبعي"


def test_an_accepted_denial_stays_contested(office: Ledger) -> None:
    judge_claim(office, DENIED, Verdict.ACCEPTED, "سعاد")
    [group] = person(office).group
    assert group.standing is Standing.CONTESTED


def test_every_record_shows_its_claims_with_their_words_also_the_contradicting_ones(office: Ledger) -> None:
    judge_pair(office, MAN.id, MAN_TOO.id, Verdict.SAME, "سعاد")
    judge_claim(office, named(MAN_TOO), Verdict.REJECTED, "سعاد")
    shown = [
        (each.claim.predicate, each.report.name, each.quote, each.claim.stance, each.standing)
        for each in claims_behind(office, person(office))
    ]
    assert shown == [
        ("alias", "نوى ٢", "محمد ابازيد", Stance.ASSERTS, Standing.PROPOSED),
        ("group", "نوى ١", "محمد أبازيد", Stance.DENIES, Standing.CONTESTED),
        ("name", "نوى ١", "محمد أبازيد", Stance.ASSERTS, Standing.PROPOSED),
        ("name", "نوى ٢", "محمد ابازيد", Stance.ASSERTS, Standing.REJECTED),
    ]


def test_a_retracted_report_counts_no_more_and_stays_visible(office: Ledger) -> None:
    before = stored_hash(office)
    retract(office, SECOND.id, "سعاد", "نفى الموقع الخبر")
    assert {a.standing for a in person(office, MAN_TOO.id).name} == {Standing.REJECTED}
    place = record_of(office, TOWN.id)
    assert isinstance(place, Place)
    assert [(a.standing, len(a.claims)) for a in place.name] == [(Standing.PROPOSED, 2)]
    restore(office, SECOND.id, "سعاد", "عاد فأكده")
    assert stored_hash(office) == before


def test_a_person_is_found_by_any_spelling_of_any_name(office: Ledger) -> None:
    for name in ("محمد إبازيد", "ابازيد محمد", "أبا زيد"):
        assert set(labels(find_records(office, Kind.PERSON, name))) == {"محمد أبازيد", "محمد ابازيد"}, name
    assert labels(find_records(office, Kind.PERSON, "ابو عمر")) == ["محمد ابازيد"]
    assert labels(find_records(office, None, "نوي")) == ["نوى"]
    assert find_records(office, Kind.PERSON, "نوى") == find_records(office, None, "؟!") == []


def test_a_record_is_had_by_the_beginning_of_its_id(office: Ledger) -> None:
    record = person(office)
    assert get_record(office, record.id[:10].upper()) == record
    assert record_ids_of(office, [MAN.id, "0" * 32]) == {MAN.id: record.id}
    for words in ("abc", "محمد", "0" * 32):
        with pytest.raises(NotFoundError):
            get_record(office, words)
    with pytest.raises(NotFoundError):
        record_of(office, "0" * 32)


def test_an_id_that_is_cut_too_short_names_those_that_it_fits(ledger: Ledger) -> None:
    text = "نوى " * 600
    many = report("كثير", 13, text)
    subjects = [Mention(many.id, Kind.INCIDENT, Span(at, at + 3), "نوى") for at in range(0, 2400, 4)]
    ledger.append(Batch([(many, text.encode())], [claim(each, "type", Code("killing")) for each in subjects]))
    update(ledger)
    prefixes = [record.id[:4] for record in records(ledger)]
    twice = [prefix for prefix in prefixes if prefixes.count(prefix) > 1]
    assert twice, "600 ids and 65,536 prefixes: some must meet"
    with pytest.raises(AmbiguousError, match=twice[0]):
        get_record(ledger, twice[0])


def test_a_verdict_that_does_not_fit_is_refused(office: Ledger) -> None:
    with pytest.raises(UsageError, match="accepted, rejected, corrected"):
        judge_claim(office, ALIAS, Verdict.SAME, "سعاد")
    with pytest.raises(UsageError, match="same, different, unsure"):
        judge_pair(office, MAN.id, MAN_TOO.id, Verdict.ACCEPTED, "سعاد")
    with pytest.raises(UsageError, match="itself"):
        judge_pair(office, MAN.id, MAN.id, Verdict.SAME, "سعاد")


def test_a_judgement_may_come_before_what_it_judges(ledger: Ledger) -> None:
    """Two offices exchange ledgers, and the judgements come first."""
    judge_pair(ledger, MAN.id, MAN_TOO.id, Verdict.SAME, "سعاد")
    judge_pair(ledger, TOWN.id, TOWN_TOO.id, Verdict.DIFFERENT, "سعاد")
    judge_claim(ledger, ALIAS, Verdict.REJECTED, "سعاد")
    retract(ledger, FIRST.id, "سعاد")
    for each in (FIRST, SECOND):
        mine = [one for one in CLAIMS if one.report == each.id]
        ledger.append(Batch([(each, each.text.encode())], mine))
        update(ledger)
    assert person(ledger) == person(ledger, MAN_TOO.id)
    assert [a.standing for a in person(ledger).alias] == [Standing.REJECTED]
    assert record_of(ledger, TOWN.id) != record_of(ledger, TOWN_TOO.id)
    before = stored_hash(ledger)
    rebuild(ledger)
    assert stored_hash(ledger) == before
