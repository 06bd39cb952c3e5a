"""A question's words → concepts: each with every form that may stand for it in the documents."""

from dataclasses import dataclass, replace

from retrieval.analysis.parted import gathered
from retrieval.analysis.terms import Run, TermList
from retrieval.analysis.words import words
from retrieval.forms import WEIGHT, Form, Language, Vocabulary, idf, initials, joined, made_from
from retrieval.rephrased import rephrased

STRONG = frozenset({"word", "abbreviation", "term", "phrase", "relative", "with_head", "without_head", "together"})
"""Where a form that makes a concept known to the collection comes from."""

COMMON, RARE = 0.3, 0.6
"""Between which background rarities a word goes from saying little to saying all it can."""
LEAST_TOLD = 0.15
"""What the commonest word tells of all it could."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing a question names. `rarity` is the idf of its commonest good form, the highest there is when unknown.

    `weight` is how much it counts in the lexical leg beside what its rarity in the collection makes of it: half for
    words that are common everywhere, as «gjøre», though this collection may seldom use them.
    """

    words: str
    forms: tuple[Form, ...]
    rarity: float
    known: bool
    weight: float = 1.0


def concepts(text: str, language: Language, vocabulary: Vocabulary) -> tuple[Concept, ...]:
    """The concepts of a question in order; function words and repeated words are left out."""
    analyzer, terms = language.analyzer, language.terms
    typed = words(text)
    if "parted" not in language.left_out:
        typed = gathered(typed, analyzer, terms)
    stems = [analyzer.stem(word) for word in typed]
    found: dict[tuple[str, ...], Concept] = {}
    beside: tuple[str, ...] | None = None
    at = 0
    while at < len(stems):
        length, alternatives = _expression(stems, at, terms, vocabulary)
        if length <= 1 and analyzer.is_stop_word(typed[at]):
            beside = None
            at += 1
            continue
        end = at + max(length, 1)
        said = tuple(stems[n] for n in range(at, end) if not analyzer.is_stop_word(typed[n]))
        run = said or tuple(stems[at:end])
        if run not in found:
            found[run] = _concept(" ".join(typed[at:end]), run, alternatives, language, vocabulary)
        if beside is not None and beside != run:
            _join(found, beside, run, language, vocabulary)
        beside = run
        at = end
    return tuple(found.values())


def _join(
    found: dict[tuple[str, ...], Concept],
    first: tuple[str, ...],
    second: tuple[str, ...],
    language: Language,
    vocabulary: Vocabulary,
) -> None:
    """Both of two words are said by the one that the collection makes of them."""
    whole = joined(found[first].forms, found[second].forms, vocabulary)
    if whole and "joined" not in language.left_out:
        for run in (first, second):
            found[run] = replace(found[run], forms=(*found[run].forms, *whole), known=True)


def _expression(stems: list[str], at: int, terms: TermList, vocabulary: Vocabulary) -> tuple[int, list[Form]]:
    length, listed = terms.at(stems, at)
    forms = [_listed(run) for run in listed]
    for size in range(min(6, len(stems) - at), 0, -1):
        short = vocabulary.abbreviations(tuple(stems[at : at + size]))
        if short and size >= length:
            if size > length:
                forms = []
            return size, [*(Form(run, WEIGHT["abbreviation"], "abbreviation") for run in short), *forms]
    return length, forms


def _listed(run: Run) -> Form:
    origin = "term" if len(run) == 1 else "phrase"
    return Form(run, WEIGHT[origin], origin)


def _concept(
    typed: str, run: tuple[str, ...], others: list[Form], language: Language, vocabulary: Vocabulary
) -> Concept:
    forms = {form.stems: form for form in [Form(run, WEIGHT["word"], "word"), *others]}
    made = made_from(run[0], language, vocabulary) if len(run) == 1 else rephrased(run, language, vocabulary)
    for form in made:
        forms.setdefault(form.stems, form)
    for stems in [stems for stems, form in forms.items() if len(stems) == 1 and form.origin in ("word", "term")]:
        for form in initials(stems[0], vocabulary):
            forms.setdefault(form.stems, form)
    forms = {stems: form for stems, form in forms.items() if form.origin not in language.left_out}
    frequencies = vocabulary.frequencies({stem for stems in forms for stem in stems})
    known = [form for form in forms.values() if all(stem in frequencies for stem in form.stems)]
    strong = [form for form in known if form.origin in STRONG] or [form for form in known if form.origin == "kind"]
    commonest = max((min(frequencies[stem] for stem in form.stems) for form in strong or known), default=0)
    own = idf(commonest, vocabulary.passages)
    rarest = max(map(language.background.rarity, run))
    told = min(max((rarest - COMMON) / (RARE - COMMON), LEAST_TOLD), 1.0)
    weight = 0.5 + 0.5 * told
    rarity = own * weight if strong else own * told
    return Concept(typed, tuple(known) or (forms[run],), rarity, bool(strong), weight)
