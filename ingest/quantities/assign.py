"""Which of the periods a text names a quantity holds for."""

import re

from ingest.quantities import spans_of_time as spans
from ingest.quantities.data import alternatives, load
from ingest.quantities.drafts import Draft
from ingest.quantities.model import Context, Measure, Period, PeriodMention

_BASELINE = re.compile(
    rf"(?<!\w)(?i:{alternatives(load('periods').table('baselines').words('words'))})(?: (?i:i|in|på|ved|den))? ?$"
)
_BOUNDARY = re.compile(r"[,;:]|(?<!\w)(?:mens|men) ")
_REACH = 30


def assign_periods(
    text: str, starts: list[int], drafts: list[Draft], mentions: tuple[PeriodMention, ...], context: Context
) -> None:
    """Fill in the period of every draft: a parallel list, the nearest mention, the sentence before, the context."""
    inherited = context.period
    for sentence in range(len(starts)):
        last = starts[sentence + 1] if sentence + 1 < len(starts) else len(text)
        here = [draft for draft in drafts if draft.sentence == sentence]
        said = [mention for mention in mentions if starts[sentence] <= mention.start < last]
        bases = [mention for mention in said if _is_baseline(text, mention)]
        mains = [mention for mention in said if mention not in bases]
        if not _paired(text, here, said):
            for index, draft in enumerate(here):
                following = here[index + 1].token.start if index + 1 < len(here) else last
                draft.period = _nearest(text, draft, following, mains, said, inherited)
                if draft.measure is Measure.CHANGE:
                    draft.period = _since(draft, bases, draft.period)
        if mains:
            inherited = mains[-1].period if not here else (here[-1].period or inherited)


def _is_baseline(text: str, mention: PeriodMention) -> bool:
    if mention.period.text.startswith("siden "):
        return True
    start = mention.start
    if mention.core[0] != start and text[start : start + 3].lower() in {"fra", "frå", "fro"}:
        return mention.period.end is not None and "–" not in mention.period.text
    return _BASELINE.search(text, max(0, start - _REACH), start) is not None


def _paired(text: str, drafts: list[Draft], mentions: list[PeriodMention]) -> bool:
    """Pair a list of numbers with a list of as many periods: «i 2022, 2023 og 2024 … henholdsvis 5, 6 og 7»."""
    if len(drafts) < 2 or len(drafts) != len(mentions):
        return False
    if not all(draft.coordinated for draft in drafts[:-1]) or drafts[-1].token.start < mentions[-1].start < drafts[-1].after:
        return False
    listed = mentions[-1].start < drafts[0].token.start or mentions[0].start > drafts[-1].token.start
    if not listed:
        return False
    for draft, mention in zip(drafts, mentions, strict=True):
        draft.period = mention.period
    return True


def _nearest(
    text: str, draft: Draft, following: int, mains: list[PeriodMention], said: list[PeriodMention], inherited: Period | None
) -> Period | None:
    behind = next((mention for mention in said if draft.token.end <= mention.start < following), None)
    if behind is not None and (behind in mains or draft.measure is not Measure.CHANGE):
        gap = text[draft.after : behind.start]
        if not _BOUNDARY.search(gap) and (behind in mains or not _BASELINE.search(text, draft.after, behind.start)):
            return behind.period
    before = [mention for mention in mains if mention.start < draft.token.start]
    if before:
        return before[-1].period
    after = [mention for mention in mains if mention.start >= draft.token.end]
    return after[0].period if after else inherited


def _since(draft: Draft, bases: list[PeriodMention], period: Period | None) -> Period | None:
    """The stretch from what a change is measured against to when it is measured."""
    base = next((mention.period for mention in bases if mention.start >= draft.token.start), None)
    base = base or next((mention.period for mention in reversed(bases)), None)
    if base is None or period is None or base.start is None:
        return period
    first = base if base.end is not None else Period(base.start, base.start, base.text.removeprefix("siden "))
    if period.end is None or first.start is None or first.start >= period.end:
        return period
    return spans.joined(first, period, f"{first.text}–{period.text}")
