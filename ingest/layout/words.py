"""The words that layout goes by, from `words.toml`."""

from dataclasses import dataclass, fields
from functools import cache

from ingest.data import beside


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """Words in lower case. `labelled` is ordered, outermost first."""

    captions: tuple[str, ...]
    labelled: tuple[str, ...]
    contents: frozenset[str]
    pages: frozenset[str]
    abbreviations: frozenset[str]
    months: frozenset[str]
    open_ends: frozenset[str]
    closings: frozenset[str]
    references: frozenset[str]
    pronouns: frozenset[str]


@cache
def layout_words() -> LayoutWords:
    """The words of the data file. Raises ValueError, naming the key, when a list is missing or not in lower case."""
    names = [field.name for field in fields(LayoutWords)]
    data = beside(__file__, "words.toml").only(names)
    lists = {name: data.lower_words(name) for name in names}
    return LayoutWords(
        captions=lists["captions"],
        labelled=lists["labelled"],
        contents=frozenset(lists["contents"]),
        pages=frozenset(lists["pages"]),
        abbreviations=frozenset(lists["abbreviations"]),
        months=frozenset(lists["months"]),
        open_ends=frozenset(lists["open_ends"]),
        closings=frozenset(lists["closings"]),
        references=frozenset(lists["references"]),
        pronouns=frozenset(lists["pronouns"]),
    )
