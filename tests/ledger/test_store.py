from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from tawthiq.errors import AmbiguousError, NotFoundError, StoreError
from tawthiq.ledger import Added, Batch, Ledger, News, open_ledger
from tawthiq.model import Judgement, Kind, Span, Verdict
from tests.ledger.samples import AT, batch_of, batches, claim, mention, report


def content(ledger: Ledger) -> tuple[object, ...]:
    reports = list(ledger.reports())
    originals = [ledger.original(r.sha256) for r in reports]
    return reports, originals, list(ledger.claims()), list(ledger.judgements())


def test_what_goes_in_comes_out(ledger: Ledger) -> None:
    batch = batch_of(1)
    assert ledger.append(batch) == Added(1, 3, 2, 1)
    ((stored, data),) = batch.reports
    assert ledger.report(stored.id) == stored
    assert ledger.has_report(stored.id)
    assert not ledger.has_report("0" * 32)
    assert ledger.original(stored.sha256) == data
    assert set(ledger.claims()) == set(batch.claims)
    assert ledger.claim(batch.claims[0].id) == batch.claims[0]
    assert set(ledger.judgements()) == set(batch.judgements)


def test_the_same_batch_again_adds_nothing(ledger: Ledger) -> None:
    ledger.append(batch_of(1))
    before = content(ledger)
    again = ledger.append(batch_of(1))
    assert not again
    assert again.position == ledger.position() == 1
    assert content(ledger) == before


def test_a_thing_twice_in_a_batch_is_stored_once(ledger: Ledger) -> None:
    one = batch_of(1)
    twice = Batch([*one.reports, *one.reports], [*one.claims, *one.claims], [*one.judgements, *one.judgements])
    assert ledger.append(twice) == Added(1, 3, 2, 1)


def test_an_empty_batch_makes_no_link(ledger: Ledger) -> None:
    assert ledger.append(Batch()) == Added()
    assert ledger.position() == 0


def test_two_reports_share_one_original(ledger: Ledger) -> None:
    first, data = report("نص", published=date(2023, 1, 1))
    second, _ = report("نص", published=date(2023, 1, 2))
    assert ledger.append(Batch([(first, data), (second, data)])).reports == 2
    assert list(ledger.reports()) == [first, second]
    assert ledger.original(first.sha256) == data


def test_reports_are_in_order_of_publication(ledger: Ledger) -> None:
    days = [date(2023, 5, 1), None, date(2021, 1, 1)]
    ledger.append(Batch([report(f"نص {n}", published=day) for n, day in enumerate(days)]))
    assert [r.published for r in ledger.reports()] == [None, date(2021, 1, 1), date(2023, 5, 1)]


def test_a_claim_needs_its_report(ledger: Ledger) -> None:
    made, _ = report("قتل أحمد")
    with pytest.raises(StoreError, match="which the store does not have"):
        ledger.append(Batch(claims=[claim(mention(made, "أحمد"))]))
    assert ledger.position() == 0


def test_bytes_must_be_those_of_the_report(ledger: Ledger) -> None:
    made, _ = report("نص")
    with pytest.raises(StoreError, match="do not give its SHA-256"):
        ledger.append(Batch([(made, b"other")]))


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_text_that_no_database_holds_is_refused_on_all(ledger: Ledger, text: str) -> None:
    judgement = Judgement(("0" * 32,), Verdict.ACCEPTED, "reviewer", AT, text)
    with pytest.raises(StoreError, match="cannot be stored"):
        ledger.append(Batch(judgements=[judgement]))


def test_a_refused_batch_leaves_nothing_behind(ledger: Ledger) -> None:
    good = batch_of(1)
    with pytest.raises(StoreError):
        ledger.append(Batch(good.reports, good.claims, [Judgement(("0" * 32,), Verdict.ACCEPTED, "\0", AT)]))
    assert content(ledger) == ([], [], [], [])
    assert ledger.search("أحمد") == []


def test_claims_by_report_and_by_mention(ledger: Ledger) -> None:
    one, two = batch_of(1), batch_of(2)
    ledger.append(one)
    ledger.append(two)
    report_id = one.reports[0][0].id
    assert set(ledger.claims(report=report_id)) == set(one.claims)
    assert set(ledger.claims_in([report_id])) == set(one.claims)
    person = one.claims[0].subject
    assert set(ledger.claims_of([person.id])) == {c for c in one.claims if c.subject == person}
    assert ledger.claims_of([]) == []
    assert ledger.claims_by_id([one.claims[0].id, "0" * 32]) == [one.claims[0]]


def test_many_ids_are_asked_in_portions(ledger: Ledger) -> None:
    batch = batch_of(1)
    ledger.append(batch)
    many = [f"{n:032x}" for n in range(1200)] + [c.subject.id for c in batch.claims]
    assert len(ledger.claims_of(many)) == 3


def test_mentions_are_distinct(ledger: Ledger) -> None:
    batch = batch_of(1)
    ledger.append(batch)
    assert sorted(ledger.mentions(), key=lambda m: m.id) == list(ledger.mentions())
    assert set(ledger.mentions()) == {c.subject for c in batch.claims}
    assert [m.label for m in ledger.mentions(Kind.PLACE)] == ["درعا"]


def test_judgements_on_things_and_on_pairs(ledger: Ledger) -> None:
    batch = batch_of(1)
    ledger.append(batch)
    on_claim, on_pair = batch.judgements
    assert ledger.judgements_on([batch.claims[0].id]) == [on_claim]
    assert ledger.judgements_on(on_pair.target) == []
    for mention_id in on_pair.target:
        assert ledger.judgements_among([mention_id]) == [on_pair]
    assert ledger.judgements_among(on_pair.target) == [on_pair]
    assert ledger.judgements_by_id([on_pair.id]) == [on_pair]


