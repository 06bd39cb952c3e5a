"""Lists of numbers beside lists of as many periods: «i 2022 og 2023 … henholdsvis 5 og 6»."""

from collections.abc import Sequence

from ingest.quantities.changed import is_first_end
from ingest.quantities.drafts import Draft
from ingest.quantities.model import Period, PeriodMention
from ingest.quantities.scope import Scope

_PAIR = 2


def pair_lists(scope: Scope) -> set[int]:
    """Give each list of numbers the list of as many periods beside it; the ids of the drafts that got theirs.

    «fra 5 til 6 fra 2022 til 2023» is such a pair too.
    """
    paired: set[int] = set()
    for first, last in _lists(scope.drafts):
        periods = _periods_beside(scope, first, last)
        if periods is None:
            continue
        for draft, period in zip(scope.drafts[first : last + 1], periods, strict=True):
            draft.period = period
            paired.add(id(draft))
    return paired


def _lists(drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """The first and last index of every list of two or more numbers."""
    lists: list[tuple[int, int]] = []
    first = 0
    for index, draft in enumerate(drafts):
        if not draft.coordinated or index + 1 == len(drafts):
            if index > first:
                lists.append((first, index))
            first = index + 1
    return lists


def _periods_beside(scope: Scope, first: int, last: int) -> list[Period] | None:
    """The periods behind the list, or those before it; none where a period stands inside the list."""
    drafts = scope.drafts
    floor = drafts[first - 1].token.end if first else scope.start
    ceiling = drafts[last + 1].token.start if last + 1 < len(drafts) else scope.end
    begin, end = drafts[first].token.start, drafts[last].token.end
    if any(begin < mention.start < end for mention in scope.said):
        return None
    before = [mention for mention in scope.said if floor <= mention.start < begin]
    behind = [mention for mention in scope.said if end <= mention.start < ceiling]
    ends = is_first_end(scope.text, drafts[first])
    count = last - first + 1
    return _as_many(count, behind, ends=ends) or _as_many(count, before, ends=ends)


def _as_many(count: int, mentions: list[PeriodMention], *, ends: bool) -> list[Period] | None:
    if len(mentions) == count:
        return [mention.period for mention in mentions]
    if ends and count == _PAIR and len(mentions) == 1 and mentions[0].ends is not None:
        return list(mentions[0].ends)
    return None
