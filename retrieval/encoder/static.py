"""Static models with numpy alone: a text is the mean of its tokens' vectors.

The same arithmetic as the `StaticEmbedding` module of sentence-transformers, without importing torch.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from retrieval.encoder.folder import TOKENIZER, WEIGHTS, fingerprint
from retrieval.encoder.protocol import EncoderError, Matrix
from retrieval.encoder.rows import unit_rows

_BATCH = 1024


@dataclass(frozen=True, slots=True)
class TokenVectors:
    """The vector of token id `i` is `scales[i] * rows[i]`; the rows may be stored in few bits."""

    rows: NDArray[np.generic]
    scales: Matrix | None

    def dense(self) -> Matrix:
        """All vectors, (tokens, dimension)."""
        rows = self.rows.astype(np.float32)
        return rows if self.scales is None else rows * self.scales[:, None]

    def mean(self, ids: Sequence[int]) -> Matrix:
        """The mean of the vectors of some tokens."""
        picked = self.rows[ids].astype(np.float32)
        if self.scales is None:
            return np.asarray(picked.mean(axis=0), dtype=np.float32)
        return np.asarray(self.scales[ids] @ picked / len(ids), dtype=np.float32)


class StaticEncoder:
    """A tokenizer and a vector for each of its tokens."""

    def __init__(self, name: str, fingerprint: str, tokenizer: Tokenizer, vectors: TokenVectors) -> None:
        size, rows = tokenizer.get_vocab_size(), vectors.rows.shape[0]
        if size > rows:
            raise EncoderError(
                f"Språkmodellen «{name}» har {size} ordbiter, men bare {rows} vektorer. Lagre modellen på nytt."
            )
        self.name = name
        self.fingerprint = fingerprint
        self.dimension = int(vectors.rows.shape[1])
        self._vectors = vectors
        self._tokenizer = tokenizer
        self._tokenizer.no_padding()

    def encode(self, texts: Sequence[str]) -> Matrix:
        """One row of length 1 a text; a text without tokens gives zeros."""
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for start in range(0, len(texts), _BATCH):
            batch = list(texts[start : start + _BATCH])
            for offset, encoding in enumerate(self._tokenizer.encode_batch_fast(batch, add_special_tokens=False)):
                if encoding.ids:
                    rows[start + offset] = self._vectors.mean(encoding.ids)
        return unit_rows(rows)


def load_static(name: str, path: Path, part: Path) -> StaticEncoder:
    """The static model in the folder `path`, whose vectors and tokenizer lie in `part`."""
    try:
        tokenizer = Tokenizer.from_file(str(part / TOKENIZER))
        vectors = read_vectors(part / WEIGHTS)
    except Exception as error:
        raise EncoderError(
            f"Språkmodellen i «{path}» er skadet eller ufullstendig ({error}). Hent eller lagre den på nytt."
        ) from error
    return StaticEncoder(name, fingerprint(path), tokenizer, vectors)


def read_vectors(path: Path) -> TokenVectors:
    """The token vectors in a file, in any of the layouts that `StaticEmbedding` writes."""
    tensors = load_file(path)
    if "embedding.weight" in tensors:
        return TokenVectors(tensors["embedding.weight"], None)
    if "embeddings" not in tensors:
        raise SafetensorError(f"verken «embedding.weight» eller «embeddings» finnes i {path.name}")
    rows = tensors["embeddings"]
    if "mapping" in tensors:
        rows = rows[tensors["mapping"]]
    scales = tensors.get("weights")
    return TokenVectors(rows, None if scales is None else scales.astype(np.float32))
