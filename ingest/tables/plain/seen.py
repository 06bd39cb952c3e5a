"""The lines of a sheet as the reader of grids sees them: shape, width, and what stands between them."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ingest.document import Line, Sheet
from ingest.quantities import Context, read_periods
from ingest.tables.note_marks import mark_of
from ingest.tables.shape import LineShape, read_shape
from ingest.tables.tokens import TokenKind
from ingest.tables.words import WORDS, begins_total, ends_with_abbreviation, is_code_word, states_scale

WIDE_SHARE = 0.72
HEADER_WIDTH = 60
PERIODS_WIDTH = 110
PERIODS_SHARE = 0.4
DOUBLE_SPACED = 1.9
FURNITURE_SHARE = 0.5
FURNITURE_PAGES = 4

_CAPTION = re.compile(r"^(?P<word>[^\W\d]+)\s+(?:\d+(?:[.-]\d+)*|[A-ZÆØÅ])\b\s*(?P<after>[.:|–-]|\s[^\W\d_a-zæøå]|$)")
_HEADING = re.compile(r"^\d+(?:\.\d+)+\.?\s+[^\W\d]")
_UNIT_LINE = re.compile(r"^\((?:alle |tall |beløp )*i [^()]*\)$", re.IGNORECASE)
_ORDINAL = re.compile(r"\d\.? [a-zæøå]{3}")
_BULLET = re.compile(r"^[•▪●◦‣·]\s*\S")
_SENTENCE_END = re.compile(r"[a-zæøå0-9)»\"%][.?!]$")


@dataclass(frozen=True)
class Seen:
    """A line that holds text.

    `blanks` counts the empty lines before it; `apart` says that one of them holds only spaces, which is how an empty
    paragraph is printed; `page_first` that it is the first of its page; `index` counts the lines with text; `is_tail`
    says that it goes on right under a line of running text.
    """

    line: Line
    shape: LineShape
    blanks: int
    apart: bool
    page_first: bool
    wide_at: int
    index: int
    is_tail: bool = False

    @property
    def number(self) -> int:
        """The line number."""
        return self.line.number

    @cached_property
    def text(self) -> str:
        """The text without outer spaces."""
        return self.line.text.strip()

    @cached_property
    def is_caption(self) -> bool:
        """Whether it is shaped like the caption of a table, a note or a figure («Tabell 3. …»)."""
        match = _CAPTION.match(self.text)
        return bool(match and match["word"].lower() in WORDS.captions | WORDS.figures)

    @cached_property
    def is_heading(self) -> bool:
        """Whether it begins with a section number («3.2.1 …»)."""
        return bool(_HEADING.match(self.text))

    @cached_property
    def is_bullet(self) -> bool:
        """Whether it is an item of a list."""
        return bool(_BULLET.match(self.text))

    @cached_property
    def is_wide(self) -> bool:
        """Whether it fills the width of running text."""
        return len(self.text) >= self.wide_at

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends a sentence: with a full stop that is not an abbreviation's, or a colon."""
        if self.text.endswith(":") and len(self.shape.tokens) > 3:
            return True
        if ends_with_abbreviation(self.text):
            return False
        return bool(_SENTENCE_END.search(self.text)) and (len(self.shape.tokens) > 3 or self.is_tail)

    @cached_property
    def is_row(self) -> bool:
        """Whether it is numbers enough to be a row by itself: at least two cells that are not all years."""
        run = self.shape.tail or (self.shape.runs[-1] if self.shape.runs else None)
        if run is None or run.fewest < 2 or self.shape.only_periods:
            return False
        if self.shape.tail is None and not self._has_comment:
            return False
        return not all(token.period for token in run.tokens)

    @property
    def _has_comment(self) -> bool:
        """Whether the text after the numbers may be a cell of its own rather than the rest of a sentence."""
        shape = self.shape
        if mark_of(self.text) or not shape.after:
            return False
        return shape.after[0].text[0].isupper()

    @cached_property
    def is_number(self) -> bool:
        """Whether it is numbers alone."""
        return self.shape.only_numbers and not self.shape.only_periods

    @cached_property
    def is_weak_row(self) -> bool:
        """Whether it is a label with one number after it, or with what may be two and a comment."""
        run = self.shape.tail or (self.shape.runs[-1] if self.shape.runs and self._has_comment else None)
        if run is None or run.fewest > 1 or run.first == 0 or run.tokens[0].period:
            return False
        before = self.shape.tokens[run.first - 1].text.lower()
        return len(run.tokens) > 1 or before not in WORDS.label_numbers

    @property
    def is_amount(self) -> bool:
        """Whether it holds numbers of a row."""
        if self.is_row or self.is_number:
            return True
        return self.is_weak_row and not (self.is_wide and self.is_loose)

    @property
    def is_total(self) -> bool:
        """Whether it is a row that adds up others."""
        return self.is_amount and begins_total(self.text)

    @cached_property
    def is_loose(self) -> bool:
        """Whether it ends with one small number right after a word, as a line of running text may."""
        run = self.shape.tail
        if run is None or run.tokens[0].gap > 1:
            return False
        return sum(token.numeric for token in run.tokens) == 1

    @cached_property
    def is_title(self) -> bool:
        """Whether it stands over a table and states its scale."""
        return not self.is_header and not self.is_row and states_scale(self.text)

    @cached_property
    def names_columns(self) -> bool:
        """Whether it begins with a word for codes or labels and another capitalised word («Kap. Post Betegnelse»)."""
        words = [token.text for token in self.shape.tokens]
        if len(words) < 2 or self.is_wide or self.shape.tail or not is_code_word(words[0]):
            return False
        return words[1][0].isupper()

    @cached_property
    def names_periods(self) -> bool:
        """Whether it names two parts of a year or more, and little else («1. kvartal», «2. kvartal»)."""
        if len(self.text) > PERIODS_WIDTH or not _ORDINAL.search(self.text):
            return False
        cores = [mention.core for mention in read_periods(self.text, Context())]
        named = sum(end - start for start, end in cores)
        return len(cores) > 1 and named >= PERIODS_SHARE * len(self.text)

    @cached_property
    def is_header(self) -> bool:
        """Whether it is shaped like a header: years or dates all over, at its end, or two side by side."""
        if self.shape.only_periods or self.names_columns or _UNIT_LINE.match(self.text):
            return True
        if self.text[0].islower() or self.ends_sentence:
            return False
        for run in self.shape.runs:
            if not all(token.period for token in run.tokens):
                return False
        if self.names_periods or any(len(run.tokens) > 1 for run in self.shape.runs):
            return True
        tail = self.shape.tail
        if tail is None:
            return self.shape.periods > 1 and bool(self.shape.runs) and len(self.text) <= HEADER_WIDTH
        return len(tail.tokens) > 1 or (not self.is_wide and not self.is_tail)


