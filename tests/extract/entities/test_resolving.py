"""Which place of the gazetteer a name means, told by its id; and what else it could mean."""

from __future__ import annotations

import pytest

from tawthiq.extract.entities import gazetteer, read_entities
from tawthiq.extract.entities.resolving import tie
from tawthiq.extract.facts import Named, Reading
from tests.extract.pages import page_of


def place(text: str, name: str) -> Named:
    return next(one for one in read_entities(page_of(text), Reading()).places if one.name.text == name)


@pytest.mark.parametrize(
    ("text", "name", "entry"),
    [
        ("قُتل شاب في مدينة درعا أمس.", "درعا", "tw:sy-dra"),
        ("شهدت محافظة درعا اشتباكات.", "درعا", "SY12"),
        ("دخلت القوات بلدة نصيب جنوبي درعا.", "نصيب", "tw:sy-nsyb"),
        ("أغلق معبر نصيب الحدودي مع الأردن.", "معبر نصيب الحدودي", "tw:sy-mbr-nsyb"),
        ("اجتمع الوجهاء في بصرى الشام.", "بصرى الشام", "tw:sy-bsry-alsham"),
        ("قطعت طريق اليادودة – المزيريب صباحاً.", "اليادودة", "tw:sy-alyadwdh"),
        ("قطعت طريق اليادودة – المزيريب صباحاً.", "المزيريب", "tw:sy-almzyryb"),
        ("أغلق طريق نوى – تسيل أمس.", "نوى", "tw:sy-nwy"),
        ("أغلق طريق نوى – تسيل أمس.", "تسيل", "tw:sy-tsyl"),
        ("انفجرت عبوة في مدينة الرقة شمال شرقي سوريا.", "الرقة", "tw:sy-alrqh"),
        ("قصف على مدينة طرابلس قرب مقر حكومة الوحدة في ليبيا.", "طرابلس", "tw:ly-trabls"),
        ("اشتباكات في باب التبانة في طرابلس شمال لبنان، وقال مصدر في بيروت.", "باب التبانة", "tw:lb-bab-altbanh"),
        ("اشتباكات في باب التبانة في طرابلس شمال لبنان، وقال مصدر في بيروت.", "طرابلس", "tw:lb-trabls"),
        ("اشتباكات في باب التبانة في طرابلس شمال لبنان، وقال مصدر في بيروت.", "بيروت", "tw:lb-byrwt"),
        ("قتل جندي في الحراك بريف درعا الشرقي.", "الحراك", "tw:sy-alhrak"),
        ("دهمت دورية بلدة المنصورة في ريف الرقة.", "المنصورة", "tw:sy-almnswrh-town3"),
        ("انفجار في مدينة المنصورة بمحافظة الدقهلية في مصر.", "المنصورة", "tw:eg-almnswrh"),
        ("انفجار في مدينة المنصورة بمحافظة الدقهلية في مصر.", "الدقهلية", "tw:eg-aldqhlyh"),
        ("غارة على بلدة القصير في ريف حمص.", "القصير", "tw:sy-alqsyr-town"),
        ("غارة على مدينة الموصل في محافظة نينوى.", "الموصل", "tw:iq-almwsl"),
        ("غارة على مدينة الموصل في محافظة نينوى.", "نينوى", "tw:iq-nynwy"),
        ("قصف على ناحية ربيعة في ريف اللاذقية.", "ربيعة", "tw:sy-rbyh"),
        ("هجوم على ناحية ربيعة غرب الموصل في محافظة نينوى.", "ربيعة", "tw:iq-rbyh"),
        ("هجوم على ناحية ربيعة غرب الموصل في محافظة نينوى.", "الموصل", "tw:iq-almwsl"),
        ("هجوم على ناحية ربيعة غرب الموصل في محافظة نينوى.", "نينوى", "tw:iq-nynwy"),
        ("اغتيل ناشط في رأس العين بريف الحسكة.", "رأس العين", "tw:sy-ras-alyn-town"),
        ("تظاهر العشرات في السويداء.", "السويداء", "SY13"),
        ("تظاهر العشرات في مدينة السويداء.", "السويداء", "tw:sy-alswyda"),
        ("قصف حي الزهراء في مدينة حمص.", "الزهراء", "tw:sy-alzhra"),
        ("قصف حي الزهراء في مدينة حمص.", "حمص", "tw:sy-hms"),
        ("قصف حي الزهراء في حلب.", "الزهراء", "tw:sy-alzhra-neighbourhood"),
        ("قصف حي الزهراء في حلب.", "حلب", "SY02"),
        ("اعتقل شاب في حي الشهداء بمدينة إدلب.", "الشهداء", "SY:N0172"),
        ("اعتقل شاب في حي الشهداء بمدينة إدلب.", "إدلب", "tw:sy-adlb"),
        ("نزوح من القنيطرة إلى درعا.", "القنيطرة", "SY14"),
        ("قال محافظ القنيطرة إن الجولان محتل.", "القنيطرة", "SY14"),
        ("قال محافظ القنيطرة إن الجولان محتل.", "الجولان", "tw:sy-aljwlan"),
        ("زار الوفد سلطنة عمان ومسقط.", "عمان", "iso:OM"),
        ("زار الوفد سلطنة عمان ومسقط.", "مسقط", "gn:287286"),
        ("زار الوفد عمان ثم عاد إلى إربد في الأردن.", "عمان", "tw:jo-man"),
        ("زار الوفد عمان ثم عاد إلى إربد في الأردن.", "إربد", "gn:248944"),
        ("انفجار في مدينة العزيزية جنوب طرابلس الليبية.", "العزيزية", "tw:ly-alzyzyh"),
        ("انفجار في مدينة العزيزية جنوب طرابلس الليبية.", "طرابلس", "tw:ly-trabls"),
        ("وصل المصابون إلى صور وصيدا جنوب لبنان.", "صور", "tw:lb-swr"),
        ("وصل المصابون إلى صور وصيدا جنوب لبنان.", "صيدا", "tw:lb-syda"),
        ("قتل رجل في قرية صور في اللجاة بريف درعا.", "صور", "tw:sy-swr"),
        ("قتل رجل في قرية صور في اللجاة بريف درعا.", "اللجاة", "tw:sy-alljah"),
        ("انفجار في دوما بريف دمشق.", "دوما", "tw:sy-dwma"),
        ("قصف مدينة صنعاء عاصمة اليمن.", "صنعاء", "gn:71137"),
        ("اشتباكات في محافظة مأرب شرق صنعاء.", "مأرب", "tw:ye-marb"),
        ("اشتباكات في محافظة مأرب شرق صنعاء.", "صنعاء", "gn:71137"),
        ("قتل ضابط في الخالدية بمحافظة الأنبار غرب العراق.", "الخالدية", "tw:iq-alkhaldyh"),
        ("قتل ضابط في الخالدية بمحافظة الأنبار غرب العراق.", "الأنبار", "tw:iq-alanbar"),
        ("مقتل مدني في بلدة الكرامة شرقي الرقة.", "الكرامة", "tw:sy-alkramh"),
        ("مقتل مدني في بلدة الكرامة شرقي الرقة.", "الرقة", "SY11"),
        ("انفجار عند معبر الكرامة بين الأردن والضفة الغربية.", "معبر الكرامة", "tw:jo-mbr-alkramh"),
        ("انفجار عند معبر الكرامة بين الأردن والضفة الغربية.", "الضفة الغربية", "gn:285153"),
        ("اختطف صحفي في مدينة عدن جنوب اليمن.", "عدن", "gn:415189"),
        ("هجوم في ولاية شمال دارفور بالسودان.", "شمال دارفور", "tw:sd-shmal-darfwr"),
        ("مقتل جندي في مدينة الجنينة غرب دارفور.", "الجنينة", "tw:sd-aljnynh"),
        ("مقتل جندي في مدينة الجنينة غرب دارفور.", "غرب دارفور", "tw:sd-ghrb-darfwr"),
        ("سقط صاروخ على مدينة غزة.", "غزة", "tw:ps-ghzh"),
        ("قصف خان يونس ورفح جنوب قطاع غزة.", "خان يونس", "tw:ps-khan-ywns"),
        ("قصف خان يونس ورفح جنوب قطاع غزة.", "رفح", "tw:ps-rfh"),
        ("قصف خان يونس ورفح جنوب قطاع غزة.", "قطاع غزة", "gn:281132"),
        ("قتل شاب في رفح المصرية شمال سيناء.", "رفح", "tw:eg-rfh"),
        ("قتل شاب في رفح المصرية شمال سيناء.", "شمال سيناء", "tw:eg-shmal-syna"),
        ("مداهمة في مخيم جرمانا.", "مخيم جرمانا", "tw:sy-mkhym-jrmana"),
        ("أقيم حاجز على أوتوستراد دمشق – درعا.", "دمشق", "SY01"),
        ("اغتيال في بلدة المسيفرة شرقي درعا.", "المسيفرة", "tw:sy-almsyfrh"),
        ("قتل راع في قرية العشة بريف القنيطرة.", "العشة", "tw:sy-alshh"),
        ("قتل شاب في بلدة الصنمين شمالي درعا.", "الصنمين", "tw:sy-alsnmyn"),
        ("دخل الجيش مدينة السليمانية شمال العراق.", "السليمانية", "gn:98463"),
        ("انفجار في بلدة الحسينية بريف دير الزور.", "الحسينية", "tw:sy-alhsynyh-town"),
    ],
)
def test_the_place_that_is_meant(text: str, name: str, entry: str) -> None:
    assert place(text, name).entry == entry


