"""An earlier question with another period, or with another thing in the place of the one most like it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ingest.quantities import Context, read_periods
from ingest.quantities.model import PeriodMention
from retrieval.conversation import topic
from retrieval.conversation.clause import Clause, Token, tokens_of
from retrieval.conversation.language import Words

_BRACKETS = re.compile(r"^ ?\([^)]*\)")

Similarity = Callable[[str, Sequence[str]], Sequence[float]]
"""How like a phrase each of some others is, from -1 to 1."""

SAME_PREPOSITION = 0.5
OTHER_PREPOSITION = 0.25
COMPLEMENT = 0.2
SAME_SHAPE = 0.15
SAME_WORD = 0.3
SAME_ENDING = 0.1
MEASURE = 0.4
LATER = 0.08
LEAST_LIKE = 0.35
"""A phrase with a preposition of its own is added, not put in another's place, when nothing is more like it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a text, with the preposition before it."""

    start: int
    end: int
    text: str
    preposition: str | None


def periods_in(text: str) -> list[PeriodMention]:
    """The periods a text names."""
    return list(read_periods(text, Context(year=None, period=None)))


def without_periods(text: str, words: Words) -> str:
    """A text without its periods and the prepositions before them."""
    for mention in reversed(periods_in(text)):
        before = text[: mention.start].rstrip()
        tokens = tokens_of(before)
        if tokens and tokens[-1].low in words.prepositions:
            before = before[: tokens[-1].start]
        text = f"{before.rstrip()} {text[mention.end :].lstrip()}".strip()
    return text.replace(" ,", ",").strip(" ,")


def with_period(text: str, said: str, words: Words) -> str:
    """A question with the period of `said` («i 2023») in the place of its own, or added.

    A bare year goes in where the year stands, so that «ved utgangen av 2024» stays a year's end; a month without a
    year keeps the earlier one's year. A period that something is only compared with («enn i 2023») is not taken over.
    """
    old = periods_in(text)
    new = [mention for mention in periods_in(said) if not mention.baseline]
    if not new:
        return text
    phrase = said[new[0].start : new[-1].end]
    if not old:
        return f"{text} {said[_preposition_start(said, new[0].start, words) : new[-1].end]}"
    first, last = old[0], old[-1]
    if phrase.isdigit() and len(old) == 1 and text[first.end - 4 : first.end].isdigit() and not first.ends:
        return text[: first.end - 4] + phrase + text[first.end :]
    year = text[last.end - 4 : last.end]
    if year.isdigit() and _is_one_period(f"{phrase} {year}"):
        phrase = f"{phrase} {year}"
    before = _preposition_start(text, first.start, words)
    place = _preposition_start(said, new[0].start, words)
    own = said[place : new[0].start]
    if not own and not _has_own_preposition(new[0], phrase, words):
        own = text[before : first.start]
    return f"{text[:before]}{own}{phrase}{text[last.end :]}"


def _is_one_period(text: str) -> bool:
    mentions = periods_in(text)
    return len(mentions) == 1 and (mentions[0].start, mentions[0].end) == (0, len(text)) and not mentions[0].relative


def _has_own_preposition(mention: PeriodMention, phrase: str, words: Words) -> bool:
    """«ved utgangen av 2023», «i fjor» and «året før» take no preposition before them."""
    return mention.relative or tokens_of(phrase)[0].low in words.prepositions


def _preposition_start(text: str, at: int, words: Words) -> int:
    tokens = tokens_of(text[:at])
    return tokens[-1].start if tokens and tokens[-1].low in words.prepositions else at


def with_phrase(clause: Clause, said: str, words: Words, similarity: Similarity) -> str:
    """A question with `said` in the place of what is most like it, or added before its period."""
    new = _bare(said, words)
    if not new.text:
        return clause.text
    phrases = _phrases(clause, words)
    likeness = similarity(new.text, [phrase.text for phrase in phrases]) if phrases else []
    scored = [
        (like + _fit(new, phrase, words) + LATER * at, -phrase.start, like, phrase)
        for at, (like, phrase) in enumerate(zip(likeness, phrases, strict=True))
    ]
    best = max(scored, default=None, key=lambda entry: entry[:2])
    if best is None or (new.preposition and best[3].preposition != new.preposition and best[2] < LEAST_LIKE):
        return added(clause, said, words)
    chosen = best[3]
    if new.preposition and new.preposition == chosen.preposition:
        chosen = _with_complements(chosen, phrases, words)
    return _put(clause, chosen, new.text, words)


