"""A question taken apart: what it begins with, its question word, the noun asked for, its verb, and the rest."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.quantities import Context, read_periods
from ingest.quantities.model import PeriodMention
from retrieval.conversation.language import Words

_TOKEN = re.compile(r"«[^»]*»|\"[^\"]*\"|\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:[-–/][^\W_]+)*|[^\w\s]")
SHORTEST_VERB = 5


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, quoted name or sign of a question. `low` is folded."""

    low: str
    start: int
    end: int
    capital: bool

    @property
    def is_sign(self) -> bool:
        """Whether it is punctuation."""
        return not self.low[0].isalnum() and self.low[0] not in '«"'


@dataclass(frozen=True)
class Clause:
    """A question without the small words it begins with as a follow-up, and without its question mark.

    Tokens from `head` on are the question word's, from `noun` on the noun asked for, from `verb` on the rest.
    `verb` is None where there is none. Before the head may stand what sets the scene («I 2024, …»).
    """

    text: str
    lead: bool
    tokens: tuple[Token, ...]
    head: tuple[int, int]
    verb: int | None

    @cached_property
    def periods(self) -> tuple[PeriodMention, ...]:
        """The periods it names, told from no year in particular."""
        return tuple(read_periods(self.text, Context(year=None, period=None)))

    @property
    def dated(self) -> bool:
        """Whether it says when: a time it only compares with («enn i 2023») does not."""
        return any(not mention.baseline for mention in self.periods)

    @property
    def has_head(self) -> bool:
        """Whether it has a question word."""
        return self.head[1] > self.head[0]

    @property
    def head_text(self) -> str:
        """The question word, «Hvor mange»."""
        return self.slice(*self.head)

    @property
    def noun(self) -> str:
        """The noun asked for, from the question word to the verb."""
        return self.slice(self.head[1], self.end_of_noun)

    @property
    def end_of_noun(self) -> int:
        """The token the noun ends before."""
        return len(self.tokens) if self.verb is None else self.verb

    @property
    def rest(self) -> str:
        """What stands after the verb."""
        return "" if self.verb is None else self.slice(self.verb + 1, len(self.tokens))

    def slice(self, first: int, last: int) -> str:
        """The text of tokens `first` to `last` (not included)."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def in_period(self, at: int) -> bool:
        """Whether a token is part of a period."""
        token = self.tokens[at]
        return any(mention.start <= token.start < mention.end for mention in self.periods)


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words, numbers, quoted names and signs of a text."""
    return tuple(
        Token(m.group().casefold(), m.start(), m.end(), m.group()[0].isupper() or m.group()[0] in '«"')
        for m in _TOKEN.finditer(text)
    )


def read_clause(question: str, words: Words) -> Clause:
    """Take a question apart."""
    text = " ".join(question.split()).rstrip(" ?.!")
    tokens = tokens_of(text)
    lead = _lead(tokens, words)
    if lead:
        start = tokens[lead].start if lead < len(tokens) else len(text)
        text = text[start:]
        tokens = tokens_of(text)
    head = _head(text, tokens, words)
    return Clause(text, bool(lead), tokens, head, _verb(text, tokens, head, words))


def _lead(tokens: Sequence[Token], words: Words) -> int:
    low = tuple(token.low for token in tokens)
    taken = next((len(run) for run in words.leads if low[: len(run)] == run), 0)
    while taken < len(tokens) and tokens[taken].low == ",":
        taken += 1
    return taken


def _head(text: str, tokens: Sequence[Token], words: Words) -> tuple[int, int]:
    found = [match for pattern in words.heads if (match := pattern.search(text))]
    if not found:
        return 0, 0
    match = min(found, key=lambda each: (each.start(), found.index(each)))
    inside = [at for at, token in enumerate(tokens) if match.start() <= token.start < match.end()]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _verb(text: str, tokens: Sequence[Token], head: tuple[int, int], words: Words) -> int | None:
    """The first verb after the question word. A bare question word has its verb next; so has a yes-no question."""
    first, after = head
    if after == 0:
        return 0 if tokens and tokens[0].low in words.verbs else None
    asked = text[tokens[first].start : tokens[after - 1].end]
    later = range(after, len(tokens))
    listed = next((at for at in _main_verbs(tokens, later, words) if not _is_counted(tokens, at, after, words)), None)
    if listed is not None or after >= len(tokens):
        return listed
    follows = tokens[after]
    if not words.amount.search(asked) and len(asked.split()) == 1 and not _is_small(follows, words):
        return after
    return next((at for at in later[1:] if _looks_like_verb(tokens[at], words)), None)


def _is_counted(tokens: Sequence[Token], at: int, after: int, words: Words) -> bool:
    """«hvor mange møter skal …»: what stands between the question word and another verb is a noun, verb or not."""
    follows = at + 1 < len(tokens) and tokens[at + 1].low in words.verbs
    return at == after and follows and tokens[at].low not in words.helping


def _main_verbs(tokens: Sequence[Token], among: range, words: Words) -> Iterator[int]:
    """The listed verbs, without those of a relative clause («de som søkte …»)."""
    inside = False
    for at in among:
        low = tokens[at].low
        if low in words.relatives:
            inside = True
        elif low in words.verbs:
            if not inside:
                yield at
            inside = inside and low in words.helping and at + 1 < len(tokens) and tokens[at + 1].low in words.verbs


def _is_small(token: Token, words: Words) -> bool:
    return token.is_sign or token.low in words.function or token.low in words.articles or token.low[0].isdigit()


def _looks_like_verb(token: Token, words: Words) -> bool:
    low = token.low
    return not token.capital and len(low) >= SHORTEST_VERB and low.endswith(words.verb_endings)


def made_with(clause: Clause, words: Words) -> dict[str, str]:
    """The words a completed question is put together with, in the language it is asked in, and that language."""
    low = {token.low for token in clause.tokens}
    if low & words.english - {"for", "i"} and not low & words.nynorsk:
        language = "en"
    else:
        language = "nn" if low & words.nynorsk else "nb"
    return {name: entry[language] for name, entry in words.made.items()} | {"language": language}
