"""Writes the variants: each event of events.tsv told by three or four invented outlets (`python make.py`).


Into reports/NAME.txt (line 1: day of publication) and gold.jsonl: for each report its outlet, its origin (the report
whose words or whose news it carries) and its events, each with the stretch of text that tells it and the facts as told.
"""

from __future__ import annotations

import csv
import json
import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FRAMES: dict[str, dict[str, list[str]]] = tomllib.loads((HERE / "frames.toml").read_text(encoding="utf-8"))
OUTLETS = (
    "شبكة نبض الجنوب", "صحيفة صدى الأيام", "وكالة الضفاف", "شبكة عين الحدث", "إذاعة مرايا", "وكالة أفق نيوز",
    "منصة خبر عاجل", "صحيفة الوقائع", "شبكة مراسلون الآن", "وكالة الشراع", "منصة الميدان اليوم", "إذاعة الجسر",
)  # fmt: skip
BACKGROUND = {
    "a02": "a01", "a13": "a12", "i02": "i01", "i07": "i06", "k03": "k02", "s02": "s01", "s08": "s07", "r02": "r01",
    "r07": "r06", "c03": "c02", "h02": "h01", "b02": "b01", "d02": "d01", "t02": "t01",
}  # fmt: skip
BEFORE = {
    "assassination": "وكان مسلحون قد اغتالوا {who} في {place} يوم {on}.",
    "ied": "وكانت عبوة ناسفة قد انفجرت في {place} يوم {on} وأودت بحياة {dead_g}.",
    "kidnapping": "وكان مجهولون قد خطفوا {who} في {place} يوم {on}.",
    "shelling": "وكان قصف {by} على {place} يوم {on} قد أسفر عن مقتل {dead_g}.",
    "airstrike": "وكانت غارة قد استهدفت {target} في {place} يوم {on} وقتلت {dead_a}.",
    "clash": "وكانت اشتباكات قد اندلعت في {place} يوم {on} بين {side_a} و{side_b} وأسفرت عن مقتل {dead_g}.",
    "arrest": "وكانت {by} قد اعتقلت {held_g} في {place} يوم {on}.",
    "carbomb": "وكانت سيارة مفخخة قد انفجرت في {place} يوم {on} وقتلت {dead_a}.",
    "body": "وكان الأهالي قد عثروا على جثة {who} في {place} يوم {on}.",
    "attack": "وكان هجوم على {target} في {place} يوم {on} قد أسفر عن مقتل {dead_g}.",
}
TYPES = {"assassination": ("assassination", "gunfire"), "ied": ("explosion", "ied"), "kidnapping": ("kidnapping", None),
         "shelling": ("shelling", "shelling"), "airstrike": ("airstrike", "airstrike"), "clash": ("armed_clash", None),
         "arrest": ("arrest", None), "carbomb": ("explosion", "car_bomb"), "body": ("killing", "gunfire"),
         "attack": ("killing", "gunfire")}  # fmt: skip
DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
MONTHS = (
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
)
MONTHS_2 = (
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
)
NUMBERS = ("", "", "", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
NOUNS = {  # one, two as a subject, two else, three to ten, from eleven on
    "p": ("شخص", "شخصان", "شخصين", "أشخاص", "شخصاً"), "c": ("مدني", "مدنيان", "مدنيين", "مدنيين", "مدنياً"),
    "f": ("عنصر", "عنصران", "عنصرين", "عناصر", "عنصراً"), "s": ("جندي", "جنديان", "جنديين", "جنود", "جندياً"),
    "t": ("مسلح", "مسلحان", "مسلحين", "مسلحين", "مسلحاً"), "k": ("طفل", "طفلان", "طفلين", "أطفال", "طفلاً"),
}  # fmt: skip
SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Telling:
    """How one report tells an event: when it came out, which day it gives, its toll and its spellings."""

    event: dict[str, str]
    published: date
    told: date
    killed: int
    injured: int
    second: bool
    worn: bool
    explicit: bool


@dataclass(frozen=True, slots=True)
class Story:
    """`lines` after the headline; `facts` as they are told; `before`: line and event of what is told as background."""

    headline: str
    lines: tuple[str, ...]
    facts: dict[str, Any]
    published: date
    outlet: str
    origin: str = ""
    before: tuple[str, str, dict[str, Any]] | None = None


def people(n: int, noun: str, subject: bool = False) -> str:
    one, two, two_else, few, many = NOUNS[noun]
    if n <= 2:
        return one if n == 1 else two if subject else two_else
    return f"{NUMBERS[n]} {few}" if n <= 10 else f"{n} {many}"


def worn(words: str, rng: random.Random) -> str:
    """As outlets write in haste: hamza, final ya and ta marbuta left out here and there."""
    for a, b in (("أ", "ا"), ("إ", "ا"), ("عبد ال", "عبدال"), ("ة ", "ه ")):
        if rng.random() < 0.6:
            words = words.replace(a, b)
    return words


def definite(role: str) -> str:
    """ "قيادي سابق" is "القيادي السابق", "سائق حافلة" is "سائق الحافلة"; what follows "في" stays."""
    head, mid, tail = role.partition(" في ")
    words = head.split()
    if len(words) > 1 and words[0] in ("سائق", "معلم", "إمام", "موظف", "تاجر", "عضو", "مختار"):
        words, first = words[1:], [words[0]]
    else:
        first = []
    return " ".join([*first, *(word if word[:2] == "ال" else f"ال{word}" for word in words)]) + mid + tail


def day_words(t: Telling) -> str:
    e, gap = t.event, (t.published - t.told).days
    weekday = DAYS[t.told.weekday()]
    if t.explicit:
        return f"{e['part']} {weekday} {dated(t.told, e)}"
    if gap in (0, 1):
        return f"{e['part']} {('اليوم', 'أمس')[gap]} {weekday}"
    return f"{e['part']} يوم {weekday} الماضي"


def dated(day: date, event: dict[str, str]) -> str:
    """Levantine months in Syria, Iraq and Lebanon, the others' elsewhere."""
    elsewhere = re.search("اليمن|سيناء|ليبيا|عدن|تعز|السودان|صنعاء|نيجيريا|الصومال|مأرب|الفاشر", event["where"])
    return f"{day.day} {(MONTHS_2 if elsewhere else MONTHS)[day.month - 1]}"


def slots(t: Telling, rng: random.Random) -> dict[str, str]:
    e, kind = t.event, t.event["type"]
    who = [worn(name, rng) if t.worn else name for name in e["who2" if t.second else "who"].split("|") if name]
    where = e["where2" if t.second else "where"]
    sides = e["by"].split("|")
    out = {
        "role": e["role"], "who": " و".join(who), "name": e["who2"].split("|")[0], "where": where, "day": day_words(t),
        "at": e["place2" if t.second else "place"], "place": e["place"], "target": e["target"], "by": sides[0],
        "the_role": definite(e["role"]), "in_where": re.sub("^على ", "في ", where),
        "for_by": f"لل{sides[0][2:]}" if sides[0][:2] == "ال" else f"ل{sides[0]}", "on": dated(t.told, e),
    }  # fmt: skip
    if len(sides) == 2:
        out |= {"side_a": sides[0], "side_b": sides[1]}
    if kind == "arrest":
        out["held_g"] = people(t.killed, e["noun"])
    elif t.killed:
        out |= {"dead": people(t.killed, e["noun"], True), "dead_g": people(t.killed, e["noun"])}
        out |= {"dead_h": f"مقتل {out['dead_g']}", "dead_a": out["dead_g"]}
    if t.injured:
        out |= {"hurt": people(t.injured, "p", True), "hurt_g": people(t.injured, "p")}
    return {key: value for key, value in out.items() if value and value != "لل"}


def fitting(frames: list[str], held: dict[str, str]) -> list[str]:
    """Those that ask for nothing that is not told."""
    return [frame.format(**held) for frame in frames if set(SLOT.findall(frame)) <= held.keys()]


def facts(t: Telling, held: dict[str, str], text: str) -> dict[str, Any]:
    """The incident of the evaluation schema, less its quote; only what the text says."""
    e = t.event
    kind, weapon = TYPES[e["type"]]
    toll = dict.fromkeys(("killed", "injured", "detained"), None) | {"abducted": None, "survived": None}
    if e["type"] == "arrest":
        toll["detained"] = [t.killed, t.killed] if held["held_g"] in text else None
    elif e["type"] != "kidnapping":
        single = e["type"] in ("assassination", "body")
        said = single or held.get("dead", "~") in text or held.get("dead_g", "~") in text
        toll["killed"] = [t.killed, t.killed] if said else None
        hurt = held.get("hurt", "~") in text or held.get("hurt_g", "~") in text
        toll["injured"] = [t.injured, t.injured] if hurt else None
    names = [name for name in held.get("who", "").split(" و") if name and name in text]
    place = next(p for p in (held["at"], e["place2"], e["place"], *held["where"].split()) if p in text)
    doer = "unknown" if "مجهول" in text or "ملثم" in text else (held["by"] if held.get("by", "~") in text else None)
    return {"type": kind, "date": t.told.isoformat(), "places": [place], **toll, "victims": names,
            "victim_groups": [], "perpetrator": doer, "weapon": weapon, "source": None}  # fmt: skip


def story(t: Telling, lead_at: int, extra: str, outlet: str, rng: random.Random) -> Story:
    held = slots(t, rng)
    frames = FRAMES[t.event["type"]]
    leads = fitting(frames["lead"], held)
    lead = leads[lead_at % len(leads)]
    more = [line for line in fitting(frames["more"], held) if line not in lead]
    lines = [
        lead,
        *rng.sample(more, rng.choice([1, 1, 2])),
        *([extra] if extra else []),
        rng.choice(FRAMES["any"]["close"]),
    ]
    if rng.random() < 0.3:
        lines[0] = f"{outlet} – {lead}"
    headline = rng.choice(fitting(frames["headline"], held))
    told = facts(t, held, " ".join([headline, *lines]))
    return Story(headline, tuple(lines), told, t.published, outlet)


def tellings(e: dict[str, str], number: int, events: dict[str, dict[str, str]]) -> Iterator[Story]:
    rng = random.Random(e["id"])
    happened, killed, hurt = date.fromisoformat(e["date"]), int(e["killed"]), int(e["injured"])
    outlets = rng.sample(OUTLETS, 4)
    soon = happened + timedelta(days=0 if e["part"] in ("صباح", "ظهر", "فجر") and rng.random() < 0.6 else 1)
    early = killed - 1 if killed >= 3 and number % 2 and e["type"] != "arrest" else killed
    first = Telling(e, soon, happened, early, hurt, False, False, rng.random() < 0.25)
    one = replace(story(first, number, e["about"], outlets[0], rng), origin=f"{e['id']}-1")
    yield one
    next_day = replace(first, published=happened + timedelta(days=1), killed=killed, second=True, worn=number % 3 == 0)
    two = replace(story(next_day, number + 1, e["after"], outlets[1], rng), origin=f"{e['id']}-2")
    if e["id"] in BACKGROUND:
        two = with_background(two, events[BACKGROUND[e["id"]]], rng)
    yield two
    yield copied(one if number % 2 else two, first, outlets[2], rng)
    if number % 4 == 0:
        yield cited(replace(first, published=first.published, worn=True), number + 2, outlets[3], one, rng)
    elif number % 4 in (1, 2):
        late = happened + timedelta(days=3)
        wrong = happened + timedelta(days=rng.choice([-1, 1]) if number % 4 == 1 else 0)
        last = Telling(e, late, wrong, killed, hurt + (hurt > 5), bool(number % 8 > 3), True, True)
        yield replace(story(last, number + 3, "", outlets[3], rng), origin=f"{e['id']}-4")


def with_background(s: Story, other: dict[str, str], rng: random.Random) -> Story:
    day = date.fromisoformat(other["date"])
    t = Telling(other, s.published, day, int(other["killed"]), int(other["injured"]), False, False, True)
    held = slots(t, rng)
    line = BEFORE[other["type"]].format(**held)
    told = facts(t, held | {"at": other["place"]}, line)
    return replace(s, lines=(*s.lines[:-1], line, s.lines[-1]), before=(line, other["id"], told))


def copied(s: Story, t: Telling, outlet: str, rng: random.Random) -> Story:
    """Another headline, a sentence before, one paragraph less; the outlet's name at its head cut."""
    held = slots(t, rng)
    other = [line for line in fitting(FRAMES[t.event["type"]]["headline"], held) if line != s.headline]
    plain = rng.choice(other)
    headline = rng.choice([plain, *fitting(FRAMES["any"]["copied_headline"], held | {"plain": plain})])
    first = re.sub("^.{3,25} – ", "", s.lines[0])
    cut = rng.randrange(1, len(s.lines))
    rest = [line for at, line in enumerate(s.lines[1:], 1) if at != cut]
    before = s.before if s.before and s.before[0] in rest else None
    lead = [rng.choice(FRAMES["any"]["copied"])] if rng.random() < 0.5 else []
    return replace(s, headline=headline, lines=(*lead, first, *rest), outlet=outlet, before=before)


def cited(t: Telling, lead_at: int, outlet: str, of: Story, rng: random.Random) -> Story:
    """Told in other words, with the name of the outlet that it was taken from."""
    s = story(t, lead_at, "", outlet, rng)
    by = rng.choice(FRAMES["any"]["citing"]).format(outlet=of.outlet)
    first = f"{s.lines[0].removesuffix('.')}، {by}"
    return replace(s, lines=(first, *s.lines[1:]), origin=of.origin)


def gold(name: str, event: str, s: Story, text: str) -> dict[str, Any]:
    told = [{"event": event, "start": text.index("\n") + 1, "end": len(text), **s.facts}]
    if s.before:
        at = text.index(s.before[0])
        told.append({"event": s.before[1], "start": at, "end": at + len(s.before[0]), **s.before[2]})
    return {"id": name, "published": s.published.isoformat(), "outlet": s.outlet, "origin": s.origin, "incidents": told}


def main() -> None:
    lines = [line for line in (HERE / "events.tsv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    rows = {row["id"]: row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}
    (HERE / "reports").mkdir(exist_ok=True)
    told = []
    for number, (id_, row) in enumerate(rows.items()):
        for at, s in enumerate(tellings(row, number, rows), 1):
            text = "\n".join([s.published.isoformat(), s.headline, *s.lines, ""])
            (HERE / "reports" / f"{id_}-{at}.txt").write_text(text, encoding="utf-8")
            told.append(gold(f"{id_}-{at}", id_, s, text))
    whole = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in told)
    (HERE / "gold.jsonl").write_text(whole, encoding="utf-8")


if __name__ == "__main__":
    main()
