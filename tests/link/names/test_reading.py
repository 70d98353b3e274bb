"""A written name read to its parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.link.names import Role, parse


def parts(name: str) -> list[tuple[str, str]]:
    return [(str(part.role), part.text) for part in parse(name).parts]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("محمد خالد الزعبي", [("given", "محمد"), ("father", "خالد"), ("family", "الزعبي")]),
        ("عماد أبو زريق", [("given", "عماد"), ("family", "أبو زريق")]),
        ("ABU ZUREIK, Imad", [("given", "Imad"), ("family", "ABU ZUREIK")]),
        ("ZURAIQ Imad", [("given", "Imad"), ("family", "ZURAIQ")]),
        ("عبد الله الكفري", [("given", "عبد الله"), ("family", "الكفري")]),
        ("Nezar Abd el-Majid el-Jabawi", [("given", "Nezar"), ("father", "Abd el-Majid"), ("family", "el-Jabawi")]),
        ("نور الدين شحادات", [("given", "نور الدين"), ("family", "شحادات")]),
        ("لؤي ضيف الله", [("given", "لؤي"), ("family", "ضيف الله")]),
        ("Usama bin Awad bin Ladin", [("given", "Usama"), ("father", "Awad"), ("family", "Ladin")]),
        ("هيثم بن خالد", [("given", "هيثم"), ("father", "خالد")]),
        ("الشيخ موسى الخطيب", [("title", "الشيخ"), ("given", "موسى"), ("family", "الخطيب")]),
        ('محمود البردان "أبو مرشد"', [("kunya", "أبو مرشد"), ("given", "محمود"), ("family", "البردان")]),
        ("Mundhir Sarhan (Abu Khalid)", [("kunya", "Abu Khalid"), ("given", "Mundhir"), ("family", "Sarhan")]),
        (
            "سعيد جبر السدودي )الديري(",
            [("given", "سعيد"), ("father", "جبر"), ("family", "السدودي"), ("byname", "الديري")],
        ),
        ("Ra'uf 'Ali Bara'", [("given", "Ra'uf"), ("father", "Ali"), ("family", "Bara")]),
        ("Ali Kiwan 'Abu Layth'", [("kunya", "Abu Layth"), ("given", "Ali"), ("family", "Kiwan")]),
        ("اللواء الركن محمد ديب", [("title", "اللواء"), ("title", "الركن"), ("given", "محمد"), ("family", "ديب")]),
        ("علي المقداد الملقب بالكسم", [("given", "علي"), ("family", "المقداد"), ("byname", "الكسم")]),
        ("أبو محمد الجولاني", [("kunya", "أبو محمد"), ("family", "الجولاني")]),
        ("ناصر آل ثاني", [("given", "ناصر"), ("family", "آل ثاني")]),
    ],
)
def test_parts_in_order(name: str, expected: list[tuple[str, str]]) -> None:
    assert parts(name) == expected


def test_a_kunya_before_a_name_may_be_its_family_too() -> None:
    name = parse("أبو زريق عماد")
    assert [part.text for part in name.kunyas] == ["أبو زريق"]
    assert ["عماد", "أبو زريق"] in [[part.text for part in line] for line in name.others]


def test_a_kunya_with_a_family_stands_for_the_given_name() -> None:
    assert parse("أبو حمزة الدرعاوي").by_kunya
    assert not parse("عماد أبو زريق").by_kunya


def test_a_name_is_no_title_where_too_little_would_be_left() -> None:
    assert parse("السيد أحمد").line[0].text == "السيد"
    assert parse("Sayyid Ahmad Hashimi").line[0].text == "Ahmad"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [("عالء", "علاء"), ("بالل", "بلال"), ("األحمد", "الأحمد"), ("عبد هللا", "عبد الله"), ("زكى ي", "زكي")],
)
def test_what_pdf_readers_break_is_mended(broken: str, whole: str) -> None:
    assert [part.key for part in parse(broken).line] == [part.key for part in parse(whole).line]


@pytest.mark.parametrize("whole", ["صالح", "سالم", "خالد", "طالب", "جمال"])
def test_a_known_name_is_never_mended(whole: str) -> None:
    assert parse(whole).line[0].key == whole


@pytest.mark.parametrize("text", ["", " ", "123", "—", '""', "()", ","])
def test_a_name_without_letters_has_no_parts(text: str) -> None:
    assert parse(text).parts == ()


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    name = parse(text)
    assert name.text == text
    assert all(part.key and part.bits >= 0 for part in name.line)


@given(
    st.lists(
        st.sampled_from(["عبد", "أبو", "بن", "آل", "الدين", "al", "abd", "bin", "abu", "ad", "din", ",", '"']),
        max_size=9,
    )
)
def test_small_words_alone_can_be_read(words: list[str]) -> None:
    assert len(parse(" ".join(words)).line) <= len(words)


def test_the_family_is_the_last_part() -> None:
    family = parse("سعاد محمد محمود جودة").part(Role.FAMILY)
    assert family is not None
    assert family.text == "جودة"