@lru_cache(maxsize=2)
def see(sheet: Sheet) -> tuple[Seen, ...]:
    """Every line with text, but for running heads and page numbers."""
    texts = [line for line in sheet.lines if line.text.strip()]
    furniture = _furniture(texts, {page.number: page.label for page in sheet.pages})
    wide_at = _wide_at(texts)
    usual = _usual_blanks(sheet)
    found: list[Seen] = []
    last: Line | None = None
    blanks, apart = 0, False
    for line in sheet.lines:
        if not line.text.strip() or line.number in furniture:
            blanks += 1
            apart = apart or (bool(line.text) and not line.text.strip())
            continue
        first = last is None or last.page != line.page
        tail = bool(found) and blanks <= usual and not first and found[-1].is_wide and not found[-1].is_row
        found.append(Seen(line, read_shape(line.text), blanks, apart, first, wide_at, len(found), tail))
        last, blanks, apart = line, 0, False
    return tuple(found)


def _usual_blanks(sheet: Sheet) -> int:
    """The usual number of empty lines between two lines of text: 1 where every line is set apart, else 0."""
    texts = sum(bool(line.text.strip()) for line in sheet.lines)
    return int(len(sheet.lines) >= texts * DOUBLE_SPACED)


def _wide_at(lines: list[Line]) -> int:
    widths = sorted(len(line.text.strip()) for line in lines)
    return max(40, int(widths[len(widths) * 9 // 10] * WIDE_SHARE)) if widths else 40


def _furniture(texts: list[Line], labels: Mapping[int, str | None]) -> frozenset[int]:
    """Lines at the edge of most pages that say the same but for their digits, and the number of a page at its edge."""
    by_page: dict[int, list[Line]] = {}
    for line in texts:
        by_page.setdefault(line.page, []).append(line)
    edges = [line for lines in by_page.values() for line in {*lines[:2], *lines[-2:]}]
    counts = Counter(_pattern(line.text) for line in edges)
    least = max(FURNITURE_PAGES, int(len(by_page) * FURNITURE_SHARE))
    numbered = (line for line in edges if line.text.strip() == labels.get(line.page))
    return frozenset(line.number for line in [*numbered, *(e for e in edges if counts[_pattern(e.text)] >= least)])


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.split()))


def starts_low(seen: Seen) -> bool:
    """Whether the line begins in lower case or with a bracket, as a line that goes on from the one before."""
    first = seen.text[0]
    return first.islower() or (first in "(/" and len(seen.text) > 1)


def goes_on(seen: Seen) -> bool:
    """Whether the line cannot be complete: it ends with a hyphen, a comma, «og», or an open bracket."""
    text = seen.text
    if text[-1] in ",-–/(" and len(text) > 1:
        return True
    if text.count("(") > text.count(")"):
        return True
    word = seen.shape.tokens[-1]
    return word.kind == TokenKind.WORD and word.text.lower() in WORDS.connectives
