"""Which of the periods a text names a quantity holds for."""

import re
from datetime import date

from ingest.quantities import spans_of_time as spans
from ingest.quantities.changed import is_first_end, settle_changes
from ingest.quantities.data import alternatives, load
from ingest.quantities.drafts import Draft
from ingest.quantities.model import Context, Measure, Period, PeriodMention

_BOUNDARY = re.compile(r"[,;:]|(?<!\w)(?:mens|men) ")
_RESUMED = re.compile(rf",? (?:{alternatives(load('periods').table('baselines').words('resumed_by'))}) ")
_AGAINST = re.compile(rf"(?<!\w)(?i:{alternatives(load('periods').table('baselines').words('words'))}) ")
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
            unpaired = [draft for draft in here if id(draft) not in paired]
            _assign(text, unpaired, said, spoken, last)
            earlier = [mention for mention in mentions if not mention.baseline and mention.start < start]
            settle_changes(text, here, said, earlier, context, start)
        closed = [mention for mention in mains if mention.period.end is not None]
        spoken = _left_spoken(closed, spoken, context.year, start)


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
        within = any(drafts[first].token.end <= m.start < drafts[last].token.start for m in said)
        count = last - first + 1
        ends = is_first_end(text, drafts[first])
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
    """Each draft its nearest mention, from the last to the first: a list shares what its last member has."""
    mains = [mention for mention in said if not mention.baseline]
    for index in reversed(range(len(drafts))):
        draft = drafts[index]
        after = drafts[index + 1] if index + 1 < len(drafts) else None
        own = _behind(text, draft, said, after.token.start if after else last)
        before = [mention for mention in said if _speaks_for(text, mention, draft)]
        if own is not None:
            draft.period = own
        elif after is not None and draft.coordinated and (not before or is_first_end(text, draft)):
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


def _earlier(text: str, draft: Draft, after: Draft) -> Period | None:
    """The first end of «økte fra 10 til 12 prosent i 2024» is of the year before; other lists share one period."""
    period = after.period
    if period is None or period.end is None or not is_first_end(text, draft) or not _closes_year(period):
        return period
    return spans.shifted(period, -1)


def _closes_year(period: Period) -> bool:
    """Whether the period is a whole year, or the end of one."""
    starts = period.start is not None and (
        period.start == period.end or (period.start.month, period.start.day) == (1, 1)
    )
    return starts and period.end is not None and (period.end.month, period.end.day) == (12, 31)


def _later(
    text: str, draft: Draft, after: Draft | None, mains: list[PeriodMention], spoken: Period | None
) -> Period | None:
    """The first period behind the number; with another number between only where nothing else dates it."""
    mention = next((mention for mention in mains if mention.start >= draft.token.end), None)
    if mention is None:
        return spoken
    if after is None or after.token.start >= mention.start:
        return mention.period
    contrasted = _AGAINST.search(text, draft.after, after.token.start) is not None
    return spoken if contrasted or spoken is not None else mention.period
