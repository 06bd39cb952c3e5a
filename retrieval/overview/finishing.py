"""An overview finished: narrowed to the rows named, sorted where that is asked for, every figure cited."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from retrieval.figures import RankedFigure
from retrieval.index.open import Index
from retrieval.index.records import FigureRecord, PassageRecord
from retrieval.overview.asked import Asked, Order
from retrieval.overview.draft import Draft, Line, Slot
from retrieval.overview.language import says
from retrieval.overview.model import Cell, Computed, ComputedColumn, Overview, OverviewColumn, OverviewRow
from retrieval.overview.naming import dated, plain_title
from retrieval.overview.reading import LEAST_COVERED, Words
from retrieval.search import Candidate


class Cited:
    """Figures as ranked ones, each with its own passage to cite."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def __call__(self, figures: Sequence[FigureRecord]) -> tuple[RankedFigure, ...]:
        """The figures in their order."""
        numbers = sorted({figure.passage for figure in figures})
        passages: dict[int, PassageRecord] = self._index.store.passages_by_number(numbers)
        return tuple(RankedFigure(each, Candidate(passages[each.passage], (), {}, 0.0), {}, 0.0) for each in figures)


def narrowed(draft: Draft, asked: Asked, words: Words) -> Draft:
    """Only the rows that are named, in the order they are named in; one that no table has is empty."""
    if not asked.names:
        return draft
    lines: list[Line] = []
    nothing: Slot = "not_found"
    for name, wording in zip(asked.names, words.names, strict=True):
        fitting = [line for line in draft.lines if wording.coverage(line.stems) >= LEAST_COVERED]
        if fitting:
            lines.append(min(fitting, key=lambda line: wording.unasked(line.stems)))
        else:
            empty = (nothing,) * len(draft.heads)
            lines.append(Line(name[:1].upper() + name[1:], (name,), (name,), frozenset(), False, empty))
    return replace(draft, lines=tuple(lines))


def sorted_by(draft: Draft, order: Order | None) -> Draft:
    """The rows by how much there is in the last column, or by how much it changed from the first; totals left out."""
    if order is None:
        return draft
    single = [line for line in draft.lines if not line.total]

    def place(line: Line) -> tuple[bool, Decimal]:
        amount = _change(line) if order.change else _amount(line.slots[-1])
        if amount is None:
            return True, Decimal(0)
        return False, amount if order.rising else -amount

    return replace(draft, lines=tuple(sorted(single, key=place)))


@dataclass(frozen=True, slots=True)
class Held:
    """What of the question the tables say: the share of it, by the rarity of its words, and the words they lack."""

    share: float
    lacking: tuple[str, ...]

    @classmethod
    def by(cls, said: frozenset[str], words: Words) -> "Held":
        """What tables that say these stems hold."""
        return cls(words.share_held(said), words.not_held(said))


def finish(draft: Draft, asked: Asked, held: Held, cited: Cited) -> Overview:
    """The overview with its figures numbered and cited."""
    figures = [slot for line in draft.lines for slot in line.slots if isinstance(slot, FigureRecord)]
    numbers = {figure.number: at for at, figure in enumerate(figures)}
    rows = tuple(_row(line, numbers) for line in draft.lines)
    computed = (_changes(draft, numbers),) if asked.order is not None and asked.order.change else ()
    title = plain_title(draft.title)
    columns = tuple(
        OverviewColumn(dated(head, title), *_one_of([line.slots[at] for line in draft.lines]))
        for at, head in enumerate(draft.heads)
    )
    return Overview(title, columns, rows, computed, cited(figures), draft.others, held.share, held.lacking)


def _row(line: Line, numbers: dict[int, int]) -> OverviewRow:
    cells = tuple(_cell(slot, numbers) for slot in line.slots)
    return OverviewRow(line.label, line.path, line.total, _one_of(line.slots)[0], cells)


def _cell(slot: Slot, numbers: dict[int, int]) -> Cell:
    return Cell(None, slot) if isinstance(slot, str) else Cell(numbers[slot.number], "found")


def _one_of(slots: Sequence[Slot]) -> tuple[str | None, int | None]:
    """The unit and the scale that all figures of a row or a column have; None where they differ."""
    found = {(slot.unit, slot.scale) for slot in slots if not isinstance(slot, str)}
    return found.pop() if len(found) == 1 else (None, None)


def _changes(draft: Draft, numbers: dict[int, int]) -> ComputedColumn:
    """How much each row changed from the first column to the last, in the unit and scale they are printed in."""
    first, last = draft.heads[0], draft.heads[-1]
    names = (head.period.text if head.period else head.label for head in (first, last))
    label = says("change").format(**dict(zip(("first", "last"), names, strict=True)))
    cells: list[Computed | None] = []
    for line in draft.lines:
        change, ends = _change(line), (line.slots[0], line.slots[-1])
        known = [slot for slot in ends if not isinstance(slot, str)]
        if change is None:
            cells.append(None)
        else:
            operands = tuple(numbers[slot.number] for slot in known)
            cells.append(Computed(change / known[-1].scale, known[-1].unit, operands))
    return ComputedColumn(label, tuple(cells))


def _change(line: Line) -> Decimal | None:
    """The last amount less the first, of one unit; None where either is missing."""
    first, last = line.slots[0], line.slots[-1]
    if isinstance(first, str) or isinstance(last, str) or first.unit != last.unit:
        return None
    return last.amount - first.amount


def _amount(slot: Slot) -> Decimal | None:
    return None if isinstance(slot, str) else slot.amount
