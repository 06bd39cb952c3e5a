"""Whether lines look like a title: short, ending no sentence, no row of a table and no date."""

import re
from collections.abc import Collection
from itertools import pairwise

from ingest.layout.chunks import Chunk
from ingest.layout.markers import BULLETS
from ingest.layout.view import View
from ingest.layout.words import layout_words

_LONGEST = 160
_MOST_WORDS = 20
_MOST_LINES = 3
_MOST_SMALL = 2
_MOST_DATE_WORDS = 5
_ROW_SHARE = 0.4
_NUMERIC = re.compile(r"[-–+]?\d[\d.,]*%?")
_WIDE_GAP = re.compile(r"\S\s{2,}\S")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTERS = re.compile(r"[^\W\d_]{3,}")


def is_title(view: View, chunk: Chunk, others: Collection[int]) -> bool:
    """Whether a chunk can be a title. `others` are lines of captions and tables."""
    text = " ".join(view.text(number) for number in chunk.lines)
    words = text.split()
    if len(chunk.lines) > _MOST_LINES or len(text) > _LONGEST or len(words) > _MOST_WORDS:
        return False
    if not _LETTERS.search(text) or _is_sentence(view, chunk, text, words):
        return False
    if _is_row(words) or _is_date(words) or _is_broken_early(view, chunk):
        return False
    return not _is_table_head(view, chunk, words, others)


def _is_sentence(view: View, chunk: Chunk, text: str, words: list[str]) -> bool:
    """Whether the words are a sentence, part of one, a close or a list item."""
    if view.ends_sentence(chunk.last) or view.hangs(chunk.last) or text[-1] in ";:(":
        return True
    if text.casefold() in layout_words().closings or words[0].lower() in layout_words().pronouns:
        return True
    return (text[0].islower() and len(words) > _MOST_SMALL) or any(bullet in text for bullet in BULLETS)


def _is_table_head(view: View, chunk: Chunk, words: list[str], others: Collection[int]) -> bool:
    """Whether the words stand in columns, or name those of the table below."""
    if any(len(view.line(number).segments) > 1 for number in chunk.lines):
        return True
    if view.below(chunk.last) in others and not all(word.isupper() for word in words if word.isalpha()):
        return sum(word[0].isupper() and view.is_common(word) for word in words[1:]) > 1
    return any(_WIDE_GAP.search(view.text(number)) for number in chunk.lines)


def _is_row(words: list[str]) -> bool:
    """Whether the words look like a table's row: numbers side by side, many of them, or one after a name at the end."""
    numeric = [bool(_NUMERIC.fullmatch(word)) for word in words]
    amounts = [is_number and not _YEAR.fullmatch(word) for is_number, word in zip(numeric, words, strict=True)]
    if any(left and right for left, right in pairwise(numeric)) or sum(amounts) > _ROW_SHARE * len(words):
        return True
    return amounts[-1] and (len(words) == 1 or words[-2][0].isupper())


def _is_date(words: list[str]) -> bool:
    """Whether the words are a place and a date: they end with a month and a year."""
    if not 1 < len(words) <= _MOST_DATE_WORDS:
        return False
    return words[-2].lower() in layout_words().months and bool(_YEAR.fullmatch(words[-1]))


def _is_broken_early(view: View, chunk: Chunk) -> bool:
    """Whether the chunk has line ends no title has: small letters, much room, and no other line of capitals."""
    if all(view.text(number).isupper() for number in chunk.lines):
        return False
    return any(view.forced(upper, lower) for upper, lower in pairwise(chunk.lines))
