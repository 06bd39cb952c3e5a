"""Figures in the terminal and in a pipe."""

from dataclasses import replace

from ingest.document import Document
from service.show.figures import details, print_figures
from tests.service.show.printed import printed


def test_a_pipe_gets_one_whole_line_each(document: Document) -> None:
    """Every field of a figure stands in its one line."""
    lines = printed(print_figures, document, 80, terminal=False).splitlines()
    assert len(lines) == 1 + 2 + len(document.figures)
    loose = next(line for line in lines if "7,4" in line)
    assert loose.split() == ["3", "7,4", "≈", "7,4", "mrd.", "sild", "2024", "nivå", "…", "sild", "ble", "talt"]
    doubtful = next(line for line in lines if "?0,80" in line)
    assert "t1 r3 k2" in doubtful


def test_a_narrow_terminal_shows_the_rest_below(document: Document) -> None:
    """Measure, cell and label stand under the figure, and nothing is too wide."""
    lines = printed(print_figures, document, 80).splitlines()
    at = next(place for place, line in enumerate(lines) if "≈ 7,4 mrd. sild" in line)
    assert lines[at + 1].strip() == "nivå · … sild ble talt"
    assert max(map(len, lines)) <= 80


def test_a_wide_terminal_wraps_the_label_beside(document: Document) -> None:
    """A long label goes on under itself, within the terminal."""
    long = replace(document.figures[0], label="mange ord " * 30)
    lines = printed(print_figures, replace(document, figures=(long,)), 140).splitlines()
    assert max(map(len, lines)) <= 140
    assert sum("mange ord" in line for line in lines) > 2


def test_every_figure_is_there_under_its_page(sample: Document) -> None:
    """All figures in their order, each under the page it stands on."""
    lines = printed(print_figures, sample, 80, terminal=False).splitlines()[1:]
    rows = [line for line in lines if not line.startswith("side ")]
    assert len(rows) == len(sample.figures)
    for row, figure in zip(rows, sample.figures, strict=True):
        assert row.split()[0].split("–")[0] == str(min(span.line for span in figure.spans))
        assert figure.text in row
    pages = [int(line.removeprefix("side ")) for line in lines if line.startswith("side ")]
    assert set(pages) == {figure.page for figure in sample.figures}


def test_details_give_the_ends_of_a_period(document: Document) -> None:
    """The words of a period stand with its first and last day."""
    assert dict(details(document.figures[0]))["periode"] == "2024 (2024-01-01/2024-12-31)"
