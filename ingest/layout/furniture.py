"""Lines that belong to the page and not to the text: running heads and feet, page numbers, dumps of link targets."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from ingest.document import BlockKind, Line, Sheet
from ingest.layout.drafts import Draft
from ingest.layout.view import View
from ingest.layout.words import layout_words

_EDGE = 3
_LONGEST_HEAD = 2
_FEWEST_PAGES = 3
_EDGE_SHARE = 0.8
_LINK = re.compile(r"(?:https?://|mailto:|www\.)\S+")
_NUMBERS = re.compile(r"\d+")


def find_furniture(view: View) -> list[Draft]:
    """One draft for each line of furniture. Lines in table grids count as evidence but stay in their grids."""
    pages = _pages(view.sheet)
    found = {*_repeated(pages), *_page_numbers(view.sheet, pages), *_link_targets(pages)}
    return [Draft(BlockKind.FURNITURE, (number,)) for number in sorted(found) if number in view]


def _pages(sheet: Sheet) -> list[list[Line]]:
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in sheet.lines:
        if line.text.strip():
            by_page[line.page].append(line)
    return list(by_page.values())


def _repeated(pages: list[list[Line]]) -> set[int]:
    """Lines at the edge of their page whose words stand at the edge of several pages, and nowhere else.

    A longer stretch that is repeated is the header of a table that goes on, and stays.
    """
    edges: dict[str, set[int]] = defaultdict(set)
    for lines in pages:
        for line in (*lines[:_EDGE], *lines[-_EDGE:]):
            edges[_shape(line.text)].add(line.number)
    everywhere = Counter(_shape(line.text) for lines in pages for line in lines)
    repeated = {
        number
        for shape, numbers in edges.items()
        if shape and len(numbers) >= _FEWEST_PAGES and len(numbers) >= _EDGE_SHARE * everywhere[shape]
        for number in numbers
    }
    found: set[int] = set()
    for lines in pages:
        for edge in (lines[: _EDGE + 1], lines[: -_EDGE - 2 : -1]):
            head = _leading(edge, repeated)
            if len(head) <= _LONGEST_HEAD:
                found.update(head)
    return found


def _leading(lines: list[Line], chosen: set[int]) -> list[int]:
    found: list[int] = []
    for line in lines:
        if line.number not in chosen:
            break
        found.append(line.number)
    return found


def _shape(text: str) -> str:
    """The words of a line, numbers being alike; nothing for a line without words."""
    words = " ".join(_NUMBERS.sub("#", text).split()).casefold()
    return words if any(character.isalpha() for character in words) else ""


def _page_numbers(sheet: Sheet, pages: list[list[Line]]) -> Iterator[int]:
    labels = {page.number: page.label for page in sheet.pages}
    words = "|".join(re.escape(word) for word in sorted(layout_words().pages))
    lone = re.compile(
        rf"(?:[-–]\s*)?(?P<word>(?:{words})\s*)?(?P<number>\d{{1,4}}|[ivxlc]+)(?:\s*(?:av|of|/)\s*\d+)?(?:\s*[-–])?",
        re.IGNORECASE,
    )
    for lines in pages:
        for line in (*lines[:_EDGE], *lines[-_EDGE:]):
            found = lone.fullmatch(line.text.strip())
            if found and (found["word"] or found["number"] in (labels.get(line.page), str(line.page))):
                yield line.number


def _link_targets(pages: list[list[Line]]) -> Iterator[int]:
    """Addresses alone on the last lines of a page: the targets of its links, which no reader sees."""
    for lines in pages:
        for line in reversed(lines):
            if not _LINK.fullmatch(line.text.strip()):
                break
            yield line.number
