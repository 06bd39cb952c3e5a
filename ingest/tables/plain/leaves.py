"""Header lines cut into headers of columns.

The words of a header run on from line to line; a new header begins at a year or date where the last one has its
own, at a capital letter, and at a word that always stands alone over codes or note references.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ingest.document import Span
from ingest.quantities import Context, read_periods
from ingest.tables.plain.seen import Seen
from ingest.tables.tokens import Token
from ingest.tables.words import WORDS, is_code_word, is_reference_word
from ingest.tables.wrapping import joined

COLUMN_GAP = 3

_DASHES = ("-", "–")

_ACRONYM = re.compile(r"^[A-ZÆØÅ]{2,4}(?:/[A-ZÆØÅ]{2,4})*$")
"""«NOK», «KKD/TFE»: goes with the words before it."""

_SHORT_PERIOD = re.compile(r"^[A-ZÆØÅ]\d$")
"""«T1», «Q2»: a tertial or a quarter, which goes with the words before it."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """The header of one column: its words, and where they stand."""

    text: str
    spans: tuple[Span, ...]
    dated: bool
    bare: bool = False
    """Whether it is a year, a date or another period and nothing else."""
    parts: "tuple[Leaf, Leaf] | None" = None
    """Its words and the period at its end, where no word ties them."""

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines it stands in."""
        return tuple(dict.fromkeys(span.line for span in self.spans))


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a header, or the words of one period. `more` are words of the same period on later lines."""

    tokens: tuple[Token, ...]
    line: int
    leads: bool
    period: bool = False
    more: tuple["_Word", ...] = ()

    @property
    def text(self) -> str:
        """The words as one text."""
        text = " ".join(token.text for token in self.tokens)
        for word in self.more:
            text = joined(text, word.text)
        return text

    @property
    def dated(self) -> bool:
        """Whether it is a year, a date or another period."""
        return self.period or self.tokens[0].period

    @property
    def gap(self) -> int:
        """The number of spaces before it."""
        return self.tokens[0].gap

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands."""
        own = Span(self.line, self.tokens[0].start, self.tokens[-1].end)
        return (own, *(span for word in self.more for span in word.spans))


def read_leaves(lines: Sequence[Seen]) -> tuple[Leaf, ...]:
    """The headers of columns that the lines hold, left to right."""
    groups: list[list[_Word]] = []
    for word in _words(lines):
        if groups and not _begins(groups[-1], word):
            groups[-1].append(word)
        else:
            groups.append([word])
    return tuple(leaf for group in groups for leaf in _leaf(group))


def _words(lines: Sequence[Seen]) -> list[_Word]:
    """The words of the lines, those of one date or part of a year («1. kvartal») taken together."""
    words = [
        _Word((token,), line.number, index == 0) for line in lines for index, token in enumerate(line.shape.tokens)
    ]
    printed = [word.text if word.text.endswith(_DASHES) else f"{word.text} " for word in words]
    text = "".join(printed)
    if not any(char.isdigit() for char in text):
        return words
    starts = list(accumulate((len(part) for part in printed), initial=0))
    for mention in reversed(read_periods(text, Context())):
        first, last = bisect_right(starts, mention.core[0]) - 1, bisect_left(starts, mention.core[1])
        if last - first > 1 and any(char.isdigit() for char in text[slice(*mention.core)]):
            words[first:last] = [_merged(words[first:last])]
    return words


def _merged(words: Sequence[_Word]) -> _Word:
    if len({word.line for word in words}) > 1:
        return _Word(words[0].tokens, words[0].line, words[0].leads, period=True, more=tuple(words[1:]))
    return _Word(tuple(token for word in words for token in word.tokens), words[0].line, words[0].leads, period=True)


def _begins(group: Sequence[_Word], word: _Word) -> bool:
    """Whether a word begins a new header after the words of `group`."""
    last = group[-1].text
    if last.endswith(("-", "/", "–")) and word.leads:
        return False
    if _stands_alone(word.text) or (len(group) == 1 and _stands_alone(last)):
        return not _is_low(word.text) or _stands_alone(word.text)
    if not word.leads and word.gap >= COLUMN_GAP:
        return True
    if any(part.dated for part in group):
        return word.dated or word.text[0].isupper()
    if last.lower() in WORDS.connectives or word.dated or _SHORT_PERIOD.match(word.text):
        return False
    if _ACRONYM.match(word.text) and not _ACRONYM.match(last):
        return False
    return word.text[0].isupper()


def _stands_alone(word: str) -> bool:
    return is_code_word(word) or is_reference_word(word)


def _is_low(word: str) -> bool:
    return word[0].islower() or word[0] in "(/"


def _leaf(group: Sequence[_Word]) -> Iterator[Leaf]:
    dated = any(word.dated for word in group)
    text = ""
    for word in group:
        text = _joined(text, word.text, hyphen=word.leads)
    yield Leaf(text, _spans(group), dated, bare=dated and _is_bare(group), parts=_parts(group))


def _is_bare(group: Sequence[_Word]) -> bool:
    """Whether the words are a period alone, or bound by «fra», «per»."""
    return all(word.dated or word.text.lower() in WORDS.connectives for word in group)


def _parts(group: Sequence[_Word]) -> tuple[Leaf, Leaf] | None:
    words, last = group[:-1], group[-1]
    if not words or not last.dated or any(word.dated for word in words):
        return None
    if words[-1].text.lower() in WORDS.connectives:
        return None
    (label,), (period,) = _leaf(words), _leaf([last])
    return label, period


def _joined(text: str, word: str, *, hyphen: bool) -> str:
    if not text:
        return word
    if hyphen and text.endswith("-") and word[0].islower():
        return text if word in WORDS.connectives else text[:-1] + word
    if text.endswith(("/", "–")) or word.startswith("/"):
        return text + word
    return f"{text} {word}"


def _spans(group: Sequence[_Word]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for span in (span for word in group for span in word.spans):
        if spans and spans[-1].line == span.line:
            spans[-1] = Span(span.line, spans[-1].start, span.end)
        else:
            spans.append(span)
    return tuple(spans)


def split_stub(leaf: Leaf) -> tuple[Leaf, Leaf] | None:
    """A header of words and a period cut in two («Ytelse 2023»), unless a word ties them («per 31.12.2024»)."""
    return leaf.parts
