"""What the page needs to read a document: searching in it, and tables as they are printed."""

from hypothesis import given
from hypothesis import strategies as st

from service.reading.find import find
from service.reading.printed import with_printed
from tests.service.conftest import Service, refused

LINES = [(1, 1, "Fyrene ble"), (2, 1, "  tent i 2024."), (3, 2, "FYRENE står.")]


def test_words_are_found_whatever_their_capitals() -> None:
    """Each place with its page and its stretch of the line."""
    matches, complete = find(LINES, "fyrene", 10)
    assert complete
    places = [(match.page, [(span.line, span.start, span.end) for span in match.spans]) for match in matches]
    assert places == [(1, [(1, 0, 6)]), (2, [(3, 0, 6)])]


def test_words_are_found_over_the_end_of_a_line() -> None:
    """A stretch of each line, and nothing of the space between."""
    ((match,), _) = find(LINES, "ble  tent", 10)
    assert [(span.line, span.start, span.end) for span in match.spans] == [(1, 7, 10), (2, 2, 6)]


def _found(lines: list[tuple[int, int, str]], words: str, *runs: list[int]) -> list[list[str]]:
    """The stretches of each place."""
    texts = {number: text for number, _, text in lines}
    return [
        [texts[span.line][span.start : span.end] for span in match.spans] for match in find(lines, words, 9, runs)[0]
    ]


def test_words_hyphenated_over_lines_are_found() -> None:
    """As they are written when whole, and with a hyphen of their own; what is left of the hyphen is marked too."""
    lines = [(1, 1, "Lang saksbe- "), (2, 1, "  handlingstid og Nav-"), (3, 1, "kontor; saks\u00adbehandlingstid")]
    assert _found(lines, "saksbehandlingstid") == [["saksbe-", "handlingstid"], ["saks\u00adbehandlingstid"]]
    assert _found(lines, "Nav-kontor") == [["Nav-", "kontor"]]
    assert _found(lines, "lang saksbehandlingstid og") == [["Lang saksbe-", "handlingstid og"]]


def test_a_footnote_mark_glued_to_a_word_is_passed_over() -> None:
    """The mark is no part of the word; a number is."""
    lines = [(1, 1, "Nedsatt arbeidsevne11 og helse, post 45 og 46")]
    assert _found(lines, "arbeidsevne og") == [["arbeidsevne11 og"]]
    assert _found(lines, "post og") == []


def test_a_number_is_found_with_and_without_its_groups() -> None:
    """Broken over two lines as well; a year and two numbers side by side are not one."""
    lines = [(1, 1, "I alt 158 539, av dem 27"), (2, 1, "000 nye; 2024 og 20 24")]
    assert _found(lines, "158539") == _found(lines, "158 539") == [["158 539"]]
    assert _found(lines, "27000") == [["27", "000"]]
    assert _found(lines, "2024") == [["2024"]]


def test_words_are_found_over_what_stands_between_the_lines_of_a_text() -> None:
    """A foot and a head between two pages; each place is listed once, in order."""
    lines = [
        (1, 1, "Fyret på"),
        (2, 1, "Side 1"),
        (3, 2, "Tåkeetaten"),
        (4, 2, "odden er hvitt. Fyret på odden er rødt."),
    ]
    assert _found(lines, "fyret på odden") == [["Fyret på odden"]]
    assert _found(lines, "fyret på odden", [1, 4]) == [["Fyret på", "odden"], ["Fyret på odden"]]


def test_no_more_than_asked_for_are_listed() -> None:
    """And it is said that there are more."""
    matches, complete = find(LINES, "e", 3)
    assert len(matches) == 3
    assert not complete


@given(st.lists(st.text("ab c.*(-", max_size=8), min_size=1, max_size=6), st.text("ab c.*(-", min_size=1, max_size=5))
def test_what_is_found_is_what_was_searched_for(texts: list[str], words: str) -> None:
    """Whatever the signs, the stretches put together are the words, white space and hyphens apart."""
    if not words.strip():
        return
    lines = [(number, 1, text) for number, text in enumerate(texts, 1)]
    for match in find(lines, words, 1000)[0]:
        stretches = "".join(texts[span.line - 1][span.start : span.end] for span in match.spans)
        assert "".join(stretches.replace("-", "").split()) == "".join(words.replace("-", "").split())


def test_the_route_finds_words(read_only: Service) -> None:
    """In the document that is named, and nowhere else."""
    ident = read_only.ident("rapport.txt")
    body = read_only.client.get(f"/api/documents/{ident}/find", params={"words": "merkesøknader"}).json()
    assert body["complete"]
    assert len(body["matches"]) == 1
    (span,) = body["matches"][0]["spans"]
    (line,) = read_only.client.get(f"/api/documents/{ident}/lines?first={span['line']}&last={span['line']}").json()[
        "lines"
    ]
    assert line["text"][span["start"] : span["end"]] == "merkesøknader"


def test_the_route_refuses_what_cannot_be_searched_for(read_only: Service) -> None:
    """Nothing, too much, or in no document."""
    ident = read_only.ident("rapport.txt")
    refused(read_only.client.get(f"/api/documents/{ident}/find?words=%20"), 400, "empty_search")
    refused(read_only.client.get(f"/api/documents/{ident}/find?words={'x' * 201}"), 422, "invalid_request")
    refused(read_only.client.get("/api/documents/ukjent/find?words=x"), 404, "unknown_document")


def test_a_number_is_printed_with_its_sign() -> None:
    """The sign is on the line after the number; a cell that is text, and one without a sign, are as they are."""
    line = "Andel 9 % av 12 i alt"
    cells = [
        {"kind": "number", "text": "9", "spans": [{"line": 4, "start": 6, "end": 7}]},
        {"kind": "number", "text": "12", "spans": [{"line": 4, "start": 13, "end": 15}]},
        {"kind": "text", "text": "i alt", "spans": [{"line": 4, "start": 16, "end": 21}]},
        {"kind": "missing", "text": "-", "spans": []},
    ]
    assert [cell["printed"] for cell in with_printed({"cells": cells}, {4: line})["cells"]] == [
        "9 %",
        "12",
        "i alt",
        "-",
    ]
