"""What pages ask of the store: reports, verdicts and records' addresses, no more of them in memory than needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from tawthiq.ledger import Ledger
from tawthiq.model import Claim, Ref, Report, Standing
from tawthiq.publish.pages.addresses import Addresses
from tawthiq.publish.pages.values import Find
from tawthiq.register import Rule, default_rule, record_ids_of
from tawthiq.register.standing import Verdicts, newest, standing_of

_REPORTS_KEPT = 256


class Sources:
    """Reads of one store; the reports that were asked for last are kept."""

    def __init__(self, ledger: Ledger, addresses: Addresses) -> None:
        self._ledger = ledger
        self.addresses = addresses
        self.rule: Rule = default_rule()
        self.report = lru_cache(_REPORTS_KEPT)(self._report)

    def _report(self, id_: str) -> Report:
        return self._ledger.report(id_)

    def claims_of_report(self, id_: str) -> list[Claim]:
        return list(self._ledger.claims(id_))

    def claims(self, ids: Iterable[str]) -> dict[str, Claim]:
        return {claim.id: claim for claim in self._ledger.claims_by_id(set(ids))}

    def verdicts(self, claims: Iterable[Claim]) -> Verdicts:
        """The newest judgement on each of these claims and on their reports."""
        return newest(self._ledger.judgements_on({each for claim in claims for each in (claim.id, claim.report)}))

    def standing(self, claim: Claim, verdicts: Verdicts) -> Standing | None:
        return standing_of(claim, verdicts, self.rule)

    def finder(self, mentions: Iterable[str]) -> Find:
        """The addresses of the records of these mentions."""
        records: Mapping[str, str] = record_ids_of(self._ledger, set(mentions))
        return lambda mention: self.addresses.record(records[mention]) if mention in records else None


def mentions_in(claims: Iterable[Claim]) -> set[str]:
    """Mentions that claims are about or refer to."""
    held: set[str] = set()
    for claim in claims:
        held.add(claim.subject.id)
        if isinstance(claim.value, Ref):
            held.add(claim.value.mention)
    return held
