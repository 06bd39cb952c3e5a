"""The words of dates and periods, from the data: months, parts of a year, seasons, relative years."""

from ingest.data import alternatives, beside

_DATA = beside(__file__, "periods.toml")


def _months() -> tuple[dict[str, int], tuple[str, ...], str]:
    numbers: dict[str, int] = {}
    names = [""] * 13
    norwegian: list[str] = []
    english: list[str] = []
    for _, month in beside(__file__, "months.toml").each():
        number = month.integer("number")
        names[number] = month.word("name")
        norwegian += month.words("forms")
        english += month.optional_words("english")
        numbers |= {form.lower(): number for form in (*month.words("forms"), *month.optional_words("english"))}
    return numbers, tuple(names), f"(?:(?i:{alternatives(norwegian)})|{alternatives(english)})"


# Form → number, number → name shown, and the pattern of every form.
MONTHS, MONTH_NAMES, MONTH = _months()

# Form → part of a year, part → its months, letter → part.
_PARTS = tuple(_DATA.table("parts").each())
PARTS = {form: name for name, part in _PARTS for form in part.words("forms")}
LENGTHS = {name: part.integer("months") for name, part in _PARTS}
LETTERS = {letter: name for name, part in _PARTS for letter in part.optional_words("letters")}
ORDINALS = _DATA.table("ordinals").numbering()
SEASONS = {word: _DATA.table("seasons").integers(word) for word in _DATA.table("seasons").values}
FIRST_WORDS = _DATA.table("first_parts").words("words")
FIRST_ARTICLES = _DATA.table("first_parts").words("articles")

# Phrase → whether it counts from the year spoken of, by how many years, whether only behind a bounding word.
RELATIVE = {
    form: (item.word("from", ("document", "spoken")) == "spoken", item.integer("shift"), item.flag("bounded"))
    for item in _DATA.tables("relative")
    for form in item.words("forms")
}

SCHOOL_YEARS = _DATA.table("school_years").words("words")
YEAR_NAMES = _DATA.table("year_names").words("words")
SHOWN_YEAR_NAMES = frozenset(_DATA.table("year_names").words("shown"))

_STRETCHES = _DATA.table("stretches")
STRETCH_WORDS = _STRETCHES.words("pattern_words")
STRETCH_YEARS = _STRETCHES.words("years")
STRETCH_ARTICLES = _STRETCHES.words("articles")
STRETCH_PLURALS = frozenset(_STRETCHES.words("plurals"))

_AGO = _DATA.table("ago")
AGO_BEFORE, AGO_UNITS, AGO_AFTER = _AGO.words("before"), _AGO.words("units"), _AGO.words("after")
