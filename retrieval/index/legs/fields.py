"""The fields of a passage that words are looked for in, and how what is found in them is put together."""

from collections.abc import Sequence

from retrieval.analysis.analyzer import grams
from retrieval.concepts import Concept

FIELDS = ("body", "context", "grams")
"""Stems of a passage's own text, of what it stands under, and the character n-grams of both."""

BESIDE_THE_BEST = 0.3
"""What each further form of a word counts beside the best one, and a further field beside the best."""
LIKE_SPELLED = frozenset({"word", "term", "phrase", "together", "without_head"})
"""Where forms come from that bring what is spelled like them: «uten jobb» finds «ledighetstallene» by «ledighet»."""
GRAMS_TOGETHER = 3
"""How many of a word's n-grams count as the word."""


def field_terms(body: Sequence[str], context: Sequence[str]) -> dict[str, Sequence[str]]:
    """The terms of each field, in order, of a passage with these stems."""
    return {"body": body, "context": context, "grams": [gram for stem in (*body, *context) for gram in grams(stem)]}


def own_grams(concept: Concept) -> tuple[str, ...]:
    """The n-grams of a concept's own word and of the words that say the same, each once."""
    words = (stem for form in concept.forms if form.origin in LIKE_SPELLED for stem in form.stems)
    return tuple(dict.fromkeys(gram for stem in words for gram in grams(stem)))
