"""What a person writes as the right value, made into a value of the type that the claim has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawthiq.errors import UsageError

if TYPE_CHECKING:
    from tawthiq.model import Claim, Code, Range, Value

_UNKNOWN = "unknown"


def correction(claim: Claim, text: str) -> Value:
    """The corrected value; UsageError or ValueFormatError where the words do not fit the claim."""
    from tawthiq.model import EDTF, Code, Count, Text, When

    if not text.strip():
        raise UsageError("--value is empty; where nothing is right, reject the claim")
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
    from tawthiq.model.codes import code_list, list_of

    name = list_of(claim.subject.kind, claim.predicate)
    if name is not None and text not in code_list(name):
        raise UsageError(f"--value {text!r} is no {claim.predicate}; one of {', '.join(code_list(name))}")
    return Code(text)


def _range(text: str) -> Range:
    """4, 4-5 or 4+ as a range of counts."""
    from tawthiq.model import Range

    # Ranges are shown with an en dash, and people copy what is shown.
    low, dash, high = text.strip().replace("–", "-").partition("-")
    try:
        if dash:
            return Range(int(low), int(high))
        return Range.at_least(int(low[:-1])) if low.endswith("+") else Range.exactly(int(low))
    except ValueError:
        raise UsageError(f"--value {text!r} is no count; write 4, 4-5 or 4+") from None
