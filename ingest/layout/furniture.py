"""Lines that belong to the page and not to the text: running heads and feet, page numbers, dumps of link targets."""

import re
from collections import defaultdict
from collections.abc import Iterator

from ingest.document import BlockKind
from ingest.layout.drafts import Draft
from ingest.layout.view import View
from ingest.layout.words import layout_words

_EDGE = 3
_LONGEST_HEAD = 2
_FEWEST_PAGES = 3
_LINK = re.compile(r"(?:https?://|mailto:|www\.)\S+")
_NUMBERS = re.compile(r"\d+")


def find_furniture(view: View) -> list[Draft]:
    """One draft for each line of furniture."""
    pages = _pages(view)
    found = {*_repeated(view, pages), *_page_numbers(view, pages), *_link_targets(view, pages)}
    return [Draft(BlockKind.FURNITURE, (number,)) for number in sorted(found)]


def _pages(view: View) -> list[list[int]]:
    by_page: dict[int, list[int]] = defaultdict(list)
    for number in view.numbers:
        by_page[view.page(number)].append(number)
    return list(by_page.values())


def _repeated(view: View, pages: list[list[int]]) -> set[int]:
    """Lines at the edge of their page whose words stand at the edge of several pages.

    A longer stretch that is repeated is the header of a table that goes on, and stays.
    """
    edges: dict[str, list[int]] = defaultdict(list)
    for lines in pages:
        for number in {*lines[:_EDGE], *lines[-_EDGE:]}:
            edges[_shape(view.text(number))].append(number)
    repeated = {number for shape, lines in edges.items() if shape and len(lines) >= _FEWEST_PAGES for number in lines}
    found: set[int] = set()
    for lines in pages:
        for edge in (lines[: _EDGE + 1], lines[: -_EDGE - 2 : -1]):
            head = _leading(edge, repeated)
            if len(head) <= _LONGEST_HEAD:
                found.update(head)
    return found


def _leading(lines: list[int], chosen: set[int]) -> list[int]:
    found: list[int] = []
    for number in lines:
        if number not in chosen:
            break
        found.append(number)
    return found


def _shape(text: str) -> str:
    """The words of a line, numbers being alike; nothing for a line without words."""
    words = " ".join(_NUMBERS.sub("#", text).split()).casefold()
    return words if any(character.isalpha() for character in words) else ""


def _page_numbers(view: View, pages: list[list[int]]) -> Iterator[int]:
    labels = {page.number: page.label for page in view.sheet.pages}
    words = "|".join(re.escape(word) for word in sorted(layout_words().pages))
    lone = re.compile(rf"(?:[-–]\s*)?(?:(?:{words})\s*)?(\d{{1,4}})(?:\s*(?:av|of|/)\s*\d+)?(?:\s*[-–])?", re.IGNORECASE)
    for lines in pages:
        for number in {*lines[:_EDGE], *lines[-_EDGE:]}:
            found = lone.fullmatch(view.text(number))
            if found and found.group(1) in (labels.get(view.page(number)), str(view.page(number))):
                yield number


def _link_targets(view: View, pages: list[list[int]]) -> Iterator[int]:
    """Addresses alone on the last lines of a page: the targets of its links, which no reader sees."""
    for lines in pages:
        for number in reversed(lines):
            if not _LINK.fullmatch(view.text(number)):
                break
            yield number
