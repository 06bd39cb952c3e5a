"""Tiny models, built in memory: a tokenizer of six words and a vector for each."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file
from tokenizers import Tokenizer, models, pre_tokenizers

WORDS = {"[UNK]": 0, "etat": 1, "budsjett": 2, "mål": 3, "år": 4, "tiltak": 5}


@pytest.fixture
def vectors() -> np.ndarray:
    """A vector of eight numbers for each word."""
    return np.random.default_rng(3).normal(size=(len(WORDS), 8)).astype(np.float32)


@pytest.fixture
def make_model(tmp_path: Path, vectors: np.ndarray) -> Callable[..., Path]:
    """A function that writes a static model with the given tensors and returns its folder."""

    def make(name: str = "liten", tail: tuple[str, ...] = ("Normalize",), **tensors: np.ndarray) -> Path:
        folder = tmp_path / name
        folder.mkdir(parents=True)
        tokenizer = Tokenizer(models.WordLevel(WORDS, unk_token="[UNK]"))
        tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
        tokenizer.save(str(folder / "tokenizer.json"))
        save_file(tensors or {"embedding.weight": vectors}, folder / "model.safetensors")
        kinds = ["StaticEmbedding", *tail]
        modules = [
            {
                "idx": place,
                "name": str(place),
                "path": f"{place}_{kind}" if place else "",
                "type": f"sentence_transformers.models.{kind}",
            }
            for place, kind in enumerate(kinds)
        ]
        (folder / "modules.json").write_text(json.dumps(modules), encoding="utf-8")
        for module in modules[1:]:
            (folder / module["path"]).mkdir()
            (folder / module["path"] / "config.json").write_text("{}", encoding="utf-8")
        return folder

    return make
