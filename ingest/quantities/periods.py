"""The periods a text names, dated: atoms joined into stretches, bounded by the words before them, and resolved."""

import re
from dataclasses import dataclass, replace

from ingest.data import alternatives, beside
from ingest.quantities import spans_of_time as spans
from ingest.quantities.atoms import Atom
from ingest.quantities.changes import compares
from ingest.quantities.clean import clean, mask
from ingest.quantities.exclusions import excluded_spans
from ingest.quantities.find_atoms import find_atoms
from ingest.quantities.model import Context, Period, PeriodMention

_DATA = beside(__file__, "periods.toml")
_LEADS = {word: kind for kind in _DATA.table("leads").values for word in _DATA.table("leads").words(kind)}
_SHOWN = {"end": "utgangen av", "start": "inngangen til", "since": "siden", "until": "til og med", "so_far": "hittil i"}
_LEAD = re.compile(rf"(?<!\w)(?P<lead>(?i:{alternatives(_LEADS)}))(?P<by> (?:i|in|den|the))? ?$")
_TIGHT = frozenset(_DATA.table("tight").words("words"))
_JOIN = re.compile(rf" ?(?P<word>(?i:{alternatives(_DATA.table('joins').words('words'))})) ?")
_BETWEEN = re.compile(rf" (?i:{alternatives(_DATA.table('joins').words('between'))}) ")
_SAME_WORDS = alternatives(_DATA.table("same").words("words"))
_SAME_JOINS = alternatives(_DATA.table("same").words("joins"))
_SAME = re.compile(rf"(?<!\w)(?i:{_SAME_WORDS})(?: (?i:{_SAME_JOINS}))? $")
_BASES = _DATA.table("baselines")
_ANY_BASE = alternatives((*_BASES.words("words"), *_BASES.words("of_change"), *_BASES.words("of_relative")))
_ANCHOR = rf"(?P<anchor> (?i:{alternatives(_BASES.words('anchors'))}))?"
_BASELINE = re.compile(rf"(?<!\w)(?P<word>(?i:{_ANY_BASE})){_ANCHOR}(?: (?i:i|in|på|ved|den))? ?$")
_OF_RELATIVE = frozenset(_BASES.words("of_relative"))
_OF_CHANGE = frozenset(_BASES.words("of_change"))
_SUPERLATIVES = _BASES.words("superlatives")
_NOT_SUPERLATIVES = frozenset(_BASES.words("not_superlatives"))
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[.;]|(?<!\w)(?:men|mens) ")
_SENTENCE_END = re.compile(r"[.!?] +[A-ZÆØÅ]")
_REACH = 40


@dataclass(frozen=True, slots=True)
class _Stretch:
    """One atom, or two joined into a stretch, with the words that bound it."""

    first: Atom
    last: Atom
    start: int
    lead: str | None = None
    word: str = ""
    same: bool = False
    baseline: bool = False


def read_periods(text: str, context: Context) -> tuple[PeriodMention, ...]:
    """Every period the text names, ascending and without overlap.

    Relative ones are told from the context's year or from the period named before them. Where nothing dates a
    mention its period has neither start nor end, only its words.
    """
    even = clean(text)
    visible = mask(even.text, excluded_spans(even.text, names=True))
    mentions = find_periods(visible, context)
    if even.indexes is None:
        return mentions
    placed = []
    for mention in mentions:
        start, end = even.place(mention.start, mention.end)
        placed.append(replace(mention, start=start, end=end, core=even.place(*mention.core)))
    return tuple(placed)


def find_periods(text: str, context: Context) -> tuple[PeriodMention, ...]:
    """The periods of even text whose names with years are blanked out already."""
    mentions: list[PeriodMention] = []
    spoken: PeriodMention | None = None
    for stretch in _stretches(text, find_atoms(text)):
        if stretch.first.bounded and stretch.lead not in {"end", "start", "so_far"}:
            continue
        near = spoken is not None and not _SENTENCE_END.search(text, spoken.end, stretch.start)
        ends = _ends(stretch, text, context, spoken.period if spoken else None)
        if ends is not None:
            period = _joined_ends(stretch, text, *ends)
        else:
            period = _period(stretch, text, context, spoken.period if spoken else None, near=near)
        relative = stretch.last.relative or stretch.last.year is None
        core = (stretch.first.start, stretch.last.end)
        since = stretch.lead in {"from", "since"}
        mention = PeriodMention(stretch.start, stretch.last.end, period, core, relative, stretch.baseline, since, ends)
        mentions.append(mention)
        spoken = mention if not mention.baseline and period.year is not None else spoken
    return tuple(mentions)


def _stretches(text: str, atoms: list[Atom]) -> list[_Stretch]:
    found: list[_Stretch] = []
    index = 0
    while index < len(atoms):
        first = last = atoms[index]
        floor = atoms[index - 1].end if index else 0
        start, lead, word, same = _before(text, first.start, floor)
        if index + 1 < len(atoms) and _joined(text[first.end : atoms[index + 1].start], lead):
            last = atoms[index + 1]
            lead = None if lead in {"from", "between"} else lead
            index += 1
        baseline = _is_baseline(text, floor, start, word if lead else "", relative=last.relative)
        found.append(_Stretch(first, last, start, lead, word, same, baseline))
        index += 1
    return found


