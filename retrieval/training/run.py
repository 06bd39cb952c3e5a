"""One training run: a folder of text becomes a folder with a model."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis import Analyzer
from retrieval.analysis.terms import shipped_terms
from retrieval.encoder import load_encoder
from retrieval.training.card import model_card
from retrieval.training.curriculum import Curriculum, build
from retrieval.training.earlier import load_earlier
from retrieval.training.heldout import measure
from retrieval.training.latent import latent_vectors
from retrieval.training.licences import load_sources
from retrieval.training.recipe import CONTINUED, Recipe, TrainingReport
from retrieval.training.saving import save_model
from retrieval.training.sources import TrainingFolder
from retrieval.training.vocabulary import train_tokenizer

Progress = Callable[[str, float], None]
"""Hears what is going on, in Norwegian, and how much of it is done (0 to 1)."""

_EVERY = 20


def train(
    data: Path,
    out: Path,
    recipe: Recipe | None = None,
    progress: Progress | None = None,
    start: Path | None = None,
) -> TrainingReport:
    """Train an encoder on the files in `data` and save it in `out`, with its model card.

    With `start`, a static model, its tokens and vectors are what training goes on from. Raises TrainingDataError when
    the data are not all there, and EncoderError when there is no static model in `start`.
    """
    tell, began = progress or _silent, time.monotonic()
    recipe = recipe or (CONTINUED if start else Recipe())
    earlier = load_earlier(start) if start else None
    folder = TrainingFolder(data)
    folder.check()
    tell("Lærer ordbiter", 0.0)
    tokenizer = earlier.tokenizer if earlier else train_tokenizer(folder, recipe.pieces)
    tell("Leser tekstene", 0.0)
    curriculum = build(folder, tokenizer, recipe.seed)
    tell("Finner ord som hører sammen", 0.0)
    first = earlier.vectors if earlier else first_vectors(curriculum, tokenizer.get_vocab_size(), recipe)
    vectors, loss = _fit(curriculum, first, recipe, tell)
    save_model(out, tokenizer, vectors)
    tell("Måler modellen", 0.0)
    recall = measure(load_encoder(str(out)), folder.held_out())
    report = TrainingReport(
        folder=out,
        recipe=replace(recipe, pieces=vectors.shape[0], dimension=vectors.shape[1]),
        start=earlier.fingerprint if earlier else None,
        words=f"analysis {Analyzer().fingerprint}, terms {shipped_terms().fingerprint}",
        rows=curriculum.rows,
        loss=loss,
        questions=recall.questions,
        recall_at_1=recall.at_1,
        recall_at_5=recall.at_5,
        megabytes=_megabytes(out),
        seconds=time.monotonic() - began,
    )
    (out / "README.md").write_text(model_card(report, load_sources()), encoding="utf-8")
    return report


def _fit(
    curriculum: Curriculum, first: NDArray[np.float32], recipe: Recipe, tell: Progress
) -> tuple[NDArray[np.float32], float]:
    from retrieval.training.loop import fit

    losses: list[float] = []

    def heard(step: int, loss: float) -> None:
        losses.append(loss)
        if step % _EVERY == 0 or step == recipe.steps:
            tell("Trener modellen", step / recipe.steps)

    vectors = fit(first, curriculum.tasks, recipe, heard)
    last = losses[-max(1, len(losses) // 10) :]
    return vectors, float(np.mean(last))


def first_vectors(curriculum: Curriculum, pieces: int, recipe: Recipe) -> NDArray[np.float32]:
    """Latent vectors, the shorter the more frequent their token, as smooth inverse frequency has it."""
    frequencies = curriculum.frequencies(pieces)
    weights = recipe.rare / (recipe.rare + frequencies / max(1, frequencies.sum()))
    rows = latent_vectors(curriculum.groups, pieces, recipe.dimension, recipe.seed)
    return np.asarray(rows * weights[:, None] * np.sqrt(recipe.dimension), dtype=np.float32)


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def _silent(_stage: str, _done: float) -> None:
    return None
