"""The stretch of time that a change is measured over: «økte med 300 fra 2023», «falt fra 922 til 812»."""

import re
from datetime import date

from ingest.quantities import spans_of_time as spans
from ingest.quantities.drafts import Draft
from ingest.quantities.model import Context, Measure, Period, PeriodMention

_FROM = re.compile(r"(?<!\w)(?i:fra|frå|from)(?: \x00+)? ?$")
_NEAR = 30
_PAIR = 2


def is_first_end(text: str, draft: Draft) -> bool:
    """Whether the number is what something changed from: «økte fra 10 til 12»."""
    return draft.changing and _FROM.search(text, max(0, draft.lead - _NEAR), draft.lead) is not None


def settle_changes(
    text: str,
    drafts: list[Draft],
    said: list[PeriodMention],
    earlier: list[PeriodMention],
    context: Context,
    start: int,
) -> None:
    """Give every change the stretch from what it is measured against to when it is measured."""
    bases = [mention for mention in said if mention.baseline]
    for index, draft in enumerate(drafts):
        if draft.measure is not Measure.CHANGE:
            continue
        if draft.again:
            draft.period = _of_what_is_repeated(drafts, index)
            continue
        if whole := _beside(text, drafts, index):
            draft.period = whole
            continue
        base = _base(text, drafts, index, bases, said, start)
        period = draft.period
        if base is None and period is not None and period.end is None:
            base, period = period, None
        draft.period = _from(base, period, earlier, context) or draft.period


def _beside(text: str, drafts: list[Draft], index: int) -> Period | None:
    """The stretch between two levels right beside the change: «falt 12 prosent, fra 922 til 812»."""
    for ends in (drafts[index + 1 : index + 3], drafts[max(index - 2, 0) : index]):
        if len(ends) == _PAIR and ends[0].coordinated and is_first_end(text, ends[0]) and (whole := _between(*ends)):
            return whole
    return None


def _from(base: Period | None, period: Period | None, earlier: list[PeriodMention], context: Context) -> Period | None:
    """The stretch from the base to the period of the change, or to the last one spoken of that is later."""
    if base is None or base.start is None or (period is not None and period.start and period.start < base.start):
        return None
    first = base if base.end is not None else Period(base.start, base.start, base.text.split(" ", 1)[-1])
    last = _ending_after(first, period, earlier, context)
    if last is None:
        return None
    return _stretch(first, last)


def _stretch(first: Period, last: Period) -> Period:
    """From the first to the last, in words that tell the two apart."""
    if last.start is not None and last.end is not None and last.start.year != last.end.year:
        return spans.joined(first, last, f"{first.text}–{last.text.rsplit('–', 1)[-1]}")
    mark = " til " if "–" in first.text + last.text else "–"
    return spans.joined(first, last, f"{first.text}{mark}{last.text}")


def _of_what_is_repeated(drafts: list[Draft], index: int) -> Period | None:
    """The period of the change before it, or the stretch between the two levels before it."""
    before = drafts[index - 1]
    if before.measure is Measure.CHANGE or index < _PAIR:
        return before.period
    return _between(drafts[index - 2], before) or before.period


def _between(first: Draft, last: Draft) -> Period | None:
    """The stretch between the periods of two levels that something changed from and to."""
    start, end = first.period, last.period
    if start is None or end is None or start.start is None or end.end is None or start == end:
        return None
    return _stretch(start, end)


def _base(
    text: str, drafts: list[Draft], index: int, bases: list[PeriodMention], said: list[PeriodMention], start: int
) -> Period | None:
    """What the change is measured against.

    A comparison right before the parentheses it stands in, else one behind it and its repetitions but before the
    next number, else one that opens the sentence with no other period on the way.
    """
    draft = drafts[index]
    for mention in bases:
        if text[mention.end : draft.token.start].strip("\x00") == " (":
            return mention.period
    following = next((other.token.start for other in drafts[index + 1 :] if not other.again), len(text))
    behind = next((mention.period for mention in bases if draft.token.start <= mention.start < following), None)
    if behind is not None:
        return behind
    before = [mention for mention in said if mention.start < draft.token.start]
    if not before or before[-1].start - start > _NEAR:
        return None
    opens = before[-1].baseline or (before[-1].ends is None and before[-1].since)
    return before[-1].period if opens else None


def _ending_after(
    first: Period, period: Period | None, earlier: list[PeriodMention], context: Context
) -> Period | None:
    """The period the change ends in: its own where that is later than the base, else the last later one spoken of."""
    bound = first.end or date.min
    spoken = [mention.period for mention in reversed(earlier)]
    year = spans.whole_year(context.year) if context.year is not None else None
    candidates = [known for known in (period, *spoken, context.period, year) if known is not None]
    return next((known for known in candidates if known.end is not None and known.end > bound), None)
