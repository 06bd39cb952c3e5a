"""What a question asks for: its kind, the class of unit, measure, periods, comparison and document it wants."""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from itertools import takewhile

from ingest.quantities import Context, read_periods, read_quantities
from ingest.quantities.model import Measure, Period, PeriodMention
from retrieval.analysis.words import fold, words
from retrieval.conversation.language import shipped_words


class Kind(StrEnum):
    """What kind of answer a question asks for."""

    HOW_MANY = "how_many"
    HOW_MUCH = "how_much"
    SHARE = "share"
    CHANGE = "change"
    DURATION = "duration"
    WHEN = "when"
    WHO = "who"
    WHERE = "where"
    WHICH = "which"
    WHY = "why"
    HOW = "how"
    HOW_OFTEN = "how_often"
    LIST = "list"
    YES_NO = "yes_no"
    WHAT = "what"


FIGURE_KINDS = frozenset({Kind.HOW_MANY, Kind.HOW_MUCH, Kind.SHARE, Kind.CHANGE, Kind.DURATION})


class Operation(StrEnum):
    """What a comparison computes."""

    DIFFERENCE = "difference"
    PERCENT_CHANGE = "percent_change"
    SHARE = "share"
    MAXIMUM = "maximum"
    MINIMUM = "minimum"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood.

    `unit` is a class of units: count, money, percent, time, base or score; `likely` are classes where none is certain.
    `listed` is how many things are to be listed, where the question says so: «hvilke fire mål …». `many` are the
    first words after «hvor mange», and `counted` those of them before a verb: in «hvor mange fikk uføretrygd» there are
    none.
    """

    text: str
    kind: Kind
    unit: str | None
    measure: Measure
    periods: tuple[Period, ...]
    document_kind: str | None
    likely: frozenset[str] = frozenset()
    listed: int | None = None
    many: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()

    @property
    def wants_figure(self) -> bool:
        """Whether a number answers it."""
        return self.kind in FIGURE_KINDS or self.kind == Kind.WHAT

    @property
    def asks_money(self) -> bool:
        """Whether an amount of money is asked for, for certain or most likely."""
        return self.unit == "money" or "money" in self.likely

    @property
    def wants_date(self) -> bool:
        """Whether a date answers it."""
        return self.kind == Kind.WHEN


@dataclass(frozen=True, slots=True)
class _Pattern:
    """How a kind of question is put, with the class of unit it asks for or makes likely."""

    match: re.Pattern[str]
    kind: Kind
    unit: str | None
    likely: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Language:
    """The language of questions, as data."""

    patterns: tuple[_Pattern, ...]
    change: re.Pattern[str]
    first_end: re.Pattern[str]
    whole: re.Pattern[str]
    before_counted: re.Pattern[str]
    documents: tuple[tuple[str, re.Pattern[str]], ...]
    classes: dict[str, str]
    cues: dict[Kind, re.Pattern[str]]
    people: re.Pattern[str]
    number_of: re.Pattern[str]
    ages: re.Pattern[str]
    asker: re.Pattern[str]
    vague: re.Pattern[str]
    frame: re.Pattern[str]
    money_frame: re.Pattern[str]
    asks_clock: re.Pattern[str]
    clock: re.Pattern[str]


class _Fragments:
    """Named parts of patterns, written `<name>` where they are used; a part may use others."""

    _USE = re.compile(r"<([a-z]+)>")

    def __init__(self, parts: dict[str, str]) -> None:
        self._parts = parts

    def compile(self, pattern: str) -> re.Pattern[str]:
        """A pattern with its parts put in. Raises KeyError for a part that is not there."""
        while self._USE.search(pattern):
            pattern = self._USE.sub(lambda use: self._parts[use[1]], pattern)
        return re.compile(pattern)


_BARE_YEAR = re.compile(r"\b((?:19|20)\d\d)(?= [a-zæøå])")
"""A year among search words: «saksbehandlingstid 2024 dager» asks for no 2024 days."""

MOST_READ = 50_000
"""How many names of figures it is remembered of what they say: questions look at the same ones again."""

_BEFORE_COUNT = 3
"""Words: «hva er de fire …»."""
_FEWEST_LISTED = 2
_COUNTED = 3
"""Words: «hvor mange av de ansatte …»."""

_OPEN = _Pattern(re.compile(""), Kind.WHAT, None, frozenset())
"""A question put in no known way."""


@lru_cache(maxsize=1)
def _language() -> _Language:
    data = tomllib.loads(files("retrieval").joinpath("question.toml").read_text("utf8"))
    written = _Fragments(data["fragment"])
    return _Language(
        patterns=tuple(
            _Pattern(written.compile(p["match"]), Kind(p["kind"]), p.get("unit"), frozenset(p.get("likely", ())))
            for p in data["questions"]["pattern"]
        ),
        change=written.compile(data["measure"]["change"]),
        first_end=re.compile(data["measure"]["first_end"], re.IGNORECASE),
        whole=re.compile(data["measure"]["whole"], re.IGNORECASE),
        before_counted=re.compile(data["counted"]["before"]),
        documents=tuple((kind, re.compile(p)) for kind, p in data["document"].items()),
        classes={unit: name for name, units in data["unit_class"].items() for unit in units},
        cues={Kind(kind): re.compile(pattern) for kind, pattern in data["cue"].items()},
        people=re.compile(data["people"]["unit"]),
        number_of=re.compile(data["counted"]["number"]),
        ages=re.compile(data["ages"]["words"]),
        asker=re.compile(data["asker"]["words"]),
        vague=re.compile(data["vague"]["times"]),
        frame=re.compile(data["frame"]["always"]),
        money_frame=re.compile(data["frame"]["money"]),
        asks_clock=re.compile(data["clock"]["asked"]),
        clock=re.compile(data["clock"]["written"], re.IGNORECASE),
    )


def unit_class(unit: str | None) -> str | None:
    """The class of a unit; every counted noun is of class «count», no unit of none."""
    if unit is None:
        return None
    return _language().classes.get(unit, "count")


def is_of_class(unit: str, wanted: str) -> bool:
    """Whether a unit is of a class; a counted noun that ends in a unit is of both: «tåketimer»."""
    classes = _language().classes
    return unit_class(unit) == wanted or any(unit.endswith(n) for n, c in classes.items() if c == wanted and len(n) > 3)


def is_people(unit: str) -> bool:
    """Whether a counted noun names people."""
    return _language().people.search(unit) is not None


def counts_things(text: str) -> bool:
    """Whether a question says that it is of a number of something: «antall mottakere»."""
    return _language().number_of.search(text.casefold()) is not None


@lru_cache(maxsize=MOST_READ)
def is_first_end(label: str) -> bool:
    """Whether a figure is what a change began from: «økte fra … til 12»."""
    return _language().first_end.search(label) is not None


@lru_cache(maxsize=MOST_READ)
def is_whole(label: str) -> bool:
    """Whether a figure is a whole that the text goes on to name a part of: «6 av …»."""
    return _language().whole.search(label) is not None


@lru_cache(maxsize=MOST_READ)
def is_of_ages(text: str) -> bool:
    """Whether a text speaks of people of some ages: «i alderen 18–29 år», «unge»."""
    return _language().ages.search(text.casefold()) is not None


def is_of_own_case(text: str) -> bool:
    """Whether a question speaks of the one who asks: «hvor mye får jeg», «søknaden min»."""
    return _language().asker.search(fold(text)) is not None


def is_frame(expression: str, question: Question) -> bool:
    """Whether an expression is of the asking more than of its subject: «etaten», «flest», for money «satt av til»."""
    language = _language()
    frames = (language.frame, language.money_frame) if question.asks_money else (language.frame,)
    return any(frame.match(expression) for frame in frames)


def has_cue(kind: Kind, text: str) -> bool:
    """Whether a text has the signs of an answer of that kind: «fordi» for why, a person's name for who."""
    cue = _language().cues.get(kind)
    return cue is not None and cue.search(text) is not None


