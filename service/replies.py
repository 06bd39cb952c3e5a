"""Answers → the shapes of the HTTP API."""

from collections.abc import Iterable, Sequence

from ingest.document import Span
from ingest.outcome import Outcome
from ingest.read import document_id
from ingest.unread import Unread
from retrieval.answer import Answer, AnswerFigure, AnswerPassage
from retrieval.index.records import DocumentRecord, PassageRecord
from retrieval.index.store import Store
from retrieval.overview import Computed, Overview
from service.collection import Fate
from service.errors import ServiceError
from service.reading.as_text import AsText, read_as_text
from service.schemas import (
    AskReply,
    CellSchema,
    CitationSchema,
    ComparisonSchema,
    ComputedColumnSchema,
    ComputedSchema,
    DocumentSchema,
    FigureSchema,
    OutcomeSchema,
    OverviewCellSchema,
    OverviewRowSchema,
    OverviewSchema,
    OverviewUnitSchema,
    PassageSchema,
    ReadingSchema,
    ResultSchema,
    UnreadSchema,
)
from service.unread import unread_in_words


def ask_reply(answer: Answer, store: Store, took_ms: float) -> AskReply:
    """The reply to a question."""
    return AskReply(
        question=answer.question,
        resolved_question=answer.resolved,
        status="answered" if answer.answered else "not_found",
        confidence=answer.confidence,
        answer=answer.answer,
        figures=[_figure(item, store) for item in answer.figures],
        comparison=_comparison(answer),
        passages=[passage_schema(item, store) for item in answer.passages],
        overview=_overview(answer.overview) if answer.overview else None,
        trace=dict(answer.trace),
        took_ms=round(took_ms, 1),
    )


def passage_schema(item: AnswerPassage, store: Store) -> PassageSchema:
    """A passage as it is replied."""
    passage, document = item.candidate.passage, item.document
    reading = read_as_text(passage.text, passage, item.highlights)
    return PassageSchema(
        id=f"{document.id}:{passage.id}",
        document=document.id,
        source=document.source,
        title=document.title,
        page=passage.page,
        page_label=store.page_label(passage.document, passage.page),
        section=list(passage.section),
        lines=(passage.lines[0], passage.lines[-1]),
        kind=passage.kind.value,
        text=passage.text,
        highlights=list(item.highlights),
        reading=_reading(reading),
        score=round(item.candidate.score, 4),
        table=table_id(document, passage.table),
    )


def document_schema(document: DocumentRecord) -> DocumentSchema:
    """A document as it is listed."""
    return DocumentSchema(
        id=document.id,
        source=document.source,
        names=list(document.names),
        title=document.title,
        kind=document.kind,
        year=document.year,
        language=document.language,
        publisher=document.publisher,
        publisher_line=document.publisher_line,
        published=document.published,
        published_line=document.published_line,
        media_type=document.media_type,
        pages=document.pages,
        lines=document.lines,
        passages=document.passages,
        unread=_unread(document.unread, document.pages),
    )


def outcome_schema(outcome: Outcome) -> OutcomeSchema:
    """What became of a file, as it is replied."""
    summary = outcome.summary
    return OutcomeSchema(
        source=outcome.source,
        status=outcome.status.value,
        document=document_id(outcome.digest) if outcome.digest and outcome.code is None else None,
        code=outcome.code,
        message=outcome.message,
        unread=_unread(summary.unread, summary.pages) if summary else [],
    )


def _unread(unread: Sequence[Unread], pages: int) -> list[UnreadSchema]:
    return [
        UnreadSchema(
            state=one.state.value,
            count=one.count,
            total=pages,
            pages=list(one.runs),
            message=f"{unread_in_words(one, pages)}.",
        )
        for one in unread
    ]


def fate_schema(fate: Fate) -> OutcomeSchema:
    """What became of a file that was sent: an error is a failed outcome."""
    if not isinstance(fate.result, ServiceError):
        return outcome_schema(fate.result)
    code, message = fate.result.code, fate.result.message
    return OutcomeSchema(source=fate.source, status="failed", document=None, code=code, message=message)


