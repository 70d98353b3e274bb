from dataclasses import replace

from tawthiq.link.resolving.origins import find_origins
from tests.link.resolving.test_shingles import BODY, LEAD, OTHER
from tests.strategies import report

FIRST = replace(report("أول", "\n".join([LEAD, *BODY])), outlet="شبكة نبض السهل")
COPY = replace(report("نسخة", "\n".join(["عاجل", LEAD, BODY[0]])), outlet="صحيفة الوقائع")
CITES = replace(report("نقل", f"{OTHER} وذلك نقلاً عن نبض السهل."), outlet="إذاعة الجسر")
OWN = replace(report("مستقل", OTHER), outlet="وكالة الضفاف")
ALL = [FIRST, COPY, CITES, OWN]


def names(reports: list[str]) -> list[set[str]]:
    by_id = {each.id: each.name for each in ALL}
    return [{by_id[id_] for id_ in origin.reports} for origin in find_origins(ALL).independent(reports)]


def test_a_copy_and_one_that_names_the_outlet_are_one_origin() -> None:
    plain = [each for each in ALL if each is not OWN]
    assert len(find_origins(plain).independent([each.id for each in plain])) == 1


def test_two_copies_of_one_text_are_one_origin_though_the_text_itself_is_of_another_matter() -> None:
    assert names([COPY.id, OWN.id]) == [{"نسخة"}, {"مستقل"}] or names([COPY.id, OWN.id]) == [{"مستقل"}, {"نسخة"}]
    assert sorted(map(sorted, names([FIRST.id, COPY.id]))) == [["أول", "نسخة"]]


def test_the_origin_tells_why() -> None:
    (origin,) = find_origins(ALL).independent([FIRST.id, COPY.id])
    assert [copy.share > 0.5 for copy in origin.copies] == [True]
    (origin,) = find_origins([FIRST, CITES]).independent([FIRST.id, CITES.id])
    assert origin.named == ("نبض السهل",)


def test_groups_of_copies_of_the_whole_store() -> None:
    groups = find_origins(ALL).copied()
    assert [len(group.reports) for group in groups] == [2, 2]
