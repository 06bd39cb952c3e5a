"""A plain text file becomes a Sheet: lines numbered as an editor shows them, pages from what the text gives away."""

import re

from ingest.document import Line, Page, PageState, Sheet
from ingest.errors import UnreadableFileError, too_large
from ingest.readers.harmless import harmless
from ingest.readers.pages import Start, find_pages

MEDIA_TYPE = "text/plain"
_BYTE_ORDER_MARK = "\ufeff"
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a]")
_BINARY_SHARE = 0.01
MAX_BYTES = 20_000_000
"""Some forty annual reports; more in one file is a collection, or not text."""
LONGEST_LINE = 50_000
"""Characters. A line is what is cited: fifteen pages in one are no citation."""


def read_text(data: bytes, source: str) -> Sheet:
    """Read a UTF-8 text file.

    Raises UnreadableFileError when the bytes are not UTF-8, hold no text, are not text at all, or are too many to read.
    """
    if len(data) > MAX_BYTES:
        raise too_large(len(data), MAX_BYTES)
    numbered = split_lines(harmless(_decode(data)))
    longest = max(map(len, numbered))
    if longest > LONGEST_LINE:
        raise _long_line(longest)
    starts = find_pages(numbered)
    lines = tuple(_lines(numbered, starts))
    return Sheet(source=source, media_type=MEDIA_TYPE, lines=lines, pages=_pages(numbered, starts))


def split_lines(text: str) -> list[str]:
    """The lines of a text as `sed` and editors number them: only line feeds part lines.

    A carriage return before the line feed belongs to the break. A file that has carriage returns alone is
    parted by them. Form feeds, vertical tabs and Unicode separators stay inside their line.
    """
    if "\n" not in text and "\r" in text:
        text = text.replace("\r", "\n")
    lines = text.split("\n")
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    return [line.removesuffix("\r") for line in lines]


def _decode(data: bytes) -> str:
    if b"\x00" in data:
        raise _not_text()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            "not_utf8",
            "Filen er ikke lagret som UTF-8, så æ, ø og å kan ikke leses sikkert. "
            "Åpne den i et tekstprogram, lagre den på nytt med tegnsettet UTF-8 og prøv igjen.",
        ) from error
    text = text.removeprefix(_BYTE_ORDER_MARK)
    if not text.replace(_BYTE_ORDER_MARK, "").strip():
        raise UnreadableFileError(
            "empty", "Filen er tom: den har ingen tekst. Kontroller at riktig fil er valgt, og at den er lagret."
        )
    if len(_BINARY.findall(text)) > len(text) * _BINARY_SHARE:
        raise _not_text()
    return text


def _long_line(length: int) -> UnreadableFileError:
    return UnreadableFileError(
        "long_line",
        f"Filen har en linje på {length} tegn; grensen er {LONGEST_LINE}, for svar vises med linjene de står i. "
        "Lagre dokumentet på nytt med linjeskift og prøv igjen.",
    )


def _not_text() -> UnreadableFileError:
    return UnreadableFileError(
        "not_text",
        "Filen ser ikke ut til å være ren tekst. Lagre dokumentet som PDF eller som ren tekst (UTF-8) og prøv igjen.",
    )


def _lines(texts: list[str], starts: list[Start]) -> list[Line]:
    lines: list[Line] = []
    upcoming = iter([*starts[1:], None])
    page, following = starts[0], next(upcoming)
    for number, text in enumerate(texts, start=1):
        if following is not None and number >= following.line:
            page, following = following, next(upcoming)
        lines.append(Line(number=number, page=page.page, text=text))
    return lines


def _pages(texts: list[str], starts: list[Start]) -> tuple[Page, ...]:
    pages: list[Page] = []
    ends = [start.line - 1 for start in starts[1:]] + [len(texts)]
    for start, last in zip(starts, ends, strict=True):
        blank = not "".join(texts[start.line - 1 : last]).strip()
        state = PageState.EMPTY if blank else PageState.TEXT
        pages.append(Page(number=start.page, label=start.label, first=start.line, last=last, state=state))
    return tuple(pages)
