"""Who says so: words ascribed to speakers, and what the speakers do with them."""

from tawthiq.extract.attribution.statements import read_statements

__all__ = ["read_statements"]
