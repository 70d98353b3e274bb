"""From prepared figures to a document: the one place that knows which sections a report has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tawthiq.publish.report.charts import charts
from tawthiq.publish.report.content import Content
from tawthiq.publish.report.document import Block, Document, Heading, Paragraph, Section, Text
from tawthiq.publish.report.lineage import LineageBlocks
from tawthiq.publish.report.map import area_map
from tawthiq.publish.report.sentences import Sentences
from tawthiq.publish.report.tables import breakdown_table, incident_table
from tawthiq.publish.report.templates import Templates
from tawthiq.publish.report.wording import Wording

_SHORT = 16


def build(content: Content, language: str, templates: Templates) -> Document:
    """The report in ar or en. InputError where an office's template is at fault."""
    wording = Wording.of(templates, language)
    sections = [
        Section(name, wording.of_list("sections", name), tuple(blocks))
        for name, blocks in _sections(content, wording, templates)
    ]
    one_month = not content.period.is_interval and len(content.period.text) == len("2023-10")
    return Document(
        title=wording.word("monthly" if one_month else "report"),
        subtitle=wording.joined([content.area.say(language), wording.date(content.period)]),
        language=language,
        author=content.office.say(language),
        contents=wording.word("contents"),
        facts=tuple(_facts(content, wording)),
        sections=tuple(section for section in sections if section.blocks),
    )


def _sections(content: Content, wording: Wording, templates: Templates) -> Iterator[tuple[str, Iterable[Block]]]:
    sentences, lineage = Sentences(templates, wording), LineageBlocks(content, wording)
    drawn = charts(content, wording, templates)
    note = Paragraph((Text(wording.word("plus_note")),), quiet=True)
    yield "summary", sentences.summary(content)
    yield "tables", _tables(content, wording, drawn, note)
    yield "map", area_map(content, wording, templates)
    yield "incidents", _incidents(content, wording)
    yield "methodology", sentences.methodology(content)
    yield "definitions", _definitions(content, wording)
    yield "rule", _rule(content, wording)
    yield "lineage", lineage.blocks()
    yield "evidence", lineage.evidence()


def _tables(content: Content, wording: Wording, drawn: dict[str, Block], note: Block) -> Iterator[Block]:
    held = list(content.parted())
    if held:
        yield note
    for breakdown in held:
        yield Heading(wording.of_list("dimensions", breakdown.dimension))
        if breakdown.dimension in drawn:
            yield drawn[breakdown.dimension]
        yield breakdown_table(breakdown, wording)


def _incidents(content: Content, wording: Wording) -> Iterator[Block]:
    if content.incidents:
        yield incident_table(content, wording)
    else:
        yield Paragraph((Text(wording.word("none")),))


def _definitions(content: Content, wording: Wording) -> Iterator[Block]:
    for each in content.definitions:
        term = f"{each.term.say(wording.language)}: "
        yield Paragraph((Text(term, strong=True), Text(each.text.say(wording.language))))


def _rule(content: Content, wording: Wording) -> Iterator[Block]:
    rule = " ".join(content.edition.rule.say(wording.language).split())
    if rule:
        yield Paragraph((Text(f"{content.edition.rule_name}: ", strong=True), Text(rule)))


def _facts(content: Content, wording: Wording) -> Iterator[tuple[str, str]]:
    edition, language = content.edition, wording.language
    told = {
        "period": content.period.text,
        "area": content.area.say(language),
        "rule": edition.rule_name,
        "edition": edition.hash[:_SHORT],
        "position": edition.position[:_SHORT],
        "version": edition.version,
    }
    return ((wording.of_list("facts", key), value) for key, value in told.items() if value)
