"""Who reads reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Engine(StrEnum):
    """`fast` needs nothing more; `accurate` needs the extra of that name; `llm` needs a server (LocalModel)."""

    FAST = "fast"
    ACCURATE = "accurate"
    LLM = "llm"


@dataclass(frozen=True, slots=True)
class LocalModel:
    """A language model behind an OpenAI-compatible server; `timeout` in seconds for one report."""

    url: str
    name: str
    timeout: float = 300.0


ReadBy: TypeAlias = Engine | LocalModel
