"""Header lines cut into headers of columns.

The words of a header run on from line to line; a new header begins at a year or date where the last one has its
own, at a capital letter, and at a word that always stands alone over codes or note references.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Span
from ingest.tables.seen import Seen
from ingest.tables.tokens import Token
from ingest.tables.words import WORDS, is_code_word, is_reference_word

COLUMN_GAP = 3

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

    @property
    def bare(self) -> bool:
        """Whether it is a year or date and nothing else."""
        return self.dated and len(self.text.split()) == 1

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines it stands in."""
        return tuple(dict.fromkeys(span.line for span in self.spans))


@dataclass(frozen=True, slots=True)
class _Word:
    token: Token
    line: int
    leads: bool

    @property
    def text(self) -> str:
        return self.token.text


def read_leaves(lines: Sequence[Seen]) -> tuple[Leaf, ...]:
    """The headers of columns that the lines hold, left to right."""
    groups: list[list[_Word]] = []
    for word in _words(lines):
        if groups and not _begins(groups[-1], word):
            groups[-1].append(word)
        else:
            groups.append([word])
    return tuple(leaf for group in groups for leaf in _leaf(group))


def _words(lines: Sequence[Seen]) -> Iterator[_Word]:
    for line in lines:
        for index, token in enumerate(line.shape.tokens):
            yield _Word(token, line.number, leads=index == 0)


def _begins(group: Sequence[_Word], word: _Word) -> bool:
    """Whether a word begins a new header after the words of `group`."""
    last = group[-1].text
    if last.endswith(("-", "/")) and word.leads:
        return False
    if _stands_alone(word.text) or (len(group) == 1 and _stands_alone(last)):
        return not _is_low(word.text) or _stands_alone(word.text)
    if not word.leads and word.token.gap >= COLUMN_GAP:
        return True
    if any(part.token.period for part in group):
        return word.token.period or not _is_low(word.text)
    if last.lower() in WORDS.connectives or word.token.period or _SHORT_PERIOD.match(word.text):
        return False
    if _ACRONYM.match(word.text) and not _ACRONYM.match(last):
        return False
    return word.text[0].isupper()


def _stands_alone(word: str) -> bool:
    return is_code_word(word) or is_reference_word(word)


def _is_low(word: str) -> bool:
    return word[0].islower() or word[0] in "(/"


def _leaf(group: Sequence[_Word]) -> Iterator[Leaf]:
    dated = any(word.token.period for word in group)
    text = ""
    for word in group:
        text = _joined(text, word.text, hyphen=word.leads)
    yield Leaf(text, _spans(group), dated)


def _joined(text: str, word: str, *, hyphen: bool) -> str:
    if not text:
        return word
    if hyphen and text.endswith("-") and word[0].islower():
        return text if word in WORDS.connectives else text[:-1] + word
    if text.endswith("/") or word.startswith("/"):
        return text + word
    return f"{text} {word}"


def _spans(group: Sequence[_Word]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for word in group:
        if spans and spans[-1].line == word.line:
            spans[-1] = Span(word.line, spans[-1].start, word.token.end)
        else:
            spans.append(Span(word.line, word.token.start, word.token.end))
    return tuple(spans)


def split_stub(leaf: Leaf) -> tuple[Leaf, Leaf] | None:
    """A header of words and a year cut in two («Ytelse 2023»), unless a word ties them («per 31.12.2024»)."""
    match = re.match(r"^(?P<words>.*\S)\s+(?P<period>\S+)$", leaf.text)
    if not leaf.dated or not match or match["words"].split()[-1].lower() in WORDS.connectives:
        return None
    last = leaf.spans[-1]
    size = len(match["period"])
    if last.end - last.start < size or any(char.isdigit() for char in match["words"]):
        return None
    rest = Span(last.line, last.start, last.end - size)
    words = (*leaf.spans[:-1], rest) if rest.end > rest.start else leaf.spans[:-1]
    return Leaf(match["words"], words, dated=False), Leaf(
        match["period"], (Span(last.line, last.end - size, last.end),), dated=True
    )
