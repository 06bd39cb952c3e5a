"""A passage's lexical score worked out by itself is the one tantivy gives it among all the others."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.concepts import Concept
from retrieval.forms import Form
from retrieval.index.legs.bm25 import Scorer, kept_length
from retrieval.index.legs.counts import TermCounts, count_terms
from retrieval.index.legs.lexical import LexicalEntry, LexicalIndex, write_lexical
from retrieval.index.legs.protocol import FieldWeights

STEMS = ("tåke", "fyrlykt", "merkesøknad", "søknad", "kai", "2024", "bunkre", "skip")
Passages = list[tuple[list[str], list[str]]]

stems = st.sampled_from(STEMS)
passages = st.lists(st.tuples(st.lists(stems, max_size=60), st.lists(stems, max_size=12)), min_size=1, max_size=12)
forms = st.builds(
    Form,
    stems=st.lists(stems, min_size=1, max_size=3, unique=True).map(tuple),
    weight=st.sampled_from([1.0, 0.8, 0.6, 0.5]),
    origin=st.sampled_from(["word", "part", "term"]),
)
asked = st.lists(
    st.builds(
        Concept,
        words=st.just("ord"),
        forms=st.lists(forms, min_size=1, max_size=5).map(tuple),
        rarity=st.just(1.0),
        known=st.just(True),
        weight=st.sampled_from([1.0, 0.5]),
    ),
    min_size=1,
    max_size=4,
)


def by_tantivy(folder: Path, held: Passages, concepts: Sequence[Concept]) -> dict[int, float]:
    """The score of every passage that is found, by its place from 1."""
    entries = (LexicalEntry(number, 1, *parts) for number, parts in enumerate(held, 1))
    write_lexical(folder / "lexical", [], entries)
    return dict(LexicalIndex(folder / "lexical").search(concepts, len(held), None, FieldWeights()))


@settings(max_examples=25, deadline=None)
@given(held=passages, concepts=asked)
def test_the_score_is_tantivys(held: Passages, concepts: list[Concept]) -> None:
    """For whatever is held and whatever is asked, passage by passage."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        expected = by_tantivy(folder, held, concepts)
        count_terms(folder, None, [], held)
        counts = TermCounts(folder)
        scorer = Scorer(concepts, FieldWeights(), counts)
        found = {number: scorer.score(*parts) for number, parts in enumerate(held, 1)}
        counts.close()
    assert {number: score for number, score in found.items() if score} == pytest.approx(expected, rel=1e-4)


@settings(max_examples=25, deadline=None)
@given(before=passages, after=passages)
def test_counts_are_kept_up_as_they_would_be_made(before: Passages, after: Passages) -> None:
    """What is taken out leaves nothing behind."""
    with TemporaryDirectory() as name:
        one, two, afresh = (Path(name, part) for part in ("one", "two", "afresh"))
        for folder in (one, two, afresh):
            folder.mkdir()
        count_terms(one, None, [], before)
        count_terms(two, one, before, after)
        count_terms(afresh, None, [], after)
        kept, made = TermCounts(two), TermCounts(afresh)
        for field in ("body", "context", "grams"):
            assert kept.frequencies(field, [*STEMS, "^tåk"]) == made.frequencies(field, [*STEMS, "^tåk"])
            assert kept.average(field) == made.average(field)
        assert kept.passages == made.passages == len(after)
        kept.close()
        made.close()


@settings(max_examples=25, deadline=None)
@given(held=passages, concepts=asked)
def test_no_score_is_much_above_its_products(held: Passages, concepts: list[Concept]) -> None:
    """A sum of products finds whatever the rule puts high: what matches has one, and what matches well a large one."""
    with TemporaryDirectory() as name:
        count_terms(Path(name), None, [], held)
        counts = TermCounts(Path(name))
        scorer = Scorer(concepts, FieldWeights(), counts)
        products = scorer.products()
        for body, context in held:
            present = {("body", stem) for stem in body} | {("context", stem) for stem in context}
            present |= {key for key in products if key[0] == "grams"}
            highest = sum(products.get(key, 0.0) for key in present)
            assert scorer.score(body, context) <= highest * (1 + len(STEMS) * 0.3)
        counts.close()


def test_lengths_are_kept_in_one_byte() -> None:
    """Exactly while they are short, to an eighth when they are long, never longer than they are."""
    assert [kept_length(n) for n in range(41)] == list(range(41))
    assert [kept_length(n) for n in (41, 42, 57, 63, 100, 1000)] == [40, 42, 56, 60, 96, 984]
