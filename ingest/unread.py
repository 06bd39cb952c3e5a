"""Pages whose text nobody has read: what they say is not answered from, and whoever asks must know."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.document import Page, PageState

STATES = (PageState.PICTURES, PageState.DAMAGED)
"""What keeps a page from being read; an empty one says nothing that could be missed."""


@dataclass(frozen=True, slots=True)
class Unread:
    """The unread pages of one state, as runs of physical pages from first to last, both included."""

    state: PageState
    runs: tuple[tuple[int, int], ...]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return sum(last - first + 1 for first, last in self.runs)


def unread_pages(pages: Iterable[Page]) -> tuple[Unread, ...]:
    """The unread pages of a document, state by state; none where all of it was read."""
    numbers: dict[PageState, list[int]] = {}
    for page in pages:
        numbers.setdefault(page.state, []).append(page.number)
    return tuple(Unread(state, _runs(numbers[state])) for state in STATES if state in numbers)


def _runs(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return tuple(runs)
