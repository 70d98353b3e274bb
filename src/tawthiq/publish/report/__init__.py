"""A period's report from prepared figures: sentences, tables, charts, a map and the lineage of every number."""

from tawthiq.publish.report.content import Content
from tawthiq.publish.report.write import Format, write_report

__all__ = ["Content", "Format", "write_report"]
