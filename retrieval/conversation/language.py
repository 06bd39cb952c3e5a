"""The words questions and follow-ups are made of, read from the package's data file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from retrieval.conversation.verbs import Verbs

FILE = "language.toml"
_TABLES = (
    "lead",
    "head",
    "verbs",
    "words",
    "measure",
    "relational",
    "contrast",
    "document",
    "stand_ins",
    "pronouns",
    "forms",
    "signs",
)


@dataclass(frozen=True, slots=True)
class Words:
    """Word classes, folded. `relational` maps a noun to the preposition it takes, `pronouns` a pronoun to its class."""

    leads: tuple[tuple[str, ...], ...]
    heads: tuple[re.Pattern[str], ...]
    amount: re.Pattern[str]
    counted: re.Pattern[str]
    several_of: re.Pattern[str]
    measure: re.Pattern[str]
    definite: re.Pattern[str]
    share: re.Pattern[str]
    comparative: re.Pattern[str]
    bare: re.Pattern[str]
    who: re.Pattern[str]
    be: frozenset[str]
    verbs: Verbs
    helping: frozenset[str]
    verb_endings: tuple[str, ...]
    passive_endings: tuple[str, ...]
    prepositions: frozenset[str]
    than: frozenset[str]
    partitive: frozenset[str]
    joins: frozenset[str]
    function: frozenset[str]
    articles: frozenset[str]
    generic: frozenset[str]
    qualities: frozenset[str]
    singling: frozenset[str]
    bounded: re.Pattern[str]
    numbered: re.Pattern[str]
    people: re.Pattern[str]
    named: frozenset[str]
    relational: Mapping[str, str]
    contrasts: frozenset[str]
    contrast_asked: Mapping[str, str]
    counting: frozenset[str]
    documents: frozenset[str]
    stand_ins: frozenset[str]
    pronouns: Mapping[str, str]
    periods: tuple[tuple[str, ...], ...]
    from_spoken: re.Pattern[str]
    not_before: frozenset[str]
    place_keepers: frozenset[str]
    openers: frozenset[str]
    relatives: frozenset[str]
    complements: frozenset[str]
    courtesy: frozenset[str]
    actors: frozenset[str]
    nynorsk: frozenset[str]
    english: frozenset[str]
    made: Mapping[str, Mapping[str, str]]


def parse_words(text: str) -> Words:
    """The word classes of a data file. Raises ValueError, naming what is missing."""
    data = tomllib.loads(text)
    missing = [name for name in _TABLES if name not in data]
    if missing:
        raise ValueError(f"{FILE}: the table «{missing[0]}» is missing; add it as it is described in the file")
    try:
        return _words(data)
    except KeyError as error:
        raise ValueError(f"{FILE}: the key {error} is missing; add it as it is described in the file") from error


def _words(data: Mapping[str, Any]) -> Words:
    head, verbs, words, pronouns, signs = (data[name] for name in ("head", "verbs", "words", "pronouns", "signs"))
    flags = re.IGNORECASE
    prepositions, joins, articles = (frozenset(words[name]) for name in ("prepositions", "joins", "articles"))
    helping = frozenset([*verbs["be"], *verbs["help"]])
    return Words(
        leads=_runs(data["lead"]["strong"]),
        heads=tuple(re.compile(rf"\b{pattern}", flags) for pattern in head["patterns"]),
        amount=re.compile(str(head["amount"]), flags),
        counted=re.compile(str(head["counted"]), flags),
        several_of=re.compile(str(head["several"]), flags),
        measure=re.compile(str(data["measure"]["pattern"]), flags),
        definite=re.compile(str(data["measure"]["definite"]), flags),
        share=re.compile(str(head["share"]), flags),
        comparative=re.compile(str(head["comparative"]), flags),
        bare=re.compile(str(head["bare"]), flags),
        who=re.compile(str(head["who"]), flags),
        be=frozenset(verbs["be"]),
        verbs=_verbs(verbs, helping),
        helping=helping,
        verb_endings=tuple(verbs["endings"]),
        passive_endings=tuple(verbs["passive"]),
        prepositions=prepositions,
        than=frozenset(words["than"]),
        partitive=frozenset(words["partitive"]),
        joins=joins,
        function=prepositions | joins | frozenset([*words["adverbs"], *words["people"]]),
        articles=articles,
        generic=frozenset(words["generic"]),
        qualities=frozenset(words["qualities"]),
        singling=frozenset(words["singling"]),
        bounded=_bounded(words["bounds"], flags),
        numbered=re.compile(rf"\b(?P<noun>{'|'.join(words['numbered'])})\.? (?P<number>\d+)\b", flags),
        people=re.compile(str(words["people_of_a_sort"]), flags),
        named=frozenset(words["named"]),
        relational={noun: preposition for preposition, nouns in data["relational"].items() for noun in nouns},
        contrasts=frozenset(data["contrast"]["nouns"]),
        contrast_asked=dict(data["contrast"]["asked"]),
        counting=frozenset(data["contrast"]["counting"]),
        documents=frozenset(data["document"]["nouns"]),
        stand_ins=frozenset(data["stand_ins"]["words"]),
        pronouns={word: name for name in ("thing", "several", "person") for word in pronouns[name]},
        periods=_runs([*pronouns["period"], *pronouns["time"]]),
        from_spoken=re.compile(str(pronouns["from_spoken"]), flags),
        not_before=frozenset(pronouns["not_before"]),
        place_keepers=frozenset(pronouns["place_keepers"]),
        relatives=frozenset(words["relatives"]),
        openers=frozenset(words["openers"]),
        complements=frozenset(words["complements"]),
        courtesy=frozenset(words["courtesy"]),
        actors=frozenset(signs["actors"]),
        nynorsk=frozenset(signs["nynorsk"]),
        english=frozenset(signs["english"]),
        made={name: dict(entry) for name, entry in data["forms"].items()},
    )


def _bounded(bounds: list[str], flags: re.RegexFlag) -> re.Pattern[str]:
    """«under 30», «mellom 18 og 29 år»: the bound, its numbers, and the unit where one is said."""
    numbers = r"\d+(?: ?(?:og|til|and|to|–|-) ?\d+)?"
    return re.compile(rf"\b(?P<bound>(?:{'|'.join(bounds)}) {numbers})(?P<unit> (?:år|years)\b)?", flags)


def _verbs(listed: Mapping[str, Any], helping: frozenset[str]) -> Verbs:
    return Verbs(
        listed=helping | frozenset([*listed["exist"], *listed["full"], *listed["english"]]),
        joined=frozenset(listed["full"]),
        particles=tuple(listed["particles"]),
        passive=tuple(listed["passive"]),
    )


def _runs(expressions: list[str]) -> tuple[tuple[str, ...], ...]:
    """Expressions as runs of words, longest first."""
    return tuple(sorted((tuple(expression.split()) for expression in expressions), key=len, reverse=True))


@lru_cache(maxsize=1)
def shipped_words() -> Words:
    """The word classes in the package."""
    return parse_words(files("retrieval").joinpath("conversation", FILE).read_text("utf8"))
