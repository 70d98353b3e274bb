"""Many names against many: an index for one against a list, and whole lists against each other."""

from __future__ import annotations

from tawthiq.link.matching.index import Index

__all__ = ["Index"]
