"""A follow-up completed from the earlier questions of its conversation, as a question that stands alone."""

from collections.abc import Sequence
from dataclasses import replace

from retrieval.conversation import topic
from retrieval.conversation.anew import asked_anew, replaced
from retrieval.conversation.clause import Clause, made_with, read_clause
from retrieval.conversation.follow_up import content, leans, pronoun_of
from retrieval.conversation.lacking import filled
from retrieval.conversation.language import Words, shipped_words
from retrieval.conversation.setting_against import set_against, sets_against
from retrieval.conversation.swap import Similarity
from retrieval.conversation.times import with_times
from retrieval.conversation.turn import Turn, as_question


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
            turn = replace(_completed(clause, turn, words, similarity), before=turn.text)
        whole = read_clause(turn.text, words)
        if topic.counts(whole, words) and turn.kind != "several":
            turn = replace(turn, counted=whole)
    return turn.text if turn else question


def _completed(clause: Clause, before: Turn, words: Words, similarity: Similarity) -> Turn:
    earlier = read_clause(before.text, words)
    if before.before is not None and _asks_contrast(clause, words):
        return replace(before, text=_contrast(clause, before.text, before.before, words), meant=None, kind=None)
    clause = with_times(clause, earlier, words)
    if sets_against(clause, earlier, words):
        return replace(before, text=as_question(set_against(clause, earlier, words)), meant=None, kind=None)
    if not clause.has_head and (clause.verb != 0 or len(clause.tokens) == 1):
        return replace(before, text=as_question(replaced(clause, earlier, words, similarity)), meant=None, kind=None)
    pronoun = pronoun_of(clause, words)
    anew = asked_anew(clause, pronoun, earlier, words, similarity)
    if anew is not None:
        return replace(before, text=as_question(anew))
    return filled(clause, pronoun, before, earlier, words)


def _asks_contrast(clause: Clause, words: Words) -> bool:
    """«hva er forskjellen?»: between the answers to the two questions before."""
    own = content(clause, words)
    return bool(own) and all(clause.tokens[at].low in words.contrasts for at in own) and not clause.periods


def _contrast(clause: Clause, first: str, second: str, words: Words) -> str:
    """Both questions in one, with what is asked of them: «Hvor …, og hvor …, og hvor stor er forskjellen»."""
    made = made_with(clause, words)
    parts = (
        first.rstrip(" ?"),
        f"{second[:1].lower()}{second[1:]}".rstrip(" ?"),
        words.contrast_asked[made["language"]],
    )
    return as_question(f", {made['and']} ".join(parts))
