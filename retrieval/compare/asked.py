"""What a question asks to be compared: the operation, and the sides as questions of their own."""

import re
from datetime import date

from ingest.quantities import Context, read_periods
from ingest.quantities.model import Period, PeriodMention
from retrieval.compare.model import Plan, Side
from retrieval.compare.sides import alternatives, either, names_others, of_changes, of_many, two_subjects
from retrieval.compare.wording import HEAD, level_of, patterns
from retrieval.conversation import Similarity, complete
from retrieval.conversation.parts import parts_of
from retrieval.question import Operation

LEAST_YEARS = 2
"""Of fewer times there is no series: «utvikling av programvare» is a thing."""
MOST_YEARS = 12
"""A stretch of more years than this is not asked about year by year."""
EXTREMES = (Operation.MAXIMUM, Operation.MINIMUM)
_BEFORE = re.compile(r"(?:[,:]|\b(?:og|eller|and|or)\b|\s)+$", re.IGNORECASE)
_ENDS = re.compile(r" (?:enn|than|i|in|fra|frå|til|to|og|and|,| )+$", re.IGNORECASE)


def read_plan(question: str, year: int | None, similarity: Similarity) -> Plan | None:
    """The plan of a comparison; None when the question asks for none. `year` dates «i fjor»."""
    known = patterns().one
    whole = " ".join(question.split()).rstrip(" ?.")
    text = known["second.difference"].sub("", whole)
    if known["none.times"].search(text):
        return None
    operation = _operation(text)
    share = None if operation in EXTREMES else _share(text)
    if share is not None:
        return share
    second = known["second.question"].search(text)
    if operation == Operation.DIFFERENCE and known["none.in_percent"].search(text):
        operation, text = Operation.PERCENT_CHANGE, known["none.in_percent"].sub("", text)
    if second is not None and known["amount.asks"].search(text):
        first = text[: second.start()]
        other = complete(f"og {second['second']}", [first], similarity)
        difference = text != whole
        return Plan(Operation.DIFFERENCE if difference else None, (Side(first), Side(other)), unsigned=difference)
    if operation is None:
        return either(text) or _step(text, year) or _more(text, year)
    return _sides(text, operation, year, similarity)


def _operation(text: str) -> Operation | None:
    found = patterns()
    for operation, pattern in found.operations:
        asks = found.one["extreme.asks" if operation in EXTREMES else "amount.asks"]
        if pattern.search(text) and (operation == Operation.SERIES or asks.search(text)):
            return operation
    return None


def _step(text: str, year: int | None) -> Plan | None:
    """«Hvor mye øker satsen i mai 2025?»: the level then, and the one before it."""
    known = patterns().one
    periods = _years(read_periods(text, Context(year=year, period=None)), each=False)
    if len(periods) != 1 or not known["amount.step"].search(text):
        return None
    level = level_of(known["amount.step"].sub(HEAD, text))
    return Plan(Operation.DIFFERENCE, (Side(level, periods[0]), Side(level)), step=True)


def _more(text: str, year: int | None) -> Plan | None:
    """«Hvor mye mer er satt av i 2025?»: than the year before."""
    known = patterns().one
    if not known["amount.more"].search(text):
        return None
    in_percent = known["none.in_percent"].search(text) or known["words.percent_head"].search(text)
    text = known["none.in_percent"].sub("", text)
    mentions = read_periods(text, Context(year=year, period=None))
    years = _years(mentions, each=False)
    if len(years) != 1 or (before := _year_before(years[0])) is None:
        return None
    operation = Operation.PERCENT_CHANGE if in_percent else Operation.DIFFERENCE
    return _by_period(text, operation, mentions, [years[0], before])


def _year_before(period: Period) -> Period | None:
    """The same days of the year before; None for an open stretch."""
    if period.start is None or period.end is None or period.year is None:
        return None
    start, end = (_a_year_earlier(day) for day in (period.start, period.end))
    return Period(start, end, period.text.replace(str(period.year), str(period.year - 1)))


def _a_year_earlier(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return date(day.year - 1, 2, 28) if leap else day.replace(year=day.year - 1)


def _since(text: str, operation: Operation, mentions: tuple[PeriodMention, ...], years: list[Period]) -> Plan | None:
    """«… enn året før», «… siden 2023»: what it is now against what it was then, or just before."""
    if len(years) != 1 or operation not in (Operation.DIFFERENCE, Operation.PERCENT_CHANGE):
        return None
    mention = next(each for each in mentions if each.period == years[0])
    if not (mention.baseline or years[0].end is None):
        return None
    level = _by_period(text, operation, mentions, years).sides[0].text.removesuffix(years[0].text).rstrip()
    before = None if mention.relative else _whole_year(years[0])
    return Plan(operation, (Side(level), Side(level, before)), step=True)


def _whole_year(period: Period) -> Period:
    """«siden 2023» counts from what it was in 2023."""
    if period.end is not None or period.start is None:
        return period
    year = period.start.year
    return Period(date(year, 1, 1), date(year, 12, 31), str(year))


def _sides(text: str, operation: Operation, year: int | None, similarity: Similarity) -> Plan | None:
    mentions = read_periods(text, Context(year=year, period=None))
    for_each = operation in (*EXTREMES, Operation.SERIES)
    years = _years(mentions, each=for_each)
    if operation == Operation.SERIES and len(years) < LEAST_YEARS:
        over_time = patterns().one["amount.over_time"]
        return Plan(operation, (Side(level_of(over_time.sub("", text))),)) if over_time.search(text) else None
    if operation in EXTREMES and (changes := of_changes(text, operation)) is not None:
        return changes
    if for_each and len(years) > 1 and not names_others(text):
        return _by_period(text, operation, mentions, years)
    if operation in EXTREMES and len(years) < 2:
        return alternatives(text, operation) or of_many(text, operation)
    subjects = two_subjects(text, operation, similarity)
    if subjects is not None:
        return subjects
    if len(years) == 2:
        return _by_period(text, operation, mentions, years)
    return _since(text, operation, mentions, years)


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
    """The same question for each period. All are searched for with the same words, every period among them."""
    for mention in reversed(mentions):
        before = _BEFORE.sub("", text[: mention.start])
        text = f"{before.rstrip()} {text[mention.end :].lstrip()}"
    than = patterns().one["sides.than"].search(f"{text} ")
    if than is not None:
        text = f"{text[: than.start()]} {than['second']}"
    level = _ENDS.sub("", level_of(text).strip())
    asked = " ".join([level, *(period.text for period in years)])
    return Plan(operation, tuple(Side(asked, period) for period in years), same=True)


def _share(text: str) -> Plan | None:
    known = patterns().one
    both = known["share.both"].search(text) or known["share.of_whole"].search(text)
    if both is not None:
        return Plan(Operation.SHARE, (Side(f"{HEAD} {both['part']}"), Side(f"{HEAD} {both['whole']}")))
    parts = parts_of(text)
    match = known["share.noun"].search(parts.noun)
    if match is None or not parts.predicate:
        return None
    whole = match["whole"]
    dated = whole if any(period in whole for period in parts.periods) else " ".join([whole, *parts.periods])
    return Plan(Operation.SHARE, (Side(f"{HEAD} {whole} {parts.predicate}"), Side(f"{HEAD} {dated}")))
