"""Ids are digests of content: the same bytes read by the same method give the same ids anywhere."""

from __future__ import annotations

import hashlib
import json
from typing import Any

ID_LENGTH = 32

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical(value: Any) -> str:
    """JSON text that is the same for equal values on every machine: sorted keys, no spaces, no escapes."""
    return _encode(value)


def digest(*parts: Any) -> str:
    """The first 128 bits of SHA-256 over the canonical parts, as 32 hex digits."""
    return hashlib.sha256(canonical(parts).encode("utf-8")).hexdigest()[:ID_LENGTH]


def sha256(data: bytes) -> str:
    """The full SHA-256 of original bytes, as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()
