"""A whole training run on a few invented rows."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from retrieval.encoder import EncoderError, load_encoder
from retrieval.training import Recipe, TrainingDataError, train
from retrieval.training.bags import Texts
from retrieval.training.curriculum import Curriculum
from retrieval.training.heldout import measure
from retrieval.training.run import first_vectors
from retrieval.training.sources import Asked
from retrieval.training.tasks import SpanTask

RECIPE = Recipe(pieces=300, dimension=16, batch=8, steps=60, learning_rate=0.1, threads=1)


def test_a_folder_of_text_becomes_a_model(training_folder: Path, tmp_path: Path) -> None:
    """The model finds what it was taught, tells how far it has come, and carries its card; a second run equals it."""
    stages: list[tuple[str, float]] = []
    report = train(training_folder, tmp_path / "a", RECIPE, lambda stage, done: stages.append((stage, done)))
    assert report.recall_at_5 >= report.recall_at_1 >= 0.8
    assert report.rows["headings"] == 8
    assert ("Trener modellen", 1.0) in stages
    card = (tmp_path / "a" / "README.md").read_text(encoding="utf-8")
    assert "NLOD 2.0" in card
    assert report.recipe.pieces <= RECIPE.pieces
    assert f"{report.recipe.pieces} token vectors of 16 dimensions" in card
    train(training_folder, tmp_path / "b", RECIPE)
    assert load_encoder(str(tmp_path / "a")).fingerprint == load_encoder(str(tmp_path / "b")).fingerprint


def test_a_run_can_go_on_from_an_earlier_model(training_folder: Path, tmp_path: Path) -> None:
    """Tokens and dimension stay, the vectors move, and the card names where it began."""
    first = train(training_folder, tmp_path / "a", RECIPE)
    report = train(training_folder, tmp_path / "b", replace(RECIPE, steps=5, pieces=7), start=tmp_path / "a")
    earlier, later = load_encoder(str(tmp_path / "a")), load_encoder(str(tmp_path / "b"))
    assert (tmp_path / "a" / "tokenizer.json").read_text() == (tmp_path / "b" / "tokenizer.json").read_text()
    assert (report.start, report.recipe.pieces, report.recipe.dimension) == (
        earlier.fingerprint,
        first.recipe.pieces,
        16,
    )
    assert earlier.fingerprint != later.fingerprint
    assert f"fingerprint {earlier.fingerprint}" in (tmp_path / "b" / "README.md").read_text(encoding="utf-8")


def test_only_a_static_model_can_be_gone_on_from(training_folder: Path, tmp_path: Path) -> None:
    """The error says so in Norwegian, before any work."""
    (tmp_path / "modules.json").write_text('[{"type": "sentence_transformers.models.Transformer", "path": ""}]')
    with pytest.raises(EncoderError, match="bygge videre"):
        train(training_folder, tmp_path / "ut", RECIPE, start=tmp_path)


def test_another_seed_gives_another_model(training_folder: Path, tmp_path: Path) -> None:
    """The seed is part of the recipe."""
    short = replace(RECIPE, steps=2)
    train(training_folder, tmp_path / "a", short)
    train(training_folder, tmp_path / "b", replace(short, seed=1))
    assert load_encoder(str(tmp_path / "a")).fingerprint != load_encoder(str(tmp_path / "b")).fingerprint


def test_a_folder_without_text_is_refused_before_any_work(tmp_path: Path) -> None:
    """Nothing is written where nothing can be trained."""
    with pytest.raises(TrainingDataError, match="mangler"):
        train(tmp_path, tmp_path / "ut")
    assert not (tmp_path / "ut").exists()


def test_frequent_tokens_start_short() -> None:
    """What stands everywhere says little."""
    ids = np.array([0, 1, 0, 0, 1, 0, 2, 0, 0, 2] * 40, dtype=np.int32)
    texts = Texts(ids, np.arange(0, 401, 5))
    task = SpanTask("biter", 1.0, texts)
    lengths = np.linalg.norm(first_vectors(Curriculum((task,), {}, ((texts,),)), 4, RECIPE), axis=1)
    assert 0 < lengths[0] < lengths[2] < lengths[3]


class Shouting:
    """An encoder that knows one letter from another."""

    name, fingerprint, dimension = "x", "x", 26

    def encode(self, texts: list[str]) -> np.ndarray:
        """A text is its first letter."""
        return np.eye(26, dtype=np.float32)[[ord(text[0]) - ord("a") for text in texts]]


def test_recall_counts_the_own_text_among_all() -> None:
    """Two of three questions find their text first."""
    asked = [Asked("a?", "a", 0), Asked("b?", "b", 0), Asked("a?", "c", 0)]
    recall = measure(Shouting(), asked)
    assert (recall.questions, recall.at_5) == (3, 1.0)
    assert recall.at_1 == pytest.approx(2 / 3)
