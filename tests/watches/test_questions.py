"""What a question finds, what is new of it, and what is withheld."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawthiq.errors import NotFoundError, UsageError, ValueFormatError
from tawthiq.figures.areas import area_named
from tawthiq.ledger import Batch, Ledger
from tawthiq.model import Judgement, Kind, Verdict, pair
from tawthiq.register import records, update
from tawthiq.watches.finding import World, find
from tawthiq.watches.model import Channel, Item, Means, Question, channel
from tawthiq.watches.redaction import load_profile, redacted
from tawthiq.watches.store import add_watch, all_watches, put_out, remove_watch, waiting
from tests.cli.running import data, done
from tests.watches.telling import killing, tell, tell_at

GROUP = "اندلعت اشتباكات بين لواء الفجر ومسلحين محليين في نوى يوم 3 أيلول 2019، وأدت إلى مقتل 4 أشخاص.\n"
ITEM = Item(
    ("m",),
    "incident",
    "new",
    "killing",
    "2019-10-01",
    area_named("طفس"),
    "طفس",
    ("سامر",),
    ("لواء",),
    {"killed": "1"},
    "قُتل سامر",
)


def kinds(ledger: Ledger, **asked: object) -> list[str]:
    return [item.kind for item in find(World(ledger), Question(**asked))]  # type: ignore[arg-type]


def test_an_area_has_all_that_lies_in_it(ledger: Ledger) -> None:
    tell(ledger, killing(0))
    tell(ledger, "قُتل ماهر فراس الدروبي برصاص مجهولين في مدينة حلب أمس، بحسب ما ذكر مصدر محلي.\n")
    assert kinds(ledger, area=area_named("درعا")) == ["incident"]
    assert kinds(ledger, area=area_named("طفس")) == ["incident"]
    assert kinds(ledger, area=area_named("نوى")) == []


def test_all_conditions_must_hold(ledger: Ledger) -> None:
    tell(ledger, GROUP)
    assert kinds(ledger, acts=("armed_clash",)) == ["incident"]
    assert kinds(ledger, acts=("armed_clash",), area=area_named("طفس")) == []
    assert "incident" in kinds(ledger, group="لواء الفجر")
    assert kinds(ledger, group="لواء الفجر", acts=("kidnapping",)) == []


def test_a_person_in_any_spelling(ledger: Ledger) -> None:
    tell(ledger, killing(3))
    assert "incident" in kinds(ledger, person="فراس زياد النجار")
    assert kinds(ledger, person="رائد ماهر الصفدي") == []


def test_what_was_seen_is_not_told_again_and_a_merge_makes_nothing_new(ledger: Ledger) -> None:
    tell(ledger, killing(0))
    question = Question(area=area_named("درعا"))
    watch = add_watch(ledger, "w", question, (), "public", find(World(ledger), question))
    assert put_out(ledger, watch, find(World(ledger), question)) == 0
    tell(ledger, killing(1))
    assert put_out(ledger, watch, find(World(ledger), question)) == 1
    a, b = (record.mentions[0] for record in records(ledger, Kind.INCIDENT))
    ledger.append(Batch(judgements=[Judgement(pair(a, b), Verdict.SAME, "سعاد", "2024-12-01T08:00:00Z")]))
    update(ledger)
    assert len(list(records(ledger, Kind.INCIDENT))) == 1
    assert put_out(ledger, watch, find(World(ledger), question)) == 0


def test_another_report_of_what_was_seen_is_more(ledger: Ledger) -> None:
    tell(ledger, killing(0))
    question = Question(area=area_named("درعا"))
    watch = add_watch(ledger, "w", question, (), "public", find(World(ledger), question))
    tell(ledger, "قُتل سامر وليد الخطيب في طفس أمس برصاص مجهولين كانوا على دراجة نارية.\n")
    a, b = (record.mentions[0] for record in records(ledger, Kind.INCIDENT))
    ledger.append(Batch(judgements=[Judgement(pair(a, b), Verdict.SAME, "سعاد", "2024-12-01T08:00:00Z")]))
    update(ledger)
    assert put_out(ledger, watch, find(World(ledger), question)) == 1
    [letter] = waiting(ledger, watch)
    assert [item["change"] for item in letter.body["items"]] == ["more"]


def test_a_removed_watch_leaves_nothing(ledger: Ledger) -> None:
    tell(ledger, killing(0))
    question = Question(area=area_named("درعا"))
    watch = add_watch(ledger, "w", question, (channel(Means.MAIL, "a@b.org"),), "public", [])
    assert put_out(ledger, watch, find(World(ledger), question)) == 1
    with pytest.raises(UsageError):
        add_watch(ledger, "w", question, (), "public", [])
    assert remove_watch(ledger, watch) == 1
    assert all_watches(ledger) == []
    assert put_out(ledger, watch, find(World(ledger), question)) == 0


def test_the_public_profile_withholds_names_words_and_small_places() -> None:
    told = redacted(ITEM, load_profile("public"))
    assert told["place"] == "درعا"
    assert told["withheld"] == 1
    assert "persons" not in told
    assert "words" not in told
    assert told["counts"] == {"killed": "1"}


def test_the_office_profile_withholds_nothing() -> None:
    told = redacted(ITEM, load_profile("office"))
    assert (told["place"], told["persons"], told["words"]) == ("طفس", ["سامر"], "قُتل سامر")


def test_a_place_that_is_in_no_gazetteer_is_withheld() -> None:
    unknown = Item(("m",), "incident", place_words="مزرعة أبو سامر")
    assert "place" not in redacted(unknown, load_profile("public"))
    assert redacted(unknown, load_profile("office"))["place"] == "مزرعة أبو سامر"


def test_an_office_may_write_its_own_profile(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        'name = "own"\npersons = false\ngroups = false\nwords = false\nplaces = "governorate"\n'
        'text_ar = "س"\ntext_en = "s"\n',
        encoding="utf-8",
    )
    assert "groups" not in redacted(ITEM, load_profile(str(path)))
    path.write_text('name = "own"\n', encoding="utf-8")
    with pytest.raises(ValueFormatError):
        load_profile(str(path))
    with pytest.raises(NotFoundError):
        load_profile(str(tmp_path / "none.toml"))


@pytest.mark.parametrize(
    "asked", [{}, {"acts": ("dancing",)}, {"list": "l", "area": "SY12"}, {"agreement": "a", "person": "b"}]
)
def test_questions_that_cannot_be_asked(asked: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        Question(**asked)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("means", "to"),
    [(Means.WEBHOOK, "ftp://x"), (Means.WEBHOOK, "x"), (Means.MAIL, "a"), (Means.MAIL, "a@b\nBcc: c@d")],
)
def test_addresses_that_are_none(means: Means, to: str) -> None:
    with pytest.raises(UsageError):
        channel(means, to)


def test_questions_are_written_as_they_are_read() -> None:
    question = Question(area="SY12", acts=("killing", "arrest"), person="سامر")
    assert Question.of(question.to_json()) == question
    assert Channel.of("feed:/a:b.xml") == Channel(Means.FEED, "/a:b.xml")


def test_the_commands(tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    tell_at(store, 0)
    added = data("watch", "add", "حوران", "--area", "درعا", "--from-start", "--store", store)
    assert added["question"]["area_ar"] == "درعا"
    [ran] = data("watch", "run", "حوران", "--store", store)
    [item] = ran["letters"][0]["items"]
    assert (ran["new"], item["place"], item["change"]) == (1, "طفس", "new")
    assert [each["name"] for each in data("watch", "list", "--store", store)] == ["حوران"]
    assert data("watch", "remove", "حوران", "--store", store)["never_sent"] == 0
    done("watch", "remove", "حوران", "--store", store, code=4)
    done("watch", "add", "x", "--store", store, code=2)
    done("watch", "add", "x", "--area", "لا مكان كهذا", "--store", store, code=4)
