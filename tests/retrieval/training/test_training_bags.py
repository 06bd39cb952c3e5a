"""Bags of tokens cut out of texts."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.training.bags import Bags, Texts, without

Lists = list[list[int]]


def texts_of(lists: Lists) -> Texts:
    """The lists as tokenized texts."""
    bounds = np.concatenate([[0], np.cumsum([len(ids) for ids in lists], dtype=np.int64)])
    return Texts(np.array([number for ids in lists for number in ids], dtype=np.int32), bounds)


def lists_of(bags: Bags) -> Lists:
    """The bags as lists."""
    ends = [*bags.starts[1:], len(bags.ids)]
    return [bags.ids[start:end].tolist() for start, end in zip(bags.starts, ends, strict=True)]


@st.composite
def cuts(draw: st.DrawFn) -> tuple[Lists, list[tuple[int, int, int]]]:
    """Texts, and spans (which, first, length) that lie within them."""
    lists = draw(st.lists(st.lists(st.integers(0, 99), min_size=1, max_size=9), min_size=1, max_size=6))
    spans = []
    for _ in range(draw(st.integers(1, 8))):
        which = draw(st.integers(0, len(lists) - 1))
        first = draw(st.integers(0, len(lists[which]) - 1))
        spans.append((which, first, draw(st.integers(1, len(lists[which]) - first))))
    return lists, spans


@settings(max_examples=60)
@given(cuts())
def test_a_cut_is_the_slice(drawn: tuple[Lists, list[tuple[int, int, int]]]) -> None:
    """Cutting many texts at once equals slicing each."""
    lists, spans = drawn
    which, first, length = (np.array(column, dtype=np.int64) for column in zip(*spans, strict=True))
    expected = [lists[place][start : start + count] for place, start, count in spans]
    assert lists_of(texts_of(lists).cut(which, first, length)) == expected


@settings(max_examples=60)
@given(cuts())
def test_without_leaves_what_stands_around(drawn: tuple[Lists, list[tuple[int, int, int]]]) -> None:
    """A bag without a span is what stands before it and what stands after it."""
    lists, spans = drawn
    picked = [lists[place] for place, _, _ in spans]
    whole = texts_of(picked)
    rows = np.arange(len(picked))
    bags = whole.cut(rows, np.zeros_like(rows), whole.lengths)
    first, length = (np.array([span[part] for span in spans], dtype=np.int64) for part in (1, 2))
    expected = [ids[:start] + ids[start + count :] for ids, (_, start, count) in zip(picked, spans, strict=True)]
    assert lists_of(without(bags, whole.lengths, first, length)) == expected
