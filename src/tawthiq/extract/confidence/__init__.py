"""How sure the machine is of each claim: plain signs of the text and the reading, weighed as gold has taught."""

from tawthiq.extract.confidence.rating import rated

__all__ = ["rated"]