def asks_for_clock(text: str) -> bool:
    """Whether a question asks for the time of day: «når på dagen», «hvilket klokkeslett»."""
    return _language().asks_clock.search(text.casefold()) is not None


def clock_times(text: str) -> list[str]:
    """The times of day a text names, as they are written: «kl. 9:00-11:00»."""
    return [match.group() for match in _language().clock.finditer(text)]


def understand(text: str, year: int | None) -> Question:
    """Read a question. `year` is the newest year of the collection, against which «i fjor» is resolved."""
    folded = " ".join(fold(text).split())
    language = _language()
    asked = _asked(folded)
    context = Context(year=year, period=None)
    many = _many(folded) if asked.unit == "count" else []
    mentions = read_periods(text, context) or read_periods(_BARE_YEAR.sub(r"\1,", text), context)
    return Question(
        text=text,
        kind=asked.kind,
        unit=asked.unit,
        measure=_measure(asked.kind, folded),
        periods=tuple(dict.fromkeys(mention.period for mention in mentions if not _is_vague(text, mention))),
        document_kind=next((name for name, pattern in language.documents if pattern.search(folded)), None),
        likely=asked.likely,
        listed=_listed(text, context) if asked.kind == Kind.LIST else None,
        many=frozenset(many),
        counted=frozenset(takewhile(lambda word: word not in shipped_words().verbs, many)),
    )


def _is_vague(text: str, mention: PeriodMention) -> bool:
    """Whether a time is told from now, so that its year is a guess: «de siste ti årene», «neste år»."""
    return _language().vague.search(fold(text[mention.start : mention.end])) is not None


def _listed(text: str, context: Context) -> int | None:
    """The number that a question which asks for a list names among its first words."""
    first = next(iter(read_quantities(text, context)), None)
    if first is None or len(text[: first.start].split()) > _BEFORE_COUNT or first.value < _FEWEST_LISTED:
        return None
    return int(first.value)


def _many(folded: str) -> list[str]:
    """The first words behind «hvor mange»."""
    found = _language().before_counted.search(folded)
    return words(folded[found.end() :])[:_COUNTED] if found else []


def _asked(folded: str) -> _Pattern:
    """The first pattern that fits; of several that ask for a figure the one whose words come first in the question."""
    found = [(p, match.start()) for p in _language().patterns if (match := p.match.search(folded))]
    if not found:
        return _OPEN
    first = found[0][0]
    if first.kind not in FIGURE_KINDS:
        return first
    return min(((p, at) for p, at in found if p.kind in FIGURE_KINDS), key=lambda one: one[1])[0]


def _measure(kind: Kind, folded: str) -> Measure:
    if kind == Kind.WHEN:
        return Measure.DATE
    if kind == Kind.CHANGE or (kind in FIGURE_KINDS and _language().change.search(folded)):
        return Measure.CHANGE
    return {Kind.SHARE: Measure.SHARE, Kind.DURATION: Measure.DURATION}.get(kind, Measure.LEVEL)
