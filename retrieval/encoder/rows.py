"""Rows of length 1."""

import numpy as np

from retrieval.encoder.protocol import Matrix


def unit_rows(rows: Matrix) -> Matrix:
    """The rows scaled to length 1, in contiguous float32; rows of zeros stay zeros."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    lengths[lengths == 0] = 1
    return np.ascontiguousarray(rows / lengths, dtype=np.float32)
