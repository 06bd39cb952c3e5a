"""First vectors from which tokens stand together: a randomized decomposition of tokens by texts.

Tokens that stand in the same texts start near one another, and so do words that translate one another, because a
sentence and its translation count as one text. Rare tokens, which few pairs hold, are then well placed from the start.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from retrieval.encoder.rows import unit_rows
from retrieval.training.bags import Texts

Vectors = NDArray[np.float32]
_SPARE = 20
_ROUNDS = 2
_NOTHING = 1e-6


def latent_vectors(groups: Sequence[Sequence[Texts]], pieces: int, dimension: int, seed: int) -> Vectors:
    """A vector of length 1 a token; a token of which the texts tell nothing gets a random direction.

    The texts of a group's members are joined one by one: text `i` of each is part of one document.
    """
    table = _weighted(_counts(groups, pieces))
    basis = _range(table, min(dimension + _SPARE, *table.shape), seed)
    found = _leading(table, basis, dimension)
    vectors = np.zeros((pieces, dimension), dtype=np.float32)
    vectors[:, : found.shape[1]] = found
    unplaced = np.linalg.norm(vectors, axis=1) < _NOTHING
    vectors[unplaced] = np.random.default_rng(seed).normal(size=(int(unplaced.sum()), dimension))
    return unit_rows(vectors)


def _counts(groups: Sequence[Sequence[Texts]], pieces: int) -> sparse.csr_matrix:
    tokens, documents, base = [], [], 0
    for group in groups:
        for texts in group:
            tokens.append(texts.ids)
            documents.append(np.repeat(np.arange(len(texts)) + base, texts.lengths))
        base += max(map(len, group))
    places = np.concatenate(tokens), np.concatenate(documents)
    return sparse.csr_matrix((np.ones(len(places[0]), dtype=np.float32), places), shape=(pieces, base))


def _weighted(counts: sparse.csr_matrix) -> sparse.csr_matrix:
    """Log counts, rare tokens up, every document at length 1."""
    counts.data = np.log1p(counts.data)
    rarity = np.log(counts.shape[1] / np.maximum(1, counts.getnnz(axis=1)))
    table = sparse.diags(rarity.astype(np.float32)) @ counts
    lengths = np.sqrt(np.asarray(table.multiply(table).sum(axis=0)).ravel())
    shrink = np.divide(1, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    return (table @ sparse.diags(shrink)).tocsr().astype(np.float32)


def _range(table: sparse.csr_matrix, width: int, seed: int) -> Vectors:
    """An orthonormal basis that nearly spans the table's strongest directions."""
    probes = np.random.default_rng(seed).normal(size=(table.shape[1], width)).astype(np.float32)
    basis = np.linalg.qr(table @ probes)[0]
    for _ in range(_ROUNDS):
        basis = np.linalg.qr(table @ (table.T @ basis))[0]
    return np.asarray(basis, dtype=np.float32)


def _leading(table: sparse.csr_matrix, basis: Vectors, dimension: int) -> Vectors:
    """The leading directions, each weighted with the root of its strength."""
    inner = table.T @ basis
    powers, turns = np.linalg.eigh((inner.T @ inner).astype(np.float64))
    strongest = np.argsort(-powers)[:dimension]
    weights = np.maximum(powers[strongest], 0) ** 0.25
    return np.asarray(basis @ (turns[:, strongest] * weights), dtype=np.float32)
