"""What a follow-up says anew in the place of another of its kind: a number, a bound, an adjective, a noun, a verb."""

import re

from retrieval.conversation.clause import Clause, Token, made_with, read_clause, tokens_of
from retrieval.conversation.follow_up import place_named
from retrieval.conversation.language import Words
from retrieval.conversation.swap import added, is_word

ADJECTIVE = "e"
"""How an adjective before a noun in the definite ends."""


def in_place_of_its_kind(clause: Clause, said: str, words: Words) -> str | None:
    """An earlier question with `said` in the place of what is plainly of its kind; None where nothing is."""
    if not tokens_of(said):
        return None
    return (
        _other_number(clause, said, words)
        or _other_bound(clause, said, words)
        or _other_adjective(clause, said, words)
        or _other_people(clause, said, words)
    )


def _other_number(clause: Clause, said: str, words: Words) -> str | None:
    """«post 22» of «kap. 605 post 01»: the same noun with another number."""
    new = words.numbered.search(said)
    if new is None:
        return None
    found = [old for old in words.numbered.finditer(clause.text) if old["noun"].casefold() == new["noun"].casefold()]
    if len(found) != 1 or new["number"] == found[0]["number"]:
        return None
    return f"{clause.text[: found[0].start('number')]}{new['number']}{clause.text[found[0].end('number') :]}"


def _other_bound(clause: Clause, said: str, words: Words) -> str | None:
    """«over 50» of «under 30 år»: another bound, in the same unit."""
    new, old = words.bounded.search(said), words.bounded.search(clause.text)
    if new is None:
        return None
    if old is None:
        return added(clause, said, words)
    unit = new["unit"] or old["unit"] or ""
    return f"{clause.text[: old.start()]}{new['bound']}{unit}{clause.text[old.end() :]}"


def _other_adjective(clause: Clause, said: str, words: Words) -> str | None:
    """«den utvidede» of «den ordinære stønaden»: another adjective for the same noun."""
    article, *rest = tokens_of(said)
    if article.low not in words.articles or len(rest) != 1 or not rest[0].low.endswith(ADJECTIVE):
        return None
    for at in range(len(clause.tokens) - 2):
        first, second = clause.tokens[at : at + 2]
        if first.low == article.low and second.low.endswith(ADJECTIVE) and is_word(clause, at + 2, words):
            return clause.text[: second.start] + said[rest[0].start :] + clause.text[second.end :]
    return None


def _other_people(clause: Clause, said: str, words: Words) -> str | None:
    """«og kvinner?», «for menn?»: people of another sort, or a part of those who were counted."""
    tokens = tokens_of(said)
    if not words.people.fullmatch(tokens[-1].low):
        return None
    old = [token for token in clause.tokens if words.people.fullmatch(token.low)]
    if len(old) == 1:
        new = tokens[-1]
        return f"{clause.text[: old[0].start]}{said[new.start : new.end]}{clause.text[old[0].end :]}"
    if old or tokens[0].low in words.prepositions:
        return None if old else added(clause, said, words)
    return added(clause, f"{made_with(clause, words)['among']} {said}", words)


def with_relation(clause: Clause, said: str, words: Words) -> str | None:
    """«og resultatet?» of «Hva er målet for …?»: another noun of the same thing; None where `said` has none."""
    new = next((token for token in tokens_of(said) if token.low in words.relational), None)
    if new is None:
        return None
    old = next((token for token in clause.tokens if token.low in words.relational), None)
    if old is None:
        return None
    return clause.text[: old.start] + said[new.start : new.end] + clause.text[old.end :]


def with_verb(clause: Clause, earlier: Clause, words: Words) -> str | None:
    """«og innvilget?» of «Hvor mange søknader ble avslått?»: what else was done; None for another sort of question."""
    said = [token for at, token in enumerate(clause.tokens) if not clause.in_period(at)]
    if clause.has_head or len(said) != 1 or not _is_act(said[0], words) or earlier.verb is None:
        return None
    old = [token for token in earlier.tokens[earlier.verb :] if _is_act(token, words)]
    if not old:
        return None
    return earlier.text[: old[-1].start] + clause.text[said[0].start : said[0].end] + earlier.text[old[-1].end :]


def _is_act(token: Token, words: Words) -> bool:
    return token.low in words.verbs and token.low not in words.helping and not token.capital


def with_name(clause: Clause, earlier: Clause, words: Words) -> str | None:
    """«Hvor mange fyr har regionen?»: the one named in the question before; None where it named none."""
    at = place_named(clause, words)
    if at is None:
        return None
    token = clause.tokens[at]
    whole = next((old for old in earlier.tokens if old.low != token.low and old.low.endswith(token.low)), None)
    if whole is not None:
        return clause.text[: token.start] + earlier.text[whole.start : whole.end] + clause.text[token.end :]
    name = _name_in(earlier, words)
    return None if name is None else f"{clause.text[: token.end]} {name}{clause.text[token.end :]}"


def _name_in(clause: Clause, words: Words) -> str | None:
    """The name after a preposition: «i Ytre Skodde»."""
    for at in range(1, len(clause.tokens)):
        if not clause.tokens[at].capital or clause.tokens[at - 1].low not in words.prepositions or clause.in_period(at):
            continue
        end = at + 1
        while end < len(clause.tokens) and clause.tokens[end].capital:
            end += 1
        return clause.slice(at, end)
    return None


_PER = re.compile(r"^(?:per|pr) ", re.IGNORECASE)


def with_tail(text: str, tail: str, words: Words) -> str:
    """A question with one more phrase: where, of whom, or per what."""
    clause = read_clause(text, words)
    if _PER.search(tail):
        return f"{clause.text} {tail}"
    return in_place_of_its_kind(clause, tail, words) or added(clause, tail, words)
