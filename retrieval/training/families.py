"""Words that belong together: forms of one root, compounds and their parts, words listed with one meaning.

A static model has a vector of its own for every frequent form, and nothing in running text says that «utbetalte» and
«utbetaling» are about the same. What is known of Norwegian word formation says it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from retrieval.analysis import Analyzer
from retrieval.analysis.compounds import split
from retrieval.analysis.words import words

LEAST = 8
"""A form in the training text fewer times than this belongs to no family."""
SHORTEST_ROOT, SHORTEST_PART = 4, 4
MOST_FORMS = 8
"""How many forms of a root are learned: the commonest."""


@dataclass(frozen=True, slots=True)
class Families:
    """`forms` holds each root's forms, commonest first; `parts` what a compound is made of, as words, by its stem.

    `synonyms` gives expressions of the meaning of a word. All words are folded.
    """

    analyzer: Analyzer
    forms: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, tuple[str, str]]
    compounds: Mapping[str, tuple[str, ...]]
    synonyms: Mapping[str, tuple[str, ...]]

    def relatives(self, word: str) -> tuple[str, ...]:
        """The forms of the word's root; empty when it is alone."""
        return self.forms.get(self.analyzer.root(self.analyzer.stem(word)), ())

    def made_of(self, word: str) -> tuple[str, str] | None:
        """The parts of a compound, None for any other word."""
        return self.parts.get(self.analyzer.stem(word))


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often each folded word occurs; numbers are left out."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word for word in words(text) if not word[0].isdigit())
    return counts


def find_families(counts: Mapping[str, int], listed: Iterable[Sequence[str]], analyzer: Analyzer) -> Families:
    """The families among counted words; `listed` are groups of expressions of one meaning."""
    common = sorted((word for word, n in counts.items() if n >= LEAST), key=lambda word: (-counts[word], word))
    by_stem: dict[str, list[str]] = defaultdict(list)
    for word in common:
        if not analyzer.is_stop_word(word):
            by_stem[analyzer.stem(word)].append(word)
    by_root: dict[str, list[str]] = defaultdict(list)
    for stem, forms in by_stem.items():
        if len(stem) >= SHORTEST_ROOT:
            by_root[analyzer.root(stem)] += forms
    parts = _compounds({stem: sum(counts[word] for word in forms) for stem, forms in by_stem.items()})
    return Families(
        analyzer,
        forms={root: _commonest(forms, counts) for root, forms in by_root.items() if len(forms) > 1},
        parts={stem: (by_stem[first][0], by_stem[head][0]) for stem, (first, head) in parts.items()},
        compounds={stem: tuple(by_stem[stem][:3]) for stem in parts},
        synonyms=_synonyms(listed),
    )


def _commonest(forms: Iterable[str], counts: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(forms, key=lambda word: (-counts[word], word))[:MOST_FORMS])


def _compounds(stems: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """Stems that are made of two others, both commoner than they: «orientering» is not «orient» and «ring»."""
    found = {stem: split(stem, stems) for stem in stems}
    return {
        stem: parts
        for stem, parts in found.items()
        if parts and min(map(len, parts)) >= SHORTEST_PART and min(stems[part] for part in parts) > stems[stem]
    }


def _synonyms(listed: Iterable[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for group in listed:
        folded = [expression.lower() for expression in group]
        for word in folded:
            if " " not in word:
                found[word].update(dict.fromkeys(other for other in folded if other != word))
    return {word: tuple(others) for word, others in found.items() if others}
