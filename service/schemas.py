"""The shapes of the HTTP API: what is asked and what is replied."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError


def _whole(text: str) -> str:
    """JSON can hold half a surrogate pair, which is no character and can be neither searched nor stored."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise PydanticCustomError("string_unicode", "not a valid Unicode text")
    return text


Words = Annotated[str, AfterValidator(_whole)]


class Strict(BaseModel):
    """A request that accepts only the fields it names."""

    model_config = ConfigDict(extra="forbid")


class AskRequest(Strict):
    """A question, with the earlier ones of its conversation and what to search in."""

    question: Words
    history: Annotated[list[Words], Field(max_length=50)] = []
    documents: Annotated[list[Words], Field(max_length=10_000)] = []
    years: Annotated[list[int], Field(max_length=200)] = []
    kinds: Annotated[list[Words], Field(max_length=200)] = []
    limit: Annotated[int, Field(ge=1, le=50)] = 5


class SearchRequest(Strict):
    """Words to find passages by, and what to search in."""

    question: Words
    documents: Annotated[list[Words], Field(max_length=10_000)] = []
    years: Annotated[list[int], Field(max_length=200)] = []
    kinds: Annotated[list[Words], Field(max_length=200)] = []
    limit: Annotated[int, Field(ge=1, le=50)] = 10


class SuggestionRequest(AskRequest):
    """The question just answered, as it was asked; without one, questions to begin with are wanted."""

    question: Words = ""


class SuggestionReply(BaseModel):
    """Questions that the documents answer, each of them tried."""

    questions: list[str]


class ReadingSchema(BaseModel):
    """Cited lines as a person reads them, and what is marked in that, by characters from 0.

    Words hyphenated at a line's end are whole, footnote marks are off, and only list items begin on lines of their own.
    """

    text: str
    highlights: list[tuple[int, int]]


class CitationSchema(BaseModel):
    """Where a figure stands. `highlight` is the (start, end) of the number in `quote`; page and lines count from 1.

    `page_label` is what the page itself says it is, where that is another number than `page`. `reading` is the quote as
    running text, None for the row of a table.
    """

    document: str
    source: str
    title: str
    page: int
    page_label: str | None = None
    section: list[str]
    lines: tuple[int, int]
    quote: str
    highlight: tuple[int, int] | None
    reading: ReadingSchema | None = None


class CellSchema(BaseModel):
    """The table cell of a figure: its table, the table's caption, and the paths of its row and column."""

    table: str
    caption: str | None
    row: list[str]
    column: list[str]


class FigureSchema(BaseModel):
    """A figure: the number as printed, what it is multiplied with, and what it says about what."""

    text: str
    value: float
    scale: int
    unit: str | None
    amount: float
    period: str | None
    label: str
    measure: Literal["level", "change", "share", "date", "duration"]
    approximate: bool
    confidence: float
    citation: CitationSchema
    cell: CellSchema | None


class PassageSchema(BaseModel):
    """A passage: the cited text, where it stands, and the offsets of the question's words in it.

    `page_label` and `reading` are as in a citation.
    """

    id: str
    document: str
    source: str
    title: str
    page: int
    page_label: str | None = None
    section: list[str]
    lines: tuple[int, int]
    kind: Literal["paragraph", "list", "table_row"]
    text: str
    highlights: list[tuple[int, int]]
    reading: ReadingSchema | None = None
    score: float
    table: str | None


class ResultSchema(BaseModel):
    """What was computed."""

    value: float
    unit: str | None


class ComparisonSchema(BaseModel):
    """A computation over figures; `operands` index into the reply's figures.

    `considered` is how many figures the largest or smallest was found among, where that is more than the operands.
    """

    operation: Literal["difference", "percent_change", "share", "maximum", "minimum", "series"]
    operands: list[int]
    result: ResultSchema
    considered: int | None = None


class OverviewCellSchema(BaseModel):
    """A cell of an overview: an index into the reply's figures, or why there is none."""

    figure: int | None
    state: Literal["found", "not_found", "not_there"]


class OverviewRowSchema(BaseModel):
    """A row of an overview: what it is for, and a cell for every column. `total` where it sums others."""

    label: str
    cells: list[OverviewCellSchema]
    path: list[str]
    total: bool
    unit: str | None


class OverviewUnitSchema(BaseModel):
    """The unit and scale of all of a column's figures; null where they differ."""

    unit: str | None
    scale: int | None


class ComputedSchema(BaseModel):
    """A number that no document prints, computed from figures of the same row."""

    value: float
    unit: str | None
    operands: list[int]


