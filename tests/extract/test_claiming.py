"""Facts become claims: one typed value each, on its words, by its speaker."""

from __future__ import annotations

from dataclasses import replace

from tawthiq.extract.claiming import make_claims
from tawthiq.extract.facts import Clause, Incident, Phrase, Reading, Statement, Tally, Toll
from tawthiq.model import (
    EDTF,
    Bound,
    Claim,
    Code,
    Count,
    Fate,
    IncidentType,
    Kind,
    Metric,
    Range,
    Ref,
    Span,
    Stance,
    Voice,
    When,
)
from tawthiq.model.records import predicates
from tests.extract.pages import page_of, reading_of

TEXT = "قال ناشط إن سامر الحلقي قُتل في الكرك، ونفى مصدر أمني مقتله. ووثق المرصد 17 قتيلاً على الأقل."
PAGE = page_of(TEXT)


def phrase(words: str) -> Phrase:
    start = TEXT.index(words)
    return Phrase(Span(start, start + len(words)), words)


def read() -> Reading:
    found = reading_of(PAGE, persons=["سامر الحلقي"], groups=["المرصد"], places=["الكرك"])
    person = replace(found.persons[0], fate=Fate.KILLED, fate_span=phrase("قُتل").span)
    told, denied = phrase("إن سامر الحلقي قُتل في الكرك"), phrase("مقتله")
    return replace(
        found,
        persons=(person,),
        statements=(
            Statement(phrase("ناشط"), Voice.ANONYMOUS, Stance.ASSERTS, told.span, told.span),
            Statement(phrase("مصدر أمني"), Voice.ANONYMOUS, Stance.DENIES, denied.span, denied.span),
        ),
        incidents=(
            Incident(
                IncidentType.KILLING,
                told.span,
                places=(phrase("الكرك"),),
                tolls=(Toll(Fate.KILLED, Range.exactly(1), Bound.EXACT, phrase("قُتل").span),),
                victims=(phrase("سامر الحلقي"),),
                unidentified=True,
            ),
        ),
        tallies=(
            Tally(Metric.KILLED, 17, Bound.AT_LEAST, phrase("17 قتيلاً على الأقل").span, EDTF("2024"), None, None,
                  phrase("المرصد")),
        ),
    )  # fmt: skip


def claims(kind: Kind, predicate: str) -> list[Claim]:
    made = make_claims(PAGE.report, read(), "test/1")
    return [claim for claim in made if (claim.subject.kind, claim.predicate) == (kind, predicate)]


def test_a_claim_inside_a_statement_is_its_speakers() -> None:
    [killed] = claims(Kind.INCIDENT, "killed")
    assert (killed.speaker.label, killed.stance) == ("ناشط", Stance.ASSERTS)
    assert killed.value == Count(Range.exactly(1))


def test_what_the_outlet_tells_itself_has_no_speaker() -> None:
    [name] = claims(Kind.GROUP, "name")
    assert (name.speaker.voice, name.speaker.label) == (Voice.OUTLET, None)


def test_a_denial_keeps_its_stance() -> None:
    stances = [claim.stance for claim in claims(Kind.STATEMENT, "content")]
    assert stances == [Stance.ASSERTS, Stance.DENIES]


def test_names_are_references_to_their_mentions() -> None:
    [victim], [person] = claims(Kind.INCIDENT, "victim"), claims(Kind.PERSON, "name")
    assert victim.value == Ref(person.subject.id, "سامر الحلقي")


def test_a_named_victim_is_a_casualty_of_the_incident() -> None:
    [fate], [incident] = claims(Kind.CASUALTY, "fate"), claims(Kind.CASUALTY, "incident")
    assert fate.value == Code("killed")
    assert isinstance(incident.value, Ref)
    assert incident.value.mention == claims(Kind.INCIDENT, "type")[0].subject.id


def test_unidentified_is_said_and_silence_is_not() -> None:
    [perpetrator] = claims(Kind.INCIDENT, "perpetrator")
    assert perpetrator.value == Code("unknown")
    quiet = replace(read(), incidents=(replace(read().incidents[0], unidentified=False),))
    assert not [c for c in make_claims(PAGE.report, quiet, "test/1") if c.predicate == "perpetrator"]


def test_a_tally_keeps_bound_period_and_body() -> None:
    [value], [period], [body] = (claims(Kind.TALLY, name) for name in ("value", "period", "body"))
    assert (value.value, value.bound) == (Count(Range.exactly(17)), Bound.AT_LEAST)
    assert period.value == When(EDTF("2024"))
    assert str(body.value) == "المرصد"


def test_every_claim_has_words_and_a_field_of_its_record() -> None:
    made = make_claims(PAGE.report, read(), "test/1")
    assert len({claim.id for claim in made}) == len(made) > 0
    for claim in made:
        assert claim.span.of(TEXT)
        assert claim.predicate in predicates(claim.subject.kind)
        assert claim.method == "test/1"


def test_a_clause_without_an_agreement_stands_alone() -> None:
    clause = Clause(phrase("قُتل في الكرك"), phrase("نفى"), phrase("قُتل في الكرك").span)
    made = make_claims(PAGE.report, Reading(clauses=(clause,)), "test/1")
    assert {claim.predicate for claim in made} == {"trigger", "obligation"}
