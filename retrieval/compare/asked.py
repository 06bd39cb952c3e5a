"""What a question asks to be compared: the operation, and the sides as questions of their own."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from ingest.quantities import Context, read_periods
from ingest.quantities.model import Period, PeriodMention
from retrieval.compare.model import Plan, Side
from retrieval.conversation import Similarity, complete
from retrieval.conversation.parts import has_verb, only_measures, parts_of, subject_of, until_verb, with_other
from retrieval.question import Operation

FILE = "asked.toml"
MOST_YEARS = 12
"""A stretch of more years than this is not asked about year by year."""
EXTREMES = (Operation.MAXIMUM, Operation.MINIMUM)
HEAD, MANY, LONG = "Hvor mye", "Hvor mange", "Hva var"
_BEFORE = re.compile(r"(?:[,:]|\b(?:og|eller|and|or)\b|\s)+$", re.IGNORECASE)
_LOOSE = re.compile(r"^(?:[, ]|(?:og|and)\b)+")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of the data file."""

    operations: tuple[tuple[Operation, re.Pattern[str]], ...]
    one: dict[str, re.Pattern[str]]
    comparing: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    data: dict[str, Any] = tomllib.loads(files("retrieval").joinpath("compare", FILE).read_text("utf8"))
    flags = re.IGNORECASE
    words = "|".join(sorted(data["words"].pop("comparing"), key=len, reverse=True))
    one = {
        f"{table}.{name}": re.compile(pattern, flags)
        for table in ("none", "second", "extreme", "sides", "share", "words", "amount")
        for name, pattern in data[table].items()
    }
    operations = tuple((Operation(name), re.compile(p, flags)) for name, p in data["operation"].items())
    return _Patterns(operations, one, re.compile(rf"\b(?:{words})\b ?", flags))


def read_plan(question: str, year: int | None, similarity: Similarity) -> Plan | None:
    """The plan of a comparison; None when the question asks for none. `year` dates «i fjor»."""
    patterns = _patterns().one
    text = patterns["second.difference"].sub("", " ".join(question.split()).rstrip(" ?."))
    if patterns["none.times"].search(text):
        return None
    operation = _operation(text)
    share = None if operation in EXTREMES else _share(text)
    if share is not None:
        return share
    second = patterns["second.question"].search(text)
    if operation == Operation.DIFFERENCE and patterns["none.in_percent"].search(text):
        operation, text = Operation.PERCENT_CHANGE, patterns["none.in_percent"].sub("", text)
    if second is not None and patterns["amount.asks"].search(text):
        first = text[: second.start()]
        other = complete(f"og {second['second']}", [first], similarity)
        return Plan(None, (Side(first), Side(other)))
    if operation is None:
        return _step(text, year)
    return _sides(text, operation, year, similarity)


def _operation(text: str) -> Operation | None:
    patterns = _patterns()
    for operation, pattern in patterns.operations:
        asks = patterns.one["extreme.asks" if operation in EXTREMES else "amount.asks"]
        if pattern.search(text) and (operation == Operation.SERIES or asks.search(text)):
            return operation
    return None


def _step(text: str, year: int | None) -> Plan | None:
    """«Hvor mye øker satsen i mai 2025?»: the level then, and the one before it."""
    patterns = _patterns().one
    periods = _years(read_periods(text, Context(year=year, period=None)), each=False)
    if len(periods) != 1 or not patterns["amount.step"].search(text):
        return None
    level = _level(patterns["amount.step"].sub(HEAD, text))
    return Plan(Operation.DIFFERENCE, (Side(level, periods[0]), Side(level)), step=True)


def _sides(text: str, operation: Operation, year: int | None, similarity: Similarity) -> Plan | None:
    mentions = read_periods(text, Context(year=year, period=None))
    for_each = operation in (*EXTREMES, Operation.SERIES)
    years = _years(mentions, each=for_each)
    if for_each and len(years) > 1:
        return _by_period(text, operation, mentions, years)
    if operation in EXTREMES:
        return _alternatives(text, operation) or _of_many(text, operation)
    subjects = _two_subjects(text, operation, similarity)
    if subjects is not None:
        return subjects
    if len(years) == 2:
        return _by_period(text, operation, mentions, years)
    return None


def _of_many(text: str, operation: Operation) -> Plan:
    """«Hvilken region hadde flest merker i 2024?»: how many marks, of every region."""
    patterns = _patterns().one
    parts = parts_of(text)
    head = MANY if patterns["extreme.many"].search(text) else LONG if patterns["extreme.long"].search(text) else HEAD
    if not parts.noun or not parts.predicate:
        return Plan(operation, (Side(_level(text)),))
    measure = patterns["extreme.had"].sub("", parts.predicate)
    return Plan(operation, (Side(_level(f"{head} {measure}")),), whom=_level(parts.noun))


