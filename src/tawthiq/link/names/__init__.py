"""Arabic names in either script: read to their parts, compared, explained.

>>> compare(parse("عماد أبو زريق"), parse("Emad Abu ZURAIQ")).verdict
<Likeness.SAME: 'same'>
"""

from __future__ import annotations

from tawthiq.link.names.comparing import Aside, Comparison, Likeness, compare
from tawthiq.link.names.likeness import likeness
from tawthiq.link.names.parts import Name, Part, Role
from tawthiq.link.names.reading import parse

__all__ = ["Aside", "Comparison", "Likeness", "Name", "Part", "Role", "compare", "likeness", "parse"]
