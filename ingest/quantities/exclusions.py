"""Numbers that are not quantities: law and post numbers, tables, reports, telephones, list marks, codes."""

import re
from dataclasses import dataclass

from ingest.data import Data, beside

_JOIN = r"(?:, ?| og | eller | til | and |/)"
_NUMBER = r"\d+(?:[-–]\d+)?"
_SECTION = r"\d+(?:[.–-]\d+)*(?:[a-z]\b)?"
# A list goes on only to numbers that count nothing: «gruppe 2 og 14 personer» names one group.
_NO_NOUN = r"(?!\d)(?! ?(?:[a-zæøå]{4}|%|kr|år)|[ .,]\d)"
_NO_UNIT = r"(?!\d)(?! ?(?:%|‰|kr|mill|mrd|pros|pst|år|uke|dag|måned|mnd|time|person|sak)|[ .,]\d)"
_SHAPES = {
    "number": rf"{_NUMBER}\b(?:{_JOIN}{_NUMBER}\b{_NO_NOUN})*(?![ ]\d{{3}}\b|,\d)",
    "section": rf"{_SECTION}(?:{_JOIN}{_SECTION}{_NO_UNIT})*",
}
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]+\.?) ?(?=\d)")


@dataclass(frozen=True, slots=True)
class Category:
    """One kind of number that is no quantity: told by a pattern, or by the word before it and the number's shape."""

    name: str
    names: bool
    patterns: tuple[re.Pattern[str], ...]
    words: frozenset[str]
    endings: tuple[str, ...]
    examples: tuple[str, ...]

    def spans(self, text: str, leads: list[tuple[str, int]]) -> list[tuple[int, int]]:
        """Its spans in a text; `leads` are the words before a digit, with where the digit stands."""
        if not self.words and not self.endings:
            return [match.span() for pattern in self.patterns for match in pattern.finditer(text)]
        found: list[tuple[int, int]] = []
        for word, end in leads:
            named = word in self.words or word.endswith(self.endings)
            if named and (match := self.patterns[0].match(text, end)):
                found.append(match.span())
        return found


def _category(data: Data) -> Category:
    words = frozenset(word.rstrip(".") for word in data.optional_words("words"))
    endings = data.optional_words("endings")
    patterns = (_SHAPES[data.word("shape", _SHAPES)],) if words or endings else data.words("patterns")
    try:
        compiled = tuple(re.compile(pattern) for pattern in patterns)
    except re.error as error:
        raise ValueError(f"{data.place}: «patterns» holds no regular expression ({error}); mend it") from error
    return Category(data.word("name"), data.flag("names"), compiled, words, endings, data.words("examples"))


CATEGORIES = tuple(_category(item) for item in beside(__file__, "exclusions.toml").tables("category"))
_NAMING = tuple(category for category in CATEGORIES if category.words or category.endings)
_DIGIT = re.compile(r"\d")


def excluded_spans(text: str, *, names: bool) -> list[tuple[int, int]]:
    """The spans of even text that hold no quantities, in no order; they may overlap.

    With `names`, those that hold no periods either; without, all the others.
    """
    if not _DIGIT.search(text):
        return []
    leads = [(match[1].lower().rstrip("."), match.end()) for match in _WORD_BEFORE.finditer(text)]
    return [span for category in CATEGORIES if category.names is names for span in category.spans(text, leads)]


def is_naming(word: str) -> bool:
    """Whether a number behind that word (in lower case) is a part of a name: «steg to», «trinn tre»."""
    return any(word in category.words or word.endswith(category.endings) for category in _NAMING)
