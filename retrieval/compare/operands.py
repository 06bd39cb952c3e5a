"""The operands of a comparison: for every side its figures, and of all combinations the one that fits together best.

Two figures of one table row or one sentence are the same thing counted twice; two of different places often are not.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.quantities.model import Measure, Period
from retrieval.compare.columns import is_total
from retrieval.compare.model import Plan, Side
from retrieval.figures import RankedFigure
from retrieval.index.records import FigureRecord
from retrieval.query import numbers_in
from retrieval.question import Kind, Operation, Question, counts_things, unit_class

Rank = Callable[[str, Callable[[Question], Question]], Sequence[RankedFigure]]
"""Ranks all figures for a question, understood as the second argument changes it."""

MOST = 16
"""How many of a side's best figures are tried; what stands beside one of them is tried too."""
COVERED = 6.0
"""How much a figure's words holding the whole subject count, beside its rank."""
FAR_APART = 200
"""Amounts of one thing at two times, or of two like things, are seldom so many times each other."""

FIT: Mapping[str, float] = {
    "same_row": 3.0,
    "same_sentence": 2.0,
    "same_passage": 1.0,
    "same_column": 2.0,
    "same_table": 0.5,
    "same_label": 3.0,
    "other_column": -2.0,
    "no_unit": -1.5,
    "other_measure": -1.0,
    "other_exactness": -0.5,
    "other_scale": -1.0,
    "same_amount": -1.0,
    "far_apart": -4.0,
    "nothing": -4.0,
    "undated": -1.5,
    "other_time": -3.0,
    "elsewhere": 0.0,
}
"""How much what two figures share, or do not, speaks for their being operands of one comparison."""

SHARE_FIT: Mapping[str, float] = {
    **FIT,
    "same_sentence": 6.0,
    "same_passage": 5.0,
    "same_column": 4.0,
    "same_table": 1.0,
    "far_apart": 0.0,
    "elsewhere": -3.0,
    "its_total": 3.0,
}
"""The same for a part and its whole, which mostly stand together."""


SAME_FIT: Mapping[str, float] = {**FIT, "elsewhere": -3.0}
"""The same for one thing in several periods: what is compared mostly stands together."""
LIKE_ROW, LIKE_COLUMN = 3.0, 2.0
"""How much it speaks for two cells of different tables being the same thing that all words of their labels are."""
GAP = 10.0
"""How much it speaks against two figures being one thing that the one holds all of the subject, the other nothing."""
MOST_GAP = 0.2
"""One thing at two times holds about as much of the subject each time: where more is missing, it is another thing."""


@dataclass(frozen=True, slots=True)
class Operands:
    """One figure for every side, in their order, and how well all fit."""

    figures: tuple[RankedFigure, ...]
    score: float


def find_operands(plan: Plan, rank: Rank) -> Operands | None:
    """The figures of the sides that fit together best; None when a side has none."""
    lists = [figures_of_side(side, plan, rank) for side in plan.sides]
    if plan.step and lists[0]:
        lists = list(_now_and_before(lists[0], lists[1], plan))
    if plan.operation == Operation.SHARE:
        lists[1] += [item for item in lists[0] if item.figure.number not in {other.figure.number for other in lists[1]}]
    if not all(lists):
        return None
    found = [chosen for anchor in lists[0][:MOST] if (chosen := _with(anchor, lists[1:], plan)) is not None]
    best = max(found, key=lambda operands: operands.score, default=None)
    return best if best is None or plan.same or plan.step or plan.dated else _latest(best, lists)


def _latest(chosen: Operands, lists: Sequence[Sequence[RankedFigure]]) -> Operands:
    """Where no time is asked for, the same figures at the latest time that all are given for."""
    again = [
        {_starts(item.figure.period): item for item in reversed(items) if _is_given_again(item, one)}
        for items, one in zip(lists, chosen.figures, strict=True)
    ]
    times = set.intersection(*(set(items) for items in again))
    now = {_starts(one.figure.period) for one in chosen.figures}
    if len(now) != 1 or not times or max(times) <= max(now):
        return chosen
    return replace(chosen, figures=tuple(items[max(times)] for items in again))


