"""Small sets of units in which places, groups, dates and ranges often meet."""

from __future__ import annotations

from hypothesis import strategies as st

from tawthiq.figures.question import Dimension, Metric, Question
from tawthiq.figures.unit import Fate, Unit, Victim
from tawthiq.model import EDTF, Range
from tawthiq.model.ids import digest

DATES = ("2023-10-04", "2023-10-31", "2023-11-01", "2023-10", "2023", "2022/2023-10", "2018/..", "../2023-10-02")
PLACES = ("SY12", "SY1202", "tw:sy-ankhl", "SY11", "?خربة الزعتر")
ACTS = ("assassination", "attempted_assassination", "shelling")
GROUPS = ("former_opposition", "civilians", "children")
DOERS = ("", "مجهولون", "داعش")


def ranges() -> st.SearchStrategy[Range]:
    more = st.none() | st.integers(0, 2)
    return st.builds(lambda low, gap: Range(low, None if gap is None else low + gap), st.integers(0, 3), more)


@st.composite
def units(draw: st.DrawFn, number: int = 0) -> Unit:
    name = digest("unit", number)
    counts = draw(st.dictionaries(st.sampled_from(list(Fate)), ranges(), max_size=3))
    victims = draw(st.lists(st.sampled_from(["killed", "injured", ""]), max_size=2))
    return Unit(
        record=name,
        type=draw(st.sampled_from(ACTS)),
        date=draw(st.none() | st.sampled_from(DATES).map(EDTF)),
        places=tuple(draw(st.lists(st.sampled_from(PLACES), max_size=1))),
        perpetrator=draw(st.sampled_from(DOERS)),
        weapon=draw(st.sampled_from(["", "gunfire"])),
        victim_groups=tuple(sorted(draw(st.sets(st.sampled_from(GROUPS), max_size=2)))),
        counts=tuple((fate, counts[fate]) for fate in Fate if fate in counts),
        victims=tuple(Victim(digest(name, at), digest("person", at), fate) for at, fate in enumerate(victims)),
        mentions=(digest("mention", number),),
        decided=draw(st.booleans()) or draw(st.booleans()),
    )


@st.composite
def worlds(draw: st.DrawFn, most: int = 8) -> list[Unit]:
    """Units in the order of their ids, as the register gives them."""
    made = [draw(units(number)) for number in range(draw(st.integers(0, most)))]
    return sorted(made, key=lambda unit: unit.record)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    by = draw(st.lists(st.sampled_from(list(Dimension)), max_size=2, unique=True))
    return Question(
        metric=draw(st.sampled_from(list(Metric))),
        by=tuple(by),
        period=draw(st.sampled_from(["", "2023-10", "2018/2023-10", "2023/.."])),
        area=draw(st.sampled_from(["", "SY12", "SY1202"])),
        acts=tuple(sorted(draw(st.sets(st.sampled_from(ACTS), max_size=2)))),
        victim_groups=tuple(sorted(draw(st.sets(st.sampled_from(GROUPS), max_size=2)))),
        perpetrator=draw(st.sampled_from(["", "", "داعش"])),
        share=draw(st.booleans()),
    )
