"""Which of the periods a text names a quantity holds for."""

import re
from datetime import date

from ingest.quantities import spans_of_time as spans
from ingest.quantities.data import alternatives, load
from ingest.quantities.drafts import Draft
from ingest.quantities.model import Context, Measure, Period, PeriodMention

_BOUNDARY = re.compile(r"[,;:]|(?<!\w)(?:mens|men) ")
_FROM = re.compile(r"(?<!\w)(?i:fra|frå|from)(?: \x00+)? ?$")
_RESUMED = re.compile(rf",? (?:{alternatives(load('periods').table('baselines').words('resumed_by'))}) ")
_AGAINST = re.compile(rf"(?<!\w)(?i:{alternatives(load('periods').table('baselines').words('words'))}) ")
_OPENS_FROM = re.compile(r"(?i:fra|frå|siden|sidan|from|since) ")
_NEAR = 30
_OPENING = 25


def assign_periods(
    text: str, starts: list[int], drafts: list[Draft], mentions: tuple[PeriodMention, ...], context: Context
) -> None:
    """Fill in the period of every draft: a parallel list, the nearest mention, the sentence before, the context."""
    spoken = context.period
    for sentence, start in enumerate(starts):
        last = starts[sentence + 1] if sentence + 1 < len(starts) else len(text)
        here = [draft for draft in drafts if draft.sentence == sentence]
        said = [mention for mention in mentions if start <= mention.start < last]
        mains = [mention for mention in said if not mention.baseline]
        if here:
            paired = _pair_lists(text, here, said)
            _assign(text, [draft for draft in here if id(draft) not in paired], said, spoken, last)
            _settle_changes(text, here, said, [m for m in mentions if not m.baseline and m.start < start], context, start)
        spoken = _left_spoken([mention for mention in mains if mention.period.end is not None], spoken, context.year, start)


def _left_spoken(mains: list[PeriodMention], spoken: Period | None, year: int | None, start: int) -> Period | None:
    """The period that a sentence leaves in the air: the one it opens with, else its latest or that from before.

    The document's future counts only where the sentence names nothing else.
    """
    dated = [mention for mention in mains if mention.period.year is not None]
    if not dated:
        return spoken
    opened = dated[0].start - start <= _OPENING
    periods = [mention.period for mention in dated] + ([] if opened or spoken is None else [spoken])
    past = [period for period in periods if year is None or (period.year or 0) <= year]
    return max(past or periods, key=lambda period: period.end or period.start or date.min)


def _pair_lists(text: str, drafts: list[Draft], said: list[PeriodMention]) -> set[int]:
    """Pair each list of numbers with the list of as many periods beside it; the ids of the drafts that got theirs.

    «i 2022 og 2023 … henholdsvis 5 og 6», «økte fra 5 til 6 fra 2022 til 2023».
    """
    paired: set[int] = set()
    for first, last in _lists(drafts):
        floor = drafts[first - 1].token.end if first else 0
        ceiling = drafts[last + 1].token.start if last + 1 < len(drafts) else None
        before = [mention for mention in said if floor <= mention.start < drafts[first].token.start]
        behind = [m for m in said if drafts[last].token.end <= m.start and (ceiling is None or m.start < ceiling)]
        within = any(drafts[first].token.end <= mention.start < drafts[last].token.start for mention in said)
        count = last - first + 1
        ends = _is_first_end(text, drafts[first])
        periods = None if within else _as_many(count, behind, ends=ends) or _as_many(count, before, ends=ends)
        if periods is None:
            continue
        for draft, period in zip(drafts[first : last + 1], periods, strict=True):
            draft.period = period
            paired.add(id(draft))
    return paired


def _lists(drafts: list[Draft]) -> list[tuple[int, int]]:
    """The first and last index of every list of two or more numbers."""
    lists: list[tuple[int, int]] = []
    first = 0
    for index, draft in enumerate(drafts):
        if not draft.coordinated or index + 1 == len(drafts):
            if index > first:
                lists.append((first, index))
            first = index + 1
    return lists


def _as_many(count: int, mentions: list[PeriodMention], *, ends: bool) -> list[Period] | None:
    if len(mentions) == count:
        return [mention.period for mention in mentions]
    if ends and count == 2 and len(mentions) == 1 and mentions[0].ends is not None:
        return list(mentions[0].ends)
    return None


