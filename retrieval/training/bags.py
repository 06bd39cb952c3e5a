"""Tokenized texts in one flat array, and bags of tokens cut out of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ints = NDArray[np.int64]
_CHUNK = 8192


@dataclass(frozen=True, slots=True)
class Bags:
    """Bags of token ids: bag `i` is `ids[starts[i]:starts[i + 1]]`, the last one ends with the array."""

    ids: Ints
    starts: Ints


@dataclass(frozen=True, slots=True)
class Texts:
    """Tokenized texts: text `i` is `ids[bounds[i]:bounds[i + 1]]`."""

    ids: NDArray[np.int32]
    bounds: Ints

    def __len__(self) -> int:
        return len(self.bounds) - 1

    @property
    def lengths(self) -> Ints:
        """The number of tokens of each text."""
        return np.diff(self.bounds)

    def cut(self, which: Ints, first: Ints, length: Ints) -> Bags:
        """From text `which[i]`, the `length[i]` tokens that start at its token `first[i]`."""
        starts = np.cumsum(length) - length
        begin = self.bounds[which] + first
        positions = np.arange(int(length.sum())) + np.repeat(begin - starts, length)
        return Bags(self.ids[positions].astype(np.int64), starts)


def tokenize(tokenizer: Tokenizer, texts: Iterable[str]) -> Texts:
    """The texts as token ids."""
    parts: list[NDArray[np.int32]] = []
    lengths: list[int] = []
    for chunk in _chunks(texts):
        for encoding in tokenizer.encode_batch_fast(chunk, add_special_tokens=False):
            parts.append(np.asarray(encoding.ids, dtype=np.int32))
            lengths.append(len(encoding.ids))
    ids = np.concatenate(parts) if parts else np.zeros(0, dtype=np.int32)
    return Texts(ids, np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]))


def without(bags: Bags, lengths: Ints, first: Ints, length: Ints) -> Bags:
    """The bags without a span: bag `i` (of `lengths[i]` tokens) loses `length[i]` tokens from its token `first[i]`."""
    place = np.arange(len(bags.ids)) - np.repeat(bags.starts, lengths)
    begin, end = np.repeat(first, lengths), np.repeat(first + length, lengths)
    kept = (place < begin) | (place >= end)
    left = lengths - length
    return Bags(bags.ids[kept], np.cumsum(left) - left)


def _chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    source = iter(texts)
    while chunk := list(islice(source, _CHUNK)):
        yield chunk