def figures_of_side(side: Side, plan: Plan, rank: Rank) -> list[RankedFigure]:
    """A side's figures that may be operands, best first."""
    units: list[str | None] = []

    def understood(question: Question) -> Question:
        figure = question.kind if question.wants_figure else Kind.HOW_MUCH
        percent = question.unit == "percent" and plan.operation in (Operation.SHARE, Operation.PERCENT_CHANGE)
        units.append(None if percent else question.unit)
        periods = (side.period,) if side.period else question.periods
        return replace(
            question,
            kind=figure,
            unit=units[-1],
            measure=Measure.LEVEL,
            periods=periods,
        )

    named = numbers_in(side.text)
    ranked = [item for item in rank(side.text, understood) if _may_stand(item, plan, named)]
    if counts_things(side.text):
        ranked = [item for item in ranked if unit_class(item.figure.unit) not in ("money", "percent")]
    unit = units[-1] if units else None
    return ranked if unit is None else [item for item in ranked if _is_counted_in(item, unit)]


def _is_counted_in(item: RankedFigure, unit: str) -> bool:
    """Whether a figure is of the class of units asked for; percentages say so themselves, others may leave it out."""
    found = unit_class(item.figure.unit)
    return found == unit or (found is None and unit != "percent")


def _may_stand(item: RankedFigure, plan: Plan, named: frozenset[str]) -> bool:
    """Whether a figure may be an operand; `named` are the numbers that the question itself names."""
    figure = item.figure
    if figure.measure in (Measure.CHANGE, Measure.DATE) or " ".join(figure.text.split()) in named:
        return False
    if plan.operation == Operation.SHARE and unit_class(figure.unit) in ("percent", "time"):
        return False
    return plan.step or item.features["period"] >= 0


def figures_over_time(plan: Plan, rank: Rank) -> tuple[RankedFigure, ...]:
    """The best figure of the only side at every time it is given for beside it; empty where that is only one."""
    ranked = figures_of_side(plan.sides[0], plan, rank)
    times = {_starts(item.figure.period): item for item in reversed(ranked) if _is_given_again(item, ranked[0])}
    times.pop("", None)
    return tuple(times[time] for time in sorted(times)) if len(times) > 1 else ()


def _now_and_before(
    now: Sequence[RankedFigure], before: Sequence[RankedFigure], plan: Plan
) -> tuple[list[RankedFigure], list[RankedFigure]]:
    """The figures of the first side and those before its best; undated it is the latest that stands beside its best."""
    first = now[0]
    if plan.sides[0].period is None:
        first = max(
            (item for item in now if _is_given_again(item, first)), key=lambda item: _starts(item.figure.period)
        )
        now = [first]
    earlier = [item for item in before if _is_before(item, first)]
    if plan.sides[0].period is None and plan.sides[1].period is None:
        beside = [item for item in earlier if _is_given_again(item, first)]
        latest = max((_starts(item.figure.period) for item in beside), default="")
        earlier = [item for item in beside if _starts(item.figure.period) == latest]
    return list(now), earlier


def _is_given_again(item: RankedFigure, first: RankedFigure) -> bool:
    """Whether a figure is the same thing at another time: of one passage, unit and kind of column."""
    a, b = item.figure, first.figure
    if a.passage != b.passage or unit_class(a.unit) != unit_class(b.unit) or a.scale != b.scale:
        return False
    return a.table is None or _stems(a.column_terms) == _stems(b.column_terms)


def _is_before(item: RankedFigure, first: RankedFigure) -> bool:
    here, there = _starts(item.figure.period), _starts(first.figure.period)
    return bool(here and there and here < there)


def _starts(period: Period | None) -> str:
    return str(period.start or period.end or "") if period else ""


def _with(anchor: RankedFigure, others: Sequence[Sequence[RankedFigure]], plan: Plan) -> Operands | None:
    """The best figure of every other side to go with the anchor."""
    chosen, total = [anchor], _worth(anchor)
    for items in others:
        taken = {item.figure.number for item in chosen}
        near = [item for at, item in enumerate(items) if at < MOST or _is_beside(anchor, item)]
        fitting = [
            (_worth(item) + fit, item)
            for item in near
            if item.figure.number not in taken and (fit := _fit(anchor, item, plan)) is not None
        ]
        best = max(fitting, key=lambda entry: entry[0], default=None)
        if best is None:
            return None
        total += best[0]
        chosen.append(best[1])
    return Operands(tuple(chosen), total)


def stand_together(operands: Sequence[RankedFigure]) -> bool:
    """Whether all operands are of one passage or one table, or of rows with the same name."""
    first = operands[0]
    return all(
        _is_beside(first, item)
        or (item.figure.row_terms and _stems(first.figure.row_terms) == _stems(item.figure.row_terms))
        for item in operands[1:]
    )


def _worth(item: RankedFigure) -> float:
    return item.score + COVERED * item.features["covered"]


def _is_beside(a: RankedFigure, b: RankedFigure) -> bool:
    same_table = a.figure.table is not None and a.figure.table == b.figure.table
    same_document = a.candidate.passage.document == b.candidate.passage.document
    return a.figure.passage == b.figure.passage or (same_table and same_document)