def _is_baseline(text: str, floor: int, start: int, lead: str, *, relative: bool) -> bool:
    """Whether a comparing word stands before the mention, or bounds it in a clause that speaks of a change."""
    word, head = lead, start
    if lead not in _OF_CHANGE:
        match = _BASELINE.search(text, max(floor, start - _REACH), start)
        if match is None:
            return False
        if match["anchor"]:
            return True
        word, head = match["word"].lower(), match.start()
    if word in _OF_RELATIVE:
        return relative
    if word not in _OF_CHANGE:
        return True
    clause = floor
    for match in _CLAUSE.finditer(text, max(floor, head - 2 * _REACH), head):
        clause = match.end()
    begin = max(clause, head - 2 * _REACH)
    return compares(text, begin, head) and not _names_extreme(text, begin, head)


def _names_extreme(text: str, start: int, end: int) -> bool:
    """Whether a superlative stands in that stretch of even text: «den sterkeste veksten siden 1988»."""
    words = (word.lower() for word in _WORD.findall(text, start, end))
    return any(word.endswith(_SUPERLATIVES) and word not in _NOT_SUPERLATIVES for word in words)


def _joined(gap: str, lead: str | None) -> bool:
    if lead == "between":
        return _BETWEEN.fullmatch(gap) is not None
    match = _JOIN.fullmatch(gap)
    if match is None:
        return False
    return not match["word"][0].isalpha() or gap.startswith(" ")


def _before(text: str, start: int, floor: int) -> tuple[int, str | None, str, bool]:
    """Where the mention starts with its bounding words, what they are, and whether «the same time» stands there."""
    window = max(floor, start - _REACH)
    if match := _SAME.search(text, window, start):
        return match.start(), None, "", True
    match = _LEAD.search(text, window, start)
    if match is None:
        return start, None, "", False
    word = match["lead"].lower()
    if match["by"] and word in _TIGHT:
        return start, None, "", False
    return match.start(), _LEADS[word], word, False


def _period(stretch: _Stretch, text: str, context: Context, spoken: Period | None, *, near: bool) -> Period:
    last = _resolved(stretch.last, text, context, spoken, near=near)
    base = spoken or context.period
    if stretch.same and base is not None and base.year is not None and last.year is not None:
        return spans.shifted(base, last.year - base.year)
    # «året før» of a point in time is the same point a year before.
    if _is_year_off(stretch.last) and spoken and spoken.year and not stretch.lead:
        return spans.shifted(spoken, stretch.last.shift)
    if stretch.baseline and stretch.lead == "from":
        return last
    return _bounded(last, stretch.lead, stretch.word, fine=stretch.last.fine)


def _is_year_off(atom: Atom) -> bool:
    """Whether it is so many years from the period last spoken of: «året før»."""
    return atom.relative and atom.spoken and atom.shift != 0


def _ends(stretch: _Stretch, text: str, context: Context, spoken: Period | None) -> tuple[Period, Period] | None:
    """The first and the last of a stretch named by both; a first without a year has the last one's."""
    if stretch.first is stretch.last:
        return None
    last = _resolved(stretch.last, text, context, spoken, near=True)
    atom = stretch.first if stretch.first.year is not None else replace(stretch.first, year=last.year)
    return _resolved(atom, text, context, spoken, near=True), last


def _joined_ends(stretch: _Stretch, text: str, first: Period, last: Period) -> Period:
    if first.end is None or last.end is None:
        return Period(None, None, text[stretch.first.start : stretch.last.end])
    shown = first.text
    if stretch.first.year is None and first.year == last.year:
        shown = shown.removesuffix(f" {first.year}")
    return spans.joined(first, last, f"{shown}–{last.text}")


def _resolved(atom: Atom, text: str, context: Context, spoken: Period | None, *, near: bool) -> Period:
    """The atom's period in its own year, or in the one its surroundings tell."""
    year = atom.year
    if year is None:
        base = _base_year(atom, context, spoken, near=near)
        year = None if base is None else base + atom.shift
    period = atom.make(year) if year is not None else None
    return period or Period(None, None, text[atom.start : atom.end])


def _base_year(atom: Atom, context: Context, spoken: Period | None, *, near: bool) -> int | None:
    inherited = context.period.year if context.period else None
    if not atom.spoken:
        return context.year if context.year is not None else inherited
    said = spoken.year if spoken is not None else None
    if atom.relative:
        return said or inherited or context.year
    return (said if near else None) or context.year or inherited or said


def _bounded(period: Period, lead: str | None, word: str, *, fine: bool) -> Period:
    """The period as the words before it bound it."""
    if lead is None or period.end is None or period.start is None:
        return period
    if lead in {"end", "start"}:
        moment = period.end if lead == "end" else period.start
        return Period(moment, moment, f"{_SHOWN[lead]} {period.text}")
    if lead == "since":
        return Period(period.start, None, f"siden {period.text}")
    if lead in {"until", "so_far"}:
        return Period(None, period.end, f"{_SHOWN[lead]} {period.text}")
    if lead == "from" and (fine or " " in word):
        return Period(period.start, None, f"{'fra og med' if ' ' in word else 'fra'} {period.text}")
    return period
