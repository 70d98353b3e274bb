"""Reports read by a model on a real server: what stands in the report is kept, all else is not, faults are told."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tawthiq.errors import UsageError
from tawthiq.extract import method_of, read_report
from tawthiq.extract.llm import AnswerError, ServerError
from tawthiq.extract.llm.client import PATH, address, stays_here
from tawthiq.extract.llm.schema import facts_schema
from tawthiq.model import OUTLET, Claim, Code, Count, Engine, LocalModel, Range, Report, Stance, Voice
from tawthiq.model.facts_shape import check_facts
from tests.extract.llm.server import NOTHING, completion, hangs, says, sends, serving

TEXT = (
    "اغتيال في نوى\n"
    "قُتل سامر وليد الخطيب برصاص مجهولين في مدينة نوى غربي درعا مساء السبت، وأصيب 3 مدنيين.\n"
    "وقال مصدر محلي إن الخطيب عمل سابقاً في اللواء الثامن.\n"
    "ووثّق مكتب التوثيق مقتل 17 شخصاً في تشرين الأول 2021."
)
REPORT = Report(hashlib.sha256(TEXT.encode()).hexdigest(), TEXT, "nawa", date(2021, 11, 22))
INCIDENT: dict[str, Any] = {
    "type": "assassination",
    "date": "2021-11-20",
    "places": ["نوى", "دمشق"],
    "killed": [1, 1],
    "injured": [3, 3],
    "abducted": [9, 9],
    "detained": None,
    "survived": None,
    "victims": ["سامر وليد الخطيب"],
    "victim_groups": ["civilians"],
    "perpetrator": "unknown",
    "weapon": "gunfire",
    "source": None,
    "quote": "قتل سامر وليد الخطيب برصاص مجهولين",
}
PERSON = {"name": "سامر وليد الخطيب", "aliases": ["الخطيب", "أبو عمر"], "roles": ["قائد"], "groups": ["اللواء الثامن"]}
FACTS: dict[str, Any] = {
    **NOTHING,
    "persons": [PERSON | {"fate": "killed"}, PERSON | {"name": "شخص لا وجود له", "fate": "killed"}],
    "groups": ["اللواء الثامن", "الفيلق الخامس"],
    "places": ["نوى", "درعا", "حلب"],
    "incidents": [INCIDENT, INCIDENT | {"quote": "انفجرت عبوة ناسفة بسيارة القيادي"}],
    "tallies": [
        {"metric": "killed", "value": 17, "bound": "exact", "from": "2021-10-01", "to": "2021-10-31",
         "area": None, "category": None, "by": "مكتب التوثيق"},
        {"metric": "injured", "value": 40, "bound": "exact", "from": None, "to": None,
         "area": None, "category": None, "by": None},
    ],
    "claims": [
        {"speaker": "مصدر محلي", "anonymous": True, "stance": "asserts",
         "content": "الخطيب عمل سابقا في اللواء الثامن", "quote": "وقال مصدر محلي إن الخطيب عمل سابقاً"},
        {"speaker": "مصدر محلي", "anonymous": True, "stance": "denies", "content": "كلام لم يقله", "quote": "كلام"},
    ],
}  # fmt: skip


def claims_of(facts: Any) -> list[Claim]:
    with serving(says(facts)) as served:
        return list(read_report(REPORT, LocalModel(served.url, "test-model")))


def values(claims: list[Claim], kind: str, predicate: str) -> list[str]:
    return [str(c.value) for c in claims if c.subject.kind == kind and c.predicate == predicate]


def test_what_stands_in_the_report_is_kept_and_what_is_invented_is_not() -> None:
    claims = claims_of(FACTS)
    assert values(claims, "person", "name") == ["سامر وليد الخطيب"]
    assert values(claims, "person", "alias") == ["الخطيب"]
    assert values(claims, "person", "role") == []
    assert values(claims, "group", "name") == ["اللواء الثامن"]
    assert values(claims, "place", "name") == ["نوى", "درعا"]
    assert values(claims, "incident", "type") == ["assassination"]
    assert values(claims, "incident", "place") == ["نوى"]
    assert values(claims, "tally", "value") == ["17"]
    assert values(claims, "tally", "body") == ["مكتب التوثيق"]
    assert values(claims, "statement", "content") == ["الخطيب عمل سابقاً في اللواء الثامن"]


def test_every_claim_stands_on_words_and_names_the_model() -> None:
    claims = claims_of(FACTS)
    assert all(claim.span.of(TEXT) for claim in claims)
    assert {claim.method for claim in claims} == {"llm/1 test-model"}
    assert {claim.confidence for claim in claims} == {None}
    (type_,) = [c for c in claims if c.predicate == "type"]
    assert type_.span.of(TEXT) == "قُتل سامر وليد الخطيب برصاص مجهولين"
    assert type_.speaker == OUTLET
    (said,) = [c for c in claims if c.predicate == "content"]
    assert (said.speaker.voice, said.speaker.label, said.stance) == (Voice.ANONYMOUS, "مصدر محلي", Stance.ASSERTS)


def test_counts_are_numbers_of_the_text_or_as_many_as_are_named() -> None:
    counts = {c.predicate: c.value for c in claims_of(FACTS) if c.subject.kind == "incident"}
    assert counts["killed"] == Count(Range.exactly(1))
    assert counts["injured"] == Count(Range.exactly(3))
    assert "abducted" not in counts
    assert counts["perpetrator"] == Code("unknown")


def test_dates_are_those_that_words_of_the_text_give() -> None:
    claims = claims_of(FACTS)
    assert [c.span.of(TEXT) for c in claims if c.subject.kind == "incident" and c.predicate == "date"] == ["مساء السبت"]
    assert values(claims, "tally", "period") == ["2021-10"]
    invented = INCIDENT | {"date": "2019-01-01"}
    assert values(claims_of({**NOTHING, "incidents": [invented]}), "incident", "date") == []


def test_meetings_and_agreements_that_stand_nowhere_are_left_out() -> None:
    facts = {
        **NOTHING,
        "meetings": [{"place": "نوى", "date": None, "attendees": ["مصدر محلي"]},
                     {"place": "حلب", "date": None, "attendees": []}],
        "agreements": [
            {"description": "عمل سابقاً", "parties": ["اللواء الثامن", "غيره"], "date": None, "status": "signed"},
            {"description": "اتفاق التسوية", "parties": [], "date": None, "status": "signed"},
        ],
    }  # fmt: skip
    claims = claims_of(facts)
    assert values(claims, "meeting", "place") == ["نوى"]
    assert values(claims, "agreement", "party") == ["اللواء الثامن"]


def test_what_is_asked() -> None:
    with serving(says(NOTHING)) as served:
        assert read_report(REPORT, LocalModel(f"{served.url}/v1/", "test-model")) == ()
    ((path, body),) = served.asked
    assert path == PATH
    assert (body["model"], body["stream"], body["temperature"]) == ("test-model", False, 0)
    assert body["response_format"]["json_schema"]["schema"] == facts_schema()
    system, user = body["messages"]
    assert (system["role"], user["role"]) == ("system", "user")
    assert TEXT in user["content"]
    assert "2021-11-22" in user["content"]


def test_an_answer_that_follows_the_schema_passes_the_check() -> None:
    assert FACTS.keys() == facts_schema()["properties"].keys()
    assert check_facts({**FACTS, "sources": [], "denials": []})["incidents"][0]["killed"] == [1, 1]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<html>It works!</html>", "no chat completion"),
        (b'{"error": "loading"}', "no chat completion"),
        (completion("I am sorry, I cannot"), "no JSON: 'I am sorry"),
        (completion("[]"), "an object of facts belongs here"),
        (completion('{"persons": [{}]}'), r"persons\[0\].name: the key is missing"),
        (completion('{"persons": ['), "no JSON"),
        (completion('{"persons": [', finish="length"), "cut off"),
    ],
)
def test_rubbish_is_told_with_the_name_of_the_report(data: bytes, said: str) -> None:
    with serving(sends(data)) as served, pytest.raises(AnswerError, match=f"^nawa: .*{said}"):
        read_report(REPORT, LocalModel(served.url, "m"))


def test_a_server_that_refuses() -> None:
    said = r"refused \(404 Not Found\): .*no such model"
    with serving(sends(b'{"error": "no such model"}', 404)) as served, pytest.raises(ServerError, match=said):
        read_report(REPORT, LocalModel(served.url, "m"))


def test_a_server_that_sends_elsewhere_is_not_followed() -> None:
    with serving(says(NOTHING)) as other:
        with serving(sends(b"", 307, Location=f"{other.url}{PATH}")) as served, pytest.raises(ServerError, match="307"):
            read_report(REPORT, LocalModel(served.url, "m"))
        assert other.asked == []


def test_a_server_that_hangs() -> None:
    with serving(hangs) as served, pytest.raises(ServerError, match=r"did not answer within 0\.3 seconds"):
        read_report(REPORT, LocalModel(served.url, "m", timeout=0.3))


def test_a_server_that_is_not_there() -> None:
    with serving(says(NOTHING)) as served:
        gone = served.url
    with pytest.raises(ServerError, match=f"cannot reach the server at {gone}"):
        read_report(REPORT, LocalModel(gone, "m"))


def test_no_proxy_of_the_environment_sees_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert claims_of(FACTS)


@pytest.mark.parametrize(
    ("base", "here"),
    [
        ("http://127.0.0.1:8080", True),
        ("http://localhost/v1", True),
        ("http://[::1]:1", True),
        ("http://10.0.0.7", False),
        ("https://localhost.example", False),
    ],
)
def test_whether_the_reports_stay_on_this_machine(base: str, here: bool) -> None:
    assert stays_here(base) is here


@pytest.mark.parametrize("base", ["", "127.0.0.1:8080", "file:///etc/passwd", "http://"])
def test_what_is_no_address(base: str) -> None:
    with pytest.raises(UsageError, match="is no address of a server"):
        address(base)


def test_the_engine_alone_is_not_enough() -> None:
    with pytest.raises(UsageError, match="needs a server"):
        method_of(Engine.LLM)
    with pytest.raises(UsageError, match="needs a server"):
        read_report(replace(REPORT), Engine.LLM)
