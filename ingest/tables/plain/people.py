"""The last cells of a row of text, which name people: where they begin, and where one cell ends and the next begins.

A name has two words or more. Names that a comma, a slash or «og» binds, and a name and its e-mail address, stand in
one cell; two names side by side in one line without such a bond stand in two, and so do a name and what a cell says
instead of one («Ikke avklart»). Names below each other part where those with an address and those without do.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from ingest.tables.grid import Slot
from ingest.tables.plain.drafts import Piece
from ingest.tables.plain.seen import Seen
from ingest.tables.plain.slots import UNSURE, text_slot
from ingest.tables.tokens import WIDE_GAP, Token
from ingest.tables.words import WORDS

LEAST_NAME = 2
MOST_NAME = 3

_ADDRESS = re.compile(r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$", re.IGNORECASE)
_PIECE = re.compile(r"^[\w.@+-]+$")
_BINDERS = (",", "/", "-")

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    seen: Seen
    token: Token
    leads: bool
    address: bool

    @property
    def text(self) -> str:
        return self.token.text

    @property
    def binds(self) -> bool:
        """Whether the word after it belongs to the same cell."""
        return self.text.endswith(_BINDERS) or self.text in WORDS.connectives

    @property
    def names(self) -> bool:
        """Whether it may be a word of a name."""
        return not self.address and self.text[0].isupper()


def people_start(lines: Sequence[Seen]) -> int:
    """The index of the first of the lines at the end that name people; the number of lines where none do."""
    addresses = _addresses(lines)
    start = len(lines)
    while start and (start - 1 in addresses or _names_people(lines[start - 1])):
        start -= 1
    while start < len(lines) and (start in addresses or not lines[start].text[0].isupper()):
        start += 1
    return start


def known_names(blocks: Sequence[Sequence[Seen]]) -> frozenset[Name]:
    """The names that fill a line of their own."""
    found = (tuple(token.text.strip(",") for token in line.shape.tokens) for block in blocks for line in block)
    return frozenset(
        name for name in found if LEAST_NAME <= len(name) <= MOST_NAME and all(word[0].isupper() for word in name)
    )


def people_cells(lines: Sequence[Seen], count: int, known: frozenset[Name]) -> tuple[Slot, ...] | None:
    """The lines cut into `count` cells; None where they hold too few names."""
    words = list(_words(lines))
    inline = dict(_inline(words, known))
    broken = [index for index in range(1, len(words)) if words[index].leads and _begins(words, index)]
    chosen = _chosen(words, broken, inline, count - 1)
    if len(chosen) < count - 1:
        return None
    sure = all(inline.get(index, not inline and len(broken) == count - 1) for index in chosen)
    slots = (text_slot(_pieces(words[first:last])) for first, last in pairwise([0, *chosen, len(words)]))
    return tuple(replace(slot, confidence=1.0 if sure else UNSURE) for slot in slots)


def _chosen(words: Sequence[_Word], broken: Sequence[int], inline: Collection[int], cuts: int) -> list[int]:
    """Where the cells after the first begin: within lines, else where addresses tell, else as early as may be."""
    if not inline and len(broken) > cuts:
        even = [choice for choice in combinations(broken, cuts) if _are_even(words, broken, choice)]
        return list(even[0] if len(even) == 1 else broken[:cuts])
    return sorted([*inline, *(index for index in broken if index not in inline)][:cuts])


def _are_even(words: Sequence[_Word], broken: Sequence[int], choice: Sequence[int]) -> bool:
    """Whether in each cell all have an address or none has."""
    addressed: list[set[bool]] = [set()]
    for first, last in pairwise([0, *broken, len(words)]):
        if first in choice:
            addressed.append(set())
        addressed[-1].add(any(word.address for word in words[first:last]))
    return all(len(kinds) == 1 for kinds in addressed)


def _names_people(line: Seen) -> bool:
    """Whether a line is words of names: capitalised, but for what binds them."""
    words = [token.text for token in line.shape.tokens if token.text != "/"]
    if not words or any(char.isdigit() for char in line.text):
        return False
    low = [word for word in words if not word[0].isupper() and word.lower() not in WORDS.connectives]
    capitals = sum(word[0].isupper() for word in words)
    if not low:
        return capitals > 0 and not words[-1].endswith(".")
    return len(low) == 1 and capitals > LEAST_NAME and all(word[0].isupper() for word in words[:LEAST_NAME])


def _addresses(lines: Sequence[Seen]) -> frozenset[int]:
    """The lines that print an e-mail address, which may be broken over several."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if "@" not in line.text:
            continue
        first, last, text = index, index, line.text
        while first and lines[first - 1].text.endswith("-") and _PIECE.match(lines[first - 1].text):
            first -= 1
        while not _ADDRESS.match(text) and last + 1 < len(lines) and _PIECE.match(lines[last + 1].text):
            last += 1
            text += lines[last].text
        found.update(range(first, last + 1))
    return frozenset(found)


def _words(lines: Sequence[Seen]) -> Iterator[_Word]:
    addresses = _addresses(lines)
    for index, line in enumerate(lines):
        for position, token in enumerate(line.shape.tokens):
            yield _Word(line, token, position == 0, index in addresses)


def _run(words: Sequence[_Word], start: int) -> int:
    """The index after the words of names from `start` on that nothing parts or binds but line breaks."""
    end = start
    while end < len(words) and words[end].names:
        end += 1
        if words[end - 1].binds:
            break
    return end


def _begins(words: Sequence[_Word], index: int) -> bool:
    """Whether a name may begin a new cell at `index`: a whole name, after another that is whole."""
    if not words[index].names or words[index - 1].binds or _run(words, index) - index < LEAST_NAME:
        return False
    before = index
    while before and words[before - 1].names and not words[before - 1].binds:
        before -= 1
    return words[index - 1].address or index - before >= LEAST_NAME


def _ends_phrase(words: Sequence[_Word], index: int) -> bool:
    """Whether the word at `index` makes a phrase, and no name, of the word before it («Ikke avklart»)."""
    return words[index].text[0].islower() and not words[index].binds and not words[index - 1].binds


def _inline(words: Sequence[_Word], known: frozenset[Name]) -> Iterator[tuple[int, bool]]:
    """Where, within a line, one name ends and another begins, and whether that is sure."""
    for start in (index for index, word in enumerate(words) if word.leads and word.names):
        end = next((index for index in range(start + 1, len(words)) if words[index].leads), len(words))
        run = _run(words, start)
        if run < end and _ends_phrase(words, run) and run - 1 - start >= LEAST_NAME:
            yield run - 1, True
            continue
        end = min(end, run)
        if end - start < 2 * LEAST_NAME:
            continue
        ends = range(start + LEAST_NAME, end)
        gap = next((index for index in ends if words[index].token.gap >= WIDE_GAP), None)
        told = gap or next((i for i in reversed(ends) if tuple(w.text for w in words[start:i]) in known), None)
        yield (told, True) if told else (start + LEAST_NAME, end - start == 2 * LEAST_NAME)


def _pieces(words: Sequence[_Word]) -> list[Piece]:
    pieces: list[Piece] = []
    for word in words:
        if pieces and pieces[-1].seen is word.seen:
            pieces[-1] = Piece(word.seen, (*pieces[-1].tokens, word.token))
        else:
            pieces.append(Piece(word.seen, (word.token,)))
    return pieces
