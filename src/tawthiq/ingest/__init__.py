"""Files become reports; the original bytes are kept. One bad file never harms the others."""

from tawthiq.ingest.find import find_sources
from tawthiq.ingest.read import read_all, read_source
from tawthiq.ingest.source import Problem, Source

__all__ = ["Problem", "Source", "find_sources", "read_all", "read_source"]
