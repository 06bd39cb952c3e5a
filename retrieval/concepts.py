"""A question's words → concepts: each with every form that may stand for it in the documents."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log
from typing import Protocol

from retrieval.analysis import Analyzer
from retrieval.analysis.background import Background
from retrieval.analysis.terms import TermList
from retrieval.analysis.words import words

WEIGHT = {"word": 1.0, "abbreviation": 0.95, "term": 0.8, "relative": 0.75, "compound": 0.55, "part": 0.6}
"""How much a form counts beside the word itself, by where it comes from."""

STRONG = frozenset({"word", "abbreviation", "term", "relative"})
"""Where a form that makes a concept known to the collection comes from."""

MOST_COMPOUNDS = 24
COMMON, RARE = 0.3, 0.6
"""Between which background rarities a word goes from saying little to saying all it can."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way a concept may be written: stems that must all stand there, and how well they stand for it."""

    stems: tuple[str, ...]
    weight: float
    origin: str


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing a question names. `rarity` is the idf of its commonest good form, the highest there is when unknown."""

    words: str
    forms: tuple[Form, ...]
    rarity: float
    known: bool


class Vocabulary(Protocol):
    """What a collection knows of its own words."""

    @property
    def passages(self) -> int:
        """How many passages there are."""

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many passages each term stands; terms that stand nowhere are left out."""

    def parts(self, term: str) -> tuple[str, ...]:
        """The parts of a compound that are words of the collection; empty when it is none."""

    def compounds(self, term: str) -> tuple[str, ...]:
        """The collection's compounds that the term is a part of, commonest first."""

    def relatives(self, root: str) -> tuple[str, ...]:
        """The collection's stems that share a root."""

    def abbreviations(self, run: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """What the collection says a run of stems is short for, or how it is shortened."""


def idf(frequency: int, passages: int) -> float:
    """Robertson's inverse document frequency, never negative: ln(1 + (N - n + 0.5) / (n + 0.5))."""
    return log(1 + (passages - frequency + 0.5) / (frequency + 0.5))


@dataclass(frozen=True, slots=True)
class Language:
    """What is known of Norwegian whatever the collection: the analysis, the term list, how common words are."""

    analyzer: Analyzer
    terms: TermList
    background: Background


def concepts(text: str, language: Language, vocabulary: Vocabulary) -> tuple[Concept, ...]:
    """The concepts of a question in order; function words and repeated words are left out."""
    analyzer, terms = language.analyzer, language.terms
    typed = words(text)
    stems = [analyzer.stem(word) for word in typed]
    found: dict[tuple[str, ...], Concept] = {}
    at = 0
    while at < len(stems):
        length, alternatives = _expression(stems, at, terms, vocabulary)
        if length <= 1 and analyzer.is_stop_word(typed[at]):
            at += 1
            continue
        end = at + max(length, 1)
        said = tuple(stems[n] for n in range(at, end) if not analyzer.is_stop_word(typed[n]))
        run = said or tuple(stems[at:end])
        if run not in found:
            found[run] = _concept(" ".join(typed[at:end]), run, alternatives, language, vocabulary)
        at = end
    return tuple(found.values())


def _expression(stems: list[str], at: int, terms: TermList, vocabulary: Vocabulary) -> tuple[int, list[Form]]:
    length, listed = terms.at(stems, at)
    forms = [Form(run, WEIGHT["term"], "term") for run in listed]
    for size in range(min(6, len(stems) - at), 0, -1):
        short = vocabulary.abbreviations(tuple(stems[at : at + size]))
        if short and size >= length:
            if size > length:
                forms = []
            return size, [*(Form(run, WEIGHT["abbreviation"], "abbreviation") for run in short), *forms]
    return length, forms


def _concept(
    typed: str, run: tuple[str, ...], others: list[Form], language: Language, vocabulary: Vocabulary
) -> Concept:
    forms = {form.stems: form for form in [Form(run, WEIGHT["word"], "word"), *others]}
    if len(run) == 1:
        for form in _made_from(run[0], language.analyzer, vocabulary):
            forms.setdefault(form.stems, form)
    frequencies = vocabulary.frequencies({stem for stems in forms for stem in stems})
    known = [form for form in forms.values() if all(stem in frequencies for stem in form.stems)]
    strong = [form for form in known if form.origin in STRONG]
    commonest = max((min(frequencies[stem] for stem in form.stems) for form in strong or known), default=0)
    own = idf(commonest, vocabulary.passages)
    rarest = max(map(language.background.rarity, run))
    general = min(max((rarest - COMMON) / (RARE - COMMON), 0.15), 1.0)
    rarity = own * (0.5 + 0.5 * general) if strong else own * general
    return Concept(typed, tuple(known) or (forms[run],), rarity, bool(strong))


def _made_from(stem: str, analyzer: Analyzer, vocabulary: Vocabulary) -> Iterator[Form]:
    """Words of the same root, compounds the word is part of, and its own parts, which must all stand there.

    «tiltaksplass» stands also where «tiltak» and «plass» both stand.
    """
    for other in vocabulary.relatives(analyzer.root(stem)):
        yield Form((other,), WEIGHT["relative"], "relative")
    parts = vocabulary.parts(stem)
    if len(parts) > 1:
        yield Form(parts, WEIGHT["part"], "part")
    for whole in vocabulary.compounds(stem)[:MOST_COMPOUNDS]:
        yield Form((whole,), WEIGHT["compound"], "compound")
