"""`tawthiq edition`: figures frozen as they are published, made again, and compared."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.asking import AreaOption, DefinitionsOption, LanguageOption, MonthOption, SinceOption, asked, language
from tawthiq.cli.console import isolate, out, print_json, say, table, working
from tawthiq.cli.count import RuleOption, needs_figures
from tawthiq.cli.guard import guarded
from tawthiq.cli.options import DEFAULT_STORE, Json, Store
from tawthiq.cli.stores import existing
from tawthiq.errors import TawthiqError

if TYPE_CHECKING:
    from tawthiq.figures.editions.changes import Difference
    from tawthiq.figures.editions.edition import Edition

edition = typer.Typer(no_args_is_help=True, help="Editions: freeze figures as they are published, verify, compare.")

Name = Annotated[str, typer.Argument(help="Name of the edition, or the first digits of its hash.")]
_SHORT = 16


def create(
    name: Annotated[str, typer.Argument(help="What you call the edition, such as 2023-10.")],
    month: MonthOption,
    area: AreaOption = "",
    since: SinceOption = "",
    rule: RuleOption = "accepted",
    definitions: DefinitionsOption = "",
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Freeze the figures of a month under a name, with their definitions, the rule and the ledger's position.

    An edition is never changed. Needs the extra tawthiq[figures].

    Examples:

        tawthiq edition create 2023-10 --month 2023-10 --area درعا --since 2018-08
    """
    known, questions = asked(month, area, since, definitions)
    from tawthiq.figures.editions.making import create as make
    from tawthiq.figures.inclusion import load_inclusion

    with existing(store) as ledger, working("Counting"):
        made = make(ledger, name, questions, known, load_inclusion(rule))
    if json:
        print_json(_head(made))
    else:
        say(f"edition {made.name}: {made.hash}")


def show(
    name: Name,
    lang: LanguageOption = "ar",
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Show an edition: its sentences, definitions, rule, position and hash.

    Examples:

        tawthiq edition show 2023-10 --lang en
    """
    lang = language(lang)
    needs_figures()
    from tawthiq.figures.editions.edition import edition_named
    from tawthiq.figures.sentences import sentence

    with existing(store) as ledger:
        held = edition_named(ledger, name)
    content = held.content
    if json:
        print_json(_head(held) | {"content": content.body()})
        return
    for asked_, figure in content.figures():
        if not asked_.question.by:
            out.print(
                isolate(sentence(figure, content.definitions[asked_.definition], lang)), soft_wrap=True, markup=False
            )
    for each in content.definitions.values():
        say(f"{each.label(lang)}: {each.text(lang)}")
    say(content.rule.text_ar if lang == "ar" else content.rule.text_en)
    say(f"{held.name} · {held.made_at} · batch {held.position} · Tawthiq {held.version} · {held.hash}")


def list_all(store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """List the editions of the store, the oldest first.

    Examples:

        tawthiq edition list
    """
    needs_figures()
    from tawthiq.figures.editions.edition import all_editions

    with existing(store) as ledger:
        held = all_editions(ledger)
    if json:
        print_json([_head(each) for each in held])
        return
    rows = [(each.name, each.made_at, each.position, each.version, each.hash[:_SHORT]) for each in held]
    out.print(table("Editions", ("name", "made", "batch", "version", "hash"), rows))


def verify(name: Name, store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """Make an edition again from the ledger as it stood then, and say whether it is the same, bit for bit.

    Ends with 1 where it is not.

    Examples:

        tawthiq edition verify 2023-10
    """
    needs_figures()
    from tawthiq.figures.editions.edition import edition_named
    from tawthiq.figures.editions.making import verify as check

    with existing(store) as ledger, working("Making the edition again"):
        held = edition_named(ledger, name)
        faults = check(ledger, held)
    if json:
        print_json(_head(held) | {"same": not faults, "faults": faults})
    elif not faults:
        say(f"edition {held.name}: made again from the ledger, and the same: {held.hash}")
    if faults:
        raise TawthiqError(f"edition {held.name}: {'; '.join(faults)}")


def diff(
    old: Annotated[str, typer.Argument(help="The earlier edition.")],
    new: Annotated[str, typer.Argument(help="The later edition, whose questions are asked of both.")],
    lang: LanguageOption = "ar",
    everything: Annotated[
        bool, typer.Option("--all", help="Every table, and also what leaves a number as it is.")
    ] = False,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Say why the figures of two editions differ: each unit, by the incidents behind it.

    Examples:

        tawthiq edition diff 2023-10 2023-10-revised --lang en
    """
    lang = language(lang)
    needs_figures()
    from tawthiq.figures.editions.edition import edition_named
    from tawthiq.figures.editions.making import compare
    from tawthiq.figures.editions.words import all_words

    with existing(store) as ledger, working("Comparing"):
        before, after = edition_named(ledger, old), edition_named(ledger, new)
        found = compare(ledger, before, after, everything)
    known = after.content.definitions
    if json:
        print_json({"old": _head(before), "new": _head(after), "differences": [_difference(each) for each in found]})
        return
    if before.content.rule.id != after.content.rule.id:
        say("The two editions count under different rules.")
    for line in all_words([each for each in found if everything or each.in_print], known, lang):
        out.print(isolate(line), soft_wrap=True, markup=False)


def _head(held: Edition) -> dict[str, Any]:
    return {
        "name": held.name,
        "hash": held.hash,
        "position": held.position,
        "chain": held.chain,
        "version": held.version,
        "made_at": held.made_at,
    }


def _difference(each: Difference) -> dict[str, Any]:
    return {
        "definition": each.asked.definition,
        "question": each.asked.question.to_json(),
        "cell": list(each.cell),
        "old": each.old.to_json() if each.old else None,
        "new": each.new.to_json() if each.new else None,
        "delta": asdict(each.delta),
        "changes": [asdict(change) for change in each.changes],
    }


for command in (create, show, diff, verify):
    edition.command()(guarded(command))
edition.command("list")(guarded(list_all))
