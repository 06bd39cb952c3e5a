"""Units that a number takes from the numbers and words around it: «fra 92 til 73 dager», «antall saker økte med 30»."""

import re
from decimal import Decimal

from ingest.quantities.drafts import Draft
from ingest.quantities.nouns import announced_noun, is_nameless, names_percent, speaks_of_money
from ingest.quantities.sentences import coordinates, joiner
from ingest.quantities.units import Kind

_THOUSAND = 1000
_SLASHED = re.compile(r"(?: \([^()]*\))? ?/ ?")


def inherit_units(text: str, starts: list[int], drafts: list[Draft]) -> None:
    """Fill in the scale and unit of every draft that prints none of its own."""
    for left, right in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        gap = text[left.after : right.token.start]
        if left.sentence != right.sentence or not coordinates(gap):
            continue
        # «6 dager, 3 dager kortere» is no list; «5, 6 og 7 dager» is.
        if left.own_unit and joiner(gap) == ",":
            continue
        left.coordinated = True
        _take(left, right)
    for index, draft in enumerate(drafts):
        if draft.unit is None:
            _look_back(text, starts, drafts, index)


def _take(left: Draft, right: Draft) -> None:
    """A number takes the unit of the one it is joined with; the scale too where it is small enough for it."""
    if left.unit is not None:
        return
    left.unit, left.kind = right.unit, right.kind
    if left.scale == 1 and (abs(left.token.value) < _THOUSAND or _of_a_size(left.token.value, right.token.value)):
        left.scale = right.scale


def _of_a_size(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers are as large as each other, nearly: «fra 1 094 til 1 152 millioner»."""
    return abs(other) / 2 <= abs(one) <= abs(other) * 2


def _look_back(text: str, starts: list[int], drafts: list[Draft], index: int) -> None:
    draft = drafts[index]
    start = starts[draft.sentence]
    if draft.scale > 1:
        if speaks_of_money(text, start, len(text)) or any(other.kind is Kind.MONEY for other in drafts):
            draft.unit, draft.kind = "kroner", Kind.MONEY
        return
    if (not draft.token.digits and not draft.elliptic) or is_nameless(text, draft.after):
        return
    if index and _SLASHED.fullmatch(text, drafts[index - 1].after, draft.token.start):
        other = drafts[index - 1]
        draft.unit, draft.kind, draft.scale = other.unit, other.kind, other.scale
        return
    if names_percent(text, drafts[index - 1].after if index else start, draft.token.start):
        draft.unit, draft.kind = "prosent", Kind.PERCENT
        return
    here = [other for other in drafts if other.sentence == draft.sentence]
    draft.unit = announced_noun(text, start, draft.token.start) or _last_counted(drafts[:index], draft.sentence)
    if draft.unit is None and abs(draft.token.value) < _THOUSAND and (unit := _only_time(here)):
        draft.unit, draft.kind = unit, Kind.TIME
    if draft.unit is None and draft.sentence:
        before = draft.sentence - 1
        draft.unit = _last_counted(drafts[:index], before) or announced_noun(text, starts[before], start)


def _only_time(drafts: list[Draft]) -> str | None:
    """The unit of time that all the numbers of a sentence share, if they do."""
    units = {draft.unit for draft in drafts if draft.unit is not None}
    times = {draft.unit for draft in drafts if draft.kind is Kind.TIME}
    return next(iter(units)) if len(units) == 1 and units == times else None


def _last_counted(drafts: list[Draft], sentence: int) -> str | None:
    """The noun that the last of them in that sentence counts."""
    counts = [draft.unit for draft in drafts if draft.sentence == sentence and draft.kind in {None, Kind.COUNT}]
    return next((unit for unit in reversed(counts) if unit is not None), None)