def _with_complements(chosen: Phrase, phrases: Sequence[Phrase], words: Words) -> Phrase:
    """«på drift av fyrlykter»: what a noun is of goes with it, when another noun with its preposition comes instead."""
    for after in phrases:
        follows = after.preposition in words.complements and after.start == chosen.end + len(after.preposition) + 2
        if follows:
            chosen = replace(chosen, end=after.end)
    return chosen


def _put(clause: Clause, phrase: Phrase, said: str, words: Words) -> str:
    """A phrase replaced: its article and what is said of it in brackets go with it."""
    before, after = clause.text[: phrase.start], clause.text[phrase.end :]
    tokens = tokens_of(said)
    if tokens[0].low in words.articles and (earlier := tokens_of(before)) and earlier[-1].low in words.articles:
        before = before[: earlier[-1].start]
    return before + said + _BRACKETS.sub("", after, count=1)


def added(clause: Clause, said: str, words: Words) -> str:
    """A question with more words at its end, before its period where that stands last."""
    if clause.periods and clause.periods[-1].end == len(clause.text):
        at = clause.periods[0].start if len(clause.periods) == 1 else clause.periods[-1].start
        tokens = tokens_of(clause.text[:at])
        at = tokens[-1].start if tokens and tokens[-1].low in words.prepositions else at
        return f"{clause.text[:at]}{said} {clause.text[at:]}"
    return f"{clause.text} {said}"


def _bare(said: str, words: Words) -> Phrase:
    """What is said anew, without the preposition, article and pronoun before it."""
    tokens = list(tokens_of(said))
    preposition = None
    while tokens and _leads(tokens, words):
        if tokens[0].low in words.prepositions:
            preposition = tokens[0].low
        tokens.pop(0)
    text = said[tokens[0].start : tokens[-1].end] if tokens else ""
    return Phrase(0, len(text), text, preposition)


def _leads(tokens: Sequence[Token], words: Words) -> bool:
    """A preposition; or an article before a preposition («det i november»)."""
    if tokens[0].low in words.prepositions:
        return True
    return len(tokens) > 1 and tokens[0].low in words.articles and tokens[1].low in words.prepositions


def _phrases(clause: Clause, words: Words) -> list[Phrase]:
    """The runs of words between small words, verbs, signs and periods; a hyphenated word also by its first part."""
    found: list[Phrase] = []
    run: list[int] = []
    for at in range(len(clause.tokens) + 1):
        if at < len(clause.tokens) and is_word(clause, at, words):
            run.append(at)
            if at - 1 != clause.verb or not topic.actor(clause, words):
                continue
        if run:
            found.extend(_of_run(clause, run, words))
        run = []
    return found


def is_word(clause: Clause, at: int, words: Words) -> bool:
    """Whether a token is a word of a phrase: no question word, verb, sign, period or small word."""
    token = clause.tokens[at]
    if clause.head[0] <= at < clause.head[1] or at == clause.verb or token.is_sign or clause.in_period(at):
        return False
    small = token.low in words.function or token.low in words.articles or token.low in words.verbs
    return token.capital or not small


def _of_run(clause: Clause, run: Sequence[int], words: Words) -> list[Phrase]:
    first, last = clause.tokens[run[0]], clause.tokens[run[-1]]
    before = clause.tokens[run[0] - 1].low if run[0] else ""
    preposition = before if before in words.prepositions else None
    whole = Phrase(first.start, last.end, clause.text[first.start : last.end], preposition)
    part, hyphen, _ = whole.text.partition("-")
    if not hyphen or len(run) > 1:
        return [whole]
    return [whole, Phrase(first.start, first.start + len(part), part, preposition)]


def _fit(new: Phrase, phrase: Phrase, words: Words) -> float:
    """What speaks for the place besides the meaning: the preposition, the shape, a shared word, what is measured."""
    fit = 0.0
    if new.preposition:
        fit += SAME_PREPOSITION if phrase.preposition == new.preposition else -OTHER_PREPOSITION
    elif phrase.preposition in words.complements:
        fit += COMPLEMENT
    fit += SAME_SHAPE * (_shape(new.text) == _shape(phrase.text))
    fit += SAME_WORD * bool({t.low for t in tokens_of(new.text)} & {t.low for t in tokens_of(phrase.text)})
    fit += SAME_ENDING * (new.text[-2:].casefold() == phrase.text[-2:].casefold())
    return fit - MEASURE * (_is_measure(new.text, words) != _is_measure(phrase.text, words))


def _is_measure(text: str, words: Words) -> bool:
    last = tokens_of(text)[-1].low
    return last in words.generic or words.measure.search(last) is not None


def _shape(text: str) -> tuple[bool, bool]:
    return text[:1].isupper(), any(letter.isdigit() for letter in text)
