"""A follow-up completed from the earlier questions of its conversation, as a question that stands alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from retrieval.conversation import topic
from retrieval.conversation.clause import Clause, read_clause
from retrieval.conversation.follow_up import Pronoun, content, leans, pronoun_of
from retrieval.conversation.language import Words, shipped_words
from retrieval.conversation.swap import Similarity, added, periods_in, with_period, with_phrase, without_periods

ENOUGH = 2
"""A question with this many words of content has a subject; only its period may be missing."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it stands alone. `meant` is what a pronoun or an unsaid topic of kind `kind` stood for in it.

    `counted` is the last question so far that counted something: what «de» may stand for.
    """

    text: str
    meant: str | None = None
    kind: str | None = None
    counted: Clause | None = None


def is_follow_up(question: str) -> bool:
    """Whether a question leans on the one before it."""
    words = shipped_words()
    return leans(read_clause(question, words), words)


def complete(question: str, history: Sequence[str], similarity: Similarity) -> str:
    """The question as it stands alone: itself, or completed from the ones before it, which may be follow-ups too."""
    words = shipped_words()
    turn: Turn | None = None
    for asked in [*history, question]:
        clause = read_clause(asked, words)
        if turn is None or not leans(clause, words):
            turn = Turn(" ".join(asked.split()))
        else:
            turn = _completed(clause, turn, words, similarity)
        whole = read_clause(turn.text, words)
        if topic.counts(whole, words) and turn.kind != "several":
            turn = replace(turn, counted=whole)
    return turn.text if turn else question


def _completed(clause: Clause, before: Turn, words: Words, similarity: Similarity) -> Turn:
    earlier = read_clause(before.text, words)
    if not clause.has_head and clause.verb != 0:
        return replace(before, text=_question(_replaced(clause, earlier, words, similarity)), meant=None, kind=None)
    pronoun = pronoun_of(clause, words)
    if clause.verb is None or _says_no_more(clause, pronoun, words):
        return replace(before, text=_question(_spliced(clause, earlier, words, similarity)))
    return _own_question(clause, pronoun, before, earlier, words)


def _question(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip(' ,')}?"


def _replaced(clause: Clause, earlier: Clause, words: Words, similarity: Similarity) -> str:
    """«og i 2023?», «hva med uføretrygd?», «for kvinner i fjor?»: another period, another thing, or both."""
    said = without_periods(clause.text, words) if clause.periods else clause.text
    own = content(clause, words)
    text = with_phrase(earlier, said, words, similarity) if own else earlier.text
    return with_period(text, clause.text, words)


def _says_no_more(clause: Clause, pronoun: Pronoun | None, words: Words) -> bool:
    """«hvor mange prosent er det?»: after the question word only «er det», a period and «enn …»."""
    if clause.verb is None or not clause.has_head or clause.tokens[clause.verb].low not in words.be:
        return False
    if pronoun is not None and pronoun.kind != "thing":
        return False
    later = range(clause.verb + 1, len(clause.tokens))
    empty = words.function | set(words.pronouns) | words.generic
    return bool(later) and all(clause.in_period(at) or clause.tokens[at].low in empty for at in later)


def _spliced(clause: Clause, earlier: Clause, words: Words, similarity: Similarity) -> str:
    """The earlier question asked anew with another question word: «når på dagen?», «hvor mange prosent er det?»."""
    asked = "" if clause.noun.casefold() in words.pronouns else clause.noun
    head = f"{clause.head_text} {asked}".strip()
    own = [at for at in content(clause, words) if clause.head[1] <= at < clause.end_of_noun]
    predicate = earlier.slice(earlier.end_of_noun, len(earlier.tokens))
    if own and words.amount.search(clause.head_text) and words.amount.search(earlier.head_text):
        text = with_phrase(earlier, clause.noun, words, similarity)
    elif words.share.search(head) and earlier.noun:
        made = _made(earlier, words)
        text = f"{head} {made['of']} {earlier.noun} {predicate}"
    elif words.comparative.search(head):
        text = f"{head} {earlier.noun} {predicate}".replace("  ", " ")
    elif earlier.noun and earlier.verb is not None:
        verb = earlier.slice(earlier.verb, earlier.verb + 1)
        first = earlier.tokens[earlier.head[1]]
        noun = earlier.noun[first.end - first.start :].strip() if first.low in words.prepositions else earlier.noun
        text = f"{head} {verb} {noun} {earlier.rest}".strip()
    else:
        text = f"{head} {predicate}".strip()
    return _with_tail(text, clause, words)


def _with_tail(text: str, clause: Clause, words: Words) -> str:
    """A period of the follow-up's own replaces the earlier one; one that is compared with («enn året før») is added."""
    if not clause.periods:
        return text
    mention = clause.periods[0]
    if mention.baseline:
        tokens = [token for token in clause.tokens if token.end <= mention.start]
        start = tokens[-1].start if tokens and tokens[-1].low in words.prepositions else mention.start
        return f"{text} {clause.text[start:]}"
    return with_period(text, clause.text, words)


