"""The shape of a table as it is replied: as it was read, with where every part of it stands."""

from typing import Literal

from pydantic import BaseModel

from service.reading.schemas import SpanSchema


class PeriodSchema(BaseModel):
    """The days a number is about, both included, and how the document says it."""

    start: str | None
    end: str | None
    text: str


class ColumnSchema(BaseModel):
    """A column: its headers, outermost first, and the lines they stand in."""

    path: list[str]
    lines: list[int]


class RowSchema(ColumnSchema):
    """A row: its labels, outermost group first; `names` stand elsewhere for codes in the path."""

    names: list[str]


class TableCellSchema(BaseModel):
    """A cell outside the headers. `row` and `column` count from 0; `value` is a decimal number as text, None for words.

    `printed` is the text with the percent sign that may stand beside it. `confidence` is below 1 where the table
    leaves another reading.
    """

    row: int
    column: int
    kind: Literal["number", "text", "missing"]
    text: str
    printed: str
    spans: list[SpanSchema]
    value: str | None
    scale: int
    unit: str | None
    period: PeriodSchema | None
    measure: Literal["level", "change", "share", "date", "duration"]
    confidence: float


class NoteSchema(BaseModel):
    """A note under a table, and the mark it explains; None when it is about the table as a whole."""

    mark: str | None
    text: str
    lines: list[int]


class TableReply(BaseModel):
    """A table."""

    id: str
    document: str
    caption: str | None
    caption_lines: list[int]
    section: list[str]
    page: int
    lines: list[int]
    columns: list[ColumnSchema]
    rows: list[RowSchema]
    cells: list[TableCellSchema]
    notes: list[NoteSchema]
