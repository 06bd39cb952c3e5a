"""The words of tables, read from the data file beside the code."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from ingest.data import read

LEAST_ENDING = 4

_FILE = Path(__file__).with_name("words.toml")


@dataclass(frozen=True, slots=True)
class TableWords:
    """Word lists, all in lower case; each is explained in the data file."""

    units: frozenset[str]
    captions: frozenset[str]
    figures: frozenset[str]
    codes: frozenset[str]
    references: frozenset[str]
    connectives: frozenset[str]
    label_numbers: frozenset[str]
    totals: frozenset[str]
    names: frozenset[str]
    abbreviations: frozenset[str]
    statements: frozenset[str]
    flows: frozenset[str]
    so_far: frozenset[str]
    rates: frozenset[str]
    denials: frozenset[str]
    counting: frozenset[str]
    defaults: frozenset[str]
    counted: Mapping[str, str]


def load_words(path: Path = _FILE) -> TableWords:
    """Read and check the word lists. Raises ValueError naming the file, the key and the remedy."""
    names = [field.name for field in fields(TableWords)]
    data = read(path).only(names)
    lists = {name: frozenset(data.lower_words(name)) for name in names if name != "counted"}
    return TableWords(**lists, counted=data.table("counted").naming())


WORDS = load_words()


def is_code_word(word: str) -> bool:
    """Whether a header word stands over a column of codes («Post», «Utgiftskapittel»)."""
    low = word.lower()
    return low in WORDS.codes or any(low.endswith(code) and len(code) > LEAST_ENDING for code in WORDS.codes)


def is_name_word(word: str) -> bool:
    """Whether a header word stands over the names of codes («Kapittelnavn», «Posttekst»)."""
    return word.lower().endswith(tuple(WORDS.names))


def is_reference_word(word: str) -> bool:
    """Whether a header word stands over a column of references to notes."""
    return word.lower() in WORDS.references


def ends_with_abbreviation(text: str) -> bool:
    """Whether the last word is an abbreviation, whose full stop ends no sentence."""
    return text.split()[-1].lower().lstrip("(") in WORDS.abbreviations


def states_scale(text: str) -> bool:
    """Whether a line says what all numbers of a table are multiplied with («Alle tall i tusen kroner»)."""
    low = text.lower()
    return any(phrase in low for phrase in WORDS.statements)


def begins_total(label: str) -> bool:
    """Whether a label begins with a word for sums («Sum», «Totalt»)."""
    low = label.lower()
    return low in WORDS.totals or low.startswith(tuple(f"{word} " for word in WORDS.totals))
