"""The map of texts written for this test, and of the evaluation's seed: who was what on a day."""

from __future__ import annotations

import json
import os
import xml.etree.ElementTree as ElementTree
from datetime import date
from pathlib import Path
from typing import Any

import networkx
import pytest

from tawthiq.actors.export import Format, exported
from tawthiq.actors.graph import brokers, components, paths
from tawthiq.actors.loading import find_actor, load_map
from tawthiq.actors.meetings import sat_with
from tawthiq.actors.model import ActorMap, TieKind, TieState
from tawthiq.actors.state import on_day
from tawthiq.errors import NotFoundError
from tawthiq.extract import read_report
from tawthiq.ingest import read_source
from tawthiq.ledger import Batch, Ledger
from tawthiq.model import Judgement, Kind, Report, Verdict, pair
from tawthiq.model.ids import sha256
from tawthiq.register import find_records, update
from tawthiq.text.fold import fold_phrase
from tests.cli.running import data, done

EVAL = os.environ.get("TAWTHIQ_EVAL")
DAY = date(2023, 11, 11)

TEXT = """عقد قادة محليون اجتماعاً يوم 10 أيلول 2022 في مدينة نوى.
وحضر الاجتماع القائد العسكري للواء الفجر سامر الرفاعي، والقيادي السابق في جيش النصر وليد الحمصي،
والقيادي المقرب من الأمن العسكري نبيل الزين.
"""
TOLD = {
    ("سامر الرفاعي", "commands", "لواء الفجر", "current"),
    ("وليد الحمصي", "member", "جيش النصر", "former"),
    ("نبيل الزين", "close_to", "الأمن العسكري", "current"),
}


def store_of(ledger: Ledger, *reports: Report) -> ActorMap:
    for report in reports:
        ledger.append(Batch([(report, report.text.encode())], read_report(report)))
    update(ledger)
    return load_map(ledger)


def told(text: str, name: str = "a", published: date = date(2022, 9, 11)) -> Report:
    return Report(sha256(text.encode()), text, name, published)


def ties(whole: ActorMap, day: date) -> set[tuple[str, str, str, str]]:
    found = on_day(whole, day)
    return {
        (found.actors[h.tie.source].label, h.tie.kind.value, found.actors[h.tie.target].label, h.state.value)
        for h in found.held
    }


def named(gold: str, label: str) -> bool:
    """A group's record may carry a head before the name: جهاز الأمن العسكري."""
    return f" {fold_phrase(label)} ".endswith(f" {fold_phrase(gold)} ")


