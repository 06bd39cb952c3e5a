"""A PDF becomes a Sheet: pages of lines with the places of their parts, bookmarks and title."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import TypeVar

from pypdf import PageObject, PdfReader

from ingest.document import Line, Page, PageState, Sheet
from ingest.readers import pdf_errors as errors
from ingest.readers.harmless import harmless
from ingest.readers.pdf_columns import reading_order
from ingest.readers.pdf_facts import read_author, read_created, read_labels, read_outline, read_title
from ingest.readers.pdf_lines import BLANK, TextLine, write_lines
from ingest.readers.pdf_page import FontCache, PageWords, read_page
from ingest.readers.pdf_words import PageTooLargeError
from ingest.readers.printed_labels import printed_labels

MEDIA_TYPE = "application/pdf"
MAX_PAGES = 5_000

_MOSTLY_PICTURE = 0.25
_FEW_CHARACTERS = 150

Value = TypeVar("Value")

# pypdf tells of every oddity it steps over; a person is told what matters through the errors here.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class _PageText:
    lines: list[TextLine]
    state: PageState
    too_large: bool = False


def read_pdf(data: bytes, source: str) -> Sheet:
    """Read a PDF with a text layer.

    Raises:
        UnreadableFileError: the file is encrypted, damaged, empty, too heavy, or has pictures of text only.

    """
    if not data.strip():
        raise errors.empty()
    reader = _open(data)
    pages = _pages(reader)
    fonts = FontCache()
    texts = [_read(page, fonts) for page in pages]
    _check(texts)
    no_labels: list[str | None] = [None] * len(pages)
    given = _attempt(lambda: read_labels(reader), no_labels)
    printed = printed_labels([[line.text for line in text.lines] for text in texts])
    lines, numbered = _number(texts, [seen or label for seen, label in zip(printed, given, strict=True)])
    return Sheet(
        source=source,
        media_type=MEDIA_TYPE,
        lines=lines,
        pages=numbered,
        title=_attempt(lambda: read_title(reader), None),
        outline=_attempt(lambda: read_outline(reader), ()),
        author=_attempt(lambda: read_author(reader), None),
        created=_attempt(lambda: read_created(reader), None),
    )


def _open(data: bytes) -> PdfReader:
    """The file, opened; one that is encrypted with an empty password opens as it does in any viewer."""
    reader = _attempt(lambda: PdfReader(BytesIO(data)), None)
    if reader is None:
        raise errors.damaged()
    encrypted = _attempt(lambda: reader.is_encrypted, default=False)
    if encrypted and not _attempt(lambda: reader.decrypt(""), None):
        raise errors.encrypted()
    return reader


def _pages(reader: PdfReader) -> list[PageObject]:
    count = _attempt(lambda: len(reader.pages), None)
    if count is None:
        raise errors.damaged()
    if count == 0:
        raise errors.empty()
    if count > MAX_PAGES:
        raise errors.too_many_pages(count, MAX_PAGES)
    pages = _attempt(lambda: list(reader.pages), None)
    if pages is None:
        raise errors.damaged()
    return pages


def _read(page: PageObject, fonts: FontCache) -> _PageText:
    """One page; what cannot be read of it, or would take too long, does not lose the other pages."""
    try:
        words = _attempt(lambda: read_page(page, fonts), None, PageTooLargeError)
    except (PageTooLargeError, MemoryError):
        return _PageText([], PageState.DAMAGED, too_large=True)
    if words is None:
        return _PageText([], PageState.DAMAGED)
    lines = _lines(words)
    return _PageText(lines, _state(lines, words.covered))


def _lines(page: PageWords) -> list[TextLine]:
    """The lines of a page in reading order; text turned another way than the page comes last."""
    lines: list[TextLine] = []
    for run in reading_order(page.words):
        lines.extend(write_lines(run))
    for direction in sorted({word.direction for word in page.turned_words}):
        turned = tuple(word for word in page.turned_words if word.direction == direction)
        for run in reading_order(turned):
            lines.extend([BLANK, *write_lines(run)] if lines else write_lines(run))
    return lines


def _state(lines: list[TextLine], covered: float) -> PageState:
    characters = sum(len(line.text) for line in lines)
    if covered > 0 and (not characters or (covered >= _MOSTLY_PICTURE and characters < _FEW_CHARACTERS)):
        return PageState.PICTURES
    return PageState.TEXT if characters else PageState.EMPTY


def _check(texts: list[_PageText]) -> None:
    """Raise where no page gave any text."""
    if any(text.lines for text in texts):
        return
    states = {text.state for text in texts}
    if PageState.PICTURES in states:
        raise errors.pictures_only(len(texts))
    heavy = next((number for number, text in enumerate(texts, start=1) if text.too_large), None)
    if heavy is not None:
        raise errors.page_too_large(heavy)
    raise errors.damaged() if PageState.DAMAGED in states else errors.empty()


def _number(texts: list[_PageText], labels: list[str | None]) -> tuple[tuple[Line, ...], tuple[Page, ...]]:
    lines: list[Line] = []
    pages: list[Page] = []
    for number, (text, label) in enumerate(zip(texts, labels, strict=True), start=1):
        first = len(lines) + 1
        lines.extend(
            Line(first + index, number, harmless(line.text), line.segments, line.y, line.size, line.bold)
            for index, line in enumerate(text.lines)
        )
        pages.append(Page(number, label, first, len(lines), text.state))
    return tuple(lines), tuple(pages)


def _attempt(read: Callable[[], Value], default: Value, *passed: type[Exception]) -> Value:
    """What `read` gives, or `default` where the file makes pypdf fail.

    A broken file makes pypdf raise nearly anything (it says so itself), so nearly anything is caught, around the
    calls into it alone.
    """
    try:
        return read()
    except passed:
        raise
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001
        return default
