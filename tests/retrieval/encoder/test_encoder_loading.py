"""From a setting to an encoder, without a network."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from retrieval.encoder import EncoderError, load_encoder

MakeModel = Callable[..., Path]


def test_a_folder_names_its_encoder(make_model: MakeModel) -> None:
    """The name is the folder's, the dimension the vectors'."""
    encoder = load_encoder(str(make_model("arkiv")))
    assert (encoder.name, encoder.dimension) == ("arkiv", 8)


@pytest.mark.parametrize("name", ["finnes-ikke", "noen/finnes-ikke", "ikke/et/navn", "rart navn!"])
def test_a_model_that_is_not_here_is_refused_with_a_remedy(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No download, no other model in its place."""
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    with pytest.raises(EncoderError, match="KILDESVAR_ENCODER") as caught:
        load_encoder(name)
    assert name in caught.value.message


def test_a_model_in_the_cache_is_found_by_name(make_model: MakeModel, tmp_path: Path) -> None:
    """The machine's own cache serves a name without any connection."""
    snapshot = tmp_path / "hub" / "models--etat--liten" / "snapshots" / "abc"
    snapshot.parent.mkdir(parents=True)
    make_model().rename(snapshot)
    refs = snapshot.parent.parent / "refs"
    refs.mkdir()
    (refs / "main").write_text("abc", encoding="utf-8")
    script = "from retrieval.encoder import load_encoder as l; e = l('etat/liten'); print(e.name, e.dimension)"
    assert run(script, HF_HOME=str(tmp_path)) == "etat/liten 8"


def test_importing_and_reading_a_static_model_leaves_torch_alone(make_model: MakeModel) -> None:
    """Neither torch nor sentence-transformers is imported for a static model."""
    script = (
        "import sys; from retrieval.encoder import load_encoder as l; "
        f"l({str(make_model())!r}).encode(['etat']); "
        "print(sorted({'torch', 'sentence_transformers', 'huggingface_hub'} & set(sys.modules)))"
    )
    assert run(script) == "[]"


def test_numpy_and_sentence_transformers_agree(make_model: MakeModel, vectors: np.ndarray) -> None:
    """The same folder through both readings gives the same rows, in every way vectors are stored."""
    from retrieval.encoder.sentence import load_sentence_model

    scales = np.full(6, 0.02, dtype=np.float32)
    stored = {
        "hel": {"embedding.weight": vectors},
        "byte": {"embeddings": np.rint(vectors / 0.03).clip(-127, 127).astype(np.int8), "weights": scales},
        "delt": {"embeddings": vectors[:3], "mapping": np.array([0, 1, 1, 2, 2, 2], dtype=np.int64)},
    }
    texts = ["etat", "mål for etat", "", "ukjent ord i budsjett", "år år tiltak"]
    for name, tensors in stored.items():
        folder = make_model(name, **tensors)
        ours, theirs = load_encoder(str(folder)), load_sentence_model(name, folder)
        np.testing.assert_allclose(ours.encode(texts), theirs.encode(texts), atol=1e-5)
        assert ours.fingerprint == theirs.fingerprint


def test_a_model_that_is_not_static_runs_through_its_library(make_model: MakeModel) -> None:
    """A folder that numpy does not read is handed on; empty texts are zeros there too."""
    import torch
    from sentence_transformers import SentenceTransformer, models

    plain = SentenceTransformer(str(make_model("bunn")), device="cpu")
    torch.manual_seed(1)
    deep = SentenceTransformer(modules=[plain[0], models.Dense(8, 4)], device="cpu")
    folder = Path(make_model("plass")).parent / "dyp"
    deep.save(str(folder))
    rows = load_encoder(str(folder)).encode(["etat", ""])
    assert rows.shape == (2, 4)
    assert np.linalg.norm(rows[0]) == pytest.approx(1, abs=1e-5)
    assert not rows[1].any()


def test_a_model_its_library_cannot_read_is_refused(make_model: MakeModel) -> None:
    """A folder with a missing part ends in one sentence."""
    folder = make_model("ødelagt", ("Dense",))
    with pytest.raises(EncoderError, match="kunne ikke lastes"):
        load_encoder(str(folder))


def run(script: str, **environment: str) -> str:
    """What a fresh interpreter prints."""
    import os

    root = Path(__file__).parents[3]
    return subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), **environment},
    ).stdout.strip()
