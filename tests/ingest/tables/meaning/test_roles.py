"""What the columns of a grid are for."""

from ingest.tables.grid import Grid, GridRow, Slot
from ingest.tables.meaning.headers import column_paths
from ingest.tables.meaning.roles import Roles, read_roles


def _roles(*rows: str) -> Roles:
    """The roles of a grid whose first row is its header; «|» parts the columns."""
    made = [
        GridRow((number,), tuple(Slot(text.strip(), ()) for text in row.split("|")))
        for number, row in enumerate(rows, start=1)
    ]
    grid = Grid(lines=tuple(range(1, len(rows) + 1)), header=(made[0],), body=tuple(made[1:]), notes=())
    return read_roles(grid, column_paths(grid, lambda slot: slot.text))


def test_numbered_rows_take_the_name_beside_the_number() -> None:
    """A column of ranks and the column of words after it are labels together."""
    roles = _roles("Prio | Oppdrag | Type | Kontakt", "1 | Tåkelur | Analyse | Odd", "2 | Nattesøvn | Studie | Synne")
    assert (roles.stubs, roles.cells) == ((0, 1), (2, 3))


def test_years_down_the_side_are_labels_alone() -> None:
    """Years are no ranks, and a column of numbers is never a label."""
    assert _roles("År | Vurdering", "2023 | God", "2024 | Dårlig").stubs == (0,)
    assert _roles("Trinn | Sats", "1 | 1 412", "2 | 986").stubs == (0,)


def test_codes_and_their_names() -> None:
    """Columns of codes and names before the values are labels; a column of references is told apart."""
    roles = _roles("Kap. | Post | Betegnelse | Note | 2024", "1910 | 1 | Driftsutgifter | 3 | 412 300")
    assert (roles.stubs, roles.codes) == ((0, 1, 2), (True, True, False))
    assert roles.references == frozenset({3})
