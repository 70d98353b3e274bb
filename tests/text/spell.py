"""Spells 0..9999 in words, as a writer would; the other side of `find_quantities`."""

from __future__ import annotations

ONES_M = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
ONES_F = ["", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
TENS = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
HUNDREDS = ["", "مئة", "مئت", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]


def spell(n: int, feminine: bool = False, oblique: bool = False) -> str:
    if n == 0:
        return "صفر"
    thousands, rest = divmod(n, 1000)
    hundreds, below = divmod(rest, 100)
    parts = [
        _thousands(thousands, oblique),
        HUNDREDS[hundreds] + (_dual(oblique) if hundreds == 2 else ""),
        _below_hundred(below, feminine, oblique),
    ]
    return " و".join(part for part in parts if part)


def _dual(oblique: bool) -> str:
    return "ين" if oblique else "ان"


def _thousands(n: int, oblique: bool) -> str:
    return {0: "", 1: "ألف", 2: "ألف" + _dual(oblique)}.get(n) or (f"{ONES_M[n]} آلاف" if n > 2 else "")


def _below_hundred(n: int, feminine: bool, oblique: bool) -> str:
    if n <= 10:
        return _one(n, feminine, oblique)
    if n < 20:
        return _teen(n - 10, feminine, oblique)
    tens = TENS[n // 10] + ("ين" if oblique else "ون")
    return f"{_one(n % 10, feminine, oblique)} و{tens}" if n % 10 else tens


def _one(n: int, feminine: bool, oblique: bool) -> str:
    word = (ONES_F if feminine else ONES_M)[n]
    return word.removesuffix("ان") + "ين" if n == 2 and oblique else word


def _teen(n: int, feminine: bool, oblique: bool) -> str:
    ten = "عشرة" if feminine else "عشر"
    if n == 1:
        return f"{'إحدى' if feminine else 'أحد'} {ten}"
    if n == 2:
        return f"{'اثنت' if feminine else 'اثن'}{'ي' if oblique else 'ا'} {ten}"
    return f"{(ONES_F if feminine else ONES_M)[n]} {ten}"
