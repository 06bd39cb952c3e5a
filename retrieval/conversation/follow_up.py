"""Whether a question leans on the one before it: by how it begins, by a pronoun, or by having no subject of its own."""

from dataclasses import dataclass

from retrieval.conversation.clause import Clause, Token
from retrieval.conversation.language import Words
from retrieval.conversation.times import points_at_time

MOST_IN_FRAGMENT = 2
"""How many words of content a question without a verb has at most, when it leans on the one before it."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun that stands for something in an earlier question: its token, and what it stands for."""

    at: int
    kind: str


def leans(clause: Clause, words: Words) -> bool:
    """Whether a question leans on the one before it."""
    if not clause.tokens or clause.tokens[0].low in words.courtesy:
        return False
    if clause.lead or points_at_time(clause, words) or pronoun_of(clause, words) is not None:
        return True
    if place_named(clause, words) is not None or singles_out(clause, words):
        return True
    if _names_its_act(clause, words):
        return False
    own = content(clause, words)
    if clause.verb is None:
        return _is_fragment(clause, own, words)
    return not own or _only_counts(clause, own, words) or _only_points(clause, own, words) or is_part(clause, words)


def _only_counts(clause: Clause, own: list[int], words: Words) -> bool:
    """«hvor mange mottakere var det?»: what is counted is said, and nothing of which."""
    if not words.amount.search(clause.head_text) or clause.verb is None or clause.periods:
        return False
    later = clause.tokens[clause.verb + 1 :]
    return (
        clause.tokens[clause.verb].low in words.be
        and own[-1] < clause.verb
        and bool(later)
        and all(token.low in words.place_keepers for token in later)
    )


def _only_points(clause: Clause, own: list[int], words: Words) -> bool:
    """«hva sier tildelingsbrevet?», «hva er forskjellen?», «hvor høy var restansen?», «hvilken region hadde flest?».

    Only where to look, what to do with the answers, what to measure, or whom to choose among.
    """
    named = {clause.tokens[at].low for at in own}
    if (named <= words.documents and not _names_its_act(clause, words)) or (
        not clause.periods and named <= words.contrasts
    ):
        return True
    if all(words.measure.search(low) and words.definite.search(low) for low in named):
        return True
    return clause.tokens[-1].low in words.counting and all(
        at < clause.end_of_noun for at in own if clause.tokens[at].low not in words.counting
    )


def _names_its_act(clause: Clause, words: Words) -> bool:
    """«hvem skrev under tildelingsbrevet?»: who, and what was done with the document, is a question of its own."""
    if clause.verb is None or words.who.search(clause.head_text) is None:
        return False
    said = [token.low for token in clause.tokens[clause.verb :]]
    acts = any(low in words.verbs and low not in words.helping for low in said)
    return acts and not words.documents.isdisjoint(said)


def singles_out(clause: Clause, words: Words) -> bool:
    """«hvor mange var uten endring?»: which of those counted before."""
    if clause.verb is None or clause.noun or clause.periods or words.counted.search(clause.head_text) is None:
        return False
    following = clause.tokens[clause.verb + 1 : clause.verb + 2]
    return clause.tokens[clause.verb].low in words.be and any(token.low in words.singling for token in following)


def place_named(clause: Clause, words: Words) -> int | None:
    """Where a question speaks of «regionen» without saying which."""
    for at, token in enumerate(clause.tokens):
        if token.low not in words.named or token.capital:
            continue
        following = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else None
        if following is None or not (following.capital or following.low in words.complements | words.relatives):
            return at
    return None


def is_part(clause: Clause, words: Words) -> bool:
    """«hvor stor andel er kvinner?»: a share with nothing said of what it is a share of."""
    noun = clause.noun
    return (
        clause.verb is not None
        and clause.tokens[clause.verb].low in words.be
        and words.share.fullmatch(noun) is not None
        and not clause.periods
        and all(token.low not in words.partitive for token in clause.tokens)
    )


def _is_fragment(clause: Clause, own: list[int], words: Words) -> bool:
    """«for kvinner?», «når på dagen?», «uføretrygd?», but not words to search by: a subject and its measure.

    «hvor mange søknader i 2024» lacks only its verb: what is counted is said, and when.
    """
    if clause.has_head:
        return len(own) < MOST_IN_FRAGMENT and not (own and clause.periods and words.amount.search(clause.head_text))
    if clause.tokens[0].low in words.prepositions:
        return len(own) <= MOST_IN_FRAGMENT
    measured = bool(clause.periods) or any(token.low in words.generic for token in clause.tokens)
    return len(own) <= MOST_IN_FRAGMENT and not (own and measured)


def content(clause: Clause, words: Words) -> list[int]:
    """The tokens that say what a question is about: no small words, verbs, periods, units, or nouns that stand in."""
    return [at for at in range(len(clause.tokens)) if _says_something(clause, at, words)]