def _assign(text: str, drafts: list[Draft], said: list[PeriodMention], spoken: Period | None, last: int) -> None:
    mains = [mention for mention in said if not mention.baseline]
    for index in reversed(range(len(drafts))):
        draft = drafts[index]
        after = drafts[index + 1] if index + 1 < len(drafts) else None
        own = _behind(text, draft, said, after.token.start if after else last)
        before = [mention for mention in said if _speaks_for(text, mention, draft)]
        if own is not None:
            draft.period = own
        elif after is not None and draft.coordinated and (not before or _is_first_end(text, draft)):
            draft.period = _earlier(text, draft, after)
        elif before:
            draft.period = _of(before[-1], draft, drafts[:index])
        else:
            draft.period = _later(text, draft, after, mains, spoken)


def _of(mention: PeriodMention, draft: Draft, earlier: list[Draft]) -> Period:
    """The mention's period; of a stretch that something changed over, a later level holds for its last end."""
    changed = draft.measure is not Measure.CHANGE and any(other.measure is Measure.CHANGE for other in earlier)
    return mention.ends[1] if mention.ends is not None and changed else mention.period


def _speaks_for(text: str, mention: PeriodMention, draft: Draft) -> bool:
    """Whether a mention before the number dates it: no comparison, or one that the next clause goes on from."""
    if mention.start >= draft.token.start:
        return False
    return not mention.baseline or _RESUMED.match(text, mention.end) is not None


def _behind(text: str, draft: Draft, said: list[PeriodMention], following: int) -> Period | None:
    """The period that stands behind the number in its own clause: «17 saker i 2023»."""
    mention = next((mention for mention in said if draft.token.end <= mention.start < following), None)
    if mention is None or mention.baseline or _BOUNDARY.search(text, draft.after, mention.start):
        return None
    return mention.period


def _is_first_end(text: str, draft: Draft) -> bool:
    """Whether the number is what something changed from: «økte fra 10 til 12»."""
    return draft.changing and _FROM.search(text, max(0, draft.lead - _NEAR), draft.lead) is not None


def _earlier(text: str, draft: Draft, after: Draft) -> Period | None:
    """The first end of «økte fra 10 til 12 prosent i 2024» is of the year before; other lists share one period."""
    period = after.period
    if period is None or period.end is None or not _is_first_end(text, draft) or not _closes_year(period):
        return period
    return spans.shifted(period, -1)


def _closes_year(period: Period) -> bool:
    """Whether the period is a whole year, or the end of one."""
    starts = period.start is not None and (period.start == period.end or (period.start.month, period.start.day) == (1, 1))
    return starts and period.end is not None and (period.end.month, period.end.day) == (12, 31)


def _later(text: str, draft: Draft, after: Draft | None, mains: list[PeriodMention], spoken: Period | None) -> Period | None:
    """The first period behind the number; with another number between only where nothing else dates it."""
    mention = next((mention for mention in mains if mention.start >= draft.token.end), None)
    if mention is None:
        return spoken
    if after is None or after.token.start >= mention.start:
        return mention.period
    contrasted = _AGAINST.search(text, draft.after, after.token.start) is not None
    return spoken if contrasted or spoken is not None else mention.period


def _settle_changes(
    text: str, drafts: list[Draft], said: list[PeriodMention], earlier: list[PeriodMention], context: Context, start: int
) -> None:
    """Give every change the stretch from what it is measured against to when it is measured."""
    bases = [mention for mention in said if mention.baseline]
    for index, draft in enumerate(drafts):
        if draft.measure is not Measure.CHANGE:
            continue
        if draft.again:
            draft.period = _of_what_is_repeated(drafts, index)
            continue
        ends = drafts[index + 1 : index + 3]
        if len(ends) == 2 and ends[0].coordinated and _is_first_end(text, ends[0]) and (whole := _between(*ends)):
            draft.period = whole
            continue
        ends = drafts[max(index - 2, 0) : index]
        if len(ends) == 2 and ends[0].coordinated and _is_first_end(text, ends[0]) and (whole := _between(*ends)):
            draft.period = whole
            continue
        base = _base(text, drafts, index, bases, said, start)
        period = draft.period
        if base is None and period is not None and period.end is None:
            base, period = period, None
        draft.period = _from(base, period, earlier, context) or draft.period


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
    if before.measure is Measure.CHANGE or index < 2:
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
    opens = before[-1].baseline or (before[-1].ends is None and _OPENS_FROM.match(text, before[-1].start))
    return before[-1].period if opens else None


def _ending_after(
    first: Period, period: Period | None, earlier: list[PeriodMention], context: Context
) -> Period | None:
    """The period that the change ends in: its own where that is later than the base, else the last later one spoken of."""
    bound = first.end or date.min
    own = [period] if period is not None else []
    candidates = [*own, *(mention.period for mention in reversed(earlier)), *([context.period] if context.period else [])]
    if context.year is not None and (whole := spans.whole_year(context.year)):
        candidates.append(whole)
    return next((candidate for candidate in candidates if candidate.end is not None and candidate.end > bound), None)
