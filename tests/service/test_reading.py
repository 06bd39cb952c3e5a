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
    assert [(span.line, span.start, span.end) for span in match.spans] == [(1, 7, 10), (2, 0, 6)]


def test_no_more_than_asked_for_are_listed() -> None:
    """And it is said that there are more."""
    matches, complete = find(LINES, "e", 3)
    assert len(matches) == 3
    assert not complete


@given(st.lists(st.text("ab c.*(", max_size=8), min_size=1, max_size=6), st.text("ab c.*(", min_size=1, max_size=5))
def test_what_is_found_is_what_was_searched_for(texts: list[str], words: str) -> None:
    """Whatever the signs, the stretches put together are the words, white space apart."""
    if not words.strip():
        return
    lines = [(number, 1, text) for number, text in enumerate(texts, 1)]
    for match in find(lines, words, 1000)[0]:
        stretches = "".join(texts[span.line - 1][span.start : span.end] for span in match.spans)
        assert "".join(stretches.split()) == "".join(words.split())


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
