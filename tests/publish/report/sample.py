"""Prepared figures to build reports from: some of the demonstration reports, and a month of as many as one likes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files

from tawthiq.model import EDTF, Bound, Range, Stance
from tawthiq.model.codes import code_list
from tawthiq.model.ids import digest
from tawthiq.publish.report.content import (
    Breakdown,
    Content,
    Definition,
    Edition,
    Evidence,
    IncidentLine,
    Label,
    Lineage,
    Quantity,
    Row,
    Words,
)

FATES = ("killed", "injured")
PLACES = {
    "nawa": (Label("tw:sy-nwy", "نوى", "Nawa"), (32.88646, 36.03905)),
    "jisr": (Label("SY0704", "جسر الشغور", "Jisr-Ash-Shugur"), (35.81823, 36.32825)),
    "kasra": (Label("tw:sy-alksrh", "الكسرة", "Al Kasrah"), (35.56743, 39.9202)),
    "jarablus": (Label("SY0208", "جرابلس", "Jarablus"), (36.71824, 37.94085)),
    "karama": (Label("?الكرامة", "الكرامة", "Al Karama"), (35.87, 39.29)),
    "bukamal": (Label("SY0902", "البوكمال", "Abu Kamal"), (34.43955, 40.39991)),
    "shahba": (Label("SY1303", "شهبا", "Shahba"), (32.88123, 36.66809)),
}

# place, act, date, killed, injured, perpetrators, sources, origins, report, [(field, value, quote, speaker, stance)]
_TOLD = [
    ("nawa", "assassination", "2021-11-22", Range.exactly(1), Range.exactly(1), (), ("أخبار الجيدور",), 1,
     "02-nawa-assassination", [
         ("killed", "1", "فأردياه قتيلاً", 'موقع "أخبار الجيدور"', Stance.ASSERTS),
         ("injured", "1", "وأصيب ابنه يزن (14 عاماً) بطلق في الساق", 'موقع "أخبار الجيدور"', Stance.ASSERTS)]),
    ("jisr", "shelling", "2021-03-25", Range(8, 11), Range(21, 26), ("قوات النظام",),
     ("الدفاع المدني السوري", "مديرية الصحة"), 2, "03-jisr-shelling", [
         ("killed", "8", "أحصى الدفاع المدني السوري ثمانية قتلى", "الدفاع المدني السوري", Stance.ASSERTS),
         ("killed", "11", "مشافيها استقبلت أحد عشر قتيلاً وستة وعشرين مصاباً", "مديرية الصحة", Stance.ASSERTS)]),
    ("kasra", "explosion", "2023-05-09", None, Range.exactly(5), (), ("ضفاف الخابور",), 1, "04-kasra-ied-children", [
         ("injured", "5", "أصيب ٥ أطفال بجروح متفاوتة", 'مراسل شبكة "ضفاف الخابور"', Stance.ASSERTS)]),
    ("jarablus", "armed_clash", "2022-04-04/2022-04-05", Range.exactly(6), Range.at_least(9),
     ("فرقة السلطان", "لواء صقور الساجور"), ("نداء حلب",), 1, "06-jarablus-clash", [
         ("killed", "6", "فضلاً عن سيدة أصابتها رصاصة طائشة", 'مراسل وكالة "نداء حلب"', Stance.ASSERTS),
         ("injured", "9+", "جُرح ما لا يقل عن تسعة أشخاص", 'مراسل وكالة "نداء حلب"', Stance.ASSERTS)]),
    ("karama", "armed_clash", "2023-07-18", Range.exactly(5), None, ('تنظيم "داعش"',),
     ("مجلس الرقة المدني", "أعماق"), 2, "10-karama-revised", [
         ("killed", "5", "من ثلاثة إلى خمسة", 'لجنة المياه في "مجلس الرقة المدني"', Stance.ASSERTS),
         ("killed", "6", "أنه قتل ستة ممن وصفهم بالمرتدين", 'تنظيم "داعش"', Stance.ASSERTS)]),
    ("bukamal", "airstrike", "2021-12-02", Range.at_least(12), Range.at_least(20), (), ("مرصد الحدود",), 1,
     "17-bukamal-airstrike", [
         ("killed", "12+", "قُتل ما لا يقل عن 12 شخصاً وأصيب العشرات", "مرصد الحدود", Stance.ASSERTS),
         ("perpetrator", "التحالف الدولي", "ونفى متحدث باسم القيادة المركزية الأميركية", "القيادة المركزية الأميركية",
          Stance.DENIES)]),
]  # fmt: skip


@cache
def demo_text(name: str) -> str:
    return (files("tawthiq") / "data" / "demo" / f"{name}.txt").read_text(encoding="utf-8")


def act(code: str) -> Label:
    entry = code_list("incident_types")[code]
    return Label(code, entry.ar, entry.en)


def record_id(*of: object) -> str:
    return digest("record", *of)


def sample_content() -> Content:
    """Six incidents of the demonstration reports, with every figure summed from them."""
    incidents, evidence = [], {}
    for place, kind, date, killed, injured, perpetrators, sources, origins, report, claims in _TOLD:
        record = record_id(place, date)
        counts = {fate: held for fate, held in zip(FATES, (killed, injured), strict=True) if held is not None}
        label, spot = PLACES[place]
        incidents.append(
            IncidentLine(record, EDTF(date), label, act(kind), counts, perpetrators, (), sources, origins, spot)
        )
        evidence[record] = tuple(_evidence(report, *claim) for claim in claims)
    return content_of(sorted(incidents, key=lambda line: line.date.text if line.date else ""), evidence, "2021/2023")


def _evidence(report: str, field: str, value: str, quote: str, speaker: str, stance: Stance) -> Evidence:
    published, title = demo_text(report).split("\n", 2)[:2]
    entry = code_list("fields")[field]
    id_ = digest("claim", report, quote, value)
    said = Label(value, value)
    return Evidence(id_, Label(field, entry.ar, entry.en), said, quote, speaker, title, published, stance)


def month_content(size: int) -> Content:
    """A month with so many invented incidents, four claims each."""
    acts, places = list(code_list("incident_types"))[:8], list(PLACES.values())
    incidents, evidence = [], {}
    for n in range(size):
        record, (label, spot) = record_id("made", n), places[n % len(places)]
        counts = {"killed": Range(n % 4, n % 4 + n % 2), "injured": Range.exactly(n % 3)}
        day = EDTF(f"2023-10-{n % 31 + 1:02d}")
        incidents.append(
            IncidentLine(
                record, day, label, act(acts[n * n % 8]), counts, ("مسلحون مجهولون",), (), ("أخبار الوادي",), 1, spot
            )
        )
        evidence[record] = tuple(
            Evidence(digest("c", n, m), Label("killed", "قتلى", "killed"), Label(str(n % 4), str(n % 4)),
                     f"قُتل {n % 4} من أهالي {label.ar} بإطلاق نار من مسلحين على دراجة نارية عصر اليوم", "مصدر محلي",
                     f"تقرير {n}", day.text)
            for m in range(4)
        )  # fmt: skip
    return content_of(sorted(incidents, key=lambda line: line.date.text if line.date else ""), evidence, "2023-10")


def content_of(incidents: Sequence[IncidentLine], evidence: dict[str, tuple[Evidence, ...]], period: str) -> Content:
    """Every figure is the sum of what its lineage lists."""
    lineage: dict[str, Lineage] = {}

    def figure(metric: str, of: Iterable[IncidentLine], *key: str) -> Quantity:
        held = list(of)
        id_ = digest("figure", metric, *key)
        lineage[id_] = Lineage(id_, tuple(line.record for line in held))
        if metric == "incident":
            return Quantity(id_, metric, Range.exactly(len(held)), incidents=len(held))
        total = sum((line.counts[metric] for line in held if metric in line.counts), Range.exactly(0))
        unknown = sum(metric not in line.counts for line in held)
        return Quantity(id_, metric, total, Bound.AT_LEAST if unknown else Bound.EXACT, None, None, len(held), unknown)

    def by(dimension: str, of: Callable[[IncidentLine], Label], spots: bool = False) -> Breakdown:
        labels = {label.code: label for label in map(of, incidents)}
        metrics = ("incident", *FATES)
        rows = []
        for code in sorted(labels):
            inside = [line for line in incidents if of(line).code == code]
            figures = tuple(figure(metric, inside, dimension, code) for metric in metrics)
            rows.append(Row(labels[code], figures, inside[0].spot if spots else None))
        return Breakdown(dimension, metrics, tuple(rows), tuple(figure(m, incidents, dimension, "") for m in metrics))

    headline = {metric: figure(metric, incidents, "headline") for metric in ("incident", *FATES)}
    killed = headline["killed"]
    group = Quantity(digest("share"), "killed", Range.exactly(5), Bound.AT_LEAST, killed.range,
                     5 / max(killed.range.min, 1), 1)  # fmt: skip
    lineage[group.id] = Lineage(group.id, tuple(line.record for line in incidents[-1:]))
    return Content(
        office=Label("office", "مكتب التوثيق", "the documentation office"),
        period=EDTF(period),
        area=Label("iso:SY", "سوريا", "Syria"),
        headline={**headline, "killed:civilians": group},
        breakdowns=(
            by("month", lambda line: _month(line)),
            by("area", lambda line: line.place or Label("", "غير معلوم", "unknown"), spots=True),
            by("act", lambda line: line.act),
        ),
        incidents=tuple(incidents),
        lineage=tuple(lineage.values()),
        evidence=evidence,
        definitions=(
            Definition(Label("incident", "واقعة", "Incident"),
                       Words("فعل عنف أو إكراه في مكان ووقت.", "Violence or coercion at one place and time.")),
            Definition(Label("killed", "قتيل", "Killed"), Words("من توفي بسبب الواقعة.", "Died of the act.")),
        ),
        edition=Edition("accepted",
                        Words("تُحتسب الواقعة إذا حُكم بقبول ما رُوي عنها.", "An incident counts once judged right."),
                        digest("edition"), "1204", "0.3.0"),
        notes=(Words("زادت الحصيلة واقعةً واحدة عن الإصدار السابق (2023-09).",
                     "One incident more than in the last edition (2023-09)."),),
    )  # fmt: skip


def _month(line: IncidentLine) -> Label:
    text = line.date.text[:7] if line.date else ""
    return Label(text, text or "غير معلوم", text or "unknown")
