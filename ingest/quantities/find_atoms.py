"""Finding the dates, months, parts of years, years and relative years of a text, each by itself."""

import re
from collections.abc import Callable, Iterable

from ingest.data import alternatives
from ingest.quantities import atoms
from ingest.quantities import period_words as words
from ingest.quantities.words import NUMERALS

Build = Callable[[re.Match[str]], atoms.Atom | None]

_YEAR = r"(?:19|20)[0-9]{2}"
_OWN = rf"(?P<year>{_YEAR})(?![0-9]|[,.][0-9])"
_REL = rf"(?P<relative>(?i:{alternatives(form for form, entry in words.RELATIVE.items() if not entry[2])}))(?!\w)"
_OF = r"(?: ?(?:i|av|in|of|,))? ?"
_TAIL = rf"(?:{_OF}{_OWN}| {_REL})?"
_COUNT = rf"(?P<count>[0-9]{{1,2}}|(?i:{alternatives(NUMERALS.words)}))"
_LEFT = r"(?<!\w)(?<![0-9][.,])"
_MONTH = rf"(?P<month>{words.MONTH})(?!\w)"
_DIGITS = ("0",)


def _firsts(*lists: Iterable[str]) -> frozenset[str]:
    """The first word of each phrase, in lower case: a kind is tried only where one of them stands."""
    return frozenset(re.split(r"\W", phrase.lower())[0] for words in lists for phrase in words)


