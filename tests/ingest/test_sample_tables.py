"""Every cell of every table in the sample documents, right in every field, from PDF and from text."""

from typing import Any

import pytest

from ingest.document import Table
from tests.ingest.sample_truth import (
    FORMS,
    NAMES,
    differences,
    document,
    found_facts,
    known_facts,
    known_tables,
    pairs,
    table_of,
)

INDISTINCT = {("text", "ferdsel")}
"""Notes without a mark that nothing in the text tells from running text."""


def cases() -> list[Any]:
    """Each table of each sample document in each form."""
    return [
        pytest.param(form, name, index, id=f"{form}-{table['id']}")
        for form in FORMS
        for name in NAMES
        for index, table in enumerate(known_tables(name))
    ]


def found_table(form: str, name: str, known: dict[str, Any]) -> Table:
    """The table as it is read."""
    table = table_of(document(name, form), known, form)
    assert table is not None, f"no table was read where {known['id']} stands"
    return table


@pytest.mark.parametrize(("form", "name", "index"), cases())
def test_every_cell_is_right_in_every_field(form: str, name: str, index: int) -> None:
    """Row, column, printed text, value, scale, unit, measure, period, and page or lines."""
    known = known_tables(name)[index]
    table = found_table(form, name, known)
    found = found_facts(document(name, form), table, form)
    wrong = [
        (fact.row, fact.column, fact.text, [(field, getattr(read, field, None)) for field in differences(fact, read)])
        if read
        else fact
        for fact, read in pairs(known_facts(known, form), found)
        if read is None or differences(fact, read)
    ]
    assert wrong == []


@pytest.mark.parametrize(("form", "name"), [(form, name) for form in FORMS for name in NAMES])
def test_no_cell_is_made_up(form: str, name: str) -> None:
    """Nothing but the known tables is read as a table, and no table has more cells than it prints."""
    read = document(name, form)
    counts: dict[str, int] = {}
    for known in known_tables(name):
        table = table_of(read, known, form)
        if table is not None:
            counts[table.id] = counts.get(table.id, 0) + len(known_facts(known, form))
    assert {table.id: len(table.cells) for table in read.tables} == counts


@pytest.mark.parametrize(("form", "name", "index"), cases())
def test_captions_and_sections(form: str, name: str, index: int) -> None:
    """A table has its own caption and section; a caption without a name may be read as a heading of its own."""
    known = known_tables(name)[index]
    table = found_table(form, name, known)
    read = (table.caption, list(table.section))
    section, caption = known["section"], known["caption"]
    unnamed = caption is not None and not caption.startswith(("Tabell", "Note"))
    assert read == (caption, section) or (unnamed and read == (None, [*section, caption]))


@pytest.mark.parametrize(("form", "name", "index"), cases())
def test_notes(form: str, name: str, index: int) -> None:
    """The notes under a table, each with its mark."""
    known = known_tables(name)[index]
    found = [(note.mark, note.text) for note in found_table(form, name, known).notes]
    expected = [(note["mark"], note["text"]) for note in known["notes"]]
    assert found == ([] if (form, known["id"]) in INDISTINCT else expected)
