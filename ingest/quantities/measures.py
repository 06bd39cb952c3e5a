"""Level, change, share or duration: what the words around a number make of it."""

import re

from ingest.data import alternatives, beside
from ingest.quantities.changes import ends_in_change, is_change_noun, names_change, names_change_in, speaks_of_change
from ingest.quantities.drafts import Draft
from ingest.quantities.model import Measure
from ingest.quantities.units import Kind

_DATA = beside(__file__, "changes.toml")
_ADJECTIVES = re.compile(
    rf"(?<!\w)(?i:{alternatives(_DATA.table('verbs').words('adjectives'))}) [^\W\d_]+(?: [^\W\d_]+){{0,3}}$"
)
_BY_VERB = frozenset(_DATA.table("by").words("verbs"))
_BY_NOUN = frozenset(_DATA.table("by").words("nouns"))
_COPULAS = frozenset(_DATA.table("by").words("copulas"))
_LEVEL_NOUNS = re.compile(rf"(?<!\w)\w*(?i:{alternatives(_DATA.table('levels').words('nouns'))}) ?$")
_LEVELS = re.compile(rf"(?<!\w)(?i:{alternatives(_DATA.table('levels').words('words'))})(?: \x00+)? ?$")
_AFTER = re.compile(rf" (?P<word>(?i:{alternatives(_DATA.table('after').words('words'))}))(?!\w)")
_ASIDE = re.compile(r" \([^()]*\)")
_MORE = re.compile(rf" (?i:{alternatives(_DATA.table('after').words('more'))})(?!\w)")
_PARTICLES = re.compile(rf"(?<!\w)(?i:{alternatives(_DATA.table('by').words('particles'))}) $")
_COUNTED = frozenset(_DATA.table("after").words("counted"))
_IN = frozenset(_DATA.table("after").words("joined_by"))
_AGAIN = re.compile(rf",? ?\(?(?i:{alternatives(_DATA.table('again').words('words'))}) ?(?i:henholdsvis )?$")
_WORD = re.compile(r"[^\W\d_]+")
_OF = re.compile(r" (?:av|of) ")
_NEAR = 30
_FAR = 1000
"""Characters: what stands further before a number, in a sentence without end, says nothing of it."""
_LAST = re.compile(r"([^\W\d_]+) ?$")
_OPENED = re.compile(r"([^\W\d_]+) \($")
_CLAUSE = re.compile(rf"[,;:(](?! ?(?:med|på) ?$)|(?<!\w)(?:{alternatives(_DATA.table('clauses').words('words'))}) ")


def set_measures(text: str, starts: list[int], drafts: list[Draft]) -> None:
    """Fill in the measure of every draft, first to last: a change may be said again behind itself."""
    for index, draft in enumerate(drafts):
        before = drafts[index - 1] if index and drafts[index - 1].sentence == draft.sentence else None
        sentence = max(starts[draft.sentence], draft.token.start - _FAR)
        floor = max(before.after, sentence) if before else sentence
        draft.measure = _measure(text, draft, before, floor, sentence)
        level = draft.measure is not Measure.CHANGE
        draft.changing = level and speaks_of_change(text, sentence, draft.token.start)
    for left, right in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        shared = left.coordinated and not left.own_unit and right.measure is Measure.CHANGE
        if shared and not _is_level(text, left):
            left.measure = Measure.CHANGE


def _measure(text: str, draft: Draft, before: Draft | None, floor: int, sentence: int) -> Measure:
    if draft.kind is Kind.POINTS or _is_change(text, draft, before, floor, sentence):
        return Measure.CHANGE
    if draft.kind is Kind.PERCENT or draft.token.share:
        return Measure.SHARE
    return Measure.DURATION if draft.kind is Kind.TIME else Measure.LEVEL


def _is_level(text: str, draft: Draft) -> bool:
    return _LEVELS.search(text, max(0, draft.lead - _NEAR), draft.lead) is not None


def _is_change(text: str, draft: Draft, before: Draft | None, floor: int, sentence: int) -> bool:
    if draft.token.share:
        return False
    if before is not None and _said_again(text, before, draft, sentence):
        draft.again = True
        return True
    if _is_signed(text, draft) or _followed(text, draft):
        return True
    if _is_level(text, draft):
        return False
    return _changed_by(text, floor, draft)


def _is_signed(text: str, draft: Draft) -> bool:
    """Whether its sign makes it a change: a plus always, a minus of a percentage too."""
    return text[draft.token.start] == "+" or (draft.kind is Kind.PERCENT and draft.token.value < 0)


def says_more(text: str, position: int) -> bool:
    """Whether «flere» or its like stands there."""
    return _MORE.match(text, position) is not None


def _followed(text: str, draft: Draft) -> bool:
    """«2 500 flere ledige», «10 dager raskere», «5 prosent vekst»."""
    after = draft.after
    if _MORE.match(text, draft.token.end) or (after > draft.token.end and _AFTER.match(text, after)):
        return True
    if (aside := _ASIDE.match(text, after)) and _AFTER.match(text, aside.end()):
        return True
    word = _WORD.match(text, draft.after + 1)
    if word is not None and word[0].lower() in _IN:
        word = _WORD.match(text, word.end() + 1)
    # A capital begins the next sentence: «til 71,6 millioner kroner. Nedgangen …»
    return word is not None and word[0].islower() and is_change_noun(word[0]) and word[0] not in _COUNTED


def _said_again(text: str, before: Draft, draft: Draft, sentence: int) -> bool:
    gap = text[before.after : draft.token.start]
    if before.coordinated:
        return before.measure is Measure.CHANGE and not (before.own_unit and _is_level(text, draft))
    again = _AGAIN.fullmatch(text[before.after : draft.lead].replace("\x00", "").strip()) is not None
    if again and before.measure is Measure.CHANGE:
        return True
    # «fra 52 700 til 59 900 (14 prosent)» says the change behind the two levels.
    closed = gap.strip(" \x00") == "(" and text[draft.after : draft.after + 1] == ")"
    percent = draft.kind is Kind.PERCENT and before.kind is not Kind.PERCENT
    return closed and percent and _is_level(text, before) and speaks_of_change(text, sentence, before.token.start)


def _changed_by(text: str, floor: int, draft: Draft) -> bool:
    """Whether the clause before the number says that something changed by it."""
    start = draft.lead
    opened = _OPENED.search(text, floor, start)
    if opened is not None:
        return is_change_noun(opened[1])
    clause = _ASIDE.sub("", text[floor:start])
    clause = clause[max((match.end() for match in _CLAUSE.finditer(clause)), default=0) :]
    last = _LAST.search(clause)
    if last is None:
        return False
    word, head = last[1].lower(), last.start(1)
    if word in _BY_VERB and (speaks_of_change(clause, 0, head) or _PARTICLES.search(clause, 0, head)):
        return True
    if word in _COPULAS and draft.kind is Kind.PERCENT and _OF.match(text, draft.after):
        return False
    if _PARTICLES.fullmatch(clause.strip() + " "):
        return True
    if word in _BY_NOUN or word in _COPULAS:
        return _names_change_on(clause[:head])
    return ends_in_change(clause, 0, len(clause))


def _names_change_on(clause: str) -> bool:
    """Whether the noun that «på» belongs to is one for a change."""
    level = _LEVEL_NOUNS.search(clause)
    if level is not None:
        return names_change_in(clause, 0, level.start())
    near = clause[max(clause.rfind(" med "), 0) :]
    return names_change(near, 0, len(near)) or _ADJECTIVES.search(near.rstrip()) is not None