def test_judgements_come_oldest_first(ledger: Ledger) -> None:
    verdicts = [Judgement(("0" * 32,), Verdict.ACCEPTED, "a", f"2024-01-0{day}T00:00:00Z") for day in (3, 1, 2)]
    ledger.append(Batch(judgements=verdicts))
    assert [j.at[9] for j in ledger.judgements()] == ["1", "2", "3"]


def test_news_since_a_position(ledger: Ledger) -> None:
    ledger.append(batch_of(1))
    position = ledger.position()
    assert ledger.new_since(position) == News((), (), ())
    batch = batch_of(2)
    ledger.append(batch)
    news = ledger.new_since(position)
    assert news.reports == (batch.reports[0][0].id,)
    assert set(news.claims) == {c.id for c in batch.claims}
    assert set(news.judgements) == {j.id for j in batch.judgements}


def test_a_beginning_of_an_id_is_enough(ledger: Ledger) -> None:
    batch = batch_of(1)
    ledger.append(batch)
    made = batch.reports[0][0]
    assert ledger.find_claim(batch.claims[1].id[:8]) == batch.claims[1]
    assert ledger.find_report(made.id[:8].upper()) == made
    assert ledger.find_report("r1") == made


@pytest.mark.parametrize("words", ["abc", "zzzz", "", "0000%", "لا يوجد"])
def test_what_is_not_there_is_not_found(ledger: Ledger, words: str) -> None:
    ledger.append(batch_of(1))
    with pytest.raises(NotFoundError):
        ledger.find_claim(words)
    with pytest.raises(NotFoundError):
        ledger.find_report(words)


def test_what_fits_several_is_ambiguous(ledger: Ledger) -> None:
    ledger.append(Batch([report(f"نص {n}", name="same") for n in range(2)]))
    with pytest.raises(AmbiguousError, match="fits more than one report"):
        ledger.find_report("same")


def test_getting_what_is_not_there_says_so(ledger: Ledger) -> None:
    for get in (ledger.report, ledger.claim, ledger.original):
        with pytest.raises(NotFoundError, match="in the store"):
            get("0" * 32)


def test_the_union_of_two_is_the_same_from_either_side(new_store: Callable[[], str]) -> None:
    with open_ledger(new_store()) as one, open_ledger(new_store()) as two:
        for number in (1, 2, 3):
            one.append(batch_of(number))
        for number in (4, 3):
            two.append(batch_of(number))
        assert one.unite(two) == Added(1, 3, 2, 5)
        assert two.unite(one).reports == 2
        assert content(one) == content(two)
        assert not one.unite(two)
        assert one.verify_chain() == two.verify_chain() == []
        assert [h.id for h in one.search("أحمد")] == [h.id for h in two.search("أحمد")]


def test_reading_sees_one_state_while_another_writes(new_store: Callable[[], str]) -> None:
    url = new_store()
    with open_ledger(url) as reader, open_ledger(url) as writer:
        writer.append(Batch([report(f"نص {n}") for n in range(3)]))
        held = reader.reports()
        next(held)
        writer.append(batch_of(1))
        assert len(list(held)) == 2
        assert len(list(reader.reports())) == 4


@given(batches())
@settings(max_examples=60, deadline=None)
def test_any_batch_makes_the_round_trip_on_sqlite(tmp_path_factory: pytest.TempPathFactory, batch: object) -> None:
    with open_ledger(tmp_path_factory.mktemp("store") / "store.db") as ledger:
        round_trip(ledger, batch)


@given(batches())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_batch_makes_the_round_trip(ledger: Ledger, batch: object) -> None:
    round_trip(ledger, batch)


def round_trip(ledger: Ledger, batch: object) -> None:
    assert isinstance(batch, Batch)
    ledger.append(batch)
    ((made, data),) = batch.reports
    assert ledger.report(made.id).text == made.text
    assert ledger.original(made.sha256) == data
    assert set(ledger.claims(report=made.id)) >= set(batch.claims)
    assert set(ledger.judgements_by_id(j.id for j in batch.judgements)) == set(batch.judgements)
    assert ledger.verify_content() == []
    assert ledger.verify_chain() == []


def test_confidence_is_kept_and_the_first_one_stays(ledger: Ledger) -> None:
    batch = batch_of(1)
    sure = [replace(claim, confidence=figure) for claim, figure in zip(batch.claims, (0.1, 1, None), strict=True)]
    ledger.append(Batch(batch.reports, sure))
    assert [ledger.claim(claim.id).confidence for claim in sure] == [0.1, 1, None]
    assert not ledger.append(Batch(claims=[replace(sure[0], confidence=0.9)]))
    assert ledger.claim(sure[0].id).confidence == 0.1
    assert ledger.verify_chain() == ledger.verify_content() == []


def test_spans_survive_as_spans(ledger: Ledger) -> None:
    batch = batch_of(1)
    ledger.append(batch)
    assert ledger.claim(batch.claims[0].id).span == Span(4, 8)


def test_reports_that_a_method_has_read(ledger: Ledger) -> None:
    ledger.append(batch_of(1))
    ledger.append(Batch([report("لا شيء هنا")]))
    read, silent = batch_of(1).reports[0][0].id, report("لا شيء هنا")[0].id
    assert ledger.read_by("test/1", [read, silent, "0" * 32]) == {read}
    assert ledger.read_by("test/2", [read, silent]) == set()
