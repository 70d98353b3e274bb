"""`tawthiq watch add|run|list|remove`: saved questions that tell what is new."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.console import isolate, out, print_json, say, table, working
from tawthiq.cli.guard import guarded
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks
from tawthiq.cli.stores import existing

if TYPE_CHECKING:
    from tawthiq.watches.model import Channel, Question, Watch

watch = typer.Typer(
    no_args_is_help=True,
    help="Saved questions that tell what is new since they were last run. Nothing goes out but where you name it.",
)


def add(
    name: Annotated[str, typer.Argument(help="What to call it; it heads what goes out.")],
    area: Annotated[str, typer.Option("--area", help="A place, with all that lies in it.")] = "",
    act: Annotated[
        list[str] | None, typer.Option("--act", help="A type of incident (killing …); may be given again.")
    ] = None,
    person: Annotated[str, typer.Option("--person", help="A person, in any spelling.")] = "",
    group: Annotated[str, typer.Option("--group", help="A group or body.")] = "",
    list_: Annotated[str, typer.Option("--list", help="Candidates on this list (see tawthiq lists).")] = "",
    agreement: Annotated[str, typer.Option("--agreement", help="Incidents that trigger clauses of an agreement.")] = "",
    digest: Annotated[
        Path | None, typer.Option("--digest", metavar="FOLDER", help="A text file for each letter.")
    ] = None,
    feed: Annotated[
        Path | None, typer.Option("--feed", metavar="FILE", help="An Atom feed; RSS if it ends in .rss.")
    ] = None,
    mail: Annotated[str, typer.Option("--mail", metavar="ADDRESS", help="By the server that TAWTHIQ_SMTP names.")] = "",
    webhook: Annotated[str, typer.Option("--webhook", metavar="URL", help="JSON, posted to this address.")] = "",
    redaction: Annotated[str, typer.Option("--redaction", help="public, office, or a TOML file.")] = "public",
    from_start: Annotated[bool, typer.Option("--from-start", help="Tell of what the store holds by now, too.")] = False,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Save a question. All its conditions must hold; without a channel, `watch run` prints the answers.

    What goes out is redacted: by `public`, no names of persons, no words of reports, no place below a district.

    Examples:

        tawthiq watch add "قتل في طفس" --area طفس --act killing --act assassination --digest out/

        tawthiq watch add list-hits --list ofac --mail desk@example.org --redaction office
    """
    from tawthiq.figures.areas import area_named
    from tawthiq.watches.finding import World, find
    from tawthiq.watches.model import Question
    from tawthiq.watches.redaction import load_profile
    from tawthiq.watches.store import add_watch

    place = area_named(without_marks(area)) if area else ""
    clean = [without_marks(words) for words in (person, group, list_, agreement)]
    question = Question(place, tuple(act or ()), *clean)
    load_profile(redaction)
    with existing(store) as ledger:
        seen = [] if from_start else find(World(ledger), question)
        channels = _channels(digest, feed, mail, webhook)
        made = add_watch(ledger, without_marks(name), question, channels, _absolute(redaction), seen)
    if json:
        print_json(_facts(made))
    else:
        say(f"watch {made.id[:8]} {isolate(made.name)}: {len(seen)} thing(s) known by now are not told again")


def run_(
    name: Annotated[str | None, typer.Argument(help="Name or id of a watch; all of them without it.")] = None,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Tell what is new since the last run, over each watch's channels, once and in order. What cannot go out waits.

    Examples:

        tawthiq watch run

        tawthiq watch run "قتل في طفس" --json
    """
    from tawthiq.watches.model import Letter, Means
    from tawthiq.watches.running import run
    from tawthiq.watches.store import all_watches, find_watch
    from tawthiq.watches.writing import line

    shown: list[dict[str, Any]] = []

    def show(letter: Letter) -> None:
        shown.append(letter.body)
        if not json:
            out.print(table(letter.body["title"], ("new",), [(line(item),) for item in letter.body["items"]]))

    with existing(store) as ledger, working("Looking for what is new"):
        wanted = [find_watch(ledger, without_marks(name))] if name else all_watches(ledger)
        ran = run(ledger, wanted, show)
    told = [
        {
            "watch": each.watch.name,
            "id": each.watch.id,
            "new": each.new,
            "sent": [{"channel": str(letter.channel), "id": letter.key} for letter in each.sent],
            "waiting": [{"channel": str(x.channel), "id": x.key, "why": why} for x, why in each.waiting],
            "letters": [x.body for x in each.sent if x.channel.means is Means.SCREEN],
        }
        for each in ran
    ]
    if json:
        print_json(told)
    else:
        _tell(told)
    if any(each.waiting for each in ran):
        raise typer.Exit(3)


def _tell(told: list[dict[str, Any]]) -> None:
    for each in told:
        say(f"{isolate(each['watch'])}: {each['new']} new; {len(each['sent'])} letter(s) sent")
        for waits in each["waiting"]:
            say(f"  waits for {waits['channel']}: {waits['why']}")


def list_(store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """List watches with their questions, channels, and how many letters wait.

    Examples:

        tawthiq watch list --json
    """
    from tawthiq.watches.store import all_watches, waiting

    with existing(store) as ledger:
        found = [_facts(each) | {"waiting": len(waiting(ledger, each))} for each in all_watches(ledger)]
    if json:
        print_json(found)
        return
    rows = [
        (w["id"][:8], w["name"], _words(w["question"]), "\n".join(w["channels"]), w["redaction"], w["waiting"])
        for w in found
    ]
    out.print(table(f"{len(rows)} watch(es)", ("id", "name", "question", "to", "redaction", "waiting"), rows))


def remove(
    name: Annotated[str, typer.Argument(help="Name or id of a watch.")],
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Forget a watch, what it has seen, and its letters, also those that wait.

    Examples:

        tawthiq watch remove "قتل في طفس"
    """
    from tawthiq.watches.store import find_watch, remove_watch

    with existing(store) as ledger:
        found = find_watch(ledger, without_marks(name))
        left = remove_watch(ledger, found)
    if json:
        print_json({"removed": found.id, "never_sent": left})
    else:
        say(f"removed {isolate(found.name)}; {left} letter(s) that waited never go")


def _channels(digest: Path | None, feed: Path | None, mail: str, webhook: str) -> list[Channel]:
    from tawthiq.watches.model import Means, channel

    named = {Means.DIGEST: digest, Means.FEED: feed, Means.MAIL: mail, Means.WEBHOOK: webhook}
    return [channel(means, str(to)) for means, to in named.items() if to]


def _absolute(redaction: str) -> str:
    return redaction if redaction in ("public", "office") else str(Path(redaction).absolute())


def _facts(each: Watch) -> dict[str, Any]:
    channels = [str(channel) for channel in each.channels]
    return {
        "id": each.id, "name": each.name, "question": _asked(each.question), "channels": channels,
        "redaction": each.redaction, "added_at": each.added_at,
    }  # fmt: skip


def _asked(question: Question) -> dict[str, Any]:
    from tawthiq.figures.areas import name_of

    told = question.to_json()
    return told | ({"area_ar": name_of(question.area)} if question.area else {})


def _words(question: dict[str, Any]) -> str:
    return "; ".join(f"{key} {isolate(', '.join(v) if isinstance(v, tuple) else v)}" for key, v in question.items())


for command in (add, remove):
    watch.command()(guarded(command))
watch.command("run")(guarded(run_))
watch.command("list")(guarded(list_))
