"""Numbers that are not quantities: law and post numbers, tables, reports, telephones, list marks, codes."""

import re
from dataclasses import dataclass

from ingest.quantities.data import Data, load

_NUMBER = r"\d+(?:[-–]\d+)?"
_SECTION = r"\d+(?:[.–-]\d+)*(?:[a-z]\b)?"
_JOIN = r"(?:, ?| og | eller | til | and |/)"
_SHAPES = {
    "number": rf"{_NUMBER}\b(?:{_JOIN}{_NUMBER}\b(?! ?[a-zæøå%]))*(?![ ]\d{{3}}\b|,\d)",
    "section": rf"{_SECTION}(?:{_JOIN}{_SECTION}(?![\d ]*[a-zæøå%])|{_JOIN}\d{{2}}\b)*",
}


_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]+\.?) ?(?=\d)")


@dataclass(frozen=True, slots=True)
class Category:
    """One kind of number that is no quantity: told by a pattern, or by the word before it and the number's shape."""

    name: str
    names: bool
    pattern: re.Pattern[str]
    words: frozenset[str]
    endings: tuple[str, ...]
    examples: tuple[str, ...]

    def spans(self, text: str, leads: list[tuple[str, int]]) -> list[tuple[int, int]]:
        """Its spans in a text, without the word before them; `leads` are the words that stand before a digit, with where the digit stands."""
        if not self.words and not self.endings:
            return [match.span() for match in self.pattern.finditer(text)]
        found: list[tuple[int, int]] = []
        for word, end in leads:
            if (word in self.words or word.endswith(self.endings)) and (match := self.pattern.match(text, end)):
                found.append(match.span())
        return found


def _category(data: Data) -> Category:
    words, endings = frozenset(data.optional_words("words")), data.optional_words("endings")
    pattern = data.word("pattern") if not words and not endings else _SHAPES[data.word("shape", _SHAPES)]
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise ValueError(f"{data.place}: «pattern» is no regular expression ({error}); mend it") from error
    return Category(data.word("name"), data.flag("names"), compiled, words, endings, data.words("examples"))


CATEGORIES = tuple(_category(item) for item in load("exclusions").tables("category"))
_DIGIT = re.compile(r"\d")


def excluded_spans(text: str, *, names: bool) -> list[tuple[int, int]]:
    """The spans of even text that hold no quantities, in no order; they may overlap.

    With `names`, those that hold no periods either; without, all the others.
    """
    if not _DIGIT.search(text):
        return []
    leads = [(match[1].lower(), match.end()) for match in _WORD_BEFORE.finditer(text)]
    return [span for category in CATEGORIES if category.names is names for span in category.spans(text, leads)]
