"""From a paragraph to its quantities: numbers, what they are not, units, measures, periods, in that order."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.quantities.approximations import approximation
from ingest.quantities.assign import assign_periods
from ingest.quantities.clean import clean, mask
from ingest.quantities.drafts import Draft
from ingest.quantities.exclusions import excluded_spans, is_naming
from ingest.quantities.inheritance import inherit_units
from ingest.quantities.measures import says_more, set_measures
from ingest.quantities.model import Context, Measure, Quantity
from ingest.quantities.nouns import counted_noun, is_nameless, part_of_noun
from ingest.quantities.numbers import Token, read_digits
from ingest.quantities.periods import find_periods
from ingest.quantities.pieces import pieces
from ingest.quantities.sentences import sentence_of, sentence_starts
from ingest.quantities.units import KINDS, Kind, read_unit, unit_before
from ingest.quantities.words import NUMERALS, join_ratios, read_fractions, read_words

_NAME = re.compile(r"-(?=[^\W\d_]| [^\W\d_])")
_LEAD = re.compile(r"([^\W\d_]+) $")
_FROM_TO = re.compile(r"(?<!\w)(?:fra|frå) [^\W\d_]+ til $|(?<!\w)(?:fra|frå) $")
_OR = (" eller ", " or ")
_REACH = 30
_GLUED = re.compile(r"-?[^\W\d_]")


def read_quantities(text: str, context: Context) -> tuple[Quantity, ...]:
    """Every quantity in a paragraph of prose, ascending and without overlap."""
    return tuple(
        replace(found, start=found.start + start, end=found.end + start)
        for start, piece in pieces(text)
        for found in _read(piece, context)
    )


def _read(text: str, context: Context) -> Iterator[Quantity]:
    even = clean(text)
    visible = mask(even.text, excluded_spans(even.text, names=True))
    mentions = find_periods(visible, context)
    visible = mask(visible, [(mention.start, mention.end) for mention in mentions])
    visible = mask(visible, excluded_spans(visible, names=False))
    starts = sentence_starts(visible)
    drafts = [draft for token in _tokens(visible) if _may_count(visible, draft := _draft(visible, starts, token))]
    inherit_units(visible, starts, drafts)
    drafts = [draft for draft in drafts if _counts(draft)]
    set_measures(visible, starts, drafts)
    assign_periods(visible, starts, drafts, mentions, context)
    for draft in drafts:
        start, end = even.place(draft.token.start, draft.token.end)
        yield _quantity(text[start:end], start, end, draft)


def _tokens(text: str) -> list[Token]:
    tokens = sorted((*read_digits(text), *read_words(text), *read_fractions(text)), key=lambda token: token.start)
    return join_ratios(text, tokens)


def _draft(text: str, starts: list[int], token: Token) -> Draft:
    sentence = sentence_of(starts, token.start)
    reading = read_unit(text, token.end)
    lead, about, bound = approximation(text, token.start)
    draft = Draft(
        token, sentence, reading.end, lead, about, bound, scale=reading.scale, unit=reading.unit, kind=reading.kind
    )
    if token.share:
        draft.unit, draft.kind, draft.own_unit = "prosent", Kind.PERCENT, True
        return draft
    if draft.unit is None and (unit := unit_before(text, token.start)):
        draft.unit, draft.kind = unit, KINDS[unit]
    if draft.unit is None and text[reading.end : reading.end + 1] == " ":
        noun, end = counted_noun(text, reading.end, names=not token.digits)
        if noun is not None:
            draft.unit, draft.after = noun, end
        elif token.digits:
            draft.unit = part_of_noun(text, reading.end)
    draft.own_unit = draft.unit is not None or draft.scale > 1
    return draft


def _may_count(text: str, draft: Draft) -> bool:
    """Whether the number can be a quantity: no letters glued to it, no name, no article."""
    token = draft.token
    if token.share:
        return True
    if draft.kind is Kind.INDEX and _NAME.match(text, draft.after):
        return False
    if token.digits:
        return draft.after > token.end or not _GLUED.match(text, token.end)
    lead = _LEAD.search(text, max(0, token.start - _REACH), token.start)
    if draft.kind is None and lead is not None and is_naming(lead[1].lower()):
        return False
    draft.elliptic = draft.unit is None and _leans_back(text, token)
    return _is_numeral(text, draft)


def _leans_back(text: str, token: Token) -> bool:
    """Whether the number word counts a noun named before it: «tre flere», «fra fem til tre», «tre av dem»."""
    before = _FROM_TO.search(text, max(0, token.start - _REACH), token.start)
    return says_more(text, token.end) or before is not None or is_nameless(text, token.end)


def _is_numeral(text: str, draft: Draft) -> bool:
    """Whether a number word is a number rather than an article or a part of a compound."""
    word = text[draft.token.start : draft.token.end].lower()
    if word not in NUMERALS.article and word not in NUMERALS.one:
        return text[draft.token.end : draft.token.end + 1] != "-"
    counts = word in NUMERALS.one and (draft.own_unit or draft.elliptic)
    return draft.scale > 1 or (counts and not text.startswith(_OR, draft.token.end))


def _counts(draft: Draft) -> bool:
    """Whether it is a quantity: a number word only with something to count."""
    token = draft.token
    if token.digits or token.share or draft.elliptic:
        return True
    return draft.unit is not None and (draft.own_unit or draft.coordinated)


def _quantity(text: str, start: int, end: int, draft: Draft) -> Quantity:
    approximate = draft.about or (
        draft.bound and draft.measure is not Measure.DURATION and draft.kind is not Kind.INDEX
    )
    value = draft.token.value
    return Quantity(start, end, text, value, draft.scale, draft.unit, draft.measure, approximate, draft.period)
