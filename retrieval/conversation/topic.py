"""What a question was about, as words that can stand for it in the next one.

«Hvor mange klager kom inn i 2024?» is about «klager som kom inn i 2024»; «Hva er satsen for reisestøtte?» about
«satsen for reisestøtte»; «Hvor mye er satt av til fyr?» about «fyr», and a part of it («hvor mye av det …») about «det
som er satt av til fyr».
"""

from retrieval.conversation.clause import Clause, Token
from retrieval.conversation.language import Words


def counts(clause: Clause, words: Words) -> bool:
    """Whether a question counts something, or asks which of several."""
    if clause.verb is None or not clause.has_head:
        return False
    return bool(words.counted.search(clause.head_text)) or bool(clause.noun)


def several(clause: Clause, words: Words, made: dict[str, str]) -> str:
    """The people or things a question counted or asked which of, as «de klager som …»; else its main noun phrase."""
    if not counts(clause, words):
        return noun_phrase(clause, words)
    if not clause.noun:
        return f"{made['those_who']} {made['who']} {_predicate(clause)}"
    first = clause.tokens[_first_of_noun(clause, words)].low
    those = "" if first in words.articles else f"{made['those']} "
    return those + _qualified(clause, words, made)


def thing(clause: Clause, words: Words, made: dict[str, str], *, part: bool) -> str:
    """What «det» stands for: the noun asked for with what is said of it, or the main noun phrase.

    `part` tells that a part of it is asked for («av det»): of an amount, then, and not of what it is an amount of.
    """
    if clause.verb is None or not words.counted.search(clause.head_text):
        return noun_phrase(clause, words)
    if clause.noun:
        return _qualified(clause, words, made)
    if not part:
        return noun_phrase(clause, words)
    relative = _relative(clause, words)
    joined = f"{made['which']} " if relative == _predicate(clause) and made["which"] == "som" else ""
    return f"{made['that']} {joined}{relative}"


def counted_phrase(clause: Clause, words: Words) -> str:
    """The noun a question counts with what it is of, «søknader om merker», without a relative clause."""
    first = _first_of_noun(clause, words)
    stop = next((at for at in range(first, clause.end_of_noun) if clause.tokens[at].low in words.relatives), None)
    return clause.slice(first, clause.end_of_noun if stop is None else stop)


def counted_noun(clause: Clause, words: Words) -> str | None:
    """The bare noun a question counts, «forhold» of «forhold som gjaldt tilsyn»; None when it names none."""
    if not counts(clause, words) or not words.counted.search(clause.head_text):
        return None
    first = _first_of_noun(clause, words)
    ends = words.relatives | words.prepositions
    stop = next((at for at in range(first, clause.end_of_noun) if clause.tokens[at].low in ends), clause.end_of_noun)
    return clause.slice(stop - 1, stop) if stop > first else None


def _first_of_noun(clause: Clause, words: Words) -> int:
    """Where the noun asked for begins: «av» before it («hvor mange av de klagene …») only takes a part of it."""
    first = clause.head[1]
    return first + 1 if clause.tokens[first].low in words.prepositions and first + 1 < clause.end_of_noun else first


def actor(clause: Clause, words: Words) -> str | None:
    """Who acts in a question: a name or «etaten» right after its verb."""
    if clause.verb is None or clause.verb + 1 >= len(clause.tokens):
        return None
    subject = clause.tokens[clause.verb + 1]
    said = clause.slice(clause.verb + 1, clause.verb + 2)
    return said if subject.low in words.actors or (subject.capital and not said.isupper()) else None


def _qualified(clause: Clause, words: Words, made: dict[str, str]) -> str:
    """The noun asked for with what is said of it; «var det» says nothing of it."""
    verb = clause.verb or 0
    noun = clause.slice(_first_of_noun(clause, words), clause.end_of_noun)
    following = clause.tokens[verb + 1].low if verb + 1 < len(clause.tokens) else ""
    if clause.tokens[verb].low in words.be and following in words.place_keepers:
        return f"{noun} {clause.slice(verb + 2, len(clause.tokens))}".strip()
    return f"{noun} {made['which']} {_relative(clause, words)}"


