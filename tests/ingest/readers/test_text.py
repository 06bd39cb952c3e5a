"""The text reader: decoding, line numbers, pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import PageState
from ingest.errors import UnreadableFileError
from ingest.readers.text import read_text, split_lines


def _texts(data: str) -> list[str]:
    return [line.text for line in read_text(data.encode(), "notat.txt").lines]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("Fiskeværet på Røst".encode("latin-1"), "not_utf8"),
        (b"", "empty"),
        (b" \n\t\n\xef\xbb\xbf", "empty"),
        (b"\xef\xbb\xbf  \n", "empty"),
        (b"Tekst\x00\x00\x01", "not_text"),
        (b"\x01\x02\x03\x04 ab", "not_text"),
    ],
)
def test_what_cannot_be_read_is_said_in_norwegian(data: bytes, code: str) -> None:
    """Bytes that are no text end in an error with a stable code and a sentence that ends with a full stop."""
    with pytest.raises(UnreadableFileError) as raised:
        read_text(data, "notat.txt")
    assert raised.value.code == code
    assert raised.value.message.endswith(".")


def test_byte_order_mark_is_no_text() -> None:
    """A byte order mark is dropped, not read as a character of the first line."""
    assert _texts("\ufeffÅrsmøte\n") == ["Årsmøte"]


def test_carriage_returns_belong_to_the_line_break() -> None:
    """Windows line ends leave nothing behind, and lone carriage returns part the lines of old files."""
    assert _texts("en\r\nto\r\n") == ["en", "to"]
    assert _texts("en\rto\r") == ["en", "to"]


@pytest.mark.parametrize("separator", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_only_line_feeds_number_lines(separator: str) -> None:
    """Characters that Python alone takes for line breaks do not shift the numbers an editor shows."""
    lines = _texts(f"en{separator}mer\nto\n")
    assert lines == [f"en{separator}mer", "to"]


@given(st.lists(st.text(st.characters(exclude_characters="\n\r", codec="utf-8"), max_size=12), min_size=1, max_size=30))
@settings(max_examples=80)
def test_line_numbers_are_those_of_sed(lines: list[str]) -> None:
    """Line n is what stands between line feed n - 1 and line feed n."""
    assert split_lines("\n".join([*lines, "slutt"]) + "\n") == [*lines, "slutt"]


def test_form_feeds_begin_pages() -> None:
    """A form feed begins a page on its line, or after it where it ends the line; the last one means nothing."""
    sheet = read_text(b"forside\n\x0cside to\nmer\x0c\nside tre\n\x0c", "a.txt")
    assert [(page.number, page.first, page.last) for page in sheet.pages] == [(1, 1, 1), (2, 2, 3), (3, 4, 5)]
    assert [line.page for line in sheet.lines] == [1, 2, 2, 3, 3]


def test_printed_numbers_label_form_feed_pages() -> None:
    """The lone number at a page's edge is its label, though the count differs."""
    pages = "\x0c".join(f"Tekst om saken\nmer tekst\n{number}\n" for number in (3, 4, 5))
    sheet = read_text(pages.encode(), "a.txt")
    assert [page.label for page in sheet.pages] == ["3", "4", "5"]


def test_a_text_without_signs_is_one_page() -> None:
    """A plain note has one page that holds all its lines."""
    sheet = read_text(b"Et notat.\n\nMed to avsnitt.\n", "a.txt")
    assert [(page.number, page.first, page.last, page.state) for page in sheet.pages] == [(1, 1, 3, PageState.TEXT)]


@given(
    st.lists(st.sampled_from(["Tekst.", "", " ", " Side", "\x0c", "12", " 2 3 4", "Side 7"]), min_size=1, max_size=80)
)
@settings(max_examples=60)
def test_pages_cover_all_lines_once(lines: list[str]) -> None:
    """Whatever the text, its pages follow each other without gap or overlap and rise in number."""
    data = "\n".join([*lines, "slutt"]).encode()
    sheet = read_text(data, "a.txt")
    covered = [number for page in sheet.pages for number in range(page.first, page.last + 1)]
    assert covered == [line.number for line in sheet.lines]
    assert [page.number for page in sheet.pages] == sorted({page.number for page in sheet.pages})
