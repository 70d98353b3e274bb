"""What happened: events of violence and coercion, each told once however often the report speaks of it."""

from tawthiq.extract.incidents.reader import read_incidents

__all__ = ["read_incidents"]
