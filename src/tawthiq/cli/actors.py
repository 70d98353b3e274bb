"""`tawthiq actors map|path|timeline`: who was tied to whom on a day, by whose words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.console import isolate, out, print_json, say, table
from tawthiq.cli.guard import guarded
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks
from tawthiq.cli.stores import existing
from tawthiq.errors import UsageError

if TYPE_CHECKING:
    from tawthiq.actors.model import ActorMap
    from tawthiq.actors.state import Snapshot

actors = typer.Typer(
    no_args_is_help=True,
    help="Persons, groups and bodies with their ties on a day, each with its words and its independent origins.",
)


class Shape(StrEnum):
    TABLE = "table"
    JSON = "json"
    GRAPHML = "graphml"
    GEXF = "gexf"
    FTM = "ftm"


On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day (2023-11-11); today without it.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where a graphml, gexf or ftm file goes.")]


def map_(
    on: On = None,
    person: Annotated[str | None, typer.Option("--person", help="Only ties of a person.")] = None,
    group: Annotated[str | None, typer.Option("--group", help="Only ties of a group or body.")] = None,
    format: Annotated[Shape, typer.Option("--format", help="What to write.")] = Shape.TABLE,
    file: Out = None,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Show who was tied to whom on a day: what held and what was former apart, each tie with its origins.

    A tie that nobody dates is told as it was last told up to that day. graphml and gexf need tawthiq[actors].

    Examples:

        tawthiq actors map --on 2023-11-11

        tawthiq actors map --group "اللواء الثامن" --json

        tawthiq actors map --format gexf --out map.gexf
    """
    from tawthiq.actors.loading import load_map
    from tawthiq.actors.plain import snapshot_facts, words_of
    from tawthiq.actors.state import on_day

    _check(format, file, json)
    day = _day(on)
    with existing(store) as ledger:
        snapshot = on_day(_part(load_map(ledger), person, group), day)
        if json or format is Shape.JSON:
            print_json(snapshot_facts(snapshot, words_of(ledger, [held.tie for held in snapshot.held])))
            return
    if format is Shape.TABLE:
        _table(snapshot)
    else:
        _export(snapshot, format, file)