class ComputedColumnSchema(BaseModel):
    """A computed column: a number for every row, null where an operand is missing."""

    label: str
    cells: list[ComputedSchema | None]


class OverviewSchema(BaseModel):
    """A table gathered from several places; cells point into the reply's figures.

    `units` has one entry for every column. `others` are rows the question could also have meant, `lacking`
    the words of the question that the tables do not say.
    """

    title: str
    columns: list[str]
    rows: list[OverviewRowSchema]
    units: list[OverviewUnitSchema]
    computed: list[ComputedColumnSchema]
    others: list[str]
    lacking: list[str]


class AskReply(BaseModel):
    """The reply to a question."""

    question: str
    resolved_question: str
    status: Literal["answered", "not_found"]
    confidence: float
    answer: str | None
    figures: list[FigureSchema]
    comparison: ComparisonSchema | None
    passages: list[PassageSchema]
    overview: OverviewSchema | None
    trace: dict[str, Any]
    took_ms: float


class SearchReply(BaseModel):
    """The passages found."""

    passages: list[PassageSchema]
    took_ms: float


class SectionSchema(BaseModel):
    """A heading and the lines under it."""

    path: list[str]
    level: int
    page: int
    page_label: str | None = None
    lines: tuple[int, int]


class UnreadSchema(BaseModel):
    """Pages of a document that were not read. What they say is not answered from.

    `state` is `pictures` (pictures of text) or `damaged`, `pages` are runs of physical pages from first to last, and
    `count` is how many there are in all, of `total`.
    """

    state: str
    count: int
    total: int
    pages: list[tuple[int, int]]
    message: str


class DocumentSchema(BaseModel):
    """A document of the collection. `names` are all the file names its content stands under, `source` the first.

    `year` is the one it is about. `publisher` and `published`, the year it came out, are as the document says; their
    lines are null where only the file's metadata say so. `unread` is empty where every page was read.
    """

    id: str
    source: str
    names: list[str]
    title: str
    kind: str
    year: int | None
    language: str
    publisher: str | None
    publisher_line: int | None
    published: int | None
    published_line: int | None
    media_type: str
    pages: int
    lines: int
    passages: int
    unread: list[UnreadSchema]


class PageSchema(BaseModel):
    """A page: its physical number, the label printed on it, its lines, and what could be read of it."""

    number: int
    label: str | None
    lines: tuple[int, int]
    state: str


class DocumentReply(DocumentSchema):
    """A document with its table of contents and pages."""

    sections: list[SectionSchema]
    page_list: list[PageSchema]


class LineSchema(BaseModel):
    """A line as it stands in the document, on what page, and what that page says it is where that is another number."""

    number: int
    page: int
    page_label: str | None = None
    text: str


class LinesReply(BaseModel):
    """A stretch of a document."""

    document: str
    first: int
    last: int
    lines: list[LineSchema]


class OutcomeSchema(BaseModel):
    """What became of one file. `unread` are the pages of it that could not be read just now; the rest was."""

    source: str
    status: Literal["new", "changed", "unchanged", "removed", "kept", "failed"]
    document: str | None
    code: str | None
    message: str | None
    unread: list[UnreadSchema] = []


class ReadingEvent(BaseModel):
    """A file that has been read, and how many are."""

    source: str
    done: int
    total: int


class DoneEvent(BaseModel):
    """How many files had each outcome."""

    new: int
    changed: int
    unchanged: int
    removed: int
    kept: int
    failed: int


class FeedbackRequest(Strict):
    """What a person thought of an answer."""

    question: Annotated[Words, Field(max_length=10_000)]
    verdict: Literal["right", "wrong", "missing"]
    comment: Annotated[Words, Field(max_length=5_000)] = ""
    answer: Annotated[Words | None, Field(max_length=10_000)] = None


class HealthReply(BaseModel):
    """The process answers."""

    status: Literal["ok"]


class ReadyReply(BaseModel):
    """What answers are made from and made with. Equal fingerprints give equal answers; `index` is the generation."""

    status: Literal["ready"]
    documents: int
    passages: int
    index: str
    encoder: str
    encoder_fingerprint: str
    analysis_fingerprint: str
    reading_fingerprint: str
    weights_fingerprint: str


class ErrorBody(BaseModel):
    """What went wrong: a stable code and a sentence for people."""

    code: str
    message: str


class ErrorReply(BaseModel):
    """Every error has this form."""

    error: ErrorBody
