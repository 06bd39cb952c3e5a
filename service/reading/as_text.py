"""A quote as running text: the reading a passage was found by, with what is marked in the quote marked there too.

The reading was made from these very lines (`ingest.flow`): nothing is put in but a space for a line's end, and left
out are hyphens of hyphenation, footnote marks and needless space. So it is followed through the quote, character by
character; where it cannot be followed there is none, and the quote stands as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import PassageKind
from ingest.layout.markers import marker
from ingest.seams import seam_words
from retrieval.index.records import PassageRecord

_LONGEST_LEFT_OUT = 40
"""Characters: a footnote mark has three at most; the space at the end of a line from a PDF may be long."""


@dataclass(frozen=True, slots=True)
class AsText:
    """Running text, and its marked ranges as (start, end)."""

    text: str
    ranges: tuple[tuple[int, int], ...]


def read_as_text(quote: str, passage: PassageRecord, marked: Sequence[tuple[int, int]]) -> AsText | None:
    """The passage's reading with the ranges of the quote marked in it; None for a table row, which is no text."""
    if passage.kind == PassageKind.TABLE_ROW:
        return None
    places = follow(quote, passage.reading)
    if places is None:
        return None
    ranges = (_range(places, start, end) for start, end in marked)
    text = _with_items(quote, passage.reading, places) if passage.kind == PassageKind.LIST else passage.reading
    return AsText(text, tuple(found for found in ranges if found))


def follow(quote: str, reading: str) -> list[int] | None:
    """For every character of a reading where in the quote it stands; None where it does not."""
    places: list[int] = []
    ligatures = seam_words().ligatures
    at, inside = 0, ""
    for character in reading:
        if inside.startswith(character):
            places.append(at - 1)
            inside = inside[1:]
            continue
        end = min(len(quote), at + _LONGEST_LEFT_OUT)
        found = next((place for place in range(at, end) if _is(quote[place], character, ligatures)), None)
        if found is None:
            return None
        places.append(found)
        inside = ligatures.get(quote[found], "")[1:]
        at = found + 1
    return places


def _is(printed: str, read: str, ligatures: dict[str, str]) -> bool:
    return printed == read or (read == " " and printed.isspace()) or ligatures.get(printed, "").startswith(read)


def _range(places: Sequence[int], start: int, end: int) -> tuple[int, int] | None:
    inside = [at for at, place in enumerate(places) if start <= place < end]
    return (inside[0], inside[-1] + 1) if inside else None


def _with_items(quote: str, reading: str, places: Sequence[int]) -> str:
    """The reading with a line break for the space before every line that begins a list item."""
    starts: set[int] = set()
    at = 0
    for line in quote.split("\n"):
        if marker(line.strip()):
            starts.add(at + len(line) - len(line.lstrip()))
        at += len(line) + 1
    return "".join(
        "\n" if character == " " and at + 1 < len(places) and places[at + 1] in starts else character
        for at, character in enumerate(reading)
    )
