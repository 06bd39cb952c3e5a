"""A column of few values that recur from row to row, found in text whose columns nothing else parts.

A value begins with a capital, where a cell may begin. Values are taken that the most rows without one share; a row
that is left takes a value that is part of another («FoU», where others have «Analyse/ FoU»).
"""

from collections import Counter
from collections.abc import Sequence

from ingest.tables.words import WORDS

LONGEST = 4
LEAST_ROWS = 2
LEAST_SHARE = 0.8
MOST_VALUES = 0.4

Value = tuple[str, ...]


def recurring(rows: Sequence[Sequence[str]]) -> tuple[tuple[int, int] | None, ...] | None:
    """Where in each row's words the value stands, as `first:last`; None where no column of such values shows itself.

    A row that has none of the values is given as None.
    """
    begun = [[index for index in range(1, len(words)) if _begins(words, index)] for words in rows]
    found = [_phrases(words, starts) for words, starts in zip(rows, begun, strict=True)]
    values = _values(found)
    if not values or len(values) > MOST_VALUES * len(rows):
        return None
    parts: set[Value] = {(word,) for value in values for word in value if word[0].isupper()}
    places = [_first(phrases, values) or _first(phrases, parts) for phrases in found]
    return tuple(places) if sum(place is not None for place in places) >= LEAST_SHARE * len(rows) else None


def _begins(words: Sequence[str], index: int) -> bool:
    """Whether a cell may begin with the word at `index`."""
    before = words[index - 1]
    if before.endswith(("/", "-", "–", ",", "(")) or before.lower() in WORDS.connectives:
        return False
    return words[index][0].isupper()


def _phrases(words: Sequence[str], starts: Sequence[int]) -> dict[Value, int]:
    """The phrases of a row that may be values, each with the place where it comes first."""
    found: dict[Value, int] = {}
    for start in starts:
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            found.setdefault(tuple(words[start:end]), start)
    return found


def _values(found: Sequence[dict[Value, int]]) -> set[Value]:
    """The values: each time the phrase that most of the rows left share, of such the longest."""
    values: set[Value] = set()
    left = list(found)
    while left:
        counts = Counter(phrase for phrases in left for phrase in phrases)
        best = max(counts, key=lambda phrase: (counts[phrase], len(phrase), phrase), default=None)
        if best is None or counts[best] < LEAST_ROWS:
            break
        values.add(best)
        left = [phrases for phrases in left if best not in phrases]
    return values


def _first(phrases: dict[Value, int], values: set[Value]) -> tuple[int, int] | None:
    """Where the first of the values stands that a row has, of those that begin there the longest."""
    places = [(phrases[value], -len(value)) for value in values if value in phrases]
    first, length = min(places, default=(0, 0))
    return (first, first - length) if places else None
