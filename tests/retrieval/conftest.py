"""A small collection of made-up documents, an encoder made in memory, and an index over them."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from retrieval.analysis import Analyzer
from retrieval.analysis.background import Background
from retrieval.analysis.terms import parse_terms
from retrieval.answer import Answerer
from retrieval.engine import FEATURES
from retrieval.forms import Language
from retrieval.index.open import Index
from retrieval.update import update_index
from retrieval.weights import shipped_weights

REPORT = """1 Om etaten

Fyretaten har ansvaret for fyrlykter og merker langs kysten. Etaten ledes av direktør Åse Fjordholm.

2 Nøkkeltall

Etaten hadde 214 ansatte ved utgangen av 2024, mot 201 ansatte ved utgangen av 2023.
Saksbehandlingstiden for merkesøknader (MS) var 31 dager i 2024.

Tabell 1. Utgifter i 2023 og 2024. Beløp i millioner kroner

                      2023    2024
Drift av fyrlykter    118     131
Nye merker             42      57
Tilsyn                 16      15

3 Veien videre

Vedlikeholdet ble utsatt fordi fartøyet lå ved verksted hele høsten. Arbeidet tas opp igjen 14. mars 2025.
"""

LETTER = """1 Innledning

Departementet stiller 310 millioner kroner til rådighet for Fyretaten i 2025.

2 Oppdrag

Fyretaten skal:
- legge fram en plan for fjernstyring innen 1. juni 2025
- redusere restansen av merkesøknader
- samarbeide med Havnerådet om varsling
"""


class HashEncoder:
    """Vectors from the hashes of words: the same words give the same vector, and no model is needed."""

    name = "hash"
    fingerprint = "hash-1"
    dimension = 32

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors, one row each; zeros for an empty text."""
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                row[int(hashlib.md5(word.encode()).hexdigest(), 16) % self.dimension] += 1
            row /= max(float(np.linalg.norm(row)), 1e-9)
        return rows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an annual report and an allocation letter."""
    made = tmp_path / "documents"
    made.mkdir()
    (made / "rapport.txt").write_text(REPORT, "utf8")
    (made / "brev.txt").write_text(LETTER, "utf8")
    return made


@pytest.fixture
def encoder() -> HashEncoder:
    """An encoder that needs no model."""
    return HashEncoder()


@pytest.fixture
def index(folder: Path, encoder: HashEncoder, tmp_path: Path) -> Index:
    """An index over the folder."""
    update_index(folder, tmp_path / "index", encoder, Analyzer(), lambda *_: None)
    return Index(tmp_path / "index", encoder, Analyzer())


@pytest.fixture
def answerer(index: Index) -> Answerer:
    """An answerer over the index, with a term list of its own."""
    terms = parse_terms('[t]\ngroups = [["restanse", "saksbunke"], ["ansatt", "employee"]]', "test", Analyzer())
    return Answerer(index, Language(Analyzer(), terms, Background(100, {})), shipped_weights(FEATURES))
