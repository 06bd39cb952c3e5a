"""Any other sentence-transformers model, from disk; the heavy libraries are imported only here, when asked for."""

import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.encoder.folder import fingerprint
from retrieval.encoder.protocol import EncoderError, Matrix
from retrieval.encoder.rows import unit_rows


class SentenceEncoder:
    """A model that runs through sentence-transformers."""

    def __init__(self, name: str, fingerprint: str, model: Any, dimension: int) -> None:  # noqa: ANN401
        self.name = name
        self.fingerprint = fingerprint
        self.dimension = dimension
        self._model = model

    def encode(self, texts: Sequence[str]) -> Matrix:
        """One row of length 1 a text; an empty text gives zeros."""
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        filled = [place for place, text in enumerate(texts) if text.strip()]
        if filled:
            rows[filled] = self._model.encode([texts[place] for place in filled], show_progress_bar=False)
        return unit_rows(np.nan_to_num(rows))


def load_sentence_model(name: str, path: Path) -> SentenceEncoder:
    """The model in the folder `path`; refuses to fetch anything."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["TRANSFORMERS_OFFLINE"] = "1"
    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    try:
        from sentence_transformers import SentenceTransformer

        model = SentenceTransformer(str(path), device="cpu", local_files_only=True)
        dimension = int(model.encode(["a"], show_progress_bar=False).shape[1])
    except Exception as error:
        raise EncoderError(
            f"Språkmodellen «{name}» kunne ikke lastes ({error}). "
            "Kontroller at mappen er en fullstendig sentence-transformers-modell."
        ) from error
    return SentenceEncoder(name, fingerprint(path), model, dimension)
