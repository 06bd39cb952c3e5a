"""Questions made from a table, with the cell that each of them asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from retrieval.answer import Answer
from retrieval.suggestions.labels import asked_for, named, phrases, year_of


class Aim(Protocol):
    """What a question was made from, and must be answered with."""

    def met_by(self, answer: Answer) -> bool:
        """Whether an answer is that."""
        ...


@dataclass(frozen=True, slots=True)
class Made:
    """A question and what it was made from."""

    question: str
    aim: Aim


@dataclass(frozen=True, slots=True)
class CellAim:
    """A cell: the document's number, the table's id, and its row and column."""

    document: int
    table: str
    row: int
    column: int

    def met_by(self, answer: Answer) -> bool:
        """Whether an answer is this cell."""
        if not answer.answered or not answer.figures:
            return False
        first, document = answer.figures[0].ranked.figure, answer.figures[0].document
        return (document.number, first.table, first.row, first.column) == (
            self.document, self.table, self.row, self.column,
        )  # fmt: skip


def values(table: Mapping[str, Any], document: int) -> Iterator[Made]:
    """For every row that can be named on its own, the value of its newest year."""
    years = _years(table)
    if not years:
        return
    newest = max(years, key=lambda column: (years[column], -column))
    for row, unit in _rows_with(table, newest).items():
        label = named(table["rows"][row]["path"])
        question = asked_for(label, unit) if label else None
        if question:
            cell = CellAim(document, table["id"], row, newest)
            yield Made(question.format(label=label, year=years[newest]), cell)


def beside(table: Mapping[str, Any], document: int, row: int, column: int) -> Iterator[Made]:
    """What can be asked after a cell: other years of its row, then the rows next to it in its column."""
    years = _years(table)
    own = table["columns"][column]["path"][:-1]
    for other, year in sorted(years.items(), key=lambda item: -item[1]):
        if other != column and table["columns"][other]["path"][:-1] == own and row in _rows_with(table, other):
            cell = CellAim(document, table["id"], row, other)
            yield Made(str(phrases()["other_year"]).format(year=year), cell)
    for other in sorted(_rows_with(table, column), key=lambda at: (abs(at - row), at)):
        label = named(table["rows"][other]["path"])
        if other != row and label:
            cell = CellAim(document, table["id"], other, column)
            yield Made(str(phrases()["other_row"]).format(label=label), cell)


def _years(table: Mapping[str, Any]) -> dict[int, int]:
    found = ((at, year_of(column["path"])) for at, column in enumerate(table["columns"]))
    return {at: year for at, year in found if year is not None}


def _rows_with(table: Mapping[str, Any], column: int) -> dict[int, str | None]:
    """The rows that have a number in a column, with its unit."""
    cells = (cell for cell in table["cells"] if cell["column"] == column and cell["kind"] == "number")
    return {cell["row"]: cell["unit"] for cell in cells}
