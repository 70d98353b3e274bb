"""Reports read into claims: a pipeline of small components, each a function of the page and of what is found so far."""

from tawthiq.extract.pipeline import method_of, read_report

__all__ = ["method_of", "read_report"]
