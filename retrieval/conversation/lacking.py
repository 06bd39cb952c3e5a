"""A follow-up with a predicate of its own: what it lacks is taken from the question before."""

from dataclasses import replace

from retrieval.conversation import topic
from retrieval.conversation.clause import Clause, made_with
from retrieval.conversation.follow_up import Pronoun, content
from retrieval.conversation.language import Words
from retrieval.conversation.swap import added, periods_in, with_period, without_periods
from retrieval.conversation.turn import Turn, as_question

ENOUGH = 2
"""A question with this many words of content has a subject; only its period may be missing."""


def filled(clause: Clause, pronoun: Pronoun | None, before: Turn, earlier: Clause, words: Words) -> Turn:
    """The question with its pronoun, its unsaid topic and its period put in."""
    if pronoun is None and len(content(clause, words)) >= ENOUGH:
        return replace(before, text=as_question(_dated(clause.text, clause, earlier, words)), meant=None, kind=None)
    kind = pronoun.kind if pronoun else "thing"
    said_before = before.meant if before.meant and before.kind == kind else None
    meant = said_before or _meant(clause, pronoun, before, earlier, words)
    if clause.dated:
        meant = without_periods(meant, words)
    if pronoun is None:
        text = _with_topic(clause, meant, earlier, words)
    else:
        token = clause.tokens[pronoun.at]
        text = clause.text[: token.start] + meant + clause.text[token.end :]
    return replace(before, text=as_question(_dated(text, clause, earlier, words)), meant=meant, kind=kind)


def _meant(clause: Clause, pronoun: Pronoun | None, before: Turn, earlier: Clause, words: Words) -> str:
    """What a pronoun or an unsaid topic stands for. One of the same kind as before stands for the same."""
    made = made_with(clause, words)
    if pronoun is None:
        return topic.thing(earlier, words, made, part=False)
    if pronoun.kind == "several":
        acting = topic.actor(earlier, words)
        if acting and pronoun.at - 1 == clause.verb and clause.noun:
            return acting
        return topic.several(before.counted or earlier, words, made)
    if pronoun.kind != "thing":
        return topic.noun_phrase(earlier, words)
    if not (words.amount.search(clause.head_text) or clause.noun):
        return topic.noun_phrase(earlier, words)
    part = pronoun.at > 0 and clause.tokens[pronoun.at - 1].low in words.partitive
    return topic.thing(earlier, words, made, part=part)


def _with_topic(clause: Clause, meant: str, earlier: Clause, words: Words) -> str:
    """The topic put after the noun that leans on it («fristen for …»), or at the end."""
    made = made_with(clause, words)
    for token in clause.tokens:
        if token.low in words.relational or token.low in words.stand_ins:
            preposition = words.relational.get(token.low, made["for"])
            rest = clause.text[token.end :]
            return f"{clause.text[: token.end]} {preposition} {meant}{rest}"
    joined = topic.joined_phrase(earlier, words, made)
    phrase = without_periods(joined, words) if clause.dated else joined
    return added(clause, phrase if phrase.endswith(meant) else f"{made['for']} {meant}", words)


def _dated(text: str, clause: Clause, earlier: Clause, words: Words) -> str:
    """With the earlier question's period where none is named."""
    if clause.dated or not earlier.periods or any(not mention.baseline for mention in periods_in(text)):
        return text
    return with_period(text, earlier.text, words)
