"""«Er det mer enn i fjor?»: the question before, set against the same at another time."""

from retrieval.conversation.clause import Clause, made_with
from retrieval.conversation.language import Words


def sets_against(clause: Clause, earlier: Clause, words: Words) -> bool:
    """Whether a question asks only whether what was answered is more, or better, than at another time.

    «Er saksbehandlingstiden lengre enn i 2023?» asks that itself, once the pronoun is replaced.
    """
    if clause.has_head or clause.verb != 0 or not clause.periods or not clause.periods[-1].baseline:
        return False
    said = [token.low for token in clause.tokens]
    than = next((at for at, low in enumerate(said) if low in words.than), None)
    if than is None or than + 1 >= len(said):
        return False
    follows = all(clause.in_period(at) or said[at] in words.prepositions for at in range(than + 1, len(said)))
    points = any(words.pronouns.get(low) == "thing" for low in said[1:than])
    more = words.comparative.fullmatch(said[than - 1]) is not None
    amount = words.counted.search(earlier.head_text) is not None
    return follows and points and ((more and amount) or (not more and said[than - 1] in words.qualities))


def set_against(clause: Clause, earlier: Clause, words: Words) -> str:
    """The question before, compared with that time."""
    than = next(at for at, token in enumerate(clause.tokens) if token.low in words.than)
    other = clause.slice(than + 1, len(clause.tokens))
    return f"{earlier.text} {made_with(clause, words)['compared']} {other}"
