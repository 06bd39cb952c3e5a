"""What was read lately is not read again, and what is remembered never grows beyond its bound."""

from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from retrieval.index.remembered import Remembered


class Source:
    """Gives the squares of even numbers, and keeps count of what it was asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, keys: Collection[int]) -> dict[int, int]:
        """The squares."""
        self.asked += keys
        return {key: key * key for key in keys if key % 2 == 0}


def test_what_is_remembered_is_not_read_again() -> None:
    """Only what is new is asked for."""
    source = Source()
    remembered = Remembered(10, source)
    assert remembered.of([4, 2]) == {4: 16, 2: 4}
    assert list(remembered.of([2, 6, 4])) == [2, 6, 4]
    assert source.asked == [4, 2, 6]


def test_more_than_it_may_hold_is_still_answered() -> None:
    """Even by one question."""
    assert len(Remembered(2, Source()).of(range(0, 20, 2))) == 10


@given(st.lists(st.lists(st.integers(0, 30), max_size=8)), st.integers(1, 10))
def test_it_gives_what_its_source_gives(questions: list[list[int]], most: int) -> None:
    """Whatever was asked before, and however little it may hold."""
    remembered = Remembered(most, Source())
    for keys in questions:
        assert remembered.of(keys) == {key: key * key for key in keys if key % 2 == 0}
        assert len(remembered._held) <= max(most, len(keys))
