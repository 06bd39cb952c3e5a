"""The whole page: one file that needs nothing else, and can run nothing."""

from importlib.resources import files

from ingest.document import Document, Page, PageState, Table
from service.show.grid import Seen, seen
from service.show.html.contents import bar, head
from service.show.html.lookup import Lookup, Run, look_up, page_anchor
from service.show.html.markup import Html, element, joined
from service.show.html.readings import caption_links, figure_list, kind_line, text_reading
from service.show.html.source import source
from service.show.html.tables import table_part
from service.show.words import STATES, lines_text, page_text

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Nothing is fetched and no script is run, whatever the text holds."""

_STYLES = ("base", "bar", "runs", "figures", "tables", "modes")
"""The style sheets, in the order they apply: what is chosen, narrow windows and paper come last."""


def as_html(document: Document) -> str:
    """The document as one HTML page: source lines on the left, what was read from them on the right."""
    lookup = look_up(document)
    begun = _Begun(lookup)
    pages = [_page(page, lookup, begun) for page in document.sheet.pages]
    body = element("body", head(document), bar(lookup), element("main", *pages, *begun.left_over()))
    return f"<!doctype html>\n{element('html', _head(document), body, lang='nb')}\n"


class _Begun:
    """The tables drawn so far: a table is headed where it begins, and every table is drawn."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._seen: dict[str, Seen] = {}

    def parts(self, run: Run) -> list[Html]:
        """The parts of tables that stand in a run of lines."""
        tables = {table.id: table for line in run.lines for table in self._lookup.tables.get(line.number, ())}
        return [self._part(table, run.numbers) for table in tables.values()]

    def left_over(self) -> list[Html]:
        """Tables that stand in none of the lines shown."""
        lost = [table for table in self._lookup.document.tables if table.id not in self._seen]
        return [self._part(table, frozenset(table.lines)) for table in lost]

    def _part(self, table: Table, numbers: frozenset[int]) -> Html:
        first = table.id not in self._seen
        if first:
            self._seen[table.id] = seen(table)
        return table_part(self._seen[table.id], numbers, self._lookup, first=first)


def _head(document: Document) -> Html:
    folder = files("service.show.html")
    css = "\n".join(folder.joinpath(f"{name}.css").read_text("utf8") for name in _STYLES)
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", f"{document.title} – kilde og lesing"),
        element("style", Html(css)),
    )


def _page(page: Page, lookup: Lookup, begun: _Begun) -> Html:
    runs = lookup.runs(page)
    place = [page_text(page.number, page.label).capitalize()]
    if runs:
        place.append(f"linje {lines_text([line.number for run in runs for line in run.lines])}")
    if page.state is not PageState.TEXT:
        place.append(STATES[page.state])
    rows = []
    section: tuple[str, ...] = ()
    for run in runs:
        rows.append(_run(run, lookup, begun, section))
        section = run.block.section or section
    height = f"--lines:{sum(len(run.lines) for run in runs) + 2 * len(runs)}"
    return element(
        "section",
        element("h2", " · ".join(place)),
        *rows,
        class_="page",
        id=page_anchor(page.number),
        style=height,
    )


def _run(run: Run, lookup: Lookup, begun: _Begun, section: tuple[str, ...]) -> Html:
    tables = begun.parts(run)
    read = [
        kind_line(run, section),
        *tables,
        *text_reading(run, lookup),
        *caption_links(run, lookup),
        *figure_list(run, lookup),
    ]
    classes = f"run {run.block.kind.value}" + (" with-table" if tables else "")
    return element("div", source(run, lookup), element("div", joined(*read), class_="read"), class_=classes)
