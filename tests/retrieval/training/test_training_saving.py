"""Vectors stored as bytes."""

from pathlib import Path

import numpy as np
import pytest

from retrieval.encoder import load_encoder
from retrieval.encoder.sentence import load_sentence_model
from retrieval.training.saving import quantize, save_model
from retrieval.training.sources import TrainingFolder
from retrieval.training.vocabulary import train_tokenizer


def test_bytes_are_right_to_half_a_step() -> None:
    """No number moves by more than half a step of its row; a row of zeros stays."""
    vectors = np.random.default_rng(1).normal(size=(50, 16)).astype(np.float32)
    vectors[7] = 0
    rows, scales = quantize(vectors)
    assert rows.dtype == np.int8
    assert np.all(np.abs(rows * scales[:, None] - vectors) <= scales[:, None] / 2 + 1e-6)
    assert not (rows[7] * scales[7]).any()


def test_a_saved_model_is_read_alike_by_both_readers(training_folder: Path, tmp_path: Path) -> None:
    """What is saved loads in sentence-transformers and in numpy, with the same rows."""
    tokenizer = train_tokenizer(TrainingFolder(training_folder), 300)
    vectors = np.random.default_rng(1).normal(size=(tokenizer.get_vocab_size(), 16)).astype(np.float32)
    save_model(tmp_path / "modell", tokenizer, vectors)
    texts = ["Etaten fører tilsyn med 12 arkiv.", "", "brøyting i 2024", "…"]
    ours = load_encoder(str(tmp_path / "modell")).encode(texts)
    np.testing.assert_allclose(ours, load_sentence_model("m", tmp_path / "modell").encode(texts), atol=1e-5)
    assert np.linalg.norm(ours, axis=1) == pytest.approx([1, 0, 1, 0], abs=1e-5)
