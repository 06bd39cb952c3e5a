"""The overview a question asks for, found: every way to read it over the tables at hand, and the best of them."""

from collections.abc import Callable, Sequence

from retrieval.forms import Language
from retrieval.overview.asked import Asked
from retrieval.overview.finishing import Cited, Held, finish, narrowed, sorted_by
from retrieval.overview.grid import Grid, GridRow, Grids
from retrieval.overview.joining import join
from retrieval.overview.language import says
from retrieval.overview.model import NoOverview, Overview
from retrieval.overview.reading import Reading, Words, best, words_of
from retrieval.overview.siblings import read_siblings
from retrieval.overview.tables import read_table
from retrieval.question import understand
from retrieval.search import Candidate

MOST_TABLES = 40
"""So many of the tables that the search finds are read."""
MOST_CELLS = 1500
"""An overview of more cells than this is too wide to be of use."""

Finder = Callable[[str], Sequence[Candidate]]
"""Searches, as for a question of its own: the candidates, best first."""


def find_overview(grids: Grids, language: Language, asked: Asked, finder: Finder) -> Overview | NoOverview:
    """The overview asked for, or why there is none."""
    index = grids.index
    tables = _Tables(grids, asked, finder)
    words = words_of(asked, understand(asked.text, index.newest_year).unit, language, index.store)
    chosen = best([*_by_table(tables, asked, words), *_by_row(tables, asked, words)])
    if chosen is None:
        return NoOverview(_why_not(asked, words))
    draft = join(chosen, tables.grids, asked, words)
    draft = sorted_by(narrowed(draft, asked, words), asked.order)
    if len(draft.lines) * len(draft.heads) > MOST_CELLS:
        return NoOverview(says("too_wide").format(rows=len(draft.lines), columns=len(draft.heads)))
    return finish(draft, asked, Held.by(chosen.said(), words), Cited(index))


def _why_not(asked: Asked, words: Words) -> str:
    if words.is_open:
        return says("open").format(whom=asked.whom)
    whom = words.whom is not None and words.whom.total > 0
    return says("whom_missing").format(whom=asked.whom) if whom else says("nothing")


class _Tables:
    """The tables the search finds for a question, and their siblings."""

    def __init__(self, grids: Grids, asked: Asked, finder: Finder) -> None:
        self._grids = grids
        found: dict[tuple[int, str], None] = {}
        for text in filter(None, (asked.text, " ".join(asked.items), asked.whom)):
            for candidate in finder(text):
                if candidate.passage.table is not None:
                    found[candidate.passage.document, candidate.passage.table] = None
        loaded = (grids.load(*key) for key in list(found)[:MOST_TABLES])
        self.grids = [grid for grid in loaded if grid is not None]

    def kin(self, grid: Grid) -> frozenset[str]:
        """What the tables with at least half of a table's rows say that their rows are: their captions and heads."""
        own = {row.key for row in grid.rows}
        alike = [each for each in self.grids if 2 * len(own & {row.key for row in each.rows}) >= len(own)]
        return frozenset().union(*(each.title | each.head for each in alike))

    def siblings(self, grid: Grid, row: GridRow) -> Sequence[Grid]:
        """The tables of the grid's document that have a row of that name, in the document's order."""
        figures = self._grids.index.store.figures_of_rows(grid.document, row.path[-1])
        names = dict.fromkeys(figure.table for figure in figures if figure.table is not None)
        return [found for name in names if (found := self._grids.load(grid.document, name)) is not None]


def _by_table(tables: _Tables, asked: Asked, words: Words) -> list[Reading]:
    found = (read_table(grid, asked, words, tables.kin) for grid in tables.grids)
    return [reading for reading in found if reading is not None]


def _by_row(tables: _Tables, asked: Asked, words: Words) -> list[Reading]:
    """The readings as one row of sibling tables; each row is tried in the first table that has it."""
    tried: set[tuple[str, ...]] = set()
    readings = []
    for grid in tables.grids:
        for row in grid.rows:
            key = row.path[-2:] if row.path[:-1] in {each.path for each in grid.rows} else row.path[-1:]
            if key not in tried and grid.row_figures(row.number):
                tried.add(key)
                reading = read_siblings(grid, row, asked, words, tables.siblings)
                readings += [reading] if reading is not None else []
    return readings
