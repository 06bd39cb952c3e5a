"""Column paths as header rows, row paths as a stub."""

from dataclasses import replace

from ingest.document import Column
from service.show.paths import Head, StubLine, header_rows, stub
from tests.service.show import made


def test_neighbours_share_a_group_header() -> None:
    """A group header spans its columns; the innermost headers stand alone."""
    groups, years = header_rows(made.table())
    assert groups == (Head("Antall", 0, 2), Head("Verdi", 2, 2))
    assert years == tuple(Head(year, at, 1) for at, year in enumerate(("2023", "2024", "2023", "2024")))


def test_equal_innermost_headers_are_not_shared() -> None:
    """Two columns of the same name remain two."""
    twins = replace(made.table(), columns=(Column(("2024",), ()), Column(("2024",), ())))
    assert header_rows(twins) == ((Head("2024", 0, 1), Head("2024", 1, 1)),)


def test_a_short_path_ends_at_the_bottom() -> None:
    """A column without a group stands in the innermost row, beside its figures."""
    mixed = replace(made.table(), columns=(Column(("Antall", "2024"), ()), Column(("Merknad",), ())))
    assert header_rows(mixed) == (
        (Head("Antall", 0, 1), Head("", 1, 1)),
        (Head("2024", 0, 1), Head("Merknad", 1, 1)),
    )


def test_columns_without_headers_have_one_empty_row() -> None:
    """A table whose headers were not read is drawn all the same."""
    bare = replace(made.table(), columns=(Column((), ()), Column((), ())))
    assert header_rows(bare) == ((Head("", 0, 1), Head("", 1, 1)),)


def test_the_stub_shows_groups_once_and_children_under_their_parent() -> None:
    """A parent with a row of its own is no group line; a new group is opened before its first row."""
    assert stub(made.table()) == (
        StubLine("Fisk", 0, None),
        StubLine("Torsk", 1, 0),
        StubLine("Unge", 2, 1),
        StubLine("0801", 0, None),
        StubLine("Krabbe", 1, 2),
    )


def test_a_part_of_the_rows_opens_its_groups_again() -> None:
    """What goes on over a page break names its groups anew."""
    assert stub(made.table(), [1]) == (StubLine("Fisk", 0, None), StubLine("Torsk", 1, None), StubLine("Unge", 2, 1))