def path(
    a: Annotated[str, typer.Argument(help="Name or id of an actor.")],
    b: Annotated[str, typer.Argument(help="Name or id of another.")],
    on: On = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many of the shortest paths.")] = 5,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Show the shortest paths between two actors by a day, the best attested first. Needs the extra tawthiq[actors].

    A tie is not a charge: to have sat in one room says no more than that.

    Examples:

        tawthiq actors path "أحمد العودة" "عماد أبو زريق" --on 2023-11-11
    """
    from tawthiq.actors.graph import paths
    from tawthiq.actors.loading import find_actor, load_map
    from tawthiq.actors.plain import step_facts, words_of
    from tawthiq.actors.state import on_day

    day = _day(on)
    with existing(store) as ledger:
        whole = load_map(ledger)
        first, last = (find_actor(whole, without_marks(words)).id for words in (a, b))
        found = paths(on_day(whole, day), first, last, limit)
        words = words_of(ledger, [held.tie for steps in found for step in steps for held in step.ties])
    if json:
        print_json([[step_facts(step, words) for step in steps] for steps in found])
        return
    for number, steps in enumerate(found, start=1):
        rows = [(_in(step.source), "; ".join(map(_told, step.ties)), _in(step.target), step.origins) for step in steps]
        out.print(table(f"{number}. {len(steps)} step(s)", ("from", "ties", "to", "origins"), rows))


def timeline(
    name: Annotated[list[str], typer.Argument(help="Name or id of an actor.")],
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Show an actor's ties by day, as each was told, and with whom they sat.

    Examples:

        tawthiq actors timeline عماد أبو زريق
    """
    from tawthiq.actors.loading import find_actor, load_map
    from tawthiq.actors.meetings import sat_with
    from tawthiq.actors.plain import actor_facts, entry_facts, sat_facts, words_of
    from tawthiq.actors.timeline import timeline as entries_of

    with existing(store) as ledger:
        whole = load_map(ledger)
        actor = find_actor(whole, without_marks(" ".join(name)))
        found = entries_of(whole, actor.id)
        words = words_of(ledger, [entry.tie for entry in found])
    sat = [sat_facts(each, whole.actors) for each in sat_with(whole, actor.id)]
    if json:
        entries = [entry_facts(each, words) for each in found]
        print_json(actor_facts(actor) | {"entries": entries, "sat_with": sat})
        return
    rows = [
        (e.day, e.tie.kind.value, _in(e.other), e.told.role, e.told.status, e.told.start, e.told.end, e.tie.origins)
        for e in found
    ]
    out.print(table(actor.label, ("date", "tie", "with", "role", "status", "since", "until", "origins"), rows))
    say(f"sat with {len({(s['a']['id'], s['b']['id']) for s in sat})} other(s) at meetings")


def brokers(
    on: On = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many.")] = 10,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Show who stands between others by a day, and what hangs together. Needs the extra tawthiq[actors].

    Examples:

        tawthiq actors brokers --on 2023-11-11 --json
    """
    from tawthiq.actors.graph import brokers as brokers_of
    from tawthiq.actors.graph import components
    from tawthiq.actors.loading import load_map
    from tawthiq.actors.plain import broker_facts
    from tawthiq.actors.state import on_day

    day = _day(on)
    with existing(store) as ledger:
        snapshot = on_day(load_map(ledger), day)
    found, parts = brokers_of(snapshot, limit), components(snapshot)
    if json:
        print_json({"brokers": [broker_facts(each) for each in found], "components": parts})
        return
    rows = [(_in(b.actor), b.actor.kind.value, f"{b.share:.3f}", b.ties, b.origins) for b in found]
    out.print(table(f"Brokers on {day}", ("actor", "kind", "share", "ties", "origins"), rows))
    say(f"{len(parts)} component(s), the biggest of {max(map(len, parts), default=0)} actor(s)")


def _day(text: str | None) -> date:
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError:
        raise UsageError(f"--on {text!r} is not a day; write it like 2023-11-11") from None


def _check(format: Shape, file: Path | None, json: bool) -> None:
    if json and format not in (Shape.TABLE, Shape.JSON):
        raise UsageError(f"--json and --format {format} do not go together")
    if file is not None and format in (Shape.TABLE, Shape.JSON):
        raise UsageError("--out goes with --format graphml, gexf or ftm")


def _part(whole: ActorMap, person: str | None, group: str | None) -> ActorMap:
    from tawthiq.actors.loading import find_actors
    from tawthiq.actors.model import ActorKind

    if person:
        ids = [actor.id for actor in find_actors(whole, without_marks(person), ActorKind.PERSON)]
        whole = whole.around(ids)
    if group:
        kinds = (ActorKind.GROUP, ActorKind.BODY, ActorKind.PLACE)
        whole = whole.around([actor.id for actor in find_actors(whole, without_marks(group), *kinds)])
    return whole


def _export(snapshot: Snapshot, format: Shape, file: Path | None) -> None:
    from tawthiq.actors.export import Format, exported, write_whole

    data = exported(snapshot, Format(format.value))
    if file is None:
        out.file.write(data.decode("utf-8"))
        return
    write_whole(file, data)
    say(f"{len(snapshot.actors)} actor(s) and {len(snapshot.held)} tie(s) in {file}")


def _table(snapshot: Snapshot) -> None:
    """Attendance apart, a line a meeting: many rows that say one thing would hide the others."""
    rows = [
        (_in(snapshot.actors[h.tie.source]), h.tie.kind.value, _in(snapshot.actors[h.tie.target]), h.state.value,
         _since(h.by), h.tie.origins)
        for h in _by_state(h for h in snapshot.held if h.tie.kind != "attended")
    ]  # fmt: skip
    columns = ("actor", "tie", "to", "state", "date", "origins")
    out.print(table(f"{len(rows)} tie(s) on {snapshot.day}", columns, rows))
    came: dict[str, list[str]] = {}
    for held in snapshot.held:
        if held.tie.kind == "attended":
            came.setdefault(held.tie.target, []).append(_in(snapshot.actors[held.tie.source]))
    for meeting, names in came.items():
        say(f"sat at {isolate(_in(snapshot.actors[meeting]))}: {isolate('، '.join(sorted(names)))}")


def _since(told: Any) -> str:
    return f"{told.start or '..'}/{told.end or '..'}" if told.start or told.end else ""


def _by_state(held: Iterable[Any]) -> list[Any]:
    order = ("current", "unstated", "former")
    return sorted(held, key=lambda each: (order.index(each.state.value), each.tie.kind.value, each.tie.key))


def _in(actor: Any) -> str:
    return str(actor.label)


def _told(held: Any) -> str:
    role = f" ({isolate(held.by.role)})" if held.by.role else ""
    return f"{held.tie.kind.value} [{held.state.value}]{role}"


for command in (path, timeline, brokers):
    actors.command()(guarded(command))
actors.command("map")(guarded(map_))
