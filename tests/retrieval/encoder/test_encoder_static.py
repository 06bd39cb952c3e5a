"""The numpy reading of static models."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from retrieval.encoder import EncoderError, load_encoder

MakeModel = Callable[..., Path]


def unit(row: np.ndarray) -> np.ndarray:
    """The row at length 1."""
    return row / np.linalg.norm(row)


def test_a_text_is_the_mean_of_its_tokens_at_length_one(make_model: MakeModel, vectors: np.ndarray) -> None:
    """Order apart, a text is its words."""
    rows = load_encoder(str(make_model())).encode(["etat mål", "mål etat"])
    assert rows.dtype == np.float32
    assert rows.flags.c_contiguous
    np.testing.assert_allclose(rows[0], unit(vectors[1] + vectors[3]), atol=1e-6)
    np.testing.assert_allclose(rows[0], rows[1], atol=1e-6)


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_a_text_without_tokens_gives_zeros(make_model: MakeModel, text: str) -> None:
    """Nothing to read gives zeros and no NaN, and leaves its neighbours alone."""
    rows = load_encoder(str(make_model())).encode(["etat", text, "mål"])
    assert not rows[1].any()
    np.testing.assert_allclose(np.linalg.norm(rows[[0, 2]], axis=1), 1, atol=1e-6)


def test_no_texts_give_no_rows(make_model: MakeModel) -> None:
    """An empty list keeps its width."""
    assert load_encoder(str(make_model())).encode([]).shape == (0, 8)


def test_more_texts_than_a_batch_keep_their_order(make_model: MakeModel, vectors: np.ndarray) -> None:
    """Row `i` is text `i` across batches."""
    texts = ["etat", "budsjett", "mål"] * 700
    rows = load_encoder(str(make_model())).encode(texts)
    assert rows.shape == (2100, 8)
    np.testing.assert_allclose(rows[-1], unit(vectors[3]), atol=1e-6)


def test_bytes_with_scales_are_read_as_their_product(make_model: MakeModel, vectors: np.ndarray) -> None:
    """One byte a number, one scale a token."""
    scales = np.abs(vectors).max(axis=1) / 127
    stored = np.rint(vectors / scales[:, None]).astype(np.int8)
    small = load_encoder(str(make_model("byte", embeddings=stored, weights=scales.astype(np.float32))))
    whole = load_encoder(str(make_model("hel")))
    np.testing.assert_allclose(small.encode(["etat år tiltak"]), whole.encode(["etat år tiltak"]), atol=0.02)


def test_a_mapping_points_tokens_to_shared_rows(make_model: MakeModel, vectors: np.ndarray) -> None:
    """Tokens may share a vector, as vocabulary-quantized models do."""
    mapping = np.array([0, 1, 1, 2, 2, 2], dtype=np.int64)
    encoder = load_encoder(str(make_model(embeddings=vectors[:3], mapping=mapping)))
    rows = encoder.encode(["etat", "budsjett", "tiltak"])
    np.testing.assert_allclose(rows[0], rows[1], atol=1e-6)
    np.testing.assert_allclose(rows[2], unit(vectors[2]), atol=1e-6)


def test_fewer_vectors_than_tokens_are_refused(make_model: MakeModel, vectors: np.ndarray) -> None:
    """The error states both numbers."""
    with pytest.raises(EncoderError, match="6 ordbiter, men bare 4 vektorer"):
        load_encoder(str(make_model(**{"embedding.weight": vectors[:4]})))


def test_a_damaged_weights_file_is_refused(make_model: MakeModel) -> None:
    """Half a file is no model."""
    folder: Path = make_model()
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:40])
    with pytest.raises(EncoderError, match="skadet eller ufullstendig"):
        load_encoder(str(folder))
