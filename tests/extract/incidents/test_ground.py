"""What a denial reaches: the event, or only somebody's part in it."""

from __future__ import annotations

import pytest

from tawthiq.extract.attribution import read_statements
from tawthiq.extract.incidents.ground import Ground
from tests.extract.pages import page_of, reading_of


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("نفت حركة الفجر وقوع تفجير في البلدة.", True),
        ("نفى مصدر في الحركة أن يكون قد وقع تفجير في البلدة.", True),
        ("لا صحة لما يتداول عن تفجير في البلدة، بحسب مصدر محلي.", True),
        ("نفت حركة الفجر مسؤوليتها عن تفجير حافلة في البلدة.", False),
        ("نفت حركة الفجر أي صلة لها، أو علاقتها بـ تفجير حافلة في البلدة.", False),
        ("أكدت حركة الفجر وقوع تفجير في البلدة.", False),
    ],
)
def test_what_is_denied(text: str, denied: bool) -> None:
    page = page_of(text)
    groups = ["حركة الفجر"] if "حركة الفجر" in text else []
    ground = Ground(page, read_statements(page, reading_of(page, groups=groups)))
    assert ground.is_denied(text.index("تفجير")) == denied
