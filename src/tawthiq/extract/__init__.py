"""Reports read into claims: a pipeline of small components, each a function of the page and of what is found so far."""

from tawthiq.extract.pipeline import METHOD, read_report

__all__ = ["METHOD", "read_report"]
