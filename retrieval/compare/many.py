"""The largest or smallest of all that a measure is given for, or of its changes; totals left out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.quantities.model import Period
from retrieval.compare.columns import is_total
from retrieval.compare.compute import compute, extreme
from retrieval.compare.gathering import Gathered, Wanted, gather, is_exactly, is_of, of_asked_group
from retrieval.compare.model import Change, Comparison, Plan
from retrieval.compare.operands import Rank
from retrieval.compare.wording import HEAD
from retrieval.conversation.parts import only_measures, subject_of
from retrieval.figures import RankedFigure
from retrieval.index.open import Index
from retrieval.query import Query
from retrieval.question import Kind, Operation

MOST_SHOWN = 4
"""So many of a column's figures are operands of its largest or smallest."""


@dataclass(frozen=True, slots=True)
class Named:
    """One of the things compared: its name, its figure, and the earlier figure where changes are compared."""

    name: str
    item: RankedFigure
    before: RankedFigure | None = None

    def worth(self, change: Change | None) -> Decimal:
        """What it is put in order by."""
        amount = self.item.figure.amount
        if self.before is None or change is None:
            return amount
        earlier = self.before.figure.amount
        return amount - earlier if change == Change.AMOUNT else (amount - earlier) / earlier


def of_many(index: Index, query: Query, plan: Plan, rank: Rank) -> Comparison | None:
    """The one asked for and those next to it in order; None where the measure is given for none."""
    found = _gathered(index, query, plan, rank)
    if found is None:
        return None
    entries = [entry for entry in of_asked_group(index, found, query.question.text) if not is_total(entry.name)]
    periods = query.question.periods
    named = (
        [_changed(entry.name, entry.figures, periods) for entry in entries]
        if plan.change
        else [_named(entry.name, entry.figures, found, periods) for entry in entries]
    )
    ordered = sorted(
        (each for each in named if each is not None),
        key=lambda each: each.worth(plan.change),
        reverse=plan.operation == Operation.MAXIMUM,
    )
    if len(ordered) < plan.place:
        return None
    chosen = ordered[plan.place - 1]
    if plan.change:
        return _largest_change(plan, chosen)
    others = [each for each in ordered if each is not chosen]
    shown = [chosen, *others] if plan.first == 1 else ordered
    named_shown = [(each.name, each.item) for each in shown[: max(MOST_SHOWN, plan.first)]]
    return extreme(plan, named_shown, len(ordered))


def _gathered(index: Index, query: Query, plan: Plan, rank: Rank) -> Gathered | None:
    whole, measure, periods = query.question.text, plan.sides[0].text, query.question.periods
    if not subject_of(measure) and not only_measures(measure):
        measure = " ".join([f"{HEAD} {plan.whom or ''}", *(period.text for period in periods)])
    found = gather(index, Wanted(whole, measure, plan.whom, periods), rank)
    if found is None and plan.whom:
        found = gather(index, Wanted(whole, f"{measure} {plan.whom}", None, periods), rank)
    if found is None or (query.question.kind == Kind.LIST and not _is_of_whom(index, found, plan)):
        return None
    return found


def _is_of_whom(index: Index, found: Gathered, plan: Plan) -> bool:
    """Whether the table says that its rows are what is asked for: «hvilke fylker» is no question of benefits."""
    asked = set(index.analyzer.terms(plan.whom or ""))
    seed = found.seed
    return bool(asked & (seed.candidate.passage.context_terms | seed.figure.row_terms | seed.figure.column_terms))


def _named(name: str, figures: Sequence[RankedFigure], found: Gathered, periods: Sequence[Period]) -> Named | None:
    """An entry's figure of the period asked for; of the latest one that the seed's row is given for where none is."""
    if not periods:
        item = figures[0] if _are_times(found) else _at(figures, _latest(found))
        return None if item is None else Named(name, item)
    of_time = [item for item in figures if any(is_of(item.figure.period, period) for period in periods)]
    item = next((item for item in of_time if is_exactly(item.figure.period, periods)), next(iter(of_time), None))
    return None if item is None else Named(name, item)


def _are_times(found: Gathered) -> bool:
    """Whether the things compared are times themselves: quarters, months."""
    ends = [_end(item) for entry in found.entries for item in entry.figures]
    return len(set(ends)) == len(found.entries) == len(ends) and len(ends) > 1


def _latest(found: Gathered) -> str:
    return max((_end(item) for entry in found.entries for item in entry.figures), default="")


def _at(figures: Sequence[RankedFigure], end: str) -> RankedFigure | None:
    return next((item for item in figures if _end(item) == end), None)


def _changed(name: str, figures: Sequence[RankedFigure], periods: Sequence[Period]) -> Named | None:
    """An entry's figures at the first and the last time asked for; where fewer are named, its last two."""
    dated = sorted((item for item in figures if item.figure.period is not None), key=_end)
    if len(periods) > 1:
        dated = [item for item in dated if any(is_of(item.figure.period, period) for period in periods)]
    elif periods:
        until = max(str(period.end or period.start) for period in periods)
        dated = [item for item in dated if _end(item) <= until]
    first = dated[0] if len(periods) > 1 and dated else dated[-2] if len(dated) > 1 else None
    if first is None or _end(first) == _end(dated[-1]) or first.figure.amount == 0:
        return None
    return Named(name, dated[-1], first)


def _end(item: RankedFigure) -> str:
    period = item.figure.period
    return str(period.end or period.start) if period else ""


def _largest_change(plan: Plan, chosen: Named) -> Comparison | None:
    """The change of the one that changed most, computed from its two figures."""
    if chosen.before is None:
        return None
    operation = Operation.PERCENT_CHANGE if plan.change == Change.PERCENT else Operation.DIFFERENCE
    made = compute(replace(plan, operation=operation), (chosen.item, chosen.before))
    return made if made.in_words is None else replace(made, in_words=f"{chosen.name}: {made.in_words}")
