"""The store as static pages: each report with its marked words, the records, the tallies, the network of actors."""

from tawthiq.publish.pages.write import write_pages

__all__ = ["write_pages"]
