"""What a person writes as the right value, made into a value of the type that the claim has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tawthiq.errors import UsageError

if TYPE_CHECKING:
    from tawthiq.model import Claim, Code, Range, Value

# Fields that hold codes, and the list of each.
_LISTS: Mapping[str, str] = {
    "type": "incident_types",
    "fate": "fates",
    "weapon": "weapons",
    "victim_group": "victim_groups",
    "metric": "metrics",
    "mode": "delegation_modes",
}
_STATUS: Mapping[str, str] = {"agreement": "agreement_status", "affiliation": "affiliation_status"}
_UNKNOWN = "unknown"


def correction(claim: Claim, text: str) -> Value:
    """The corrected value; UsageError or ValueFormatError where the words do not fit the claim."""
    from tawthiq.model import EDTF, Code, Count, Text, When

    match claim.value:
        case Count():
            return Count(_range(text))
        case When():
            return When(EDTF(text))
        # A perpetrator whom the text calls unknown may turn out to have a name.
        case Code() if claim.predicate != "perpetrator" or text == _UNKNOWN:
            return _code(claim, text)
        case _:
            return Text(text)


def _code(claim: Claim, text: str) -> Code:
    from tawthiq.model import Code
    from tawthiq.model.codes import code_list

    name = _STATUS.get(claim.subject.kind) if claim.predicate == "status" else _LISTS.get(claim.predicate)
    if name is not None and text not in code_list(name):
        raise UsageError(f"--value {text!r} is no {claim.predicate}; one of {', '.join(code_list(name))}")
    return Code(text)


def _range(text: str) -> Range:
    """4, 4-5 or 4+ as a range of counts."""
    from tawthiq.model import Range

    low, dash, high = text.strip().partition("-")
    try:
        if dash:
            return Range(int(low), int(high))
        return Range.at_least(int(low[:-1])) if low.endswith("+") else Range.exactly(int(low))
    except ValueError:
        raise UsageError(f"--value {text!r} is no count; write 4, 4-5 or 4+") from None
