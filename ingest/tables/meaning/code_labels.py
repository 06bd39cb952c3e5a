"""Labels of codes and names in one text («7065 Endringer 0 Etaten»), taken apart where the table shows them."""

import re
from collections.abc import Sequence

from ingest.tables.words import WORDS, is_name_word

LEAST_PAIRS = 2

_PAIRS = re.compile(r"^(?P<code>\d{3,5}) (?P<name>[^\W\d].*?) (?P<post>\d{1,2}) (?P<text>[A-ZÆØÅ].*)$")
_PAIR = re.compile(r"^(?P<code>\d{1,5}) (?P<name>[A-ZÆØÅ].*)$")


def has_pairs(labels: Sequence[str]) -> bool:
    """Whether labels that hold a code and a name twice are too many to be chance."""
    return sum(_pairs(label) is not None for label in labels) >= LEAST_PAIRS


def under_names(header: Sequence[str]) -> bool:
    """Whether the header over the labels ends with a word for the names of codes («Konto Tekst»)."""
    words = " ".join(header).split()
    return bool(words) and is_name_word(words[-1])


def apart(label: str) -> tuple[str, ...]:
    """The codes and names of a label; the label alone where it has none."""
    match = _pairs(label) or _PAIR.match(label)
    return tuple(match.groups()) if match else (label,)


def _pairs(label: str) -> re.Match[str] | None:
    match = _PAIRS.match(label)
    if match and match["name"].split()[-1].lower() in WORDS.connectives | WORDS.label_numbers:
        return None
    return match
