"""The ways around the page: its head, and lists of sections, tables, pages and doubtful readings."""

from ingest.document import Document, PageState
from service.show.html.lookup import Lookup, line_anchor, mark_anchor, page_anchor
from service.show.html.markup import Html, element
from service.show.outline import facts
from service.show.words import STATES, page_text, path_text, sure_text


def head(document: Document) -> Html:
    """The title and what the document is."""
    return element(
        "header",
        element("h1", document.title),
        element("p", element("b", document.source), " · ", " · ".join(facts(document))),
        element(
            "p",
            "Til venstre står linjene slik de er trukket ut av filen, uten de tomme; til høyre det som er lest av dem. "
            "Hold pekeren over et tall for å se alle feltene. Klikk på det for å gå mellom kilden og lesingen.",
            class_="help",
        ),
        class_="head",
    )


def bar(lookup: Lookup) -> Html:
    """The bar that stays: lists to open, and what is to be shown."""
    lists = [
        ("innhold", "Innhold", _sections(lookup)),
        ("tabeller", "Tabeller", _tables(lookup.document)),
        ("sider", "Sider", _pages(lookup.document)),
        ("usikre", "Usikre lesinger", _doubts(lookup.document)),
    ]
    shown = [(name, f"{title} ({len(items)})", items) for name, title, items in lists if items]
    return element(
        "nav",
        *(element("button", title, type="button", popovertarget=f"liste-{name}") for name, title, _ in shown),
        _choice("bare-tabeller", "Bare tabeller", chosen=False),
        _choice("med-tall", "Lister over tall", chosen=True),
        *(element("ul", *items, id=f"liste-{name}", popover=True, class_=f"list {name}") for name, _, items in shown),
        class_="bar",
    )


def _choice(name: str, text: str, *, chosen: bool) -> Html:
    return element("label", element("input", type="checkbox", id=name, checked=chosen), " ", text)


def _sections(lookup: Lookup) -> list[Html]:
    return [
        element(
            "li",
            element("a", section.path[-1], href=f"#{line_anchor(section.first)}"),
            _aside(f"side {section.page}"),
            style=f"--depth:{len(section.path) - 1}",
        )
        for section in lookup.document.layout.sections
        if section.first in lookup.lines
    ]


def _tables(document: Document) -> list[Html]:
    return [
        element(
            "li",
            element("a", table.caption or f"{table.id} (uten tabelltekst)", href=f"#{table.id}"),
            _aside(f"side {table.page}"),
            title=path_text(table.section),
        )
        for table in document.tables
    ]


def _pages(document: Document) -> list[Html]:
    return [
        element(
            "li",
            element("a", page_text(page.number, page.label), href=f"#{page_anchor(page.number)}"),
            *([] if page.state is PageState.TEXT else [_aside(STATES[page.state])]),
        )
        for page in document.sheet.pages
    ]


def _doubts(document: Document) -> list[Html]:
    return [
        element(
            "li",
            element("a", f"{figure.text} – {figure.label}", href=f"#{mark_anchor(figure)}"),
            _aside(f"side {figure.page}, {sure_text(figure.confidence)}"),
        )
        for figure in document.figures
        if figure.confidence < 1
    ]


def _aside(text: str) -> Html:
    return element("span", text, class_="aside")
