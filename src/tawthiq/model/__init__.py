"""The nouns of the house: reports, claims, judgements, records. No input or output, no other room."""

from tawthiq.model.claim import OUTLET, Claim, Mention, Speaker
from tawthiq.model.edtf import EDTF
from tawthiq.model.engine import Engine, LocalModel, ReadBy
from tawthiq.model.enums import (
    AffiliationStatus,
    AgreementStatus,
    Bound,
    Conduct,
    DelegationMode,
    Fate,
    IncidentType,
    Kind,
    Metric,
    Stance,
    Standing,
    Verdict,
    VictimGroup,
    Voice,
    Weapon,
)
from tawthiq.model.judgement import Judgement, pair
from tawthiq.model.ranges import Range, hull
from tawthiq.model.report import Report
from tawthiq.model.span import Span, cover
from tawthiq.model.value import Code, Count, Ref, Text, Value, When, from_json

__all__ = [
    "EDTF",
    "OUTLET",
    "AffiliationStatus",
    "AgreementStatus",
    "Bound",
    "Claim",
    "Code",
    "Conduct",
    "Count",
    "DelegationMode",
    "Engine",
    "Fate",
    "IncidentType",
    "Judgement",
    "Kind",
    "LocalModel",
    "Mention",
    "Metric",
    "Range",
    "ReadBy",
    "Ref",
    "Report",
    "Span",
    "Speaker",
    "Stance",
    "Standing",
    "Text",
    "Value",
    "Verdict",
    "VictimGroup",
    "Voice",
    "Weapon",
    "When",
    "cover",
    "from_json",
    "hull",
    "pair",
]
