"""Finding the dates, months, parts of years, years and relative years of a text, each by itself."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ingest.quantities import spans_of_time as spans
from ingest.quantities.data import alternatives, load
from ingest.quantities.model import Period
from ingest.quantities.units import unit_follows
from ingest.quantities.words import NUMERALS

Make = Callable[[int], Period | None]


@dataclass(frozen=True, slots=True)
class Atom:
    """One date, month, part of a year or year. `make` gives its period in a year.

    `year` is the year printed in it. Where there is none, `shift` counts years from the document's year, or from
    the year last spoken of if `spoken`. `bounded` atoms count only behind a word that bounds them. `fine` ones are
    finer than a year.
    """

    start: int
    end: int
    make: Make
    year: int | None = None
    shift: int = 0
    spoken: bool = True
    relative: bool = False
    bounded: bool = False
    fine: bool = True


Build = Callable[[re.Match[str]], Atom | None]


def _month_names() -> tuple[dict[str, int], tuple[str, ...], str]:
    numbers: dict[str, int] = {}
    names = [""] * 13
    norwegian: list[str] = []
    english: list[str] = []
    for _, month in load("months").each():
        number = month.integer("number")
        names[number] = month.word("name")
        norwegian += month.words("forms")
        english += month.optional_words("english")
        numbers |= {form.lower(): number for form in (*month.words("forms"), *month.optional_words("english"))}
    return numbers, tuple(names), f"(?:(?i:{alternatives(norwegian)})|{alternatives(english)})"


_DATA = load("periods")
MONTHS, MONTH_NAMES, _MONTH = _month_names()
_PARTS = {form: (name, part.integer("months")) for name, part in _DATA.table("parts").each() for form in part.words("forms")}
_LETTERS = {letter: name for name, part in _DATA.table("parts").each() for letter in part.optional_words("letters")}
_LENGTHS = {name: part.integer("months") for name, part in _DATA.table("parts").each()}
_ORDINALS = _DATA.table("ordinals").numbering()
_SEASONS = {word: _DATA.table("seasons").integers(word) for word in _DATA.table("seasons").values}
_RELATIVE = {
    form: (item.word("from", ("document", "spoken")) == "spoken", item.integer("shift"), item.flag("bounded"))
    for item in _DATA.tables("relative")
    for form in item.words("forms")
}
_YEARS = _DATA.table("year_names")
_SHOWN = frozenset(_YEARS.words("shown"))
_STRETCH = _DATA.table("stretches")
_AGO = _DATA.table("ago")

_YEAR = r"(?:19|20)[0-9]{2}"
_OWN = rf"(?P<year>{_YEAR})(?![0-9]|[,.][0-9])"
_REL = rf"(?P<relative>(?i:{alternatives(form for form, entry in _RELATIVE.items() if not entry[2])}))(?!\w)"
_OF = r"(?: ?(?:i|av|in|of|,))? ?"
_TAIL = rf"(?:{_OF}{_OWN}| {_REL})?"
_COUNT = rf"(?P<count>[0-9]{{1,2}}|(?i:{alternatives(NUMERALS.words)}))"
_LEFT = r"(?<!\w)(?<![0-9][.,])"


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMERALS.words[text.lower()]


def _dated(match: re.Match[str], make: Make) -> Atom:
    """An atom that may carry a year of its own or a relative one («desember i fjor»)."""
    groups = match.groupdict()
    if groups.get("year"):
        return Atom(match.start(), match.end(), make, year=int(groups["year"]))
    if groups.get("relative"):
        spoken, shift, _ = _RELATIVE[groups["relative"].lower()]
        return Atom(match.start(), match.end(), make, shift=shift, spoken=spoken)
    return Atom(match.start(), match.end(), make)


def _day_make(number: int, month: int, last: int | None = None) -> Make:
    def make(year: int) -> Period | None:
        first, end = spans.day(year, month, number), spans.day(year, month, last or number)
        if first is None or end is None:
            return None
        shown = f"{number}.–{last}." if last else f"{number}."
        return Period(first, end, f"{shown} {MONTH_NAMES[month]} {year}")

    return make


def _iso(match: re.Match[str]) -> Atom | None:
    return Atom(match.start(), match.end(), _day_make(int(match["d"]), int(match["m"])), year=int(match["year"]))


def _numeric(match: re.Match[str]) -> Atom | None:
    if not (1 <= int(match["m"]) <= 12 and 1 <= int(match["d"]) <= 31):
        return None
    year = match["y"]
    full = None if year is None else int(year) if len(year) == 4 else 2000 + int(year)
    return Atom(match.start(), match.end(), _day_make(int(match["d"]), int(match["m"])), year=full)


def _day_month(match: re.Match[str]) -> Atom | None:
    last = match.groupdict().get("last")
    make = _day_make(int(match["d"]), MONTHS[match["month"].lower()], int(last) if last else None)
    return _dated(match, make) if spans.day(2024, MONTHS[match["month"].lower()], int(match["d"])) else None


def _month(match: re.Match[str]) -> Atom | None:
    number = MONTHS[match["month"].lower()]
    return _dated(match, lambda year: spans.months(year, number, number, f"{MONTH_NAMES[number]} {year}"))


def _part_make(name: str, index: int) -> Make:
    length = _LENGTHS[name]
    index = index or 12 // length
    text = f"{index}. {name}" if length > 1 else f"måned {index}"
    return lambda year: spans.months(year, (index - 1) * length + 1, index * length, f"{text} {year}")


def _part(match: re.Match[str]) -> Atom | None:
    name, length = _PARTS[match["part"].lower()]
    index = _ORDINALS[match["ordinal"].lower()] if match["ordinal"] else int(match["n"])
    return _dated(match, _part_make(name, index)) if length > 1 and index <= 12 // length else None


def _letter(match: re.Match[str]) -> Atom | None:
    name, index = _LETTERS[match["letter"]], int(match["n"])
    return _dated(match, _part_make(name, index)) if index <= 12 // _LENGTHS[name] else None


def _first_parts(match: re.Match[str]) -> Atom | None:
    name, length = _PARTS[match["part"].lower()]
    last = _number(match["count"]) * length
    if not 0 < last <= 12:
        return None
    shown = f"{MONTH_NAMES[1]}–{MONTH_NAMES[last]}" if last > 1 else MONTH_NAMES[1]
    return _dated(match, lambda year: spans.months(year, 1, last, f"{shown} {year}"))


def _season(match: re.Match[str]) -> Atom | None:
    word = match["season"].lower()
    first, last = _SEASONS[word]
    return _dated(match, lambda year: spans.months(year, first, last, f"{word} {year}"))


def _two_years(match: re.Match[str]) -> Atom | None:
    first, short = int(match["first"]), match["last"]
    last = int(short) if len(short) == 4 else first // 100 * 100 + int(short)
    if not first < last <= first + 50:
        return None
    name = (match["name"] or "").lower()
    if name:
        period = spans.months(first, 8, 19, f"{name} {first}/{last}")
    else:
        period = spans.months(first, 1, 12 * (last - first + 1), f"{first}{match['join']}{last}")
    return Atom(match.start(), match.end(), lambda _: period, year=last, fine=bool(name))


def _stretch(match: re.Match[str]) -> Atom | None:
    count = _number(match["count"]) if match["count"] else 1
    if count == 1 and match["unit"].lower() in {"årene", "åra", "years"}:
        return None
    make: Make = lambda year: spans.months(year - count + 1, 1, 12 * count, f"{year - count + 1}–{year}" if count > 1 else str(year))  # noqa: E731
    return Atom(match.start(), match.end(), make, spoken=False, relative=True, fine=False)


def _ago(match: re.Match[str]) -> Atom | None:
    return Atom(match.start(), match.end(), spans.whole_year, shift=-_number(match["count"]), relative=True, fine=False)


def _relative(match: re.Match[str]) -> Atom | None:
    spoken, shift, bounded = _RELATIVE[match[0].lower()]
    return Atom(match.start(), match.end(), spans.whole_year, None, shift, spoken, relative=True, bounded=bounded, fine=False)


def _year(match: re.Match[str]) -> Atom | None:
    if match.string[match.end() : match.end() + 1] != "-" and unit_follows(match.string, match.end()):
        return None
    name = (match["name"] or "").lower()
    year = int(match["year"])
    text = f"{name} {year}" if name in _SHOWN else str(year)
    return Atom(match.start(), match.end(), lambda value: spans.whole_year(value, text), year=year, fine=False)


_PART_WORDS = alternatives(_PARTS)
_SCHOOL = _DATA.table("school_years").words("words")
_FIRST = ("første", "fyrste", "first")
_DIGITS = ("0",)


def _firsts(*lists: Iterable[str]) -> frozenset[str]:
    """The first word of each phrase, in lower case: a kind is tried only where one of them stands."""
    return frozenset(re.split(r"\W", phrase.lower())[0] for words in lists for phrase in words)


_COUNTS = (*_DIGITS, *NUMERALS.words)
_ARTICLES = _STRETCH.words("articles")
_STRETCHED = _STRETCH.words("pattern_words")
_KINDS: tuple[tuple[frozenset[str], re.Pattern[str], Build], ...] = tuple(
    (firsts, re.compile(_LEFT + pattern), build)
    for firsts, pattern, build in (
        (_firsts(_DIGITS), rf"(?P<year>{_YEAR})-(?P<m>[01][0-9])-(?P<d>[0-3][0-9])(?![0-9])", _iso),
        (
            _firsts(_DIGITS),
            rf"(?P<d>[0-9]{{1,2}})\.(?P<m>[0-9]{{1,2}})\.(?P<y>{_YEAR}|(?<=[0-9]{{2}}\.[0-9]{{2}}\.)[0-9]{{2}})(?![0-9]|\.[0-9])",
            _numeric,
        ),
        (
            _firsts(_DIGITS),
            r"(?<=(?i:per|pr\.|den|nen) )(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.?(?P<y>(?!))?(?![0-9])",
            _numeric,
        ),
        (
            _firsts(_DIGITS),
            rf"(?P<d>[0-9]{{1,2}})\.? ?[–-] ?(?P<last>[0-9]{{1,2}})\. (?P<month>{_MONTH})(?!\w){_TAIL}",
            _day_month,
        ),
        (_firsts(_DIGITS), rf"(?P<d>[0-9]{{1,2}})(?:\. ?|(?:st|nd|rd|th)? )(?P<month>{_MONTH})(?!\w){_TAIL}", _day_month),
        (_firsts(MONTHS), rf"(?P<month>{_MONTH}) (?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,? {_OWN}", _day_month),
        (_firsts(MONTHS), rf"(?P<month>{_MONTH})(?!\w){_TAIL}", _month),
        (
            _firsts(_DIGITS, _ORDINALS),
            rf"(?:(?P<n>[1-4])\.|(?P<ordinal>(?i:{alternatives(_ORDINALS)}))) (?P<part>(?i:{_PART_WORDS}))(?!\w){_TAIL}",
            _part,
        ),
        (
            _firsts(f"{letter}{number}" for letter in _LETTERS for number in range(1, 5)),
            rf"(?P<letter>[{''.join(_LETTERS)}])(?P<n>[1-4])[ -]{_OWN}",
            _letter,
        ),
        (
            _firsts(_ARTICLES, ["årets"], _COUNTS),
            rf"(?:(?i:de|dei|årets|the) )?{_COUNT} (?i:{alternatives(_FIRST)}) (?P<part>(?i:{_PART_WORDS}))(?!\w){_TAIL}",
            _first_parts,
        ),
        (
            _firsts(_ARTICLES, _FIRST),
            rf"(?i:(?:de|dei|the) )?(?i:{alternatives(_FIRST)}) {_COUNT} (?P<part>(?i:{_PART_WORDS}))(?!\w){_TAIL}",
            _first_parts,
        ),
        (
            _firsts(_SEASONS),
            rf"(?P<season>(?i:{alternatives(_SEASONS)})){_OF}(?P<year>{_YEAR})(?![0-9])",
            _season,
        ),
        (
            _firsts(_DIGITS, _SCHOOL),
            rf"(?:(?P<name>(?i:{alternatives(_SCHOOL)})) )?(?P<first>{_YEAR})(?P<join>[/–-])(?P<last>{_YEAR}|[0-9]{{2}})"
            r"(?![0-9]|[-–/.,][0-9])",
            _two_years,
        ),
        (
            _firsts(_ARTICLES, _STRETCHED),
            rf"(?:(?i:{alternatives(_ARTICLES)}) )?(?i:{alternatives(_STRETCHED)}) (?:{_COUNT} )?"
            rf"(?P<unit>(?i:{alternatives(_STRETCH.words('years'))}))(?!\w)",
            _stretch,
        ),
        (
            _firsts(_AGO.words("before"), _COUNTS),
            rf"(?:(?i:{alternatives(_AGO.words('before'))}) )?{_COUNT} (?i:år|years) "
            rf"(?i:{alternatives(_AGO.words('after'))})(?!\w)",
            _ago,
        ),
        (_firsts(_RELATIVE), rf"(?i:{alternatives(_RELATIVE)})(?!\w)", _relative),
        (
            _firsts(_DIGITS, _YEARS.words("words")),
            rf"(?:(?P<name>(?i:{alternatives(_YEARS.words('words'))})) )?(?<![\w)]-)(?<![0-9] )"
            rf"(?P<year>{_YEAR})(?P<mark>[0-9]{{1,2}})?(?![0-9]|[.,/:][0-9])",
            _year,
        ),
    )
)


def _by_first_word() -> dict[str, tuple[tuple[re.Pattern[str], Build], ...]]:
    words = {word for firsts, _, _ in _KINDS for word in firsts}
    return {word: tuple((pattern, build) for firsts, pattern, build in _KINDS if word in firsts) for word in words}


_TRIED = _by_first_word()
_WORD = re.compile(r"\w+")


def find_atoms(text: str) -> list[Atom]:
    """Every atom of even text, ascending, none overlapping; at one place the kinds named first win."""
    found: list[Atom] = []
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


def _first_atom(text: str, position: int, tried: tuple[tuple[re.Pattern[str], Build], ...]) -> Atom | None:
    for pattern, build in tried:
        match = pattern.match(text, position)
        atom = build(match) if match else None
        if atom is not None:
            return atom
    return None
