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
    said = statements('قيادي سابق في الجيش الحر، يقيم في الأردن، قال لموقع محلي: "تفاجأنا بما جرى. لم نُدعَ إليه".')
    assert said[0][0] == "قيادي سابق في الجيش الحر، يقيم في الأردن"
    assert said[0][2].endswith('لم نُدعَ إليه"')


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


def said_by(text: str, **names: list[str]) -> list[tuple[str, Stance]]:
    return [(speaker, stance) for speaker, stance, _ in statements(text, **names)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("لا صحة لما يتداول عن هدنة، بحسب مصدر في الفصيل.", "مصدر في الفصيل"),
        ("قال مدير المشفى إن لا صحة للأنباء عن وفاة الجريح.", "مدير المشفى"),
        ("وأكد قيادي في الفصيل أن ما نُشر لا أساس له.", "قيادي في الفصيل"),
        ("وليس صحيحاً أن المقاتلين انسحبوا، وفق ما قال قائد عسكري.", "قائد عسكري"),
        ("نفى المصدر علمه بأي اتفاق.", "المصدر"),
        ("وأكد مصدر أن الأنباء عارية عن الصحة.", "مصدر"),
    ],
)
def test_to_say_that_it_is_not_so_is_to_deny(text: str, speaker: str) -> None:
    assert said_by(text) == [(speaker, Stance.DENIES)]


@pytest.mark.parametrize(
    "text",
    [
        "لم يؤكد المتحدث باسم الجيش مقتل الجنود.",
        "لم تنف الوزارة استخدام الطائرات.",
        "ولم يعلق الجيش على الحادثة.",
    ],
)
def test_what_was_not_said_or_not_denied_is_no_statement(text: str) -> None:
    assert statements(text) == []


def test_to_assert_that_there_was_none_and_without_doing_are_assertions() -> None:
    assert statements("وأكد مصدر أمني عدم وقوع إصابات.") == [("مصدر أمني", Stance.ASSERTS, "عدم وقوع إصابات")]
    said = statements("قال مصدر طبي إن الانفجار وقع دون أن يوقع قتلى.")
    assert said == [("مصدر طبي", Stance.ASSERTS, "إن الانفجار وقع دون أن يوقع قتلى")]


def test_the_denial_that_an_outlet_passes_on() -> None:
    said = said_by("ونقلت صحيفة الوطن عن مصدر في المحافظة نفيه وقوع أي اشتباك.", groups=["صحيفة الوطن"])
    assert said == [("مصدر في المحافظة", Stance.DENIES), ("صحيفة الوطن", Stance.DENIES)]


def test_a_denial_reaches_over_what_others_told() -> None:
    said = statements("ونفى المجلس المحلي ما ذكرته قنوات محلية عن هدنة في المدينة.", groups=["المجلس المحلي"])
    assert said == [
        ("المجلس المحلي", Stance.DENIES, "ما ذكرته قنوات محلية عن هدنة في المدينة"),
        ("قنوات محلية", Stance.ASSERTS, "عن هدنة في المدينة"),
    ]


def test_what_is_doubted_is_no_part_of_who_doubts() -> None:
    said = statements("شكك ناشطون في رواية الجيش عن مقتل الشاب.")
    assert said == [("ناشطون", Stance.DOUBTS, "في رواية الجيش عن مقتل الشاب")]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("نقل مراسل القناة عن قيادي، لم يذكر اسمه، قوله إن الحاجز سقط.", ["قيادي، لم يذكر اسمه", "مراسل القناة"]),
        ("ذكرت وكالة الوادي نقلاً عن مسؤول محلي أن الجسر دُمّر.", ["وكالة الوادي", "مسؤول محلي"]),
        ("وأفاد مراسل التجمع نقلاً عن شهود عيان بأن الدورية مرت.", ["مراسل التجمع", "شهود عيان"]),
        ("قال سكان ومسعفون إن الغارة دمرت منزلين.", ["سكان", "مسعفون"]),
    ],
)  # fmt: skip
def test_a_chain_of_speakers(text: str, speakers: list[str]) -> None:
    groups = [name for name in ("وكالة الوادي",) if name in text]
    assert [speaker for speaker, _ in said_by(text, groups=groups)] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وبحسب جدّه، دفعت العائلة فدية كبيرة.", "جدّه"),
        ("قالت والدته لمراسلنا إنه خرج صباحاً.", "والدته"),
        ("دُفع المبلغ أمس، بحسب ما رواه صاحب محل قريب.", "صاحب محل قريب"),
        ("أما مسؤول في الحزب فقال إن العدد بلغ 28.", "مسؤول في الحزب"),
        ("سكت الجميع، لكن مصدراً في البلدية قال إن الطريق فُتح.", "مصدراً في البلدية"),
        ("وكتب ناشط محلي على حسابه أن الطريق مغلق.", "ناشط محلي"),
        ("واكتفى المتحدث باسم الجيش بالقول إن التحقيق جار.", "المتحدث باسم الجيش"),
    ],
)
def test_kin_and_others_without_a_name(text: str, speaker: str) -> None:
    assert said_by(text) == [(speaker, Stance.ASSERTS)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال علي حسن إن الطريق مغلق.", "علي حسن"),
        ("وأوضح نائب الحاكم محمد علي أحمدي أن الحادث وقع ظهراً.", "محمد علي أحمدي"),
        ("ولفت عضو المكتب، المحامي تيسير الناصر، إلى أن الأرقام أولية.", "تيسير الناصر"),
        ("وتوقف الضخ ثلاثة أيام، كما صرح أكرم الناصر.", "أكرم الناصر"),
        ("ورد الناطق باسم العمليات العميد سعد الناصر بأن الأجهزة يقظة.", "سعد الناصر"),
    ],
)
def test_names_behind_titles_and_with_words_that_are_others_too(text: str, name: str) -> None:
    assert said_by(text, persons=[name]) == [(name, Stance.ASSERTS)]


def test_who_charges_another_speaks_and_the_charged_does_not() -> None:
    said = said_by("وحمّلت الوزارة حزب السهل مسؤولية التفجير.", groups=["الوزارة", "حزب السهل"])
    assert said == [("الوزارة", Stance.ASSERTS)]


def test_those_of_whom_something_is_demanded_do_not_speak() -> None:
    assert statements("وكانت العصابة تطالب ذويه بمبلغ كبير.") == []


def test_a_player_who_scores_says_nothing() -> None:
    assert statements("ثم سجل البديل تشارلز الناصر هدف الفوز.", persons=["تشارلز الناصر"]) == []
    said = said_by("سجل مكتب التوثيق 26 حادثة.", groups=["مكتب التوثيق"])
    assert said == [("مكتب التوثيق", Stance.ASSERTS)]


def test_a_body_speaks_through_its_report_and_its_parts() -> None:
    text = "أحصت شبكة الوادي مئة حادثة. وأشار التقرير إلى أن نصفها في الريف. ووثّق فريق الشبكة عشرين منها."
    assert {speaker for speaker, _ in said_by(text, groups=["شبكة الوادي"])} == {"شبكة الوادي"}
