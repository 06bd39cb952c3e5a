"""The stretch of time that a change is measured over: «økte med 300 fra 2023», «falt fra 922 til 812»."""

import re
from datetime import date

from ingest.quantities import spans_of_time as spans
from ingest.quantities.drafts import Draft
from ingest.quantities.model import Measure, Period, PeriodMention
from ingest.quantities.scope import Scope

_FROM = re.compile(r"(?<!\w)(?i:fra|frå|from)(?: \x00+)? ?$")
_NEAR = 30
_PAIR = 2


def is_first_end(text: str, draft: Draft) -> bool:
    """Whether the number is what something changed from: «økte fra 10 til 12»."""
    return draft.changing and _FROM.search(text, max(0, draft.lead - _NEAR), draft.lead) is not None


def settle_changes(scope: Scope) -> None:
    """Give every change the stretch from what it is measured against to when it is measured."""
    for index, draft in enumerate(scope.drafts):
        if draft.measure is Measure.CHANGE:
            draft.period = _settled(scope, index, draft)


def _settled(scope: Scope, index: int, draft: Draft) -> Period | None:
    if draft.again:
        return _of_what_is_repeated(scope, index)
    if whole := _beside(scope, index):
        return whole
    base, period = _base(scope, index), draft.period
    if base is None and period is not None and period.end is None:
        base, period = period, None
    return _from(scope, draft, base, period) or draft.period


def _beside(scope: Scope, index: int) -> Period | None:
    """The stretch between two levels right beside the change: «falt 12 prosent, fra 922 til 812»."""
    drafts = scope.drafts
    for ends in (drafts[index + 1 : index + 3], drafts[max(index - 2, 0) : index]):
        pair = len(ends) == _PAIR and ends[0].coordinated and is_first_end(scope.text, ends[0])
        if pair and (whole := _between(*ends)):
            return whole
    return None


def _from(scope: Scope, draft: Draft, base: Period | None, period: Period | None) -> Period | None:
    """The stretch from the base to the period of the change, or to the last one spoken of that is later."""
    if base is None or base.start is None or (period is not None and period.start and period.start < base.start):
        return None
    first = base if base.end is not None else Period(base.start, base.start, base.text.split(" ", 1)[-1])
    last = _ending_after(scope, draft, first, period)
    return _stretch(first, last) if last is not None else None


def _stretch(first: Period, last: Period) -> Period:
    """From the first to the last, in words that tell the two apart."""
    if last.start is not None and last.end is not None and last.start.year != last.end.year:
        return spans.joined(first, last, f"{first.text}–{last.text.rsplit('–', 1)[-1]}")
    mark = " til " if "–" in first.text + last.text else "–"
    return spans.joined(first, last, f"{first.text}{mark}{last.text}")


def _of_what_is_repeated(scope: Scope, index: int) -> Period | None:
    """The period of the change before it, or the stretch between the two levels before it."""
    before = scope.drafts[index - 1]
    if before.measure is Measure.CHANGE or index < _PAIR:
        return before.period
    return _between(scope.drafts[index - 2], before) or before.period


def _between(first: Draft, last: Draft) -> Period | None:
    """The stretch between the periods of two levels that something changed from and to."""
    start, end = first.period, last.period
    if start is None or end is None or start.start is None or end.end is None or start == end:
        return None
    return _stretch(start, end)


def _base(scope: Scope, index: int) -> Period | None:
    """What the change is measured against.

    A comparison right before the parentheses it stands in, else one behind it and its repetitions but before the
    next number, else one that opens the sentence with no other period on the way.
    """
    draft = scope.drafts[index]
    for mention in scope.said:
        if mention.baseline and scope.text[mention.end : draft.token.start].strip("\x00") == " (":
            return mention.period
    following = next((other.token.start for other in scope.drafts[index + 1 :] if not other.again), scope.end)
    for mention in scope.said:
        if draft.token.start <= mention.start < following and (mention.baseline or _starts_it(scope, mention, draft)):
            return mention.period
    return _opening_base(scope, draft)


def _starts_it(scope: Scope, mention: PeriodMention, draft: Draft) -> bool:
    """Whether the change is told to start there, right behind it: «(+0,3 prosentpoeng) fra 2023»."""
    gap = scope.text[draft.after : mention.start].strip(" )\x00")
    return mention.since and mention.ends is None and not gap


def _opening_base(scope: Scope, draft: Draft) -> Period | None:
    before = [mention for mention in scope.said if mention.start < draft.token.start]
    if not before or before[-1].start - scope.start > _NEAR:
        return None
    opens = before[-1].baseline or (before[-1].ends is None and before[-1].since)
    return before[-1].period if opens else None


def _ending_after(scope: Scope, draft: Draft, first: Period, period: Period | None) -> Period | None:
    """The period the change ends in: its own where that is later than the base, else the last later one spoken of."""
    bound = first.end or date.min
    spoken = [mention.period for mention in reversed(scope.spoken_before(draft.token.start))]
    year = spans.whole_year(scope.context.year) if scope.context.year is not None else None
    candidates = [known for known in (period, *spoken, scope.context.period, year) if known is not None]
    return next((known for known in candidates if known.end is not None and known.end > bound), None)