def table_id(document: DocumentRecord, table: str | None) -> str | None:
    """A table's id in the API: its document's id and its own."""
    return f"{document.id}:{table}" if table else None


def quote_of(passage: PassageRecord, spans: Sequence[Span], store: Store) -> tuple[str, tuple[int, int] | None]:
    """The cited lines as they stand, and where in them the spans begin and end; None when they are not all there."""
    rows = store.lines(passage.document, passage.lines[0], passage.lines[-1])
    own = set(passage.lines)
    offsets: dict[int, tuple[int, str]] = {}
    parts: list[str] = []
    length = 0
    for number, _, text in rows:
        if number in own:
            offsets[number] = (length, text)
            parts.append(text)
            length += len(text) + 1
    return "\n".join(parts), _place(spans, offsets)


def _place(spans: Sequence[Span], offsets: dict[int, tuple[int, str]]) -> tuple[int, int] | None:
    if not spans or any(span.line not in offsets for span in spans):
        return None
    first, last = spans[0], spans[-1]
    return offsets[first.line][0] + first.start, offsets[last.line][0] + last.end


def _figure(item: AnswerFigure, store: Store) -> FigureSchema:
    figure, passage, document = item.ranked.figure, item.ranked.candidate.passage, item.document
    quote, highlight = quote_of(passage, figure.spans, store)
    return FigureSchema(
        text=figure.text,
        value=float(figure.value),
        scale=figure.scale,
        unit=figure.unit,
        amount=float(figure.amount),
        period=figure.period.text if figure.period else None,
        label=figure.label,
        measure=figure.measure.value,
        approximate=figure.approximate,
        confidence=item.confidence,
        citation=CitationSchema(
            document=document.id,
            source=document.source,
            title=document.title,
            page=passage.page,
            page_label=store.page_label(passage.document, passage.page),
            section=list(passage.section),
            lines=_lines(passage.lines),
            quote=quote,
            highlight=highlight,
            reading=_reading(read_as_text(quote, passage, [highlight] if highlight else [])),
        ),
        cell=_cell(item, store),
    )


def _reading(read: AsText | None) -> ReadingSchema | None:
    return ReadingSchema(text=read.text, highlights=list(read.ranges)) if read else None


def _cell(item: AnswerFigure, store: Store) -> CellSchema | None:
    figure, document = item.ranked.figure, item.document
    if figure.table is None:
        return None
    return CellSchema(
        table=f"{document.id}:{figure.table}",
        caption=store.caption(document.number, figure.table),
        row=list(figure.row_path),
        column=list(figure.column_path),
    )


def _comparison(answer: Answer) -> ComparisonSchema | None:
    """What was computed; the operands are where the answer's figures begin, after what states the result."""
    comparison = answer.comparison
    if comparison is None or comparison.operation is None or comparison.value is None:
        return None
    first = 0 if comparison.stated is None else 1
    return ComparisonSchema(
        operation=comparison.operation.value,
        operands=list(range(first, first + len(comparison.operands))),
        result=ResultSchema(value=float(comparison.value), unit=comparison.unit),
        considered=comparison.considered,
    )


def _overview(overview: Overview) -> OverviewSchema:
    return OverviewSchema(
        title=overview.title,
        columns=[column.label for column in overview.columns],
        rows=[
            OverviewRowSchema(
                label=row.label,
                cells=[OverviewCellSchema(figure=cell.figure, state=cell.state) for cell in row.cells],
                path=list(row.path),
                total=row.total,
                unit=row.unit,
            )
            for row in overview.rows
        ],
        units=[OverviewUnitSchema(unit=column.unit, scale=column.scale) for column in overview.columns],
        computed=[
            ComputedColumnSchema(label=column.label, cells=[_computed(cell) for cell in column.cells])
            for column in overview.computed
        ],
        others=list(overview.others),
        lacking=list(overview.lacking),
    )


def _computed(cell: Computed | None) -> ComputedSchema | None:
    if cell is None:
        return None
    return ComputedSchema(value=float(cell.value), unit=cell.unit, operands=list(cell.operands))


def _lines(numbers: Iterable[int]) -> tuple[int, int]:
    ordered = sorted(numbers)
    return ordered[0], ordered[-1]
