"""The outline as it is printed in the terminal: what the file is, its pages, its sections."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from ingest.document import Document, Page, PageState
from service.show.drawing import HANG, band, block, write
from service.show.words import STATES, count, language_name, lines_text

_LINES_WIDTH = 11
_PAGE_WIDTH = 5


def print_outline(console: Console, document: Document) -> None:
    """Title, kind, year and language, then the pages with their states and labels, then the section tree."""
    write(console, [*_heading(document, console.width), Text(), *_pages(document.sheet.pages, console.width), Text()])
    write(console, _sections(document, console.width))


def facts(document: Document) -> list[str]:
    """What a document is and how much of it there is."""
    return [
        document.kind,
        str(document.year) if document.year else "uten år",
        language_name(document.language),
        *_imprint(document),
        count(len(document.sheet.pages), "side", "sider"),
        count(len(document.sheet.lines), "linje", "linjer"),
        count(len(document.tables), "tabell", "tabeller"),
        count(len(document.figures), "tall", "tall"),
    ]


def _imprint(document: Document) -> list[str]:
    """«utgitt av Nav (linje 2)», «utgitt 2025 (filens egne opplysninger)»; nothing where nothing tells."""
    stated = (("utgitt av ", document.imprint.publisher), ("utgitt ", document.imprint.year))
    return [
        f"{words}{each.text} ({'filens egne opplysninger' if each.line is None else f'linje {each.line}'})"
        for words, each in stated
        if each is not None
    ]


def page_states(pages: Iterable[Page]) -> list[tuple[PageState, str]]:
    """Runs of pages in the same state: (state, «4–132»)."""
    runs: list[tuple[PageState, list[int]]] = []
    for page in pages:
        if runs and runs[-1][0] is page.state:
            runs[-1][1].append(page.number)
        else:
            runs.append((page.state, [page.number]))
    return [(state, lines_text(numbers)) for state, numbers in runs]


def printed_labels(pages: Iterable[Page]) -> list[str]:
    """The page numbers that are printed: «10» where it is the page's own, «5–40 trykt som 1–36» where it is not."""
    runs: list[list[Page]] = []
    for page in pages:
        if page.label is not None and runs and _follows(runs[-1][-1], page):
            runs[-1].append(page)
        elif page.label is not None:
            runs.append([page])
    return [_label_run(run) for run in runs]


def _follows(before: Page, page: Page) -> bool:
    if page.number != before.number + 1 or not _numbered(before) or not _numbered(page):
        return False
    return int(page.label or 0) == int(before.label or 0) + 1


def _numbered(page: Page) -> bool:
    return page.label is not None and page.label.isdecimal()


def _label_run(run: list[Page]) -> str:
    numbers = lines_text([page.number for page in run])
    labels = run[0].label if len(run) == 1 else f"{run[0].label}–{run[-1].label}"
    return numbers if labels == numbers else f"{numbers} trykt som {labels}"


def _heading(document: Document, width: int) -> Iterator[Text]:
    yield from band([block(document.title, width, style="bold", hang=HANG)])
    yield from band([block(document.source, width, style="cyan")])
    yield from band([block(" · ".join(facts(document)), width)])


def _pages(pages: tuple[Page, ...], width: int) -> Iterator[Text]:
    for state, numbers in page_states(pages):
        style = "" if state is PageState.TEXT else "yellow"
        yield from _named("Sider", f"{numbers}: {STATES[state]}", width, style)
    yield from _named("Trykte sidetall", ", ".join(printed_labels(pages)) or "ingen", width)


def _named(name: str, text: str, width: int, style: str = "") -> list[Text]:
    name_width = len("Trykte sidetall")
    return band([block(name, name_width, style="dim"), block(text, max(width - name_width - 2, 20), style=style)])


def _sections(document: Document, width: int) -> Iterator[Text]:
    if not document.layout.sections:
        yield Text("Ingen overskrifter.")
        return
    room = max(width - _PAGE_WIDTH - _LINES_WIDTH - 4, 20)
    deep = [2 * (len(section.path) - 1) for section in document.layout.sections]
    widest = max(len(part.path[-1]) + indent for part, indent in zip(document.layout.sections, deep, strict=True))
    room = min(room, widest)
    yield from _section("Innhold", "side", "linjer", room, 0, "dim")
    for part, indent in zip(document.layout.sections, deep, strict=True):
        style = "bold" if len(part.path) == 1 else ""
        lines = lines_text((part.first, part.last))
        yield from _section(part.path[-1], str(part.page), lines, room, indent, style)


def _section(title: str, page: str, lines: str, room: int, indent: int, style: str) -> list[Text]:
    return band(
        [
            block(title, room, style=style, indent=indent, hang=HANG),
            block(page, _PAGE_WIDTH, "right", "dim"),
            block(lines, _LINES_WIDTH, "right", "dim"),
        ]
    )
