"""Ties between records, and the part of them that a picture has room for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.model import Code, Kind, Ref, Standing, Value
from tawthiq.model.records import Affiliation, Attested, Group, Meeting, Person, Record
from tawthiq.publish.network import Edge, Network, Node, Tie, components, largest, neighbours, network


def said(*values: Value, standing: Standing = Standing.PROPOSED) -> tuple[Attested, ...]:
    return tuple(Attested(value, standing, ("c",)) for value in values)


def person(name: str) -> Person:
    return Person(id=name, label=name, mentions=(f"m-{name}",))


def ref(name: str) -> Ref:
    return Ref(f"m-{name}", name)


def tie(name: str, who: str, group: str, status: str | None, standing: Standing = Standing.PROPOSED) -> Affiliation:
    held = said(Code(status), standing=standing) if status else ()
    return Affiliation(id=name, label=name, mentions=(f"m-{name}",), person=said(ref(who), standing=standing),
                       group=said(ref(group), standing=standing), status=held)  # fmt: skip


GROUP = Group(id="لواء", label="لواء", mentions=("m-لواء",), leader=said(ref("نادر")))
MEETING = Meeting(id="لقاء", label="لقاء", mentions=("m-لقاء",), attendee=said(ref("نادر"), ref("رامز")))
RECORDS: list[Record] = [person("نادر"), person("رامز"), person("وحيد"), GROUP, MEETING]


def test_leaders_meetings_and_affiliations_tie() -> None:
    found = network([*RECORDS, tie("صلة", "رامز", "لواء", "former")])
    assert {(edge.source, edge.tie, edge.target) for edge in found.edges} == {
        ("نادر", Tie.LEADER, "لواء"),
        ("نادر", Tie.ATTENDEE, "لقاء"),
        ("رامز", Tie.ATTENDEE, "لقاء"),
        ("رامز", Tie.FORMER, "لواء"),
    }
    assert {node.label for node in found.nodes} == {"نادر", "رامز", "لواء", "لقاء"}


def test_what_is_contested_or_rejected_ties_nobody() -> None:
    for standing in (Standing.CONTESTED, Standing.REJECTED):
        assert network([person("رامز"), GROUP, tie("صلة", "رامز", "لواء", "current", standing)]).edges == ()


def test_a_tie_without_a_status_says_so() -> None:
    (edge,) = network([person("رامز"), Group(id="لواء", label="لواء", mentions=("m-لواء",)),
                       tie("صلة", "رامز", "لواء", None)]).edges  # fmt: skip
    assert edge.tie is Tie.UNSTATED


@given(st.permutations(RECORDS))
def test_order_does_not_matter(held: list[Record]) -> None:
    assert network(held) == network(RECORDS)


def star(middle: str, leaves: int) -> list[Edge]:
    return [Edge(f"{middle}{i}", middle, Tie.CURRENT, "r") for i in range(leaves)]


def whole(*edges: Edge) -> Network:
    ids = sorted({id_ for edge in edges for id_ in (edge.source, edge.target)})
    return Network(tuple(Node(id_, Kind.PERSON, id_) for id_ in ids), edges)


def test_the_biggest_component_comes_first_and_the_rest_is_counted() -> None:
    found = largest(whole(*star("a", 2), *star("b", 5)), 6)
    assert {node.id for node in found.nodes} == {"b", "b0", "b1", "b2", "b3", "b4"}
    assert found.left_out == 3


@given(st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), min_size=1, max_size=40), st.integers(2, 12))
def test_a_part_has_no_more_nodes_than_asked_and_none_that_hangs_alone(pairs: list[tuple[int, int]], most: int) -> None:
    edges = [Edge(str(a), str(b), Tie.CURRENT, "r") for a, b in pairs if a != b]
    given_, found = whole(*edges), largest(whole(*edges), most)
    assert len(found.nodes) <= most
    assert len(found.nodes) + found.left_out == len(given_.nodes)
    assert set(neighbours(found.edges)) == {node.id for node in found.nodes}


def test_components_are_told_apart() -> None:
    assert components(neighbours([*star("a", 1), *star("b", 2)])) == [["b", "b0", "b1"], ["a", "a0"]]
