"""An estimate with its interval, beside all models that were looked at; or the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from tawthiq.errors import UsageError
from tawthiq.figures.estimation import dga, graphs, lcmcr
from tawthiq.figures.estimation.loglinear import LogLinear, fit, name_of, parse_terms
from tawthiq.figures.estimation.overlap import Overlap
from tawthiq.figures.estimation.profile import profile_interval
from tawthiq.figures.estimation.selection import all_models, order_for, stepwise

LEAST_LISTS = 3
# Models that BIC cannot tell apart (Kass, Raftery 1995: a difference below 6 is not strong evidence).
RIVALS_BIC = 6.0
WIDEST_FACTOR = 2.0
MOST_R_HAT = 1.05
MOST_AT_EDGE = 0.001


class Method(StrEnum):
    LOGLINEAR = "loglinear"
    DGA = "dga"
    LCMCR = "lcmcr"


class Selection(StrEnum):
    """Which log-linear model speaks: the best by BIC of all, or the one built up step by step."""

    BIC = "bic"
    STEPWISE = "stepwise"


@dataclass(frozen=True, slots=True)
class Options:
    """`factor` is how far models that fit alike may lie apart; `model` (as [12,13]) and `darroch` ask for one model.

    `delta` is of dga, `settings` of LCMCR.
    """

    level: float = 0.95
    factor: float = WIDEST_FACTOR
    select: Selection = Selection.BIC
    model: str = ""
    darroch: bool = False
    delta: float | None = None
    settings: lcmcr.Settings = field(default_factory=lcmcr.Settings)


@dataclass(frozen=True, slots=True)
class Estimate:
    """Persons in all, recorded or not, from `low` to `high` at `level`. Where `reason` is set there is no estimate,
    and point, low and high are None. `models` are all those fitted, the best first."""

    method: Method
    table: Overlap
    level: float
    point: float | None = None
    low: float | None = None
    high: float | None = None
    reason: str = ""
    model: str = ""
    models: tuple[dict[str, Any], ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "method": self.method.value,
            "lists": list(self.table.lists),
            "observed": self.table.observed,
            "level": self.level,
            "estimate": self.point,
            "low": self.low,
            "high": self.high,
            "model": self.model or None,
            "not_estimable": self.reason or None,
            "models": list(self.models),
        }


def estimate(
    table: Overlap, method: Method, options: Options | None = None, tick: Callable[[int], None] | None = None
) -> Estimate:
    """By one method. A number is given only where the data carry it. UsageError where the method cannot be used."""
    chosen = options or Options()
    if reason := unfit(table):
        return Estimate(method, table, chosen.level, reason=reason)
    if method is Method.LOGLINEAR:
        return _loglinear(table, chosen)
    if method is Method.DGA:
        return _dga(table, chosen)
    return _lcmcr(table, chosen, tick)


def unfit(table: Overlap) -> str:
    """Why no method can tell anything from this table; "" where some may."""
    places = range(len(table.lists))
    if len(table.lists) < LEAST_LISTS:
        return f"fewer than three lists ({len(table.lists)}): dependence between lists cannot be seen"
    if not table.observed:
        return "nobody is on any list"
    if empty := [table.lists[a] for a in places if not table.on(a)]:
        return f"nobody is on the list {empty[0]}"
    if alone := [table.lists[a] for a in places if not any(table.on_both(a, b) for b in places if a != b)]:
        return f"no overlap: the list {alone[0]} shares nobody with any other"
    return ""


def _loglinear(table: Overlap, options: Options) -> Estimate:
    rivals, chosen = _fits(table, options)
    made = Estimate(Method.LOGLINEAR, table, options.level, models=tuple(map(_model, rivals or [chosen])))
    if reason := _doubt(chosen, rivals, options):
        return _without(made, reason)
    _, low, high = profile_interval(table, chosen, options.level)
    return replace(made, point=chosen.n, low=low, high=high, model=name_of(chosen.terms))


def _fits(table: Overlap, options: Options) -> tuple[list[LogLinear], LogLinear]:
    """The models that were compared, best first (none where one was asked for), and the one that speaks."""
    lists = len(table.lists)
    if options.model or options.darroch:
        return [], fit(table, parse_terms(options.model, lists), options.darroch)
    if options.select is Selection.STEPWISE or order_for(lists) is None:
        return [], stepwise(table)
    fits = all_models(table)
    return fits, fits[0]


def _doubt(chosen: LogLinear, fits: list[LogLinear], options: Options) -> str:
    if not chosen.exists:
        return f"boundary estimate: the likelihood of {name_of(chosen.terms)} has no finite maximum"
    rivals = [each for each in fits if each.exists and each.bic - chosen.bic < RIVALS_BIC] or [chosen]
    least, most = min(rivals, key=lambda each: each.n), max(rivals, key=lambda each: each.n)
    if most.n > options.factor * least.n:
        return (
            f"models that fit alike disagree by more than a factor of {options.factor:g}: "
            f"{name_of(least.terms)} says {least.n:,.0f}, {name_of(most.terms)} says {most.n:,.0f}"
        )
    return ""


def _model(of: LogLinear) -> dict[str, Any]:
    return {
        "model": name_of(of.terms),
        "estimate": of.n,
        "se": of.se,
        "deviance": of.deviance,
        "df": of.df,
        "aic": of.aic,
        "bic": of.bic,
        "exists": of.exists,
    }


def _dga(table: Overlap, options: Options) -> Estimate:
    if len(table.lists) > graphs.MOST_LISTS:
        raise UsageError(f"dga takes {graphs.MOST_LISTS} lists at most, not {len(table.lists)}")
    posterior = dga.average(table, options.delta)
    models = tuple({"model": graph.name, "probability": weight} for graph, weight in posterior.weights)
    made = Estimate(Method.DGA, table, options.level, models=models)
    if posterior.at_edge > MOST_AT_EDGE:
        most = int(posterior.numbers[-1])
        return _without(made, f"the posterior does not end: up to {most:,} every larger number stays possible")
    tail = (1 - options.level) / 2
    return replace(made, point=posterior.mean, low=posterior.quantile(tail), high=posterior.quantile(1 - tail))


def _lcmcr(table: Overlap, options: Options, tick: Callable[[int], None] | None) -> Estimate:
    drawn = lcmcr.sample(table, options.settings, tick)
    chains = tuple(
        {"chain": place + 1, "median": float(sorted(chain)[len(chain) // 2])} for place, chain in enumerate(drawn.draws)
    )
    checks = {"r_hat": drawn.r_hat, "effective_draws": drawn.effective}
    made = Estimate(Method.LCMCR, table, options.level, models=tuple(each | checks for each in chains))
    if drawn.r_hat > MOST_R_HAT:
        return _without(made, f"the chains do not agree (R-hat {drawn.r_hat:.3f}, at most {MOST_R_HAT}): sample longer")
    tail = (1 - options.level) / 2
    return replace(made, point=drawn.quantile(0.5), low=drawn.quantile(tail), high=drawn.quantile(1 - tail))


def _without(made: Estimate, reason: str) -> Estimate:
    return replace(made, reason=reason)
