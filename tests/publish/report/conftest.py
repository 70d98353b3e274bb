from __future__ import annotations

import pytest

from tawthiq.publish.report.build import build
from tawthiq.publish.report.content import Content
from tawthiq.publish.report.document import Document
from tawthiq.publish.report.templates import Templates

from .sample import sample_content


@pytest.fixture(scope="session")
def content() -> Content:
    return sample_content()


@pytest.fixture(scope="session")
def arabic(content: Content) -> Document:
    return build(content, "ar", Templates())


@pytest.fixture(scope="session")
def english(content: Content) -> Document:
    return build(content, "en", Templates())
