"""What an encoder is to the rest of the product."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ingest.errors import ToldError

Matrix = NDArray[np.float32]


class EncoderError(ToldError):
    """An encoder could not be loaded. `message` is Norwegian, for people, and says the remedy."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Encoder(Protocol):
    """Turns texts into rows whose inner products say how alike the texts are in meaning."""

    @property
    def name(self) -> str:
        """What people call the model."""

    @property
    def fingerprint(self) -> str:
        """A hash of the files the vectors depend on: equal fingerprints give equal vectors."""

    @property
    def dimension(self) -> int:
        """The length of a row."""

    def encode(self, texts: Sequence[str]) -> Matrix:
        """One row of length 1 a text; a text without any known word gives zeros."""
