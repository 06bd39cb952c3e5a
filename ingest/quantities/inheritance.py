"""Units that a number takes from the numbers and words around it: «fra 92 til 73 dager», «antall saker økte med 30»."""

from ingest.quantities.drafts import Draft
from ingest.quantities.nouns import announced_noun, speaks_of_money
from ingest.quantities.sentences import coordinates
from ingest.quantities.units import Kind

_THOUSAND = 1000


def inherit_units(text: str, starts: list[int], drafts: list[Draft]) -> None:
    """Fill in the scale and unit of every draft that prints none of its own."""
    for left, right in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        if left.sentence == right.sentence and coordinates(text[left.after : right.token.start]):
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
    if left.scale == 1 and abs(left.token.value) < _THOUSAND:
        left.scale = right.scale


def _look_back(text: str, starts: list[int], drafts: list[Draft], index: int) -> None:
    draft = drafts[index]
    start = starts[draft.sentence]
    if draft.scale > 1:
        if speaks_of_money(text, start, len(text)) or any(other.kind is Kind.MONEY for other in drafts):
            draft.unit, draft.kind = "kroner", Kind.MONEY
        return
    if not draft.token.digits:
        return
    draft.unit = announced_noun(text, start, draft.token.start)
    if draft.unit is None:
        for other in reversed(drafts[:index]):
            if other.unit is not None and other.kind in {None, Kind.COUNT} and draft.sentence - other.sentence <= 1:
                draft.unit = other.unit
                break
