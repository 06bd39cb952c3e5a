"""Legs kept in Qdrant, a search engine that runs on as many machines as there are."""

from importlib.util import find_spec

from retrieval.errors import IndexUnusableError
from retrieval.index.legs.protocol import Keeping


def qdrant_at(address: str, key: str | None) -> Keeping:
    """What keeps legs in the Qdrant at an address; nothing is asked of it yet.

    Raises IndexUnusableError: "engine_missing" when its client is not installed, "engine_refused" when the address or
    the key cannot be one.
    """
    if find_spec("qdrant_client") is None:
        message = "Qdrant er valgt, men klienten er ikke installert. Kjør «pip install 'kildesvar[qdrant]'»."
        raise IndexUnusableError("engine_missing", message)
    from qdrant_client import QdrantClient

    from retrieval.index.legs.qdrant.keeping import PATIENCE, QdrantKeeping

    try:
        client = QdrantClient(location=address, api_key=key, timeout=PATIENCE, check_compatibility=False)
    except ValueError as error:
        message = "Adressen eller nøkkelen til Qdrant kan ikke brukes. Sjekk KILDESVAR_QDRANT og KILDESVAR_QDRANT_KEY."
        raise IndexUnusableError("engine_refused", message) from error
    return QdrantKeeping(client, address)