def _says_something(clause: Clause, at: int, words: Words) -> bool:
    token = clause.tokens[at]
    if clause.head[0] <= at < clause.head[1] or at == clause.verb or token.is_sign or clause.in_period(at):
        return False
    if token.low in words.pronouns:
        return False
    if at > 0 and token.capital:
        return True
    if token.low in words.stand_ins or token.low in words.relational:
        return _has_complement(clause, at, words)
    says_how_much = token.low in words.generic or token.low in words.qualities
    acts = token.low in words.verbs and not _tells_which(clause, at, words)
    return not (_is_small(token.low, words) or acts or says_how_much)


def _tells_which(clause: Clause, at: int, words: Words) -> bool:
    """«av dem som søkte»: what is done in a relative clause before the verb says who is meant."""
    before = clause.verb is not None and at < clause.verb
    return before and any(token.low in words.relatives for token in clause.tokens[clause.head[1] : at])


def _is_small(low: str, words: Words) -> bool:
    return low in words.function or low in words.articles


def _has_complement(clause: Clause, at: int, words: Words) -> bool:
    """«fristen for søknader» says what it is about, «fristen» does not."""
    if at + 2 >= len(clause.tokens) or clause.tokens[at + 1].low not in words.complements:
        return False
    return not clause.in_period(at + 2)


def pronoun_of(clause: Clause, words: Words) -> Pronoun | None:
    """The first pronoun with no noun after it and nothing before it in the question that it could stand for."""
    own = content(clause, words)
    for at, token in enumerate(clause.tokens):
        kind = words.pronouns.get(token.low)
        if kind is None or clause.in_period(at) or not _stands_alone(clause, at, kind, words):
            continue
        if not _has_own(clause, at, own, words) and not _holds_place(clause, at, own, words):
            return Pronoun(at, kind)
    return None


def _stands_alone(clause: Clause, at: int, kind: str, words: Words) -> bool:
    """Whether nothing after it makes it an article («de ansatte») or says which is meant («de som», «de i Oslo»)."""
    if (
        kind == "person"
        or at + 1 == len(clause.tokens)
        or at + 1 == clause.verb
        or _starts_period(clause, at + 1, words)
    ):
        return True
    following = clause.tokens[at + 1]
    if following.low in words.not_before or following.low in words.pronouns or _starts_period(clause, at, words):
        return False
    if kind == "several" and following.low in words.prepositions:
        return at + 2 == len(clause.tokens) or not _says_something(clause, at + 2, words)
    if kind == "thing" and (words.comparative.fullmatch(following.low) or _is_all_said(clause, at, words)):
        return True
    return _ends_group(following, words) or _is_after_help(clause, at, following, words)


def _is_all_said(clause: Clause, at: int, words: Words) -> bool:
    """«hvorfor er det viktig»: one word after «er det» is said of it."""
    return at > 0 and clause.tokens[at - 1].low in words.be and at + 2 == len(clause.tokens)


def _starts_period(clause: Clause, at: int, words: Words) -> bool:
    low = tuple(token.low for token in clause.tokens[at:])
    return any(len(run) > 1 and low[: len(run)] == run for run in words.periods)


def _ends_group(token: Token, words: Words) -> bool:
    return token.is_sign or token.low in words.function or token.low in words.helping


def _is_after_help(clause: Clause, at: int, following: Token, words: Words) -> bool:
    """«må den ligge», «hadde de ventet»: a verb after the pronoun belongs to the helping verb before it."""
    return at > 0 and clause.tokens[at - 1].low in words.helping - words.be and following.low in words.verbs


def _has_own(clause: Clause, at: int, own: list[int], words: Words) -> bool:
    """Whether something in an earlier clause or sentence of the question could be what the pronoun stands for."""
    breaks = [b for b in range(at) if _breaks(clause.tokens[b], words)]
    return any(content_at < breaks[-1] for content_at in own) if breaks else False


def _breaks(token: Token, words: Words) -> bool:
    return token.low in {",", ".", "?", ":", ";"} or token.low in words.joins or token.low in words.openers


def _holds_place(clause: Clause, at: int, own: list[int], words: Words) -> bool:
    """«Hvor mange saker kom det i …»: nothing is meant by the pronoun where the question says what it is about."""
    if clause.tokens[at].low not in words.place_keepers or not own:
        return False
    before = clause.tokens[at - 1].low if at else ""
    after_verb = at == 0 or at - 1 == clause.verb or before in words.verbs or before.endswith(words.passive_endings)
    later = sum(1 for one in own if one > at)
    if before not in words.be:
        return after_verb and later > 0
    return after_verb and (later > 1 or own[0] < at)
