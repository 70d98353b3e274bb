"""One report as a page: its words with what is said about them marked, and the claims beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawthiq.model import Claim, Judgement, Kind, Mention, Ref, Report, Span, Standing, Value, Verdict
from tawthiq.publish.pages.addresses import mention_anchor, shortened, words_anchor
from tawthiq.publish.pages.marks import Mark, Paragraph, paragraphs
from tawthiq.publish.pages.sources import Sources, mentions_in
from tawthiq.publish.pages.values import Find, Shown, shown
from tawthiq.publish.sheet import Row, rows
from tawthiq.register.standing import Verdicts, bound_of

_NAMES = ("name", "alias")


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim; `words` is the anchor of its words, `standing` None where the rule leaves it out.

    `correction` is what the judgement that holds says instead of `value`.
    """

    claim: Claim
    short: str
    value: Shown
    words: str
    quote: str
    standing: Standing | None
    correction: Shown | None = None


@dataclass(frozen=True, slots=True)
class MentionBlock:
    """All claims about one mention, under its anchor; `href` leads to the record that it belongs to."""

    anchor: str
    mention: Mention
    words: str
    href: str | None
    lines: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """`blocks` by kind, in reading order."""

    report: Report
    file: str
    retracted: bool
    paragraphs: tuple[Paragraph, ...]
    blocks: Mapping[Kind, Sequence[MentionBlock]]
    methods: tuple[str, ...]
    speakers: tuple[str, ...]
    claims: int

    @property
    def title(self) -> str:
        return self.report.title or self.report.name


def report_page(report: Report, sources: Sources) -> ReportPage:
    """Reads the report's claims from the store and lays them out."""
    claims = sources.claims_of_report(report.id)
    verdicts = sources.verdicts(claims)
    standings = {claim.id: sources.standing(claim, verdicts) for claim in claims}
    lay = _Layout(report, sources.finder(mentions_in(claims)), shortened(standings), standings, verdicts)
    return ReportPage(
        report,
        sources.addresses.reports[report.id],
        _retracted(report, verdicts),
        tuple(paragraphs(report.text, list(marks(claims)))),
        {kind: [lay.block(row) for row in held] for kind, held in rows(claims).items() if held},
        tuple(sorted({claim.method for claim in claims})),
        tuple(dict.fromkeys(claim.speaker.label for claim in claims if claim.speaker.label)),
        len(claims),
    )


def marks(claims: Sequence[Claim]) -> Iterator[Mark]:
    """One for each place where a mention stands, is spoken of, or is referred to."""
    mentions = {claim.subject.id: claim.subject for claim in claims}
    found: dict[Mark, None] = {}
    for claim in claims:
        subject, span = claim.subject, claim.span
        found[_mark(subject, subject.span, names=True)] = None
        found[_mark(subject, span, names=claim.predicate in _NAMES)] = None
        if isinstance(claim.value, Ref) and claim.value.mention in mentions:
            found[_mark(mentions[claim.value.mention], span, names=True)] = None
    return iter(found)


def _mark(mention: Mention, span: Span, names: bool) -> Mark:
    return Mark(span, mention.kind, mention_anchor(mention.id), names)


def _retracted(report: Report, verdicts: Verdicts) -> bool:
    judged = verdicts.get((report.id,))
    return judged is not None and judged.verdict is Verdict.RETRACTED


@dataclass(frozen=True, slots=True)
class _Layout:
    report: Report
    find: Find
    short: Mapping[str, str]
    standings: Mapping[str, Standing | None]
    verdicts: Verdicts

    def block(self, row: Row) -> MentionBlock:
        lines = tuple(self._line(claim) for held in row.fields.values() for claim in held)
        words = words_anchor(self.report.text, row.mention.span)
        id_ = row.mention.id
        return MentionBlock(mention_anchor(id_), row.mention, words, self.find(id_), lines)

    def _line(self, claim: Claim) -> ClaimLine:
        id_, text = claim.id, self.report.text
        return ClaimLine(
            claim,
            self.short[id_],
            self._shown(claim, claim.value),
            words_anchor(text, claim.span),
            claim.span.of(text),
            self.standings[id_],
            self._correction(claim, self.verdicts.get((id_,))),
        )

    def _correction(self, claim: Claim, judged: Judgement | None) -> Shown | None:
        return self._shown(claim, judged.correction) if judged and judged.correction is not None else None

    def _shown(self, claim: Claim, value: Value) -> Shown:
        return shown(value, claim.subject.kind, claim.predicate, self.find, bound_of(value, [claim]))
