import json

from hypothesis import given

from tawthiq.register.canonical import canonical_text, hash_texts, record_from_json, register_hash, to_json
from tawthiq.register.project import project_all
from tawthiq.register.rule import default_rule
from tests.strategies import World, worlds


@given(worlds())
def test_a_record_comes_back_from_its_canonical_form(world: World) -> None:
    records = project_all(world.claims, world.judgements, default_rule())
    assert [record_from_json(json.loads(canonical_text(record))) for record in records] == records
    assert hash_texts(map(canonical_text, records)) == register_hash(records)


@given(worlds())
def test_only_fields_in_which_something_is_said_are_written(world: World) -> None:
    for record in project_all(world.claims, world.judgements, default_rule()):
        assert all(to_json(record)["fields"].values())
