"""Short reports put into a store, one after the other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tawthiq.extract import read_report
from tawthiq.ledger import Batch, Ledger, open_ledger
from tawthiq.model import Report
from tawthiq.model.ids import sha256
from tawthiq.register import update

TOWNS = ("طفس", "نوى", "الصنمين", "داعل", "بصرى الشام")
NAMES = ("سامر وليد الخطيب", "نبيل هيثم الرفاعي", "رائد ماهر الصفدي", "فراس زياد النجار", "مازن أيمن القاسم")


def killing(number: int) -> str:
    town, name = TOWNS[number % len(TOWNS)], NAMES[number % len(NAMES)]
    return f"خبر رقم {number}\nقُتل {name} برصاص مجهولين في {town} أمس، بحسب ما ذكر مصدر محلي.\n"


def tell(ledger: Ledger, text: str, published: date = date(2019, 10, 2)) -> Report:
    report = Report(sha256(text.encode()), text, f"r{sha256(text.encode())[:6]}", published)
    ledger.append(Batch([(report, text.encode())], read_report(report)))
    update(ledger)
    return report


def tell_at(store: Path, *numbers: int) -> None:
    with open_ledger(store) as ledger:
        for number in numbers:
            tell(ledger, killing(number), date(2019, 10, 2 + number))
