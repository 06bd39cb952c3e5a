"""Where the pages of a plain text begin: form feeds where there are any, else printed numbers and traces of breaks."""

from dataclasses import dataclass

from ingest.readers.pages_labels import Printed, printed_numbers
from ingest.readers.pages_traces import trace_pages
from ingest.readers.printed_labels import printed_labels

_FORM_FEED = "\x0c"


@dataclass(frozen=True, slots=True)
class Start:
    """Page `page` begins at line `line`; `label` is the number printed on it, where it survives."""

    line: int
    page: int
    label: str | None = None


def find_pages(texts: list[str]) -> list[Start]:
    """The page starts of a text's lines, the first at line 1."""
    feeds = _form_feeds(texts)
    if feeds:
        return _labelled_by_edges(feeds, texts)
    labels = printed_numbers(texts)
    breaks, first = trace_pages(texts, labels)
    by_line = {label.start: label for label in labels}
    return [Start(line=line, page=first + index, label=_label(by_line.get(line))) for index, line in enumerate(breaks)]


def _form_feeds(texts: list[str]) -> list[int]:
    """Lines that begin a page by a form feed. One that ends a line, or the file, begins the line after it."""
    starts: list[int] = []
    for index, text in enumerate(texts, start=1):
        if _FORM_FEED not in text:
            continue
        before = text[: text.rindex(_FORM_FEED)]
        follows = index + 1 if before.strip(_FORM_FEED + " ") else index
        pages_in_line = 1 if before.strip(_FORM_FEED + " ") else text.count(_FORM_FEED)
        starts.extend([follows] * pages_in_line)
    while starts and not "".join(texts[starts[-1] - 1 :]).strip():
        starts.pop()
    return starts


def _labelled_by_edges(feeds: list[int], texts: list[str]) -> list[Start]:
    lines = feeds if feeds[0] == 1 else [1, *feeds]
    ends = [line - 1 for line in lines[1:]] + [len(texts)]
    labels = printed_labels([texts[line - 1 : last] for line, last in zip(lines, ends, strict=True)])
    numbered = enumerate(zip(lines, labels, strict=True), start=1)
    return [Start(line=line, page=page, label=label) for page, (line, label) in numbered]


def _label(printed: Printed | None) -> str | None:
    return None if printed is None else str(printed.value)
