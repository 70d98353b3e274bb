"""Arabic words that a PDF reader broke: fonts draw لا and لله as one sign, whose letters come out turned."""

from __future__ import annotations

from functools import lru_cache

from tawthiq.link.names.tables import given_names

_AL = "ال"
_GOD = ("هللا", "الله")


@lru_cache(maxsize=1 << 16)
def mended(key: str) -> str:
    """A plain word with its لا and لله in order, where that makes a known name (جالل) or can be nothing else."""
    if key.endswith(_GOD[0]):
        return key.removesuffix(_GOD[0]) + _GOD[1]
    if key.startswith("اال") and len(key) > len("اال"):
        return mended("الا" + key[3:])
    stem = key.removeprefix(_AL)
    if _AL not in stem[1:] or stem in given_names():
        return key
    turned = stem[0] + stem[1:].replace(_AL, "لا")
    return key[: len(key) - len(stem)] + turned if turned in given_names() else key
