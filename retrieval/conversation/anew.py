"""The earlier question asked anew: of another thing or time, or with another question word."""

from retrieval.conversation import topic
from retrieval.conversation.clause import Clause, made_with, tokens_of
from retrieval.conversation.follow_up import Pronoun, content, is_part
from retrieval.conversation.language import Words
from retrieval.conversation.swap import Similarity, with_period, with_phrase, without_periods


def replaced(clause: Clause, earlier: Clause, words: Words, similarity: Similarity) -> str:
    """«og i 2023?», «hva med uføretrygd?», «for kvinner i fjor?»: another period, another thing, or both."""
    said = without_periods(clause.text, words) if clause.periods else clause.text
    if content(clause, words):
        text = with_phrase(earlier, said, words, similarity)
    elif any(token.low in words.generic for token in tokens_of(said)):
        text = f"{earlier.text} {said}"
    else:
        text = earlier.text
    return with_period(text, clause.text, words)


def asked_anew(
    clause: Clause, pronoun: Pronoun | None, earlier: Clause, words: Words, similarity: Similarity
) -> str | None:
    """The earlier question with what the follow-up says in the place of its own; None where it has its own predicate.

    «når på dagen?», «hvor mange prosent er det?», «hva sier tildelingsbrevet?», «hvilken region hadde flest?», «hvor
    mange gjaldt tilsyn?».
    """
    own = content(clause, words)
    if own and pronoun is None and all(clause.tokens[at].low in words.documents for at in own):
        return with_phrase(earlier, f"i {clause.slice(own[0], own[-1] + 1)}", words, similarity)
    if clause.verb is None or (_says_no_more(clause, pronoun, words) and not _asks_of_it(clause, earlier, words)):
        return _spliced(clause, earlier, words, similarity)
    if pronoun is None and is_part(clause, words):
        made = made_with(clause, words)
        whole = topic.several(earlier, words, made)
        return f"{clause.head_text} {clause.noun} {made['of']} {whole} {clause.slice(clause.verb, len(clause.tokens))}"
    counted = topic.counted_noun(earlier, words)
    if counted is None or pronoun is not None:
        return None
    if clause.tokens[-1].low in words.counting:
        return with_period(f"{clause.text} {counted}", earlier.text, words)
    if (
        words.counted.search(clause.head_text)
        and not clause.noun
        and own
        and clause.tokens[clause.verb].low not in words.be
    ):
        return _dated_as(
            f"{clause.head_text} {counted} {clause.slice(clause.verb, len(clause.tokens))}", clause, earlier, words
        )
    return None


def _dated_as(text: str, clause: Clause, earlier: Clause, words: Words) -> str:
    return text if clause.periods else with_period(text, earlier.text, words)


def _says_no_more(clause: Clause, pronoun: Pronoun | None, words: Words) -> bool:
    """«hvor mange prosent er det?»: after the question word only «er det», a period and «enn …»."""
    if clause.verb is None or not clause.has_head or clause.tokens[clause.verb].low not in words.be:
        return False
    if pronoun is not None and pronoun.kind != "thing":
        return False
    later = range(clause.verb + 1, len(clause.tokens))
    empty = words.function | set(words.pronouns) | words.generic
    return bool(later) and all(clause.in_period(at) or clause.tokens[at].low in empty for at in later)


def _asks_of_it(clause: Clause, earlier: Clause, words: Words) -> bool:
    """«når er det?» after «Hvem leder møtet?» asks of the meeting, not of the leading."""
    named = words.amount.search(clause.head_text) or words.bare.match(clause.head_text) or clause.noun
    return not named and earlier.verb is not None and earlier.tokens[earlier.verb].low not in words.be


def _spliced(clause: Clause, earlier: Clause, words: Words, similarity: Similarity) -> str | None:
    """The earlier question asked anew with another question word: «når på dagen?», «hvor mange prosent er det?»."""
    asked = "" if clause.noun.casefold() in words.pronouns else clause.noun
    head = f"{clause.head_text} {asked}".strip()
    own = [at for at in content(clause, words) if clause.head[1] <= at < clause.end_of_noun]
    predicate = earlier.slice(earlier.end_of_noun, len(earlier.tokens))
    if own and words.amount.search(clause.head_text) and words.amount.search(earlier.head_text):
        if clause.verb is not None and not earlier.noun:
            return None
        text = with_phrase(earlier, clause.noun, words, similarity)
    elif words.bare.match(head) and earlier.has_head:
        text = earlier.text
    elif words.share.search(head) and earlier.noun:
        text = _as_share(head, earlier, predicate, words)
    elif words.comparative.search(clause.head_text):
        text = f"{clause.head_text if not own else head} {earlier.noun} {predicate}".replace("  ", " ")
    elif earlier.noun and earlier.verb is not None:
        verb = earlier.slice(earlier.verb, earlier.verb + 1)
        first = earlier.tokens[earlier.head[1]]
        noun = earlier.noun[first.end - first.start :].strip() if first.low in words.prepositions else earlier.noun
        text = f"{head} {verb} {noun} {earlier.rest}".strip()
    else:
        text = f"{head} {predicate}".strip()
    return _with_tail(text, clause, words)


def _as_share(head: str, earlier: Clause, predicate: str, words: Words) -> str:
    """How many percent: of what was counted, or more than what was compared with."""
    more = words.comparative.search(earlier.head_text)
    if more is not None:
        return f"{head} {more.group()} {earlier.noun} {predicate}"
    return f"{head} {made_with(earlier, words)['of']} {earlier.noun} {predicate}"


def _with_tail(text: str, clause: Clause, words: Words) -> str:
    """A period of the follow-up's own replaces the earlier one; one that is compared with («enn året før») is added."""
    if not clause.periods:
        return text
    mention = clause.periods[0]
    if not mention.baseline:
        return with_period(text, clause.text, words)
    before = tokens_of(clause.text[: mention.start])
    start = mention.start
    while before and before[-1].low in words.prepositions:
        start = before[-1].start
        before = before[:-1]
    return f"{text} {clause.text[start:]}"