def missing(whole: ActorMap, affiliations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Affiliations that the map of the day lacks, or has in another state."""
    found = ties(whole, DAY)

    def there(gold: dict[str, Any]) -> bool:
        state = "former" if gold["status"] == "former" else "current"
        close = gold["status"] == "close_to"
        return any(
            named(gold["person"], person)
            and named(gold["group"], group)
            and held == state
            and (kind == "close_to") is close
            for person, kind, group, held in found
        )

    return [gold for gold in affiliations if not there(gold)]


@pytest.mark.eval
@pytest.mark.skipif(not EVAL, reason="TAWTHIQ_EVAL names no folder of evaluation reports")
def test_the_seed_on_its_day(ledger: Ledger) -> None:
    folder = Path(EVAL or "") / "seed"
    gold = json.loads((folder / "seed.json").read_text(encoding="utf-8"))
    source = read_source(folder / "seed.txt", published=date.fromisoformat(gold["published"]))
    whole = store_of(ledger, source.report)
    assert len(gold["affiliations"]) == 12
    assert missing(whole, gold["affiliations"]) == []


def test_former_and_current_stand_apart(ledger: Ledger) -> None:
    found = ties(store_of(ledger, told(TEXT)), date(2022, 9, 10))
    for person, kind, group, state in TOLD:
        assert [(k, s) for p, k, g, s in found if p == person and named(group, g)] == [(kind, state)]


def test_a_meeting_begins_on_its_day_and_is_past_after_it(ledger: Ledger) -> None:
    whole = store_of(ledger, told(TEXT))

    def attended(day: date) -> set[TieState]:
        return {held.state for held in on_day(whole, day).held if held.tie.kind is TieKind.ATTENDED}

    assert attended(date(2022, 9, 9)) == set()
    assert attended(date(2022, 9, 10)) == {TieState.CURRENT}
    assert attended(date(2022, 9, 12)) == {TieState.FORMER}


def test_who_sat_with_whom(ledger: Ledger) -> None:
    whole = store_of(ledger, told(TEXT))
    samer = find_actor(whole, "سامر الرفاعي")
    sat = {whole.actors[each.b if each.a == samer.id else each.a].label for each in sat_with(whole, samer.id)}
    assert "وليد الحمصي" in sat
    assert samer.label not in sat


def test_of_three_reports_a_copy_adds_no_origin(ledger: Ledger) -> None:
    other = "قال ناشطون إن القائد العسكري للواء الفجر سامر الرفاعي زار بلدة تسيل صباح الاثنين وغادرها بعد ساعتين.\n"
    store_of(ledger, told(TEXT), told(TEXT + "نهاية الخبر.\n", "b"), told(other, "c", date(2023, 1, 1)))
    first, *rest = (m for r in find_records(ledger, Kind.PERSON, "سامر الرفاعي") for m in r.mentions)
    same = [Judgement(pair(first, each), Verdict.SAME, "سعاد", "2024-12-01T08:00:00Z") for each in rest]
    ledger.append(Batch(judgements=same))
    update(ledger)
    whole = load_map(ledger)
    samer = find_actor(whole, "سامر الرفاعي")
    [tie] = [tie for tie in whole.ties if tie.source == samer.id and tie.kind is TieKind.COMMANDS]
    assert (len(tie.reports), tie.origins) == (3, 2)


def test_who_is_whose_kin(ledger: Ledger) -> None:
    text = (
        "قُتل وليد الرفاعي، شقيق القيادي سامر الرفاعي، برصاص مجهولين في نوى أمس.\nوقال سامر الرفاعي إنه لا يتهم أحداً.\n"
    )
    whole = store_of(ledger, told(text))
    [tie] = [tie for tie in whole.ties if tie.kind is TieKind.KIN]
    assert {whole.actors[id_].label for id_ in (tie.source, tie.target)} == {"وليد الرفاعي", "سامر الرفاعي"}
    assert tie.told[0].role == "شقيق"


def test_a_path_leads_through_the_meeting(ledger: Ledger) -> None:
    snapshot = on_day(store_of(ledger, told(TEXT)), date(2022, 9, 10))
    ids = {actor.label: id_ for id_, actor in snapshot.actors.items()}
    group = next(id_ for label, id_ in ids.items() if named("جيش النصر", label))
    [best, *_] = paths(snapshot, ids["سامر الرفاعي"], group)
    assert [step.target.kind.value for step in best] == ["meeting", "person", "group"]
    assert [step.origins for step in best] == [1, 1, 1]
    assert brokers(snapshot)[0].actor.kind.value == "meeting"
    assert sum(map(len, components(snapshot))) == len(snapshot.actors)


def test_where_no_path_leads_it_says_so(ledger: Ledger) -> None:
    apart = told("قال القائد العسكري للواء الأمل ماهر الدروبي إن قواته انسحبت.\n", "b")
    snapshot = on_day(store_of(ledger, told(TEXT), apart), date(2022, 9, 10))
    ids = {actor.label: id_ for id_, actor in snapshot.actors.items()}
    with pytest.raises(NotFoundError):
        paths(snapshot, ids["سامر الرفاعي"], ids["ماهر الدروبي"])


@pytest.mark.parametrize("format_", list(Format))
def test_files_hold_every_actor_and_tie_and_are_the_same_twice(ledger: Ledger, format_: Format) -> None:
    snapshot = on_day(store_of(ledger, told(TEXT)), date(2022, 9, 10))
    data = exported(snapshot, format_)
    assert data == exported(snapshot, format_)
    if format_ is Format.FTM:
        entities = [json.loads(line) for line in data.decode().splitlines()]
        links = sum(held.tie.kind is not TieKind.ATTENDED for held in snapshot.held)
        assert len(entities) == len({e["id"] for e in entities}) == len(snapshot.actors) + links
        assert {"Person", "Organization", "Directorship", "Membership", "Event"} <= {e["schema"] for e in entities}
    elif format_ is Format.GRAPHML:
        graph = networkx.parse_graphml(data.decode(), force_multigraph=True)
        assert (len(graph), graph.number_of_edges()) == (len(snapshot.actors), len(snapshot.held))
    else:
        edges = ElementTree.fromstring(data).iter("{http://www.gexf.net/1.2draft}edge")
        assert sum(1 for _ in edges) == len(snapshot.held)


def test_the_commands_say_it_too(tmp_path: Path) -> None:
    source, store = tmp_path / "a.txt", tmp_path / "a.db"
    source.write_text(TEXT, encoding="utf-8")
    done("read", source, "--store", store, "--published", "2022-09-11")
    facts = data("actors", "map", "--on", "2022-09-10", "--store", store)
    states = {tie["state"] for tie in facts["ties"]}
    assert states == {"current", "former"}
    assert all(word["quote"] in TEXT for tie in facts["ties"] for word in tie["words"])
    assert all(tie["words"] and tie["origins"] == 1 for tie in facts["ties"])
    assert data("actors", "path", "سامر الرفاعي", "وليد الحمصي", "--on", "2022-09-10", "--store", store)
    line = data("actors", "timeline", "وليد", "الحمصي", "--store", store)
    assert {entry["status"] for entry in line["entries"]} >= {"former"}
    done("actors", "map", "--on", "2022-09-10", "--format", "ftm", "--out", tmp_path / "map.jsonl", "--store", store)
    assert (tmp_path / "map.jsonl").read_text(encoding="utf-8").count("\n") > 5
    done("actors", "map", "--on", "yesterday", "--store", store, code=2)
    done("actors", "timeline", "لا أحد", "--store", store, code=4)


def test_without_a_store_nothing_is_made(tmp_path: Path) -> None:
    done("actors", "map", "--store", tmp_path / "none.db", code=5)
    assert not (tmp_path / "none.db").exists()
