"""How well reports are read, by the facts that a careful reader found in them; any office's own gold will do."""

from tawthiq.evaluate.calibration import Calibration, calibration, judged
from tawthiq.evaluate.figures import figures
from tawthiq.evaluate.gold import Gold, digest_of, read_gold
from tawthiq.evaluate.reading import Evaluated, evaluate
from tawthiq.evaluate.scoring import Compared, Table, compare, total
from tawthiq.evaluate.sections import CORE

__all__ = [
    "CORE",
    "Calibration",
    "Compared",
    "Evaluated",
    "Gold",
    "Table",
    "calibration",
    "compare",
    "digest_of",
    "evaluate",
    "figures",
    "judged",
    "read_gold",
    "total",
]
