"""A small folder of gold as an office would write it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TEXT = "2021-11-23\nاغتيال في نوى\nقُتل سامر وليد الخطيب برصاص مجهولين في مدينة نوى غربي درعا، بحسب مصدر محلي.\n"
FACTS: dict[str, Any] = {
    "id": "nawa",
    "published": "2021-11-23",
    "persons": [{"name": "سامر وليد الخطيب", "fate": "killed"}],
    "groups": [],
    "places": ["نوى", "درعا"],
    "incidents": [
        {
            "type": "assassination",
            "places": ["نوى"],
            "killed": [1, 1],
            "victims": ["سامر وليد الخطيب"],
            "perpetrator": "unknown",
            "weapon": "gunfire",
            "source": "مصدر محلي",
            "quote": "قُتل سامر وليد الخطيب برصاص مجهولين",
        }
    ],
    "tallies": [],
    "agreements": [],
    "meetings": [],
    "sources": ["مصدر محلي"],
    "denials": [],
}


def write(folder: Path, facts: Any = FACTS, name: str = "nawa", text: str | None = TEXT) -> Path:
    """The folder, with one report and its facts in it."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
    if text is not None:
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder
