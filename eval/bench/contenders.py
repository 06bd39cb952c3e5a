"""Those that take part: Kildesvar, and what people would otherwise put together over naive chunks.

The peers rank chunks; they read no figures, answer nothing and refuse nothing. No other model than our own is at hand,
so the two that need one use it: what is compared is the machinery, not the model.
"""

import json
import logging
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import Stemmer

from eval.bench.contender import Ask, Contender, First
from eval.peers.chunks import cut
from retrieval.encoder.loading import SHIPPED
from retrieval.engine import Engine
from retrieval.index.scope import Filter
from retrieval.update import update_index

DEPTH = 5
CHUNKS = "chunks.json"


class Ours:
    """Kildesvar: documents read, figures found, an answer or none."""

    def build(self, documents: Path, folder: Path) -> None:
        """An ingestion."""
        engine = Engine(folder, None)
        update_index(documents, folder, engine.encoder, engine.analyzer, lambda *_: None)

    def open(self, folder: Path) -> Ask:
        """The first figure of the answer."""
        answerer = Engine(folder, None).answerer()

        def ask(question: str) -> First | None:
            figures = answerer.ask(question, [], Filter(), DEPTH).figures
            return First(figures[0].document.source, figures[0].ranked.figure.text) if figures else None

        return ask


class Bm25s:
    """bm25s with the Norwegian stemmer, its index mapped into memory."""

    def build(self, documents: Path, folder: Path) -> None:
        """Stems counted, and kept beside the chunks."""
        import bm25s

        retriever = bm25s.BM25()
        retriever.index(self._tokens()(_texts(_chunked(documents, folder))), show_progress=False)
        retriever.save(str(folder / "bm25s"))

    def open(self, folder: Path) -> Ask:
        """The first chunk."""
        import bm25s

        chunks, tokens = _kept(folder), self._tokens()
        retriever = bm25s.BM25.load(str(folder / "bm25s"), mmap=True)
        depth = min(DEPTH, len(chunks))

        def ask(question: str) -> First | None:
            found, _ = retriever.retrieve(tokens([question]), k=depth, show_progress=False)
            return First(*chunks[int(found[0][0])])

        return ask

    @staticmethod
    def _tokens() -> Any:  # noqa: ANN401 — bm25s names no type for what it takes
        import bm25s

        logging.getLogger("bm25s").setLevel(logging.WARNING)
        stemmer = Stemmer.Stemmer("norwegian")
        return partial(bm25s.tokenize, stopwords="norwegian", stemmer=stemmer, show_progress=False)


class SentenceTransformers:
    """A sentence-transformers model over the chunks, every vector compared by numpy."""

    def build(self, documents: Path, folder: Path) -> None:
        """A vector for every chunk."""
        from sentence_transformers import SentenceTransformer

        texts = _texts(_chunked(documents, folder))
        vectors = SentenceTransformer(str(SHIPPED)).encode(texts, normalize_embeddings=True, show_progress_bar=False)
        np.save(folder / "vectors.npy", vectors)

    def open(self, folder: Path) -> Ask:
        """The nearest chunk."""
        from sentence_transformers import SentenceTransformer

        chunks, model, vectors = _kept(folder), SentenceTransformer(str(SHIPPED)), np.load(folder / "vectors.npy")

        def ask(question: str) -> First | None:
            (vector,) = model.encode([question], normalize_embeddings=True, show_progress_bar=False)
            return First(*chunks[int(np.argmax(vectors @ vector))])

        return ask


class Txtai:
    """txtai's hybrid search: its own BM25 and a vector index, their scores added."""

    def build(self, documents: Path, folder: Path) -> None:
        """Both indexes, saved as txtai saves them."""
        from txtai import Embeddings

        embeddings = Embeddings(path=str(SHIPPED), method="sentence-transformers", hybrid=True, content=False)
        embeddings.index(enumerate(_texts(_chunked(documents, folder))))
        embeddings.save(str(folder / "txtai"))

    def open(self, folder: Path) -> Ask:
        """The first chunk."""
        from txtai import Embeddings

        chunks, embeddings = _kept(folder), Embeddings()
        embeddings.load(str(folder / "txtai"))

        def ask(question: str) -> First | None:
            found = embeddings.search(question, DEPTH)
            return First(*chunks[int(found[0][0])]) if found else None

        return ask


CONTENDERS: Mapping[str, Contender] = {
    "Kildesvar": Ours(),
    "bm25s": Bm25s(),
    "sentence-transformers": SentenceTransformers(),
    "txtai": Txtai(),
}


def _chunked(documents: Path, folder: Path) -> list[tuple[str, str]]:
    """Naive chunks of text files, as (file, text); they are kept in the folder, since what is found is shown."""
    folder.mkdir(parents=True, exist_ok=True)
    chunks = [
        (path.relative_to(documents).as_posix(), chunk.text)
        for path in sorted(documents.rglob("*.txt"))
        for chunk in cut("", [(number, 1, line) for number, line in enumerate(path.read_text("utf8").splitlines(), 1)])
    ]
    (folder / CHUNKS).write_text(json.dumps(chunks, ensure_ascii=False), "utf8")
    return chunks


def _kept(folder: Path) -> list[tuple[str, str]]:
    return [(source, text) for source, text in json.loads((folder / CHUNKS).read_text("utf8"))]


def _texts(chunks: Sequence[tuple[str, str]]) -> list[str]:
    return [text for _, text in chunks]
