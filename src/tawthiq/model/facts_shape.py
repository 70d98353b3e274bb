"""The facts of one report as JSON (docs/facts-schema.md), checked where they come from outside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tawthiq.errors import ValueFormatError
from tawthiq.model.shape import Key, code, counted, day, held, many, maybe, number, text, thing, truth

_TEXTS, _SILENT, _NAME = Key(many(text), []), Key(maybe(text), None), Key(text)
_DAY = Key(maybe(day), None)
_COUNT = Key(maybe(counted), None)

_PERSON = thing(name=_NAME, aliases=_TEXTS, roles=_TEXTS, groups=_TEXTS, fate=Key(code("fates"), "none"))
_INCIDENT = thing(
    type=Key(code("incident_types")),
    date=_DAY,
    places=_TEXTS,
    **dict.fromkeys(("killed", "injured", "abducted", "detained", "survived"), _COUNT),
    victims=_TEXTS,
    victim_groups=Key(many(code("victim_groups")), []),
    perpetrator=_SILENT,
    weapon=Key(maybe(code("weapons")), None),
    source=_SILENT,
    quote=_SILENT,
)
_TALLY = thing(
    metric=Key(code("metrics")),
    value=Key(number),
    bound=Key(code("bounds"), "exact"),
    from_=_DAY,
    to=_DAY,
    area=_SILENT,
    category=_SILENT,
    by=_SILENT,
)
_AGREEMENT = thing(description=_SILENT, parties=_TEXTS, date=_DAY, status=Key(maybe(code("agreement_status")), None))
_TRIGGER = thing(threat_from=_TEXTS, where=_SILENT, words=_SILENT)
_STATEMENT = thing(
    speaker=_SILENT,
    anonymous=Key(maybe(truth), None),
    stance=Key(code("stances")),
    content=_SILENT,
    quote=_NAME,
)

_SECTIONS: Mapping[str, Key] = {
    "persons": Key(many(_PERSON)),
    "groups": Key(many(text)),
    "places": Key(many(text)),
    "incidents": Key(many(_INCIDENT)),
    "tallies": Key(many(_TALLY)),
    "agreements": Key(many(_AGREEMENT)),
    "meetings": Key(many(thing(place=_SILENT, date=_DAY, attendees=_TEXTS))),
    "sources": Key(many(text)),
    "denials": Key(many(thing(who=_NAME, what=_SILENT))),
}
_AFFILIATION = Key(maybe(code("affiliation_status")), None)
_EXTRAS: Mapping[str, Key] = {
    "affiliations": Key(
        many(thing(person=_NAME, group=_NAME, role=_SILENT, from_=_DAY, to=_DAY, status=_AFFILIATION, quote=_SILENT))
    ),
    "delegations": Key(
        many(thing(area=_NAME, delegates=_TEXTS, mode=Key(code("delegation_modes")), note=_SILENT, quote=_SILENT))
    ),
    "clauses": Key(many(thing(trigger=Key(_TRIGGER), obligation=_NAME, quote=_SILENT))),
    "sanctions": Key(many(thing(authority=_NAME, person=_NAME, date=_DAY, reason=_SILENT))),
    "embedded_posts": Key(many(thing(author=_SILENT, handle=_NAME, date=_DAY, text=_SILENT, credits=_TEXTS))),
    "initiatives": Key(many(thing(by=_NAME, date=_DAY, what=_SILENT, outcome=_SILENT))),
    "claims": Key(many(_STATEMENT)),
    "aims": Key(many(text)),
    "group_facts": Key(many(thing(group=_NAME, fact=Key(text), value=_NAME, date=_DAY))),
}


def check_facts(data: Any) -> dict[str, Any]:
    """The facts of one report with every key that is scored. ValueFormatError names the first key that is wrong."""
    if not isinstance(data, dict):
        raise ValueFormatError("an object of facts belongs here")
    facts = {name: held(data, name, key, name) for name, key in _SECTIONS.items()}
    extras = {name: held(data, name, key, name) for name, key in _EXTRAS.items() if name in data}
    return {"id": data.get("id"), **facts, **extras}
