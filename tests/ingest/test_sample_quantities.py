"""Every quantity in the prose of the sample documents, from PDF and from text, against what was marked there.

Periods are not judged: the truth holds what a person understands, down to the year that a whole report is about, and
the reader says only what the text says. Nor is it judged whether a bound («minst 72 timer») is approximate.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from ingest.document import BlockKind, Figure
from tests.ingest.sample_truth import FORMS, NAMES, document, truth

LEAST_FOUND = 0.97
LEAST_MEANT = 0.95
LEAST_RIGHT = 0.90
CASES = [(form, name) for form in FORMS for name in NAMES]
PASSING = ("årstall", "dato")
"""A date in passing («i 2024») is no quantity in the truth; the reader gives it as a figure that answers «når»."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The marked quantities that were found, each with its figure; those that were not; the figures too many."""

    found: tuple[tuple[dict[str, Any], Figure], ...]
    missed: tuple[str, ...]
    spurious: tuple[str, ...]


def marked(name: str) -> Iterator[dict[str, Any]]:
    """The quantities of a document that have to be found, or may be, in reading order."""
    return (quantity for block in truth(name)["blocks"] for quantity in block["quantities"])


def prose(name: str, form: str) -> list[Figure]:
    """The figures of running text: those of the document's paragraphs and list items."""
    read = document(name, form)
    told = {line for table in read.tables for line in table.lines}
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    lines = {line for block in read.layout.blocks if block.kind in kinds for line in block.lines} - told
    return [figure for figure in read.figures if figure.table is None and figure.spans[0].line in lines]


def stands(figure: Figure, quantity: dict[str, Any], form: str) -> bool:
    """Whether a figure is the marked quantity, as far as its place and its number tell."""
    if form == "text":
        near = bool({span.line for span in figure.spans} & set(quantity["text_lines"]))
    else:
        near = figure.page in quantity["pdf_pages"]
    return near and (figure.text == quantity["text"] or (quantity["measure"] == "date" and covers(figure, quantity)))


def covers(figure: Figure, quantity: dict[str, Any]) -> bool:
    """Whether a figure of a stretch of time begins or ends with the marked date («fra 1. mars til 31. oktober»)."""
    return figure.text.startswith(quantity["text"]) or figure.text.endswith(quantity["text"])


def fields(figure: Figure, quantity: dict[str, Any]) -> list[str]:
    """What is wrong in a figure, but for its period."""
    if quantity["measure"] == "date":
        return []
    pairs = {
        "value": (figure.value, Decimal(quantity["value"])),
        "scale": (figure.scale, quantity["scale"]),
        "unit": (figure.unit, quantity["unit"]),
        "measure": (figure.measure.value, quantity["measure"]),
    }
    return [f"{field} {read}, not {known}" for field, (read, known) in pairs.items() if read != known]


@cache
def outcome(form: str, name: str) -> Outcome:
    """What comes of comparing one document."""
    left = prose(name, form)
    every = list(left)
    found: list[tuple[dict[str, Any], Figure]] = []
    missed: list[str] = []
    for quantity in marked(name):
        best = nearest(left or every, quantity, form) or nearest(every, quantity, form)
        if best is not None:
            found.append((quantity, best))
            left = [figure for figure in left if figure is not best]
        elif not quantity["optional"]:
            missed.append(f"{quantity['text']} ({quantity['text_lines']})")
    spurious = tuple(f"{figure.text} ({figure.spans[0].line})" for figure in left if figure.unit not in PASSING)
    return Outcome(tuple(found), tuple(missed), spurious)


def nearest(figures: Sequence[Figure], quantity: dict[str, Any], form: str) -> Figure | None:
    """The figure that is most like the marked quantity."""
    standing = [figure for figure in figures if stands(figure, quantity, form)]
    return min(standing, key=lambda figure: len(fields(figure, quantity)), default=None)


@pytest.mark.parametrize(("form", "name"), CASES)
def test_quantities_are_found(form: str, name: str) -> None:
    """Nearly every quantity that is marked is a figure at its place."""
    result = outcome(form, name)
    assert len(result.found) >= LEAST_FOUND * (len(result.found) + len(result.missed)), result.missed


@pytest.mark.parametrize(("form", "name"), CASES)
def test_little_else_is_taken_for_a_quantity(form: str, name: str) -> None:
    """Numbers of tables, chapters, lists and names are no figures."""
    result = outcome(form, name)
    assert len(result.found) >= LEAST_MEANT * (len(result.found) + len(result.spurious)), result.spurious


@pytest.mark.parametrize(("form", "name"), CASES)
def test_value_scale_unit_and_measure(form: str, name: str) -> None:
    """What is found has the right value, scale, unit and measure."""
    judged = [(quantity, figure) for quantity, figure in outcome(form, name).found if not quantity["optional"]]
    wrong = [(quantity["text"], fields(figure, quantity)) for quantity, figure in judged if fields(figure, quantity)]
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(judged), wrong


@pytest.mark.parametrize(("form", "name"), CASES)
def test_every_figure_stands_in_its_lines(form: str, name: str) -> None:
    """What a figure prints stands at its spans, character by character."""
    read = document(name, form)
    for figure in read.figures:
        printed = "".join(read.sheet.line(span.line).text[span.start : span.end] for span in figure.spans)
        assert "".join(printed.split()).lower() == "".join(figure.text.split()).lower()
