"""Short synthetic reports in any number: about nobody, each unlike the others, always the same for a number."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

FIRST = ("سامر", "وليد", "نبيل", "هيثم", "رائد", "باسم", "ماهر", "فراس", "عمار", "زياد", "مازن", "أيمن")
LAST = ("الخطيب", "الحمصي", "الرفاعي", "الزين", "الصفدي", "العلي", "المصري", "النجار", "الدروبي", "القاسم")
TOWNS = ("نوى", "طفس", "جاسم", "الصنمين", "داعل", "إنخل", "بصرى الشام", "الحراك", "تسيل", "سحم الجولان")
GROUPS = ("لواء الأمل", "كتيبة الفجر", "الفيلق الخامس", "اللواء الثامن")
TEMPLATES = (
    "قُتل {name} برصاص مجهولين في {town} {day}، بحسب ما ذكر مصدر محلي.",
    "أصيب {n} مدنيين بينهم {name} جراء انفجار عبوة ناسفة قرب {town} {day}.",
    "اختطف مسلحون مجهولون {name} من أمام منزله في {town}، ولا يزال مصيره مجهولاً.",
    "اندلعت اشتباكات بين {group} ومسلحين محليين في {town} {day}، وأدت إلى مقتل {n} أشخاص على الأقل.",
    "نفى القيادي في {group} {name} مسؤولية مجموعته عن الهجوم الذي وقع في {town} وأدى إلى مقتل {n} عناصر.",
)
DAYS = ("أمس", "مساء أمس", "صباح اليوم", "يوم السبت الماضي", "في 3 أيلول 2019")


def report(number: int) -> str:
    """The text of one report, with its day on the first line."""
    chance = random.Random(number)
    day = date(2019, 10, 1) + timedelta(days=number % 700)
    words = {
        "name": f"{chance.choice(FIRST)} {chance.choice(FIRST)} {chance.choice(LAST)}",
        "town": chance.choice(TOWNS),
        "group": chance.choice(GROUPS),
        "day": chance.choice(DAYS),
        "n": chance.randint(3, 10),
    }
    return f"{day}\nخبر رقم {number}\n{chance.choice(TEMPLATES).format(**words)}\n"


def write_reports(folder: Path, many: int) -> Path:
    folder.mkdir()
    for number in range(many):
        (folder / f"r{number:04}.txt").write_text(report(number), encoding="utf-8")
    return folder
