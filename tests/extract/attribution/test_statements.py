"""Who says so, and whether they assert, deny, doubt or call for it."""

from __future__ import annotations

import pytest

from tawthiq.extract.attribution import read_statements
from tawthiq.extract.facts import Statement
from tawthiq.model import Stance, Voice
from tests.extract.pages import page_of, reading_of


def statements(text: str, **names: list[str]) -> list[tuple[str, Stance, str]]:
    page = page_of(text)
    found = read_statements(page, reading_of(page, **names)).statements
    return [(s.speaker.text, s.stance, s.content.of(text)) for s in found]


def one(text: str, **names: list[str]) -> Statement:
    page = page_of(text)
    found = read_statements(page, reading_of(page, **names)).statements
    assert len(found) == 1, found
    return found[0]


def test_a_named_speaker_after_the_verb() -> None:
    said = statements("وقال المحافظ سالم النجار إن الطريق مغلق.", persons=["المحافظ|سالم النجار"])
    assert said == [("سالم النجار", Stance.ASSERTS, "إن الطريق مغلق")]


def test_a_body_is_a_named_voice() -> None:
    said = one("أعلنت وزارة الصحة أن المشفى توقف عن العمل.", groups=["وزارة الصحة"])
    assert (said.speaker.text, said.voice) == ("وزارة الصحة", Voice.NAMED)


def test_an_unnamed_source_is_kept_by_its_description() -> None:
    said = one("وأفاد مصدر طبي، طلب عدم ذكر اسمه، بأن الجرحى نقلوا إلى العاصمة.")
    assert (said.speaker.text, said.voice) == ("مصدر طبي، طلب عدم ذكر اسمه", Voice.ANONYMOUS)


@pytest.mark.parametrize(
    "particle", ["وفقاً لناشط محلي", "بحسب ناشط محلي", "وفق ما قاله ناشط محلي", "حسبما أفاد ناشط محلي"]
)
def test_a_source_told_after_the_words(particle: str) -> None:
    [(speaker, stance, content)] = statements(f"الطريق مغلق منذ الصباح، {particle}.")
    assert (speaker, stance, content) == ("ناشط محلي", Stance.ASSERTS, "الطريق مغلق منذ الصباح")


def test_two_sources_of_one_statement() -> None:
    said = statements("نزح الأهالي ليلاً، حسبما أفاد مصدر أمني ومصدر طبي.")
    assert [speaker for speaker, _, _ in said] == ["مصدر أمني", "مصدر طبي"]


def test_the_last_speaker_goes_on() -> None:
    said = statements("وقال مصدر محلي إن القصف توقف، مشيراً إلى أن السكان عادوا. وأضاف أن السوق فُتح.")
    assert [(speaker, content) for speaker, _, content in said] == [
        ("مصدر محلي", "إن القصف توقف"),
        ("مصدر محلي", "إلى أن السكان عادوا"),
        ("مصدر محلي", "أن السوق فُتح"),
    ]


def test_denying_doubting_calling_for() -> None:
    assert statements("ونفى ناطق عسكري أن يكون الجسر قد قُصف.")[0][1] is Stance.DENIES
    assert statements("وشكك خبراء في صحة الحصيلة.")[0][1] is Stance.DOUBTS
    assert statements("ودعا وجهاء إلى وقف إطلاق النار.".replace("وجهاء", "ناشطون"))[0][1] is Stance.CALLS_FOR


def test_a_demand_and_the_reason_asserted_for_it() -> None:
    said = statements("وشدد قيادي محلي على ضرورة فتح الطريق، لأن المرضى عالقون.")
    assert [stance for _, stance, _ in said] == [Stance.CALLS_FOR, Stance.ASSERTS]


def test_a_speaker_before_the_verb() -> None:
    said = statements("قيادي سابق في الجيش الحر، يقيم في الأردن، قال لموقع محلي: \"تفاجأنا بما جرى. لم نُدعَ إليه\".")
    assert said[0][0] == "قيادي سابق في الجيش الحر، يقيم في الأردن"
    assert said[0][2].endswith("لم نُدعَ إليه\"")


def test_what_nobody_did_is_no_statement() -> None:
    assert statements("ولم تعلن أي جهة مسؤوليتها عن الهجوم.") == []


def test_between_is_not_to_make_clear() -> None:
    assert statements("دارت مواجهات بين الجيش والمسلحين في الحي.", groups=["الجيش"]) == []
    said = statements("وبيّن المكتب أن الأرقام أولية.", groups=["المكتب"])
    assert said == [("المكتب", Stance.ASSERTS, "أن الأرقام أولية")]


def test_behind_the_agency_speaks_its_source() -> None:
    said = statements("ونقلت وكالة سانا عن مصدر عسكري أن الحاجز أُخلي.", groups=["سانا"])
    assert [speaker for speaker, _, _ in said] == ["مصدر عسكري", "سانا"]


def test_a_body_is_known_again_by_its_first_word() -> None:
    text = "أفاد المرصد السوري لحقوق الإنسان بأن الطريق أُغلق. وأشار المرصد إلى أن الجسر دُمّر."
    said = statements(text, groups=["المرصد السوري لحقوق الإنسان"])
    assert {speaker for speaker, _, _ in said} == {"المرصد السوري لحقوق الإنسان"}


def test_the_name_after_the_title_speaks() -> None:
    said = statements("وقال مدير المطار، طارق النمر، إن الرحلات عادت.", persons=["طارق النمر"])
    assert [speaker for speaker, _, _ in said] == ["طارق النمر"]
