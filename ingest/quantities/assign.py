"""Which of the periods a text names a quantity holds for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ingest.data import alternatives, beside
from ingest.quantities import spans_of_time as spans
from ingest.quantities.changed import is_first_end, settle_changes
from ingest.quantities.drafts import Draft
from ingest.quantities.lists import pair_lists
from ingest.quantities.model import Context, Measure, Period, PeriodMention
from ingest.quantities.scope import Scope

_DATA = beside(__file__, "periods.toml")
_BOUNDARY = re.compile(r"[,;:](?= )|(?<!\w)(?:mens|men) ")
_RESUMED = re.compile(rf",? (?:{alternatives(_DATA.table('baselines').words('resumed_by'))}) ")
_AGAINST = re.compile(rf"(?<!\w)(?i:{alternatives(_DATA.table('baselines').words('words'))}) ")
_TIED = re.compile(rf" (?i:{alternatives(_DATA.table('ties').words('words'))}) ")
_OPENING = 25


def assign_periods(
    text: str, starts: list[int], drafts: list[Draft], mentions: tuple[PeriodMention, ...], context: Context
) -> None:
    """Fill in the period of every draft: a parallel list, the nearest mention, the sentence before, the context."""
    spoken = context.period
    for sentence, start in enumerate(starts):
        end = starts[sentence + 1] if sentence + 1 < len(starts) else len(text)
        here = [draft for draft in drafts if draft.sentence == sentence]
        said = [mention for mention in mentions if start <= mention.start < end]
        scope = Scope(text, start, end, here, said, mentions, context)
        if here:
            paired = pair_lists(scope)
            unpaired = [draft for draft in here if id(draft) not in paired]
            _assign(replace(scope, drafts=unpaired), spoken)
            settle_changes(scope)
        spoken = _left_spoken(scope, spoken)


def _left_spoken(scope: Scope, spoken: Period | None) -> Period | None:
    """The period that a sentence leaves in the air: the one it opens with, else its latest or that from before.

    One inside the period from before takes its place where numbers are told of it. The document's future counts
    only where nothing else is named.
    """
    closed = [mention for mention in scope.said if not mention.baseline and mention.period.end is not None]
    if not closed:
        return spoken
    changes = any(draft.measure is Measure.CHANGE for draft in scope.drafts)
    periods = [mention.ends[1] if mention.ends and changes else mention.period for mention in closed]
    opened = closed[0].start - scope.start <= _OPENING
    told = bool(scope.drafts) and spoken is not None and _within(periods[-1], spoken)
    if not opened and spoken is not None and not told:
        periods.append(spoken)
    year = scope.context.year
    past = [period for period in periods if year is None or (period.year or 0) <= year]
    return max(past or periods, key=lambda period: period.end or date.min)


def _within(inner: Period, outer: Period) -> bool:
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _assign(scope: Scope, spoken: Period | None) -> None:
    """Each draft its nearest mention, from the last to the first: a list shares what its last member has."""
    for index in reversed(range(len(scope.drafts))):
        draft = scope.drafts[index]
        after = scope.drafts[index + 1] if index + 1 < len(scope.drafts) else None
        before = [mention for mention in scope.said if _speaks_for(scope.text, mention, draft)]
        tied = bool(before) and _TIED.fullmatch(scope.text, before[-1].end, draft.lead) is not None
        own = None if tied else _behind(scope, draft, after.token.start if after else scope.end)
        if own is not None:
            draft.period = own
        elif after is not None and draft.coordinated and (not before or is_first_end(scope.text, draft)):
            draft.period = _earlier(scope.text, draft, after)
        elif before:
            draft.period = _of(before[-1], draft, scope.drafts[:index])
        else:
            draft.period = _later(scope, draft, after, spoken)


def _of(mention: PeriodMention, draft: Draft, earlier: Sequence[Draft]) -> Period:
    """The mention's period; of a stretch that something changed over, a later level holds for its last end."""
    changed = draft.measure is not Measure.CHANGE and any(other.measure is Measure.CHANGE for other in earlier)
    return mention.ends[1] if mention.ends is not None and changed else mention.period


def _speaks_for(text: str, mention: PeriodMention, draft: Draft) -> bool:
    """Whether a mention before the number dates it: no comparison, or one that the next clause goes on from."""
    if mention.start >= draft.token.start:
        return False
    return not mention.baseline or _RESUMED.match(text, mention.end) is not None


def _heads(text: str, mention: PeriodMention) -> bool:
    """Whether the mention is put before a number of its own: «(2021: 3 350)»."""
    return text.startswith(":", mention.end)


def _behind(scope: Scope, draft: Draft, following: int) -> Period | None:
    """The period that stands behind the number in its own clause: «17 saker i 2023»."""
    mention = next((mention for mention in scope.said if draft.token.end <= mention.start < following), None)
    if (
        mention is None
        or mention.baseline
        or _heads(scope.text, mention)
        or _BOUNDARY.search(scope.text, draft.after, mention.start)
    ):
        return None
    return mention.period


def _earlier(text: str, draft: Draft, after: Draft) -> Period | None:
    """The first end of «økte fra 10 til 12 prosent i 2024» is of the year before; other lists share one period."""
    period = after.period
    if period is None or not is_first_end(text, draft) or not _closes_year(period):
        return period
    return spans.shifted(period, -1)


def _closes_year(period: Period) -> bool:
    """Whether the period is a whole year, or the end of one."""
    start, end = period.start, period.end
    if start is None or end is None or (end.month, end.day) != (12, 31):
        return False
    return start == end or (start.month, start.day) == (1, 1)


def _later(scope: Scope, draft: Draft, after: Draft | None, spoken: Period | None) -> Period | None:
    """The first period behind the number; with another number between only where nothing else dates it."""
    mains = (mention for mention in scope.said if not mention.baseline and not _heads(scope.text, mention))
    mention = next((mention for mention in mains if mention.start >= draft.token.end), None)
    if mention is None:
        return spoken
    # Behind a new clause the period is that of other numbers, or of none: «…, den sterkeste siden 1988».
    elsewhere = scope.drafts[-1].token.start > mention.start or mention.period.end is None
    if elsewhere and _BOUNDARY.search(scope.text, draft.after, mention.start):
        return spoken
    if after is None or after.token.start >= mention.start:
        return mention.period
    contrasted = _AGAINST.search(scope.text, draft.after, after.token.start) is not None
    return spoken if contrasted or spoken is not None else mention.period
