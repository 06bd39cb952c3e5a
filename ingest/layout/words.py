"""The words that layout goes by, from `words.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FILE = "words.toml"
_KEYS = (
    "captions",
    "labelled",
    "contents",
    "pages",
    "abbreviations",
    "months",
    "open_ends",
    "closings",
    "references",
    "pronouns",
)


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
    """The words of the data file, checked.

    Raises ValueError when a list is missing or holds something else than words in lower case.
    """
    data = tomllib.loads(files("ingest.layout").joinpath(_FILE).read_text(encoding="utf-8"))
    lists = {key: _words(data, key) for key in _KEYS}
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


def _words(data: dict[str, object], key: str) -> tuple[str, ...]:
    words = data.get(key)
    if not isinstance(words, list) or not words:
        raise ValueError(f'{_FILE}: «{key}» must be a list of words; write {key} = ["…"]')
    for word in words:
        if not isinstance(word, str) or not word.strip() or word != word.lower():
            raise ValueError(f"{_FILE}: «{key}» holds {word!r}; write words in lower case")
    return tuple(words)
