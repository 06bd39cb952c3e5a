"""The model that lies in the package."""

import numpy as np
import pytest

from retrieval.encoder import Encoder, load_encoder
from retrieval.encoder.loading import SHIPPED
from retrieval.encoder.sentence import load_sentence_model
from retrieval.training.licences import load_sources

TEXTS = ["Hvor mange ansatte har etaten?", "Kva er fristen for rapporten?", "", "12 345 kroner i 2023", "€"]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """The encoder nobody has chosen another for."""
    return load_encoder()


def test_it_is_small_and_carries_its_card() -> None:
    """At most 20 MB, with every source and licence named."""
    assert sum(file.stat().st_size for file in SHIPPED.rglob("*") if file.is_file()) <= 20_000_000
    card = (SHIPPED / "README.md").read_text(encoding="utf-8")
    assert all(f"{source.name}: {source.licence}" in card for source in load_sources())


def test_sentence_transformers_reads_it_alike(encoder: Encoder) -> None:
    """It is a real sentence-transformers model, and numpy gives the same rows."""
    theirs = load_sentence_model("m", SHIPPED)
    assert theirs.dimension == encoder.dimension
    np.testing.assert_allclose(encoder.encode(TEXTS), theirs.encode(TEXTS), atol=1e-5)


@pytest.mark.parametrize(
    ("asked", "meant", "other"),
    [
        ("disability benefit", "uføretrygd", "barnetrygd"),
        ("employer", "arbeidsgiver", "forsikring"),
        ("verksemd", "virksomhet", "vedtak"),
        ("sjukepengar", "sykepenger", "skatt"),
        ("the budget for next year", "budsjettet for neste år", "eksamen ved høgskolen"),
    ],
)
def test_words_of_one_meaning_lie_together(encoder: Encoder, asked: str, meant: str, other: str) -> None:
    """English and nynorsk find their bokmål."""
    rows = encoder.encode([asked, meant, other])
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.1
