"""An earlier static model that training goes on from: its tokens, and their vectors as they were before rounding."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from retrieval.encoder import EncoderError
from retrieval.encoder.folder import TOKENIZER, WEIGHTS, fingerprint, open_folder
from retrieval.encoder.static import read_vectors


@dataclass(frozen=True, slots=True)
class Earlier:
    """A model to go on from. `vectors` is (pieces, dimension)."""

    fingerprint: str
    tokenizer: Tokenizer
    vectors: NDArray[np.float32]


def load_earlier(path: Path) -> Earlier:
    """The static model in a folder. Raises EncoderError when there is none."""
    part = open_folder(path).static
    if part is None:
        raise EncoderError(
            f"Modellen i «{path}» har ikke én vektor per ordbit, så treningen kan ikke bygge videre på den."
        )
    tokenizer = Tokenizer.from_file(str(part / TOKENIZER))
    return Earlier(fingerprint(path), tokenizer, read_vectors(part / WEIGHTS).dense())