def _fit(a: RankedFigure, b: RankedFigure, plan: Plan) -> float | None:
    """How well two figures fit together; None when they cannot be compared at all."""
    first, second = a.figure, b.figure
    units = {unit_class(first.unit), unit_class(second.unit)}
    if len(units - {None}) > 1 or (plan.operation == Operation.SHARE and first.amount > second.amount):
        return None
    if plan.step and not _is_close(a, b):
        return None
    together = _is_beside(a, b)
    nothing = first.amount == 0 or second.amount == 0
    if plan.same and (_measure_other(first, second) if together else nothing or _counts_other(first.unit, second.unit)):
        return None
    names = _place(a, b, plan)
    names += ["no_unit"] * (len(units) > 1)
    names += ["other_measure"] * (first.measure != second.measure)
    names += ["other_exactness"] * (first.approximate != second.approximate)
    names += ["other_scale"] * (first.scale != second.scale)
    names += ["nothing"] * nothing
    names += ["its_total"] * (plan.operation == Operation.SHARE and _is_total_of(first, second))
    names += ["same_amount"] * (first.amount == second.amount)
    names += ["undated"] * (first.period is None or second.period is None)
    names += ["other_time"] * (plan.one_time and _year(first.period) != _year(second.period))
    names += ["far_apart"] * _are_far_apart(first.amount, second.amount)
    weights = SHARE_FIT if plan.operation == Operation.SHARE else SAME_FIT if plan.same else FIT
    fit = sum(weights[name] for name in names)
    if together or not plan.same:
        return fit
    like = LIKE_ROW * _likeness(first.row_terms, second.row_terms)
    return fit + like + LIKE_COLUMN * _likeness(first.column_terms, second.column_terms) - GAP * gap((a, b))


def gap(operands: Sequence[RankedFigure]) -> float:
    """How much more of its subject the fullest operand holds than the emptiest."""
    held = [item.features["covered"] for item in operands]
    return max(held) - min(held)


def is_one_thing(plan: Plan, operands: Sequence[RankedFigure]) -> bool:
    """Whether operands that should be one thing at several times are: they stand together, or say as much of it."""
    return not plan.same or stand_together(operands) or gap(operands) <= MOST_GAP


def _is_total_of(part: FigureRecord, whole: FigureRecord) -> bool:
    """Whether a cell is the sum of the column that another stands in."""
    same = part.table is not None and (part.table, part.column) == (whole.table, whole.column)
    return same and bool(whole.row_path) and is_total(whole.row_path[-1])


def _counts_other(first: str | None, second: str | None) -> bool:
    """Whether two nouns are counted that are not the same."""
    return first is not None and second is not None and first != second


def _measure_other(first: FigureRecord, second: FigureRecord) -> bool:
    """Whether two columns say in words what they hold, and hold different things: «Tildeling» and «Overført»."""
    here, there = _stems(first.column_terms), _stems(second.column_terms)
    return bool(here and there) and not here & there


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the words of two labels that both have, numbers apart."""
    first, second = _stems(a), _stems(b)
    return len(first & second) / len(first | second) if first and second else 0.0


def _year(period: Period | None) -> int | None:
    return period.year if period else None


def _are_far_apart(a: Decimal, b: Decimal) -> bool:
    least, most = sorted((abs(a), abs(b)))
    return least * FAR_APART < most


def _is_close(a: RankedFigure, b: RankedFigure) -> bool:
    return a.figure.passage == b.figure.passage


def _place(a: RankedFigure, b: RankedFigure, plan: Plan) -> list[str]:
    first, second = a.figure, b.figure
    if first.table is None or second.table is None:
        if first.passage != second.passage:
            return ["elsewhere"]
        return ["same_sentence" if first.sentence_terms == second.sentence_terms else "same_passage"]
    if (a.candidate.passage.document, first.table) != (b.candidate.passage.document, second.table):
        return ["same_label" if _stems(first.row_terms) == _stems(second.row_terms) else "elsewhere"]
    if first.passage == second.passage:
        same_kind = _stems(first.column_terms) == _stems(second.column_terms)
        return ["same_row"] if same_kind or not plan.same else ["same_row", "other_column"]
    return ["same_column"] if first.column == second.column else ["same_table"]


def _stems(terms: frozenset[str]) -> frozenset[str]:
    """A label's stems without its numbers: «Antall 2023» and «Antall 2024» are the same column in two years."""
    return frozenset(term for term in terms if not term[:1].isdigit())
