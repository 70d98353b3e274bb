"""The part of a report that answers for its numbers: figure, records, claims, words, report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tawthiq.model import Stance
from tawthiq.publish.report.content import Content, Evidence, IncidentLine, Lineage, Quantity
from tawthiq.publish.report.document import Block, Bullets, Heading, Inline, Line, Link, Paragraph, Text
from tawthiq.publish.report.sentences import figure_anchor
from tawthiq.publish.report.tables import evidence_anchor, incident_anchor, numbered
from tawthiq.publish.report.wording import Wording
from tawthiq.text.number_forms import Case

_SHORT = 8


@dataclass(frozen=True)
class LineageBlocks:
    """`blocks` for each published figure, `evidence` for each record that claims stand behind."""

    content: Content
    wording: Wording

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return numbered(self.content.incidents)

    @cached_property
    def _names(self) -> dict[str, str]:
        return dict(_named(self.content, self.wording))

    def blocks(self) -> Iterator[Block]:
        """A figure, what it says, and the incidents that it counts."""
        behind = {lineage.figure: lineage for lineage in self.content.lineage}
        for quantity in self.content.quantities():
            yield Heading(self._names[quantity.id], figure_anchor(quantity.id))
            lineage = behind.get(quantity.id)
            if lineage is not None:
                yield Paragraph(self._counted(quantity, lineage), quiet=True)

    def _counted(self, quantity: Quantity, lineage: Lineage) -> Line:
        wording = self.wording
        parts: list[Inline] = [Text(self._told(len(lineage.records))), *self._records(lineage.records)]
        if quantity.unknown:
            told = wording.plain(quantity.unknown, "incident", Case.GENITIVE)
            parts.append(Text(f" {wording.word('not_stated', told)}"))
        if lineage.undecided:
            told = wording.plain(len(lineage.undecided), "incident")
            parts += [Text(f" {wording.word('left_out', told)} "), *self._records(lineage.undecided)]
        return tuple(parts)

    def _told(self, records: int) -> str:
        if not records:
            return self.wording.word("counts_none")
        return f"{self.wording.word('counts_records', self.wording.plain(records, 'incident', Case.ACCUSATIVE))} "

    def _records(self, records: Sequence[str]) -> Iterator[Inline]:
        """Numbers of the list of incidents, in its order; how many there are that the report does not hold."""
        held = [record for record in records if record in self._numbers or record in self.content.evidence]
        for at, record in enumerate(sorted(held, key=self._order)):
            if at:
                yield Text(" · ")
            yield self._record(record)
        if len(held) < len(records):
            others = self.wording.plain(len(records) - len(held), "incident")
            yield Text((" · " if held else "") + self.wording.word("elsewhere", others))

    def _order(self, record: str) -> tuple[int, str]:
        return self._numbers.get(record, len(self._numbers) + 1), record

    def _record(self, record: str) -> Inline:
        number = str(self._numbers.get(record, record[:_SHORT]))
        return Link(number, evidence_anchor(record) if record in self.content.evidence else incident_anchor(record))

    def evidence(self) -> Iterator[Block]:
        """Each record that has claims, in the order of the list: the claims, their words, who says them, and where."""
        lines = {line.record: line for line in self.content.incidents}
        for record in sorted(self.content.evidence, key=self._order):
            yield Heading(self._title(record, lines.get(record)), evidence_anchor(record))
            yield Bullets(tuple(Paragraph(_claim(each, self.wording), quiet=True) for each in self._of(record)))

    def _of(self, record: str) -> tuple[Evidence, ...]:
        return self.content.evidence[record]

    def _title(self, record: str, line: IncidentLine | None) -> str:
        if line is None:
            return record[:_SHORT]
        language = self.wording.language
        words = [line.act.say(language), *([line.place.say(language)] if line.place else [])]
        return f"{self._numbers[record]} — {self.wording.joined([*words, self.wording.date(line.date)])}"


def _named(content: Content, wording: Wording) -> Iterator[tuple[str, str]]:
    """What each figure is called: its metric, the cell of its table or its period, and its number."""

    def name(quantity: Quantity, of: str, by: str = "") -> tuple[str, str]:
        metric = wording.joined([f"{wording.of_list('metrics', quantity.metric)} {by}".rstrip(), of])
        return quantity.id, f"{metric}: {wording.short(quantity)}"

    for breakdown in content.parted():
        by = wording.of_list("dimensions", breakdown.dimension)
        by = by if wording.language == "ar" else by.lower()
        for quantity in breakdown.total:
            yield name(quantity, wording.word("total"), by)
        for row in breakdown.rows:
            for quantity in row.quantities:
                yield name(quantity, row.label.say(wording.language), by)
    for figures, period in ((content.since or {}, content.since_period), (content.headline, content.period)):
        for key, quantity in figures.items():
            group = key.partition(":")[2]
            of = wording.date(period)
            yield name(quantity, wording.joined([wording.group(group), of]) if group else of)


def _claim(each: Evidence, wording: Wording) -> Line:
    """Field: value — «words», who says so, the report and its date."""
    stance = "" if each.stance is Stance.ASSERTS else f" ({wording.of_list('stances', each.stance)})"
    where = wording.joined([word for word in (each.speaker, each.report, each.published) if word])
    said = wording.word("said", each.field.say(wording.language), each.value.say(wording.language))
    quote = f"“{each.quote}”" if wording.language == "en" else f"«{each.quote}»"
    return Text(f"{said}{stance} — ", strong=True), Text(f"{quote}{wording.word('comma')}{where}")