def test_other_places_of_the_name_are_kept() -> None:
    tripoli = place("قصف على مدينة طرابلس قرب مقر الحكومة في ليبيا.", "طرابلس")
    assert tripoli.entry == "tw:ly-trabls"
    assert "tw:lb-trabls" in tripoli.candidates
    assert tripoli.entry not in tripoli.candidates


def test_a_name_of_one_place_has_no_candidates() -> None:
    assert place("اجتمعوا في طفس.", "طفس").candidates == ()


def test_a_place_that_no_list_knows_has_no_entry() -> None:
    found = place("دخلت القوات قرية مرشوقة صباحاً.", "مرشوقة")
    assert (found.entry, found.candidates) == (None, ())


@pytest.mark.parametrize("text", ["قطعت طريق اليادودة – المزيريب صباحاً.", "أغلق طريق اليادودة - المزيريب."])
def test_the_ends_of_a_road_are_two_places(text: str) -> None:
    ends = {one.name.text: one.entry for one in read_entities(page_of(text), Reading()).places if one.entry}
    assert ends == {"اليادودة": "tw:sy-alyadwdh", "المزيريب": "tw:sy-almzyryb"}


def test_places_are_tied_by_what_they_lie_in() -> None:
    def only(name: str) -> gazetteer.Entry:
        found = gazetteer.places().longest(name, ())
        assert found
        return gazetteer.best(found[1])

    tafas, dael, mosul = only("طفس"), only("داعل"), only("الموصل")
    assert tie(tafas, dael) == tie(dael, tafas) > tie(tafas, mosul)
    assert tie(tafas, tafas) == 0


def test_a_lineage_ends_with_the_country() -> None:
    assert gazetteer.lineage("SY120001") == ("SY120001", "SY1200", "SY12", "iso:SY")
