"""Sentences and clauses of a paragraph, and which numbers stand in one list."""

import re
from bisect import bisect_right

from ingest.clauses import RESPECTIVELY
from ingest.data import beside

_DATA = beside(__file__, "sentences.toml")
_ABBREVIATIONS = frozenset(word.lower() for word in _DATA.table("abbreviations").words("words"))
_STOP = re.compile(r"[.!?:][»\")]? +(?=[A-ZÆØÅ«\"(\d\x00])|[•;]")
_LAST_WORD = re.compile(r"[\w.]*\w$")
_JOINERS = frozenset((*_DATA.table("coordination").words("joiners"), *RESPECTIVELY))
_FILLERS = frozenset(_DATA.table("coordination").words("fillers"))
_DASHES = frozenset("–—-")
_PIECE = re.compile(r"[^\W\d_]+\.?|[–—,-]|[^\s\x00]")


def sentence_starts(text: str) -> list[int]:
    """Where the sentences of even text begin, ascending, the first at 0."""
    starts = [0]
    for match in _STOP.finditer(text):
        before = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
        word = before[0].lower() if before else ""
        if match[0][0] == "." and word in _ABBREVIATIONS:
            continue
        starts.append(match.end())
    return starts


def sentence_of(starts: list[int], position: int) -> int:
    """The index of the sentence that holds that place."""
    return bisect_right(starts, position) - 1


def coordinates(gap: str) -> bool:
    """Whether what stands between two numbers (periods blanked out) makes them members of one list or range."""
    every = _PIECE.findall(gap.lower())
    pieces = [piece for piece in every if piece not in _FILLERS]
    # A dash with words beside it begins an aside, it is no range.
    if len(every) > 1 and any(piece in _DASHES for piece in pieces):
        return False
    return bool(pieces) and len(pieces) <= 3 and all(piece in _JOINERS for piece in pieces)


def joiner(gap: str) -> str:
    """The word or mark that joins two coordinated numbers."""
    pieces = [piece for piece in _PIECE.findall(gap.lower()) if piece in _JOINERS]
    return pieces[-1] if pieces else ""
