"""The earlier question asked anew: of another thing or time, or with another question word."""

from collections.abc import Sequence

from retrieval.conversation import topic
from retrieval.conversation.clause import Clause, made_with, read_clause, tokens_of
from retrieval.conversation.follow_up import Pronoun, content, is_part, singles_out
from retrieval.conversation.language import Words
from retrieval.conversation.same_kind import in_place_of_its_kind, with_name, with_relation, with_tail, with_verb
from retrieval.conversation.swap import Similarity, with_period, with_phrase, without_periods


def replaced(clause: Clause, earlier: Clause, words: Words, similarity: Similarity) -> str:
    """«og i 2023?», «hva med uføretrygd?», «for kvinner i fjor?»: another period, another thing, or both."""
    said = without_periods(clause.text, words) if clause.periods else clause.text
    same_kind = with_verb(clause, earlier, words) or (said and in_place_of_its_kind(earlier, said, words))
    if same_kind:
        text = same_kind
    elif content(clause, words):
        text = with_phrase(earlier, said, words, similarity)
    elif (related := with_relation(earlier, said, words)) is not None:
        text = related
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
    named = with_name(clause, earlier, words)
    if named is not None:
        return _dated_as(named, clause, earlier, words)
    own = content(clause, words)
    if own and pronoun is None and all(clause.tokens[at].low in words.documents for at in own):
        return with_phrase(earlier, f"i {clause.slice(own[0], own[-1] + 1)}", words, similarity)
    tail = _tail(clause, pronoun, earlier, words)
    if tail:
        return _with_more(clause, tail, earlier, words, similarity)
    if clause.verb is None or (_says_no_more(clause, pronoun, words) and not _asks_of_it(clause, earlier, words)):
        return _spliced(clause, earlier, words, similarity)
    if pronoun is None and is_part(clause, words):
        made = made_with(clause, words)
        whole = topic.several(earlier, words, made)
        return f"{clause.head_text} {clause.noun} {made['of']} {whole} {clause.slice(clause.verb, len(clause.tokens))}"
    return None if pronoun is not None else _of_those_counted(clause, own, earlier, words)


def _of_those_counted(clause: Clause, own: Sequence[int], earlier: Clause, words: Words) -> str | None:
    """«hvor mange gjaldt tilsyn?», «hvor mange ble avslått?», «hvilken region hadde flest?»: of what was counted."""
    counted = topic.counted_noun(earlier, words)
    if counted is None or clause.verb is None:
        return None
    if clause.tokens[-1].low in words.counting:
        return with_period(f"{clause.text} {counted}", earlier.text, words)
    if not words.counted.search(clause.head_text) or clause.noun:
        return None
    predicate = clause.slice(clause.verb, len(clause.tokens))
    if singles_out(clause, words) or _tells_what_was_done(clause, words):
        whole = topic.counted_phrase(earlier, words)
        return _dated_as(f"{clause.head_text} {whole} {predicate}", clause, earlier, words)
    if own and clause.tokens[clause.verb].low not in words.be:
        return _dated_as(f"{clause.head_text} {counted} {predicate}", clause, earlier, words)
    return None


def _tells_what_was_done(clause: Clause, words: Words) -> bool:
    """«ble avslått»: after «ble» or «har» only what was done."""
    later = clause.tokens[(clause.verb or 0) + 1 :]
    acts = [token for token in later if token.low in words.verbs and token.low not in words.helping]
    return clause.tokens[clause.verb or 0].low in words.helping and bool(acts)


def _tail(clause: Clause, pronoun: Pronoun | None, earlier: Clause, words: Words) -> str:
    """«hvor mange er det i Oslo?», «hvor mye mer er det enn rammen?»: what follows «er det», after a preposition."""
    if pronoun is None or pronoun.kind != "thing" or clause.verb is None or pronoun.at != clause.verb + 1:
        return ""
    first = pronoun.at + 1
    if clause.tokens[clause.verb].low not in words.be or first >= len(clause.tokens) or clause.in_period(first):
        return ""
    starts = clause.tokens[first].low in words.prepositions
    amounts = words.amount.search(clause.head_text) or words.share.search(clause.noun)
    says = any(not _says_when(clause, at, words) for at in range(first + 1, len(clause.tokens)))
    return clause.slice(first, len(clause.tokens)) if starts and amounts and says and earlier.verb is not None else ""


def _says_when(clause: Clause, at: int, words: Words) -> bool:
    return clause.in_period(at) or clause.tokens[at].low in words.function


def _with_more(clause: Clause, tail: str, earlier: Clause, words: Words, similarity: Similarity) -> str:
    """«hvor mange prosent er det av befolkningen?»: a share of that; else the same asked with one more phrase."""
    head = f"{clause.head_text} {clause.noun}".strip()
    first, _, whole = tail.partition(" ")
    if words.share.search(clause.noun) and first.casefold() in words.partitive:
        made = made_with(earlier, words)
        part = topic.several(earlier, words, made)
        if not topic.counts(earlier, words) or not words.several_of.search(earlier.head_text):
            part = topic.thing(earlier, words, made, part=True)
        return f"{head} {made['makes']} {part} {first} {whole}"
    same = words.counted.search(clause.head_text) and words.counted.search(earlier.head_text) and not clause.noun
    plain = same and not words.comparative.search(clause.head_text)
    asked = None if plain else _spliced(_without(clause, tail, words), earlier, words, similarity)
    compared = first.casefold() in words.than
    text = f"{asked or earlier.text} {tail}" if compared else with_tail(asked or earlier.text, tail, words)
    return _dated_as(text, clause, earlier, words)


def _without(clause: Clause, tail: str, words: Words) -> Clause:
    return read_clause(clause.text.removesuffix(tail), words)


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
