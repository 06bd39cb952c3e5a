"""Sentence encoders: the Norwegian model that ships, or any other sentence-transformers model on this machine.

Importing this package imports neither torch nor sentence-transformers, and nothing here ever opens a connection.
"""

from retrieval.encoder.loading import load_encoder
from retrieval.encoder.protocol import Encoder, EncoderError, Matrix

__all__ = ["Encoder", "EncoderError", "Matrix", "load_encoder"]
