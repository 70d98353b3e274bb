"""A reader for each format in which lists are published; which one a file has is told by its content."""

from tawthiq.link.lists.formats.detect import read_list

__all__ = ["read_list"]
