"""Tables of contents: lines that lead over dots or space to a page number, and the heading above them."""

import re

from ingest.document import BlockKind
from ingest.layout.drafts import Claims, Draft
from ingest.layout.view import View
from ingest.layout.words import layout_words

_PAGE = re.compile(r"[\s.](\d{1,4})$")
_FURTHEST = 60
_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}$")
_FEWEST = 4
_FEWEST_LEADERS = 2


def find_contents(view: View, claims: Claims) -> list[Draft]:
    """One draft for each table of contents."""
    drafts: list[Draft] = []
    run: list[int] = []
    for number in [*claims.free(view.numbers), 0]:
        if number and _fits(view, run, number):
            run.append(number)
            continue
        drafts += _draft(view, claims, run)
        run = [number] if number and _page(view, number) is not None else []
    return drafts


def _page(view: View, number: int) -> int | None:
    text = view.text(number)
    found = _PAGE.search(text) if text[-1].isdigit() else None
    return int(found.group(1)) if found and any(letter.isalpha() for letter in text) else None


def _fits(view: View, run: list[int], number: int) -> bool:
    """An entry whose page is not before the last entry's; or the first half of an entry over two lines."""
    if not run:
        return _page(view, number) is not None
    page = _page(view, number)
    if page is None:
        following = view.after(number)
        return following is not None and _page(view, run[-1]) is not None and _leads(view, following)
    pages = (_page(view, earlier) for earlier in reversed(run))
    last = next((earlier for earlier in pages if earlier is not None), 0)
    return last <= page <= last + _FURTHEST


def _leads(view: View, number: int) -> bool:
    return _LEADER.search(view.text(number)) is not None


def _draft(view: View, claims: Claims, run: list[int]) -> list[Draft]:
    """A run is contents if it has leaders, or stands right under the heading of one."""
    above = view.before(run[0]) if run else None
    titled = above is not None and view.text(above).casefold().rstrip(":") in layout_words().contents
    leaders = sum(_leads(view, number) for number in run)
    if len(run) < _FEWEST or not (titled or leaders >= max(_FEWEST_LEADERS, len(run) // 3)):
        return []
    opening = titled or view.goes_on(run[0])
    heading = [above] if opening and above is not None and above not in claims else []
    return [Draft(BlockKind.CONTENTS, (*heading, *run))]
