"""Token vectors and tokenizer as a folder that sentence-transformers and the product both read.

Vectors are kept as bytes with one scale a token (the layout that `StaticEmbedding` reads from model2vec models),
a quarter of the space of float32 at no measurable loss.
"""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from retrieval.encoder.folder import MODULES, TOKENIZER, WEIGHTS

_STEPS = 127
_MODULES = [
    ("", "sentence_transformers.models.StaticEmbedding"),
    ("1_Normalize", "sentence_transformers.models.Normalize"),
]
_CONFIG: dict[str, object] = {
    "model_type": "SentenceTransformer",
    "prompts": {},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}


def save_model(folder: Path, tokenizer: Tokenizer, vectors: NDArray[np.float32]) -> None:
    """Write the model; files of an earlier one are replaced."""
    (folder / _MODULES[1][0]).mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / TOKENIZER), pretty=False)
    rows, scales = quantize(vectors)
    save_file({"embeddings": rows, "weights": scales}, folder / WEIGHTS)
    modules = [
        {"idx": place, "name": str(place), "path": path, "type": kind} for place, (path, kind) in enumerate(_MODULES)
    ]
    _write_json(folder / MODULES, modules)
    _write_json(folder / "config_sentence_transformers.json", _CONFIG)
    _write_json(folder / _MODULES[1][0] / "config.json", {})


def quantize(vectors: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Bytes and one scale a row, whose product is the vectors to within half a step."""
    scales = np.abs(vectors).max(axis=1) / _STEPS
    steps = np.divide(vectors, scales[:, None], out=np.zeros_like(vectors), where=scales[:, None] > 0)
    return np.rint(steps).astype(np.int8), scales.astype(np.float32)


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
