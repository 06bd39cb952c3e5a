"""Which rows of a table an overview takes, what they are called, and which of them sum others."""

import tomllib
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from retrieval.analysis.words import words
from retrieval.overview.draft import Slot
from retrieval.overview.grid import Grid, GridRow

SEPARATOR = " – "
ROUNDED = Decimal("0.002")
"""By how much of itself a printed sum may differ from what it sums."""


@lru_cache(maxsize=1)
def _totals() -> tuple[frozenset[str], tuple[str, ...]]:
    data = tomllib.loads(files("retrieval.overview").joinpath("totals.toml").read_text("utf8"))
    return frozenset(data["first"]), tuple(data["last"])


def has_codes(grid: Grid) -> bool:
    """Whether most rows of a table are named by codes."""
    coded = sum(len(row.codes) > 1 for row in grid.rows)
    return coded * 2 > len(grid.rows)


def with_codes(grid: Grid, codes: Sequence[str]) -> list[GridRow]:
    """The rows whose labels hold every one of the codes."""
    wanted = {code.lstrip("0") or "0" for code in codes}
    return [row for row in grid.rows if wanted <= set(row.codes)]


def labels_of(rows: Sequence[GridRow], coded: bool) -> list[str]:
    """What the rows are called: their last labels, with as many of the outer ones as tell them apart.

    A row under another one («Antall klager behandlet» behind a share) is named with it. Codes and the names after
    them are one: of rows of codes the whole path is given.
    """
    if coded:
        return [_coded(row) for row in rows]
    paths = {row.path for row in rows}
    depth = {row.number: 2 if row.path[:-1] in paths else 1 for row in rows}
    labels = {row.number: _label(row, depth[row.number]) for row in rows}
    for row in rows:
        while [*labels.values()].count(labels[row.number]) > 1 and depth[row.number] < len(row.path):
            for other in [each for each in rows if labels[each.number] == labels[row.number]]:
                depth[other.number] = min(depth[other.number] + 1, len(other.path) or 1)
            labels = {each.number: _label(each, depth[each.number]) for each in rows}
    return [labels[row.number] for row in rows]


def is_called_total(name: str) -> bool:
    """Whether a table of its own is called the total of its siblings («Samlet for alle ytelsene»)."""
    return words(name)[:1] != [] and words(name)[0] in _totals()[0]


def is_sum(label: str, slots: Sequence[Slot], before: Sequence[Sequence[Slot]]) -> bool:
    """Whether a row sums those before it: it is called a sum, or it is called a total and adds up."""
    first, last = _totals()
    called = words(label)
    if called[:1] == ["sum"]:
        return True
    named = bool(called) and (called[0] in first or " ".join(called).endswith(last))
    return named and any(_adds_up(slot, [row[at] for row in before]) for at, slot in enumerate(slots))


def _adds_up(slot: Slot, others: Sequence[Slot]) -> bool:
    if isinstance(slot, str):
        return False
    amounts = [other.amount for other in others if not isinstance(other, str)]
    runs = [sum(amounts[start:], Decimal(0)) for start in range(len(amounts) - 1)]
    return any(abs(run - slot.amount) <= abs(slot.amount) * ROUNDED for run in runs)


def _label(row: GridRow, depth: int) -> str:
    return SEPARATOR.join(row.path[-depth:])


def _coded(row: GridRow) -> str:
    """«634 Arbeidsmarkedstiltak – 76 Tiltak for arbeidssøkere»: a bare code goes with the name after it."""
    parts: list[str] = []
    for at, part in enumerate(row.path):
        if at and row.path[at - 1].isdigit() and not part.isdigit():
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    if all(part.isdigit() for part in row.path) and len(row.names) == len(row.path):
        parts = [f"{code} {name}" for code, name in zip(row.path, row.names, strict=True)]
    return SEPARATOR.join(parts)
