"""The noun that a number counts: «136 100 ledige stillinger» counts stillinger."""

import re

from ingest.data import alternatives, beside

_DATA = beside(__file__, "nouns.toml")
_STOPS = frozenset(
    (*_DATA.table("stops").words("words"), *beside(__file__, "changes.toml").table("verbs").words("words"))
)
_MODIFIERS = frozenset(_DATA.table("modifiers").words("words"))
_MODIFIER_ENDINGS = _DATA.table("modifiers").words("endings")
_NOUN_ENDINGS = _DATA.table("modifiers").words("noun_endings")
_NOUNS = frozenset(_DATA.table("modifiers").words("nouns"))
_NOT_NOUNS = frozenset(_DATA.table("modifiers").words("not_nouns"))
_COUNTED = re.compile(rf"(?<!\w)(?i:{alternatives(_DATA.table('counted').words('leads'))})(?= )")
_MONEY_WORDS = alternatives(_DATA.table("money").words("words"))
_MONEY_PARTS = alternatives(_DATA.table("money").words("parts"))
_MONEY = re.compile(rf"(?<!\w)(?i:{_MONEY_WORDS})(?!\w)|(?i:{_MONEY_PARTS})")
_SINGULAR = _DATA.table("modifiers").words("singular_endings")
_PLURALS = frozenset(_DATA.table("modifiers").words("plurals"))
_DEFINITE = _DATA.table("counted").words("definite_endings")
_PART_OF = re.compile(rf" av (?:{alternatives(_DATA.table('counted').words('determiners'))} )?(?=[^\W\d_])")
_PERCENT = re.compile(rf"[^\W\d_]{{3,}}(?i:{alternatives(_DATA.table('percent').words('endings'))})(?!\w)[^.;()]*$")
_NAMELESS = re.compile(rf" {alternatives(_DATA.table('counted').words('nameless'))}(?!\w)")
_OPEN_END = re.compile(rf" {alternatives(_DATA.table('modifiers').words('open_ends'))}(?= [^\W\d_])")
_VERB_ENDINGS = _DATA.table("modifiers").words("verb_endings")
_SHORTEST = 5
_WORD = re.compile(r" ?((?:[^\W\d_]|(?<=\w)[-/](?=\w))+)(?:\d{1,2}(?![\d\w]))?")
_MOST = 4


def is_modifier(word: str) -> bool:
    """Whether the word stands before a noun rather than being one: «ledige», «nye», «helt»."""
    if word in _NOUNS:
        return False
    if word in _MODIFIERS or word in _NOT_NOUNS:
        return True
    return word.endswith(_MODIFIER_ENDINGS) and not word.endswith(_NOUN_ENDINGS)


def counted_noun(text: str, position: int, *, names: bool = False) -> tuple[str | None, int]:
    """The counted noun behind that place of even text, in lower case, and where it ends.

    Words that only stand before nouns are skipped; where no noun follows the last of them is the noun
    («9 500 flere ledige»). A word with a capital letter counts as a noun only with `names`, or as a compound.
    """
    noun: str | None = None
    opened = _OPEN_END.match(text, position)
    end = opened.end() if opened else position
    for _ in range(_MOST):
        match = _WORD.match(text, end)
        if match is None or _is_stop(match[1].lower()):
            break
        if match[1].isupper() and _WORD.match(text, match.end()):
            end = match.end()
            continue
        if match[1][0].isupper() and not names and "-" not in match[1]:
            break
        word = match[1].lower()
        if not is_modifier(word) and not _is_adverb(text, word, match.end()):
            return (None, position) if _is_singular(word) else (word, match.end(1))
        if word not in _NOT_NOUNS and word not in _MODIFIERS:
            noun = word
        end = match.end()
    return (noun, end) if noun else (None, position)


def _is_stop(word: str) -> bool:
    return word in _STOPS or len(word) < 2 or word.endswith(_VERB_ENDINGS)


def _is_adverb(text: str, word: str, end: int) -> bool:
    """«24 eksternt finansierte prosjekter»: a word in -t before an adjective."""
    if not word.endswith("t"):
        return False
    following = _WORD.match(text, end)
    return following is not None and not _is_stop(following[1].lower()) and is_modifier(following[1].lower())


def _is_singular(word: str) -> bool:
    """Whether the word is a singular with its article, which no number counts."""
    return len(word) >= _SHORTEST and word.endswith(_SINGULAR) and word not in _PLURALS


def part_of_noun(text: str, position: int) -> str | None:
    """The noun of what the number is a part of: «245 av disse søkerne»."""
    match = _PART_OF.match(text, position)
    if match is None:
        return None
    noun, _ = counted_noun(text, match.end() - 1)
    return noun if noun is not None and noun.endswith(_DEFINITE) else None


def is_nameless(text: str, position: int) -> bool:
    """Whether the number counts what no noun names: «1 618 av de som søkte»."""
    return _NAMELESS.match(text, position) is not None


def announced_noun(text: str, start: int, end: int) -> str | None:
    """The noun of the last «antall …» in that stretch of even text."""
    noun = None
    for match in _COUNTED.finditer(text, start, end):
        found, _ = counted_noun(text, match.end())
        noun = found or noun
    return noun


def speaks_of_money(text: str, start: int, end: int) -> bool:
    """Whether that stretch of even text is about money."""
    return _MONEY.search(text, start, end) is not None


def names_percent(text: str, start: int, end: int) -> bool:
    """Whether a compound for a percentage stands in that stretch of even text: «omgjøringsprosenten var»."""
    return _PERCENT.search(text, start, end) is not None
