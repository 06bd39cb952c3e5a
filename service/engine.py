"""What a command or the service answers with, as the settings say."""

from pathlib import Path

from retrieval.engine import Engine
from retrieval.index.legs.embedded import EMBEDDED
from retrieval.index.legs.protocol import Keeping
from retrieval.index.legs.qdrant import qdrant_at
from service.settings import Settings


def engine_for(chosen: Settings, index: Path | None = None) -> Engine:
    """The engine over an index, or over the one that is set. Raises IndexUnusableError as `keeping_of` does."""
    return Engine(index or chosen.index, chosen.encoder, keeping_of(chosen))


def keeping_of(chosen: Settings) -> Keeping:
    """Where the legs of the index are kept.

    Raises IndexUnusableError: "engine_missing" when Qdrant is chosen and its client is not installed, "engine_refused"
    when its address or its key cannot be one.
    """
    if chosen.qdrant is None:
        return EMBEDDED
    return qdrant_at(chosen.qdrant, chosen.qdrant_key.get_secret_value() if chosen.qdrant_key else None)
