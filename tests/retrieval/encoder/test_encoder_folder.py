"""Model folders: what they are made of, and their fingerprints."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from retrieval.encoder import EncoderError
from retrieval.encoder.folder import fingerprint, open_folder

MakeModel = Callable[..., Path]


def test_a_static_model_is_known_by_its_modules(make_model: MakeModel) -> None:
    """Static vectors, with or without normalisation."""
    for tail in ((), ("Normalize",)):
        folder = make_model(f"med{len(tail)}", tail)
        assert open_folder(folder).static == folder


def test_a_model_with_more_than_vectors_is_left_to_its_library(make_model: MakeModel) -> None:
    """A dense layer after the vectors is not read by numpy."""
    assert open_folder(make_model("dyp", ("Dense", "Normalize"))).static is None


def test_a_folder_without_modules_is_refused(tmp_path: Path) -> None:
    """The message names the folder and the missing file."""
    with pytest.raises(EncoderError, match=r"modules\.json mangler") as caught:
        open_folder(tmp_path)
    assert str(tmp_path) in caught.value.message


@pytest.mark.parametrize("content", ["{", "[1]", '[{"type": "x"}]'])
def test_unreadable_modules_are_refused(tmp_path: Path, content: str) -> None:
    """Whatever is wrong with the file, one sentence says so."""
    (tmp_path / "modules.json").write_text(content, encoding="utf-8")
    with pytest.raises(EncoderError, match="kan ikke leses"):
        open_folder(tmp_path)


def test_a_copy_has_the_same_fingerprint(make_model: MakeModel, tmp_path: Path) -> None:
    """Neither the place nor the model card counts."""
    folder = make_model()
    copy = shutil.copytree(folder, tmp_path / "kopi")
    (copy / "README.md").write_text("Et kort", encoding="utf-8")
    assert fingerprint(copy) == fingerprint(folder)
    assert len(fingerprint(folder)) == 16


def test_other_vectors_have_another_fingerprint(make_model: MakeModel, vectors: np.ndarray) -> None:
    """One changed number is another model."""
    changed = vectors.copy()
    changed[2, 2] += 1e-3
    other = make_model("annen", **{"embedding.weight": changed})
    assert fingerprint(make_model()) != fingerprint(other)


def test_another_tokenizer_has_another_fingerprint(make_model: MakeModel) -> None:
    """The tokenizer counts as much as the vectors."""
    folder = make_model()
    before = fingerprint(folder)
    tokenizer = folder / "tokenizer.json"
    tokenizer.write_text(tokenizer.read_text(encoding="utf-8").replace("budsjett", "regnskap"), encoding="utf-8")
    assert fingerprint(folder) != before
