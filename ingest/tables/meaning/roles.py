"""What each column of a grid is for: labels, codes, references, values, or the labels of a second panel."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.tables.grid import Grid
from ingest.tables.stub_kinds import StubKind, kind_of
from ingest.tables.words import is_name_word

LONGEST_RANK = 3


@dataclass(frozen=True, slots=True)
class Roles:
    """`stubs` are the label columns, `codes` whether each of them holds codes, `cells` the others.

    `references` are the cell columns that refer to notes. `panel` is the column with the labels of a right panel, and
    `twins` gives for every column right of it the column left of it that has the same header.
    """

    stubs: tuple[int, ...]
    codes: tuple[bool, ...]
    cells: tuple[int, ...]
    references: frozenset[int]
    panel: int | None = None
    twins: tuple[tuple[int, int], ...] = ()


def read_roles(grid: Grid, paths: Sequence[tuple[str, ...]]) -> Roles:
    """The roles of a grid's columns, from their headers and from what stands in them."""
    stubs = _with_names(grid, _stubs(paths))
    cells = tuple(range(len(stubs), len(paths)))
    references = frozenset(column for column in cells if _refers(grid, paths, column))
    panel = _panel(paths, cells)
    twins = _twins(panel, cells) if panel is not None else ()
    codes = tuple(_is_code(paths[column]) for column in stubs)
    return Roles(stubs, codes, cells, references, panel if twins else None, twins)


def _stubs(paths: Sequence[tuple[str, ...]]) -> tuple[int, ...]:
    """The label columns: the first, and in a table of codes the columns of codes and names that follow it."""
    stubs = [0]
    if not (paths and _is_code(paths[0])):
        return (0,)
    for column in range(1, len(paths)):
        if not (_is_code(paths[column]) or _is_name(paths[column])):
            break
        stubs.append(column)
    return tuple(stubs)


def _with_names(grid: Grid, stubs: tuple[int, ...]) -> tuple[int, ...]:
    """The label columns, where they hold numbers alone («1», «2») with the column of words that they number."""
    after = stubs[-1] + 1
    words = _texts(grid, after)
    rows = [row for row in grid.body if any(slot.text for slot in row.slots[len(stubs) :])]
    own = [row.slots[column].text for row in rows for column in stubs]
    numbered = len(own) > 1 and all(text.isdigit() and len(text) <= LONGEST_RANK for text in own)
    named = len(words) == len(rows) and all(text[0].isalpha() for text in words)
    return (*stubs, after) if numbered and named else stubs


def _texts(grid: Grid, column: int) -> list[str]:
    return [row.slots[column].text for row in grid.body if column < len(row.slots) and row.slots[column].text]


def _is_code(path: Sequence[str]) -> bool:
    return bool(path) and kind_of(path[-1]) == StubKind.CODE


def _is_name(path: Sequence[str]) -> bool:
    return bool(path) and is_name_word(path[-1])


def _refers(grid: Grid, paths: Sequence[tuple[str, ...]], column: int) -> bool:
    """Whether a column refers to notes: by its header, or with no header by holding small whole numbers alone."""
    if paths[column]:
        return kind_of(paths[column][-1]) == StubKind.REFERENCE
    if not any(paths) or column != 1:
        return False
    texts = _texts(grid, column)
    return bool(texts) and all(text.isdigit() and len(text) <= 2 for text in texts)


def _panel(paths: Sequence[tuple[str, ...]], cells: Sequence[int]) -> int | None:
    """The column of right-hand labels: the headers right of it repeat those left of it."""
    for column in cells[1:-1]:
        left = [paths[index] for index in cells if index < column]
        right = [paths[index] for index in cells if index > column]
        if left == right and all(left):
            return column
    return None


def _twins(panel: int, cells: Sequence[int]) -> tuple[tuple[int, int], ...]:
    return tuple((index, index - len([cell for cell in cells if cell <= panel])) for index in cells if index > panel)
