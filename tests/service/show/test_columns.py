"""Widths of columns."""

from hypothesis import given
from hypothesis import strategies as st

from service.show.columns import Extent, extent, fitted, panels
from service.show.drawing import fixed

extents = st.tuples(st.integers(1, 20), st.integers(0, 40)).map(lambda pair: Extent(pair[0], pair[0] + pair[1]))


def test_an_extent_holds_its_longest_word_and_text() -> None:
    """Long words and texts are cut down to their limits."""
    assert extent(["ett to", "tre"], 20, 40) == Extent(3, 6)
    assert extent(["ordentlig lange ord"], 5, 10) == Extent(5, 10)
    assert extent([], 5, 10) == Extent(1, 1)


def test_a_number_in_groups_is_never_broken() -> None:
    """Its least width is its whole width."""
    assert extent([fixed("1 234 567")], 5, 8) == Extent(9, 9)


@given(st.lists(extents, min_size=1, max_size=8), st.integers(20, 200))
def test_columns_fill_no_more_than_the_room(columns: list[Extent], room: int) -> None:
    """Never more than natural, never less than least, and within the room wherever the least widths are."""
    widths = fitted(columns, room)
    gaps = 2 * (len(columns) - 1)
    assert all(part.least <= width <= part.natural for part, width in zip(columns, widths, strict=True))
    assert sum(widths) + gaps <= max(room, sum(part.least for part in columns) + gaps)


@given(st.lists(extents, min_size=1, max_size=12), st.lists(extents, max_size=3), st.integers(20, 200))
def test_panels_hold_every_column_once(columns: list[Extent], beside: list[Extent], room: int) -> None:
    """In order, none empty; one with several columns fits the room."""
    runs = panels(columns, beside, room)
    assert [at for run in runs for at in run] == list(range(len(columns)))
    for run in runs:
        parts = [*beside, *(columns[at] for at in run)]
        assert len(run) == 1 or sum(part.least for part in parts) + 2 * (len(parts) - 1) <= room
