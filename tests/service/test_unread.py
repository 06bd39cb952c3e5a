"""Unread pages in a sentence."""

from ingest.document import PageState
from ingest.unread import Unread
from service.unread import unread_in_words


def test_what_is_damaged_is_called_so() -> None:
    """A single page is no run."""
    assert unread_in_words(Unread(PageState.DAMAGED, ((7, 7),)), 9) == "1 av 9 sider er skadet og er ikke lest: side 7"


def test_a_document_of_thousands_of_runs_is_told_in_a_line() -> None:
    """Twelve are named, and that there are more."""
    words = unread_in_words(Unread(PageState.PICTURES, tuple((at, at) for at in range(1, 4001, 2))), 4000)
    assert words.startswith("2000 av 4000 sider er bilder av tekst")
    assert words.endswith(" 21, 23, …")