_COUNTS = (*_DIGITS, *NUMERALS.words)
_SHORT_YEAR = r"(?<=[0-9]{2}\.[0-9]{2}\.)[0-9]{2}"
_DAY = r"(?P<d>[0-9]{1,2})"
_ORDINAL = rf"(?:(?P<n>[1-4])\.|(?P<ordinal>(?i:{alternatives(words.ORDINALS)})))"
_PART = rf"(?P<part>(?i:{alternatives(words.PARTS)}))(?!\w)"
_FIRST = rf"(?i:{alternatives(words.FIRST_WORDS)})"
_FIRST_ARTICLE = rf"(?:(?i:{alternatives(words.FIRST_ARTICLES)}) )?"
_SCHOOL = rf"(?:(?P<name>(?i:{alternatives(words.SCHOOL_YEARS)})) )?"
_ARTICLE = rf"(?i:{alternatives(words.STRETCH_ARTICLES)}) "
_LAST = rf"(?i:{alternatives(words.STRETCH_WORDS)})"
_STRETCH_UNIT = rf"(?P<unit>(?i:{alternatives(words.STRETCH_YEARS)}))(?!\w)"
_AGO = rf"(?:(?i:{alternatives(words.AGO_BEFORE)}) )?{_COUNT} (?i:{alternatives(words.AGO_UNITS)})"
_NAMED = rf"(?:(?P<name>(?i:{alternatives(words.YEAR_NAMES)})) )?"
_LETTERED = tuple(f"{letter}{number}" for letter in words.LETTERS for number in range(1, 5))
_D, _M = (_DIGITS,), (words.MONTHS,)
_KINDS: tuple[tuple[tuple[Iterable[str], ...], str, Build], ...] = (
    (_D, rf"(?P<year>{_YEAR})-(?P<m>[01][0-9])-(?P<d>[0-3][0-9])(?![0-9])", atoms.iso_date),
    (_D, rf"{_DAY}\.(?P<m>[0-9]{{1,2}})\.(?P<y>{_YEAR}|{_SHORT_YEAR})(?![0-9]|\.[0-9])", atoms.numeric_date),
    (_D, rf"(?<=(?i:per|pr\.|den|nen) ){_DAY}\.(?P<m>[0-9]{{1,2}})\.?(?P<y>(?!))?(?![0-9])", atoms.numeric_date),
    (_D, rf"{_DAY}\.? ?[–-] ?(?P<last>[0-9]{{1,2}})\. {_MONTH}{_TAIL}", atoms.day_of_month),
    (_D, rf"{_DAY}(?:\. ?|(?:st|nd|rd|th)? ){_MONTH}{_TAIL}", atoms.day_of_month),
    (_M, rf"{_MONTH} {_DAY}(?:st|nd|rd|th)?,? {_OWN}", atoms.day_of_month),
    (_M, rf"{_MONTH}{_TAIL}", atoms.month),
    ((_DIGITS, words.ORDINALS), rf"{_ORDINAL} {_PART}{_TAIL}", atoms.part),
    ((_LETTERED,), rf"(?P<letter>[{''.join(words.LETTERS)}])(?P<n>[1-4])[ -]{_OWN}", atoms.lettered_part),
    ((words.FIRST_ARTICLES, _COUNTS), rf"{_FIRST_ARTICLE}{_COUNT} {_FIRST} {_PART}{_TAIL}", atoms.first_parts),
    (
        (words.FIRST_ARTICLES, words.FIRST_WORDS),
        rf"{_FIRST_ARTICLE}{_FIRST} {_COUNT} {_PART}{_TAIL}",
        atoms.first_parts,
    ),
    ((words.SEASONS,), rf"(?P<season>(?i:{alternatives(words.SEASONS)})){_OF}(?P<year>{_YEAR})(?![0-9])", atoms.season),
    (
        (_DIGITS, words.SCHOOL_YEARS),
        rf"{_SCHOOL}(?P<first>{_YEAR})(?P<join>[/–-])(?P<last>{_YEAR}|[0-9]{{2}})(?![0-9]|[-–/.,][0-9])",
        atoms.two_years,
    ),
    (
        (words.STRETCH_ARTICLES, words.STRETCH_WORDS),
        rf"(?:{_ARTICLE})?{_LAST} (?:{_COUNT} )?{_STRETCH_UNIT}",
        atoms.stretch,
    ),
    ((words.STRETCH_ARTICLES,), rf"{_ARTICLE}{_COUNT} {_LAST} {_STRETCH_UNIT}", atoms.stretch),
    ((words.AGO_BEFORE, _COUNTS), rf"{_AGO} (?i:{alternatives(words.AGO_AFTER)})(?!\w)", atoms.ago),
    ((words.RELATIVE,), rf"(?i:{alternatives(words.RELATIVE)})(?!\w)", atoms.relative),
    (
        (_DIGITS, words.YEAR_NAMES),
        rf"{_NAMED}(?<![\w)]-)(?<![0-9] )(?P<year>{_YEAR})(?P<mark>[0-9]{{1,2}})?(?![0-9]|[.,/:][0-9])",
        atoms.plain_year,
    ),
)


def _by_first_word() -> dict[str, tuple[tuple[re.Pattern[str], Build], ...]]:
    """The kinds to try where a word stands, in their order; every number is looked up as «0»."""
    tried: dict[str, list[tuple[re.Pattern[str], Build]]] = {}
    for firsts, pattern, build in _KINDS:
        compiled = re.compile(_LEFT + pattern)
        for word in _firsts(*firsts):
            tried.setdefault(word, []).append((compiled, build))
    return {word: tuple(kinds) for word, kinds in tried.items()}


_TRIED = _by_first_word()
_WORD = re.compile(r"\w+")


def find_atoms(text: str) -> list[atoms.Atom]:
    """Every atom of even text, ascending, none overlapping; at one place the kinds named first win."""
    found: list[atoms.Atom] = []
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        tried = _TRIED.get("0" if word[0][0].isdigit() else word[0].lower())
        atom = _first_atom(text, word.start(), tried) if tried else None
        if atom is not None:
            found.append(atom)
            end = atom.end
    return found


def _first_atom(text: str, position: int, tried: tuple[tuple[re.Pattern[str], Build], ...]) -> atoms.Atom | None:
    for pattern, build in tried:
        match = pattern.match(text, position)
        atom = build(match) if match else None
        if atom is not None:
            return atom
    return None