def _own_question(clause: Clause, pronoun: Pronoun | None, before: Turn, earlier: Clause, words: Words) -> Turn:
    """A question with a predicate of its own: what is missing in it is taken from the earlier one."""
    made = _made(clause, words)
    if pronoun is None and len(content(clause, words)) >= ENOUGH:
        return replace(before, text=_question(_dated(clause.text, clause, earlier, words)), meant=None, kind=None)
    kind = pronoun.kind if pronoun else "thing"
    meant = _meant(clause, pronoun, before, earlier, words)
    if clause.periods:
        meant = without_periods(meant, words)
    if pronoun is None:
        text = _with_topic(clause, meant, words, made)
    else:
        token = clause.tokens[pronoun.at]
        text = clause.text[: token.start] + meant + clause.text[token.end :]
    return replace(before, text=_question(_dated(text, clause, earlier, words)), meant=meant, kind=kind)


def _meant(clause: Clause, pronoun: Pronoun | None, before: Turn, earlier: Clause, words: Words) -> str:
    """What a pronoun or an unsaid topic stands for. One of the same kind as before stands for the same."""
    made = _made(clause, words)
    kind = pronoun.kind if pronoun else "thing"
    if before.meant and before.kind == kind:
        return before.meant
    if kind == "several":
        acting = topic.actor(earlier, words)
        if acting and pronoun and pronoun.at - 1 == clause.verb and clause.noun:
            return acting
        return topic.several(before.counted or earlier, words, made)
    if kind == "thing":
        return topic.thing(earlier, words, made)
    return topic.noun_phrase(earlier, words)


def _with_topic(clause: Clause, meant: str, words: Words, made: dict[str, str]) -> str:
    """The topic put after the noun that leans on it («fristen for …»), or at the end."""
    for token in clause.tokens:
        if token.low in words.relational or token.low in words.stand_ins:
            preposition = words.relational.get(token.low, made["for"])
            rest = clause.text[token.end :]
            return f"{clause.text[: token.end]} {preposition} {meant}{rest}"
    return added(clause, f"{made['for']} {meant}")


def _dated(text: str, clause: Clause, earlier: Clause, words: Words) -> str:
    """With «da» or «det året» taken out, and the earlier question's period where none is named."""
    low = tuple(token.low for token in clause.tokens)
    run = next((run for run in words.periods if low[-len(run) :] == run), ())
    if run and text.endswith(clause.text[clause.tokens[-len(run)].start :]):
        text = text[: -len(clause.text[clause.tokens[-len(run)].start :])].rstrip()
    if clause.periods or not earlier.periods or periods_in(text):
        return text
    return with_period(text, earlier.text, words)


def _made(clause: Clause, words: Words) -> dict[str, str]:
    """The words a completed question is put together with, in the language it is asked in."""
    low = {token.low for token in clause.tokens}
    if low & words.english - {"for", "i"} and not low & words.nynorsk:
        language = "en"
    else:
        language = "nn" if low & words.nynorsk else "nb"
    return {name: entry[language] for name, entry in words.made.items()}
