"""A quote as running text: nothing is said in it that the quote does not say, and what is marked stays marked."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Line, PassageKind, Span
from ingest.flow import Flow
from retrieval.index.records import PassageRecord
from service.reading.as_text import follow, read_as_text

WORDS = st.lists(st.sampled_from(["saksbe-", "handling", "tåke", "2024", "12", "345", "ﬁre", "fyr11", "1", "– 3,5"]))


def _passage(reading: str, kind: PassageKind = PassageKind.PARAGRAPH) -> PassageRecord:
    empty = frozenset[str]()
    return PassageRecord(1, 1, "p1", kind, 1, (), (1,), "", reading, "", None, None, "", empty, empty)


def _reading(quote: str, *marks: Span) -> str:
    return Flow.join([Line(at, 1, text) for at, text in enumerate(quote.split("\n"), 1)], marks).text


def test_hyphenation_and_footnote_marks_are_gone() -> None:
    """The word is whole, the mark is off, the number broken over two lines is marked as one."""
    quote = "Tiden til saksbe- \n  handling11 var 12\n345 dager."
    reading = _reading(quote, Span(2, 10, 12))
    number = quote.index("12\n")
    read = read_as_text(quote, _passage(reading), [(number, number + 6)])
    assert read is not None
    assert read.text == "Tiden til saksbehandling var 12 345 dager."
    assert [read.text[start:end] for start, end in read.ranges] == ["12 345"]


def test_list_items_begin_on_their_own_lines() -> None:
    """Lines that go on are joined; in a paragraph nothing is broken."""
    quote = "Etaten skal:\n• tenne\nlykter\n• varsle"
    listed = _passage(_reading(quote), PassageKind.LIST)
    read = read_as_text(quote, listed, [])
    assert read is not None
    assert read.text == "Etaten skal:\n• tenne lykter\n• varsle"
    plain = read_as_text(quote, replace(listed, kind=PassageKind.PARAGRAPH), [])
    assert plain is not None
    assert "\n" not in plain.text


def test_a_table_row_and_another_text_have_no_reading() -> None:
    """The quote stands as it is rather than as something it does not say."""
    assert read_as_text("Sum 12", _passage("Sum 12", PassageKind.TABLE_ROW), []) is None
    assert read_as_text("Sum 12", _passage("Sum 13"), []) is None


@given(WORDS, st.data())
def test_every_reading_can_be_followed(words: list[str], data: st.DataObject) -> None:
    """Whatever is joined how: each character is found in the quote, in order, and stands for what it is."""
    quote = "".join(word + data.draw(st.sampled_from([" ", "\n", " \n ", "\n\n"])) for word in words)
    reading = _reading(quote)
    places = follow(quote, reading)
    assert places is not None
    assert places == sorted(places)
    for character, place in zip(reading, places, strict=True):
        assert quote[place] == character or (character == " " and quote[place].isspace()) or quote[place] == "ﬁ"
