"""The left side: source lines with their numbers, figures marked where they are printed."""

from ingest.document import Figure, Line, Span
from service.show.figures import details
from service.show.html.lookup import Lookup, Run, cell_anchor, entry_anchor, line_anchor, mark_anchor
from service.show.html.markup import Html, element, joined


def source(run: Run, lookup: Lookup) -> Html:
    """The lines of a run."""
    return element("div", *(_line(line, lookup) for line in run.lines), class_="source")


def hover(figure: Figure) -> str:
    """All fields of a figure, one a line."""
    return "\n".join(f"{name}: {text}" for name, text in details(figure))


def figure_class(figure: Figure, base: str) -> str:
    """The classes of a figure: its measure, and whether it is approximate or doubtful."""
    return " ".join(
        [base, figure.measure.value, *(["about"] if figure.approximate else []), *_doubt(figure.confidence)]
    )


def _doubt(confidence: float) -> list[str]:
    return ["doubt"] if confidence < 1 else []


def _line(line: Line, lookup: Lookup) -> Html:
    anchor = line_anchor(line.number)
    number = element("a", str(line.number), class_="number", href=f"#{anchor}")
    return element("p", number, element("span", _text(line, lookup), class_="text"), id=anchor)


def _text(line: Line, lookup: Lookup) -> Html:
    figures: list[tuple[Span, Figure | None]] = [*lookup.spans.get(line.number, ())]
    marks: list[tuple[Span, Figure | None]] = [(span, None) for span in lookup.marks.get(line.number, ())]
    pieces: list[str] = []
    at = 0
    for span, figure in sorted(figures + marks, key=lambda found: found[0]):
        if span.start < at:  # one inside another: the outer one is marked
            continue
        printed = line.text[span.start : span.end]
        pieces += [line.text[at : span.start], _mark(printed, span, figure, lookup)]
        at = span.end
    return joined(*pieces, line.text[at:])


def _mark(printed: str, span: Span, figure: Figure | None, lookup: Lookup) -> Html:
    if figure is None:
        return element("sup", printed, title="fotnotetegn, ikke lest som tall")
    anchor = mark_anchor(figure) if span == min(figure.spans) else None
    target = _target(figure, lookup)
    return element(
        "a", printed, class_=figure_class(figure, "figure"), id=anchor, href=f"#{target}", title=hover(figure)
    )


def _target(figure: Figure, lookup: Lookup) -> str:
    if figure.table is None or figure.row is None or figure.column is None:
        return entry_anchor(figure)
    known = lookup.cells.get((figure.table, figure.row, figure.column))
    return cell_anchor(figure.table, figure.row, figure.column) if known is figure else entry_anchor(figure)
