"""An expression of several words as the collection may say it, word by word."""

from collections.abc import Iterator
from itertools import islice, product

from retrieval.analysis.terms import Run
from retrieval.forms import WEIGHT, Form, Language, Vocabulary, idf

MOST_WAYS, MOST_TOGETHER = 8, 40
"""In how many ways each word is said, and all of them together."""


def rephrased(run: Run, language: Language, vocabulary: Vocabulary) -> Iterator[Form]:
    """Every word said as it is or with another of its meaning; all of them together, or a little by one of them alone.

    «fortelle departementet» stands also where somebody «informerer departementet», and a little where only the
    ministry is named: what is listed for the whole is not all that may be meant.
    """
    said = _said_by_word(run, language, vocabulary)
    for words in islice(product(*said), MOST_TOGETHER):
        weight = min(ways[word] for ways, word in zip(said, words, strict=True))
        yield Form(words, WEIGHT["together"] * weight, "together")
    frequencies = vocabulary.frequencies({word for ways in said for word in ways})
    tells = [idf(max((frequencies.get(word, 1) for word in ways), default=0), vocabulary.passages) for ways in said]
    for ways, tell in zip(said, tells, strict=True):
        for word, weight in ways.items():
            yield Form((word,), WEIGHT["alone"] * weight * tell / (sum(tells) or 1.0), "alone")


def _said_by_word(run: Run, language: Language, vocabulary: Vocabulary) -> list[dict[str, float]]:
    """For each word the stems the collection may say it with, the best first, and how well each does."""
    listed = {word: [way[0] for way in language.terms.alternatives.get((word,), ()) if len(way) == 1] for word in run}
    known = vocabulary.frequencies({*run, *(other for others in listed.values() for other in others)})
    said = []
    for word in run:
        relatives = vocabulary.relatives(language.analyzer.root(word))
        ways = {
            **dict.fromkeys(relatives, WEIGHT["relative"]),
            **{other: WEIGHT["term"] for other in listed[word] if other in known},
            **({word: WEIGHT["word"]} if word in known else {}),
        }
        said.append(dict(sorted(ways.items(), key=lambda way: (-way[1], way[0]))[:MOST_WAYS]))
    return said
