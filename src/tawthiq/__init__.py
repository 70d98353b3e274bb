"""Tawthiq (توثيق): reports of violence read into a register of facts that can be defended."""

__version__ = "0.1.0"
