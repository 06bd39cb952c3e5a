"""A turn of a conversation as it stands alone, with what it goes on with into the next."""

from dataclasses import dataclass

from retrieval.conversation.clause import Clause


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it stands alone. `meant` is what a pronoun or an unsaid topic of kind `kind` stood for in it.

    `counted` is the last question so far that counted something: what «de» may stand for. `before` is the
    question before it.
    """

    text: str
    meant: str | None = None
    kind: str | None = None
    counted: Clause | None = None
    before: str | None = None


def as_question(text: str) -> str:
    """A text with a capital first and a question mark last."""
    return f"{text[:1].upper()}{text[1:].rstrip(' ,')}?"
