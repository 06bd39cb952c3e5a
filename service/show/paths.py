"""A table's paths as they are drawn: column paths as header rows over their columns, row paths as a nested stub."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.document import Table


@dataclass(frozen=True, slots=True)
class Head:
    """A header over columns `first` to `first + span - 1`. An empty text is a gap."""

    text: str
    first: int
    span: int


@dataclass(frozen=True, slots=True)
class StubLine:
    """One label of the stub. `row` is None for a group that has no row of its own here."""

    label: str
    depth: int
    row: int | None


def header_rows(table: Table) -> tuple[tuple[Head, ...], ...]:
    """The header rows, outermost first: neighbours with the same path so far share one header.

    A shorter path ends at the bottom, beside its figures; the innermost headers are never shared.
    """
    depth = max([1, *(len(column.path) for column in table.columns)])
    padded = [("",) * (depth - len(column.path)) + column.path for column in table.columns]
    return tuple(_heads(padded, level, shared=level < depth - 1) for level in range(depth))


def stub(table: Table, rows: Iterable[int] | None = None) -> tuple[StubLine, ...]:
    """The stub of some rows, or all: every row's innermost label, and each group's label before its first row."""
    lines: list[StubLine] = []
    open_path: tuple[str, ...] = ()
    for at in range(len(table.rows)) if rows is None else rows:
        row = table.rows[at]
        groups = row.path[:-1]
        known = _common(open_path, groups)
        lines += [StubLine(groups[depth], depth, None) for depth in range(known, len(groups))]
        lines.append(StubLine(row.path[-1] if row.path else "", len(groups), at))
        open_path = row.path
    return tuple(lines)


def _heads(paths: list[tuple[str, ...]], level: int, *, shared: bool) -> tuple[Head, ...]:
    heads: list[Head] = []
    for at, path in enumerate(paths):
        if shared and heads and paths[at - 1][: level + 1] == path[: level + 1]:
            heads[-1] = Head(path[level], heads[-1].first, heads[-1].span + 1)
        else:
            heads.append(Head(path[level], at, 1))
    return tuple(heads)


def _common(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    both = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        both += 1
    return both
