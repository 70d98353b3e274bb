"""Rules that a person wrote, under which likely candidates are judged the same; each judgement says which, and why."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tawthiq.errors import NotFoundError, ValueFormatError
from tawthiq.link.resolving.candidates import Candidate, candidates
from tawthiq.link.resolving.case import FILES, resolve
from tawthiq.link.resolving.evidence import weights
from tawthiq.link.resolving.loading import Loaded
from tawthiq.model import Judgement, Kind, Verdict, pair
from tawthiq.model.judgement import BY_RULE

Levels = Mapping[str, tuple[str, ...]]
_BARRED = (Verdict.DIFFERENT, Verdict.UNSURE)
_TEXTS = ("name", "written_by", "text_ar", "text_en")
_KEYS = frozenset({*_TEXTS, "kind", "least", "require", "forbid"})


@dataclass(frozen=True, slots=True)
class LinkRule:
    """`require`: levels of evidence of which one must be there, by feature; `forbid`: levels that must not.

    `least` is a probability. `text_ar` and `text_en` state the rule in print; `written_by` answers for it.
    """

    name: str
    written_by: str
    text_ar: str
    text_en: str
    kind: Kind
    least: float
    require: Levels = field(default_factory=dict)
    forbid: Levels = field(default_factory=dict)

    def fits(self, candidate: Candidate) -> bool:
        said = {each.feature: each.level for each in candidate.evidence}
        required = all(said.get(feature) in levels for feature, levels in self.require.items())
        forbidden = any(said.get(feature) in levels for feature, levels in self.forbid.items())
        return candidate.kind is self.kind and candidate.score >= self.least and required and not forbidden


def load_link_rule(path: Path) -> LinkRule:
    """The rule of a TOML file. NotFoundError; ValueFormatError names what is wrong."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise NotFoundError(f"cannot read the rule {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ValueFormatError(f"{path}: not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ValueFormatError(f"{path}: not TOML: {error}") from error
    return parse_link_rule(table, str(path))


def parse_link_rule(table: Mapping[str, Any], where: str) -> LinkRule:
    if unknown := table.keys() - _KEYS:
        raise ValueFormatError(f"{where}: {', '.join(sorted(unknown))}: a rule has only {', '.join(sorted(_KEYS))}")
    for key in _TEXTS:
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise ValueFormatError(f"{where}: {key} is missing: a rule says in words what it does and who wrote it")
    kind = table.get("kind")
    if kind not in {each.value for each in FILES}:
        raise ValueFormatError(f"{where}: kind is one of {', '.join(sorted(FILES))}; not {kind!r}")
    least = table.get("least")
    if isinstance(least, bool) or not isinstance(least, (int, float)) or not 0.5 <= least <= 1:
        raise ValueFormatError(f"{where}: least is a probability from 0.5 to 1; not {least!r}")
    texts = {key: table[key].strip() for key in _TEXTS}
    require, forbid = (_levels(table.get(key, {}), Kind(kind), f"{where}: {key}") for key in ("require", "forbid"))
    return LinkRule(**texts, kind=Kind(kind), least=float(least), require=require, forbid=forbid)


def _levels(table: Any, kind: Kind, where: str) -> Levels:
    """Every feature and level must be one that the file of weights knows, so that no condition is void unseen."""
    known = weights(FILES[kind]).levels
    if not isinstance(table, dict):
        raise ValueFormatError(f"{where} is a table of features, each with a list of levels")
    for feature, levels in table.items():
        if feature not in known:
            raise ValueFormatError(f"{where}: no feature {feature!r}; there are {', '.join(known)}")
        if not isinstance(levels, list) or not levels or any(level not in known[feature] for level in levels):
            raise ValueFormatError(
                f"{where}.{feature} is a list of some of {', '.join(known[feature])}; not {levels!r}"
            )
    return {feature: tuple(levels) for feature, levels in table.items()}


def judgements_under(rule: LinkRule, loaded: Loaded, at: str) -> list[Judgement]:
    """What the rule judges of the candidates, best first. It joins nothing that was judged different or unsure.

    A candidate counts only where the whole of both records fits together, so that no chain of likely pairs joins two
    that are not; and none counts that joins nothing new.
    """
    least = math.log(rule.least / max(1 - rule.least, 1e-9))
    groups = resolve(loaded.case, loaded.verdicts, least, _BARRED)
    home = {id_: number for number, ids in enumerate(groups) for id_ in ids}
    joined = _Joined({record: record for record in loaded.records.values()})
    found = candidates(loaded.case, loaded.records, loaded.verdicts, rule.least)
    fitting = (each for each in found if rule.fits(each) and home[each.a] == home[each.b])
    return [_judgement(rule, each, at) for each in fitting if joined.join(each.record_a, each.record_b)]


def _judgement(rule: LinkRule, candidate: Candidate, at: str) -> Judgement:
    reasons = ", ".join(f"{each.feature} {each.level}" for each in candidate.evidence)
    which = f"rule {rule.name} by {rule.written_by}, score {candidate.score:.3f}"
    why = f"{rule.text_ar} | {rule.text_en} [{which}: {reasons}]"
    return Judgement(pair(candidate.a, candidate.b), Verdict.SAME, f"{BY_RULE}{rule.name}", at, why)


@dataclass(slots=True)
class _Joined:
    parent: dict[str, str]

    def root(self, id_: str) -> str:
        while self.parent[id_] != id_:
            self.parent[id_] = id_ = self.parent[self.parent[id_]]
        return id_

    def join(self, a: str, b: str) -> bool:
        """Whether the two were not one before."""
        one, other = self.root(a), self.root(b)
        self.parent[one] = other
        return one != other
