"""Statistics that bodies published: numbers over a period or an area, never the toll of one incident."""

from tawthiq.extract.tallies.reader import read_tallies

__all__ = ["read_tallies"]