def _years(mentions: tuple[PeriodMention, ...], *, each: bool) -> list[Period]:
    """The periods to compare, latest first: those named, the ends of a stretch, or every year of it."""
    periods: list[Period] = []
    for mention in mentions:
        if mention.ends and not each:
            periods.extend(mention.ends)
        elif each:
            periods.extend(_every_year(mention.period))
        else:
            periods.append(mention.period)
    dated = [period for period in dict.fromkeys(periods) if period.end is not None or period.start is not None]
    return sorted(dated, key=lambda period: str(period.end or period.start), reverse=True)


def years_asked(question: str, year: int | None) -> list[Period]:
    """Every period a question names, a stretch of years as its years, earliest first."""
    return _years(read_periods(question, Context(year=year, period=None)), each=True)[::-1]


def _every_year(period: Period) -> list[Period]:
    if period.start is None or period.end is None or not 0 < period.end.year - period.start.year <= MOST_YEARS:
        return [period]
    years = range(period.start.year, period.end.year + 1)
    return [Period(date(year, 1, 1), date(year, 12, 31), str(year)) for year in years]


def _by_period(text: str, operation: Operation, mentions: tuple[PeriodMention, ...], years: list[Period]) -> Plan:
    """The same question for each period."""
    for mention in reversed(mentions):
        before = _BEFORE.sub("", text[: mention.start])
        text = f"{before.rstrip()} {text[mention.end :].lstrip()}"
    than = _patterns().one["sides.than"]
    bare = than.sub("", text) if _is_empty(than.search(text)) else text
    level = re.sub(r" (?:enn|than|i|in|fra|frå|til|to|og|and|,| )+$", "", _level(bare).strip())
    return Plan(operation, tuple(Side(f"{level} {period.text}", period) for period in years), same=True)


def _is_empty(match: re.Match[str] | None) -> bool:
    return match is not None and not re.search(r"[^\W\d_]{3,}", match["second"])


def _two_subjects(text: str, operation: Operation, similarity: Similarity) -> Plan | None:
    patterns = _patterns().one
    between = patterns["sides.between"].search(text)
    if between is not None and not _is_only_period(between["first"]) and not _is_only_period(between["second"]):
        halves = (between["first"], between["second"])
        sides = tuple(Side(_level(text[: between.start()] + half + text[between.end() :])) for half in halves)
        return Plan(operation, sides, unsigned=True)
    than = patterns["sides.than"].search(text)
    if than is None or _is_only_period(than["second"]):
        return None
    first, other = text[: than.start()].rstrip(" ,"), than["second"]
    if not has_verb(first):
        other, predicate = until_verb(other)
        before = first.removesuffix(parts_of(first).noun)
        return Plan(operation, tuple(Side(_level(f"{said} {predicate}")) for said in (first, f"{before}{other}")))
    if not parts_of(first).periods and not has_verb(other):
        first = " ".join([first, *parts_of(other).periods])
    own = patterns["sides.own_clause"].sub("", other)
    if own != other or has_verb(own) or only_measures(own):
        return Plan(operation, (Side(_level(first)), Side(f"{HEAD} {own} {subject_of(_level(first))}")))
    second = with_other(first, other, similarity)
    return Plan(operation, (Side(_level(first)), Side(_level(second))))


def _is_only_period(text: str) -> bool:
    mentions = read_periods(text, Context(year=2000, period=None))
    for mention in reversed(mentions):
        text = text[: mention.start] + text[mention.end :]
    return bool(mentions) and not re.search(r"[^\W\d_]{3,}", text)


def _alternatives(text: str, operation: Operation) -> Plan | None:
    match = _patterns().one["extreme.alternatives"].search(text)
    if match is None:
        return None
    level = _level(text[: match.start()])
    first, second = match["first"], match["second"]
    leads = re.match(r"\w+ ", second)
    shared, joined, _ = first.partition(f" {leads.group()}") if leads else ("", "", "")
    halves = (first, f"{shared} {second}" if joined else second)
    return Plan(operation, tuple(Side(f"{level} {half}") for half in halves))


def _share(text: str) -> Plan | None:
    patterns = _patterns().one
    both = patterns["share.both"].search(text)
    if both is not None:
        return Plan(Operation.SHARE, (Side(f"{HEAD} {both['part']}"), Side(f"{HEAD} {both['whole']}")))
    parts = parts_of(text)
    match = patterns["share.noun"].search(parts.noun)
    if match is None or not parts.predicate:
        return None
    whole = match["whole"]
    dated = whole if any(period in whole for period in parts.periods) else " ".join([whole, *parts.periods])
    return Plan(Operation.SHARE, (Side(f"{HEAD} {whole} {parts.predicate}"), Side(f"{HEAD} {dated}")))


def _level(text: str) -> str:
    """A question for the level of a thing: without the words that only say how to compare."""
    patterns = _patterns()
    many = patterns.one["words.people"].search(text)
    text = patterns.one["words.percent_head"].sub(MANY if many else HEAD, text)
    text = patterns.one["words.years"].sub("", text)
    return _LOOSE.sub("", " ".join(patterns.comparing.sub("", text).split()))