def noun_phrase(clause: Clause, words: Words) -> str:
    """The main noun phrase of a question: what stands after its last verb, or between its verb and the next one."""
    if clause.verb is None:
        return clause.noun or clause.text
    named = clause.tokens[clause.verb].low in words.be and not clause.noun
    if named and (
        words.who.search(clause.head_text) or not _is_verb(clause, min(clause.verb + 1, len(clause.tokens) - 1), words)
    ):
        return clause.rest or clause.text
    place = _main_phrase(clause, words)
    return clause.slice(*place) if place else clause.noun or clause.rest


def joined_phrase(clause: Clause, words: Words, made: dict[str, str]) -> str:
    """The main noun phrase with the preposition it has in its question («til dagpenger»), or «for»."""
    place = _main_phrase(clause, words) if clause.verb is not None else None
    before = clause.tokens[place[0] - 1].low if place else ""
    joined = before if before in words.complements else made["for"]
    return f"{joined} {noun_phrase(clause, words)}"


def _main_phrase(clause: Clause, words: Words) -> tuple[int, int] | None:
    """The tokens of the last stretch between verbs that says more than who acts and when."""
    for first, last in reversed(_stretches(clause, words)):
        first = _first_word(clause, first, last, words)
        if clause.verb is not None and first == clause.verb + 1 and actor(clause, words):
            first = _first_word(clause, first + 1, last, words)
        said = (at for at in range(first, last) if clause.tokens[at].low not in words.qualities)
        if any(not clause.in_period(at) for at in said):
            return first, last
    return None


def _stretches(clause: Clause, words: Words) -> list[tuple[int, int]]:
    """The stretches between verbs, after the first verb; a relative clause stays with its noun."""
    start = (clause.verb or 0) + 1
    found: list[tuple[int, int]] = []
    for at in range(start, len(clause.tokens)):
        if clause.tokens[at].low in words.relatives:
            break
        if _is_verb(clause, at, words):
            found.append((start, at))
            start = at + 1
    return [*found, (start, len(clause.tokens))]


def _is_verb(clause: Clause, at: int, words: Words) -> bool:
    return clause.tokens[at].low in words.verbs and not clause.tokens[at].capital


def _first_word(clause: Clause, first: int, last: int, words: Words) -> int:
    """The first token of a stretch that is no small word and no period; its end when there is none."""
    small = (at for at in range(first, last) if not (_is_small(clause.tokens[at], words) or clause.in_period(at)))
    return next(small, last)


def _is_small(token: Token, words: Words) -> bool:
    return token.is_sign or token.low in words.function or token.low in words.articles


def _predicate(clause: Clause) -> str:
    return clause.slice(clause.end_of_noun, len(clause.tokens))


def _keeps_place(clause: Clause, at: int, words: Words) -> bool:
    """«ble det utbetalt»: a pronoun before another verb only keeps the subject's place."""
    if at + 1 >= len(clause.tokens) or clause.tokens[at].low not in words.place_keepers:
        return False
    return clause.tokens[at + 1].low in words.verbs


def _relative(clause: Clause, words: Words) -> str:
    """The predicate as a relative clause: an actor after the verb is its subject and goes before it."""
    subject, verb = actor(clause, words), clause.verb
    if verb is not None and _keeps_place(clause, verb + 1, words):
        return f"{clause.slice(verb, verb + 1)} {clause.slice(verb + 2, len(clause.tokens))}"
    if subject is None or verb is None:
        return _predicate(clause)
    ordered = (subject, clause.slice(verb, verb + 1), clause.slice(verb + 2, len(clause.tokens)))
    return " ".join(part for part in ordered if part)
