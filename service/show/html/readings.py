"""The right side: what was read from a run of lines, its kind and section, its text as searched, its figures."""

from ingest.document import BlockKind, Figure, Passage
from service.show.figures import cell_name
from service.show.html.lookup import Lookup, Run, entry_anchor, line_anchor, mark_anchor
from service.show.html.markup import Html, element
from service.show.html.source import figure_class, hover
from service.show.words import (
    BLOCKS,
    MEASURES,
    count,
    lines_text,
    path_text,
    period_text,
    sure_text,
    unit_text,
    value_text,
)


def kind_line(run: Run, section_before: tuple[str, ...]) -> Html:
    """What the lines are, and the section where it is another than before."""
    block = run.block
    level = f" nivå {block.level}" if block.level else ""
    marker = f" «{block.marker}»" if block.marker else ""
    section = path_text(block.section)
    changed = run.first and section and block.section != section_before
    return element(
        "p",
        element("span", f"{BLOCKS[block.kind]}{level}{marker}", class_="kind"),
        *([] if run.first else [" fortsetter fra ", _line_link(min(block.lines))]),
        *([" ", element("span", section, class_="section")] if changed else []),
        class_="what",
        title=section,
    )


def text_reading(run: Run, lookup: Lookup) -> list[Html]:
    """The text as it is searched, where it begins; what is searched around a table's cells is folded away."""
    read = [_passage(part) for line in run.lines for part in lookup.passages.get(line.number, ())]
    if read and run.block.kind is BlockKind.GRID:
        summary = element("summary", f"{count(len(read), 'avsnitt', 'avsnitt')} utenfor cellene")
        return [element("details", summary, *read)]
    if read or run.block.kind in (BlockKind.HEADING, BlockKind.GRID):
        return read
    within = lookup.cited.get(run.lines[0].number)
    if within is None or not run.first:
        return []
    return [element("p", "lest sammen med ", _line_link(within.lines[0]), class_="within")]


def caption_links(run: Run, lookup: Lookup) -> list[Html]:
    """Links to the tables a caption belongs to."""
    tables = {table.id: table for line in run.lines for table in lookup.captioned.get(line.number, ())}
    return [
        element("p", "hører til ", element("a", f"{name} (side {table.page})", href=f"#{name}"), class_="within")
        for name, table in tables.items()
    ]


def figure_list(run: Run, lookup: Lookup) -> list[Html]:
    """The figures that begin in the lines; those of a table folded away."""
    numbers = run.numbers
    found = {
        figure.id: figure
        for line in run.lines
        for _, figure in lookup.spans.get(line.number, ())
        if min(figure.spans).line in numbers
    }
    figures = sorted(found.values(), key=lambda figure: min(figure.spans))
    loose = [figure for figure in figures if figure.table is None]
    in_cells = [figure for figure in figures if figure.table is not None]
    lists = [_entries(loose)] if loose else []
    if in_cells:
        summary = element("summary", f"{count(len(in_cells), 'tall', 'tall')} i celler")
        lists.append(element("details", summary, _entries(in_cells)))
    return lists


def _entries(figures: list[Figure]) -> Html:
    return element("ul", *map(_entry, figures), class_="figures")


def _entry(figure: Figure) -> Html:
    value = f"{'≈ ' if figure.approximate else ''}{value_text(figure.value, figure.measure)}"
    doubt = f"usikkert ({sure_text(figure.confidence)})" if figure.confidence < 1 else ""
    facts = [period_text(figure.period), MEASURES[figure.measure], cell_name(figure), doubt]
    return element(
        "li",
        element("a", figure.text, class_=figure_class(figure, "figure"), href=f"#{mark_anchor(figure)}"),
        " ",
        element("b", " ".join(part for part in (value, unit_text(figure.unit, figure.scale)) if part)),
        *(element("span", fact, class_="fact") for fact in facts if fact),
        element("span", figure.label, class_="label"),
        id=entry_anchor(figure),
        title=hover(figure),
    )


def _passage(passage: Passage) -> Html:
    where = f"{passage.id}, linje {lines_text(passage.lines)}"
    return element("p", passage.reading, class_="reading", title=f"{where}\n{passage.context}".strip())


def _line_link(number: int) -> Html:
    return element("a", f"linje {number}", href=f"#{line_anchor(number)}")
