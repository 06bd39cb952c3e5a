"""The sides of a comparison, where it is not one thing in several periods: two named things, or all of them."""

import re

from ingest.quantities import Context, read_periods
from retrieval.compare.model import Change, Plan, Side
from retrieval.compare.wording import HEAD, LONG, MANY, level_of, patterns
from retrieval.conversation import Similarity
from retrieval.conversation.parts import has_verb, only_measures, parts_of, subject_of, until_verb, with_other
from retrieval.question import Operation


def two_subjects(text: str, operation: Operation, similarity: Similarity) -> Plan | None:
    """Two things set against each other by «mellom … og», «enn», or «… for … og …»; None where there are none."""
    known = patterns().one
    between = known["sides.between"].search(text)
    if between is not None and not _is_only_period(between["first"]) and not _is_only_period(between["second"]):
        halves = (between["first"], _with_subject_of(between["first"], between["second"]))
        after = text[between.end() :]
        own = bool(parts_of(halves[0]).periods) and _is_only_period(after)
        ends = ("" if own else after, after)
        sides = tuple(
            Side(level_of(f"{text[: between.start()]}{half}{end}")) for half, end in zip(halves, ends, strict=True)
        )
        return Plan(operation, sides, unsigned=True)
    than = known["sides.than"].search(text)
    if than is None:
        return _pair(text, operation)
    if _begins_with_period(than["second"]):
        return None
    return _than(text[: than.start()].rstrip(" ,"), than["second"], operation, similarity)


def _with_subject_of(first: str, second: str) -> str:
    """«bevilgningen til merker i 2025» and «regnskapet i 2024»: a half of only a measure has the other's subject."""
    if not only_measures(second):
        return second
    return f"{second} {subject_of(first)}".strip()


def _than(first: str, other: str, operation: Operation, similarity: Similarity) -> Plan:
    """«… X enn Y …»: what either side leaves unsaid it has from the other."""
    if not has_verb(first):
        other, predicate = until_verb(other)
        before = first.removesuffix(parts_of(first).noun)
        return Plan(operation, tuple(Side(level_of(f"{said} {predicate}")) for said in (first, f"{before}{other}")))
    own = patterns().one["sides.own_clause"].sub("", other)
    clause = own != other or has_verb(own) or only_measures(own)
    if not subject_of(level_of(first)):
        first, clause = f"{first} {subject_of(f'{HEAD} {own}')}", True
    if not parts_of(first).periods and not (has_verb(other) and subject_of(own)):
        first = " ".join([first, *parts_of(other).periods])
    if clause:
        return Plan(operation, (Side(level_of(first)), Side(f"{HEAD} {own} {subject_of(level_of(first))}")))
    return Plan(operation, (Side(level_of(first)), Side(level_of(with_other(first, other, similarity)))))


def _pair(text: str, operation: Operation) -> Plan | None:
    """«forskjellen på ventetiden for merker og fyr», «sammenlign … for merker og fyr»."""
    match = patterns().one["sides.pair"].search(text)
    if match is None or _is_only_period(match["first"]) or _is_only_period(match["second"]):
        return None
    start, end = text[: match.start("first")], text[match.end() :]
    return Plan(
        operation, tuple(Side(level_of(start + match[half] + end)) for half in ("first", "second")), unsigned=True
    )


def _begins_with_period(text: str) -> bool:
    """«i 2023 for merker»: the other side is another period of the same."""
    mentions = read_periods(text, Context(year=2000, period=None))
    return bool(mentions) and len(text[: mentions[0].start].split()) <= 1


def _is_only_period(text: str) -> bool:
    mentions = read_periods(text, Context(year=2000, period=None))
    for mention in reversed(mentions):
        text = text[: mention.start] + text[mention.end :]
    return bool(mentions) and not re.search(r"[^\W\d_]{3,}", text)


def names_others(text: str) -> bool:
    """Whether the alternatives a question names are things, and not years."""
    match = patterns().one["extreme.alternatives"].search(text)
    return match is not None and not _is_only_period(match["second"])


def alternatives(text: str, operation: Operation) -> Plan | None:
    """«… størst, X eller Y?»; None where no two are named."""
    match = patterns().one["extreme.alternatives"].search(text)
    if match is None:
        return None
    level = level_of(text[: match.start()])
    first, second = match["first"], match["second"]
    shares = patterns().one["sides.measured"].match(first)
    if shares is not None and only_measures(shares["measure"]):
        second = f"{shares.group()}{second}"
    leads = re.match(r"\w+ ", second)
    shared, joined, _ = first.partition(f" {leads.group()}") if leads else ("", "", "")
    halves = (first, f"{shared} {second}" if joined else second)
    names = (first, match["second"])
    return Plan(operation, tuple(Side(f"{level} {half}", name=name) for half, name in zip(halves, names, strict=True)))


def either(text: str) -> Plan | None:
    """«Er det flere merker i Nordvik eller Sørvik?»: where there are most."""
    match = patterns().one["extreme.either"].search(text)
    if match is None:
        return None
    start, end = text[: match.start("first")], match["rest"] or ""
    sides = tuple(Side(level_of(f"{start}{match[half]}{end}"), name=match[half]) for half in ("first", "second"))
    return Plan(Operation.MAXIMUM, sides)


def of_changes(text: str, operation: Operation) -> Plan | None:
    """«Hvilken ordning økte mest?»: of every one its change; a fall is asked for as the least."""
    if _change(text) is None or parts_of(text).noun == "":
        return None
    falls = patterns().one["extreme.fall"].search(text) is not None
    least = falls != (operation == Operation.MINIMUM)
    return of_many(text, Operation.MINIMUM if least else Operation.MAXIMUM)


def of_many(text: str, operation: Operation) -> Plan:
    """«Hvilken region hadde flest merker i 2024?»: how many marks, of every region."""
    known = patterns().one
    place = 3 if known["extreme.third"].search(text) else 2 if known["extreme.second"].search(text) else 1
    text = known["extreme.third"].sub("", known["extreme.second"].sub("", text))
    several = known["extreme.several"].search(text)
    if several is not None:
        text = text[: several.start("number")] + text[several.end("number") :].lstrip()
    change = _change(text)
    parts = parts_of(text)
    head = MANY if known["extreme.many"].search(text) else LONG if known["extreme.long"].search(text) else HEAD
    if not parts.noun or not parts.predicate:
        return Plan(operation, (Side(level_of(text)),), place=place, change=change)
    measure = known["extreme.had"].sub("", parts.predicate)
    first = _number(several["number"]) if several else 1
    sides = (Side(level_of(f"{head} {measure}")),)
    return Plan(operation, sides, whom=level_of(parts.noun), place=place, first=first, change=change)


def _number(said: str) -> int:
    return int(said) if said.isdigit() else patterns().numbers[said.casefold()]


def _change(text: str) -> Change | None:
    """«hvilken ordning økte mest i prosent»: whether the largest change is asked for, and by what."""
    known = patterns().one
    if not known["extreme.change"].search(text):
        return None
    return Change.PERCENT if known["extreme.percent"].search(text) else Change.AMOUNT
