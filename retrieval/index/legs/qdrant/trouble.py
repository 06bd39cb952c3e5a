"""What can be wrong with an engine that is reached over a network, in words for people."""

from collections.abc import Iterator
from contextlib import contextmanager

from qdrant_client.http.exceptions import ApiException, ResponseHandlingException, UnexpectedResponse

from retrieval.errors import IndexUnusableError

_NO_ENTRY = (401, 403)


@contextmanager
def reached(address: str) -> Iterator[None]:
    """Turn what the client says into an IndexUnusableError: "engine_unreachable" or "engine_refused"."""
    try:
        yield
    except UnexpectedResponse as error:
        raise _refused(address, error) from error
    except (ApiException, ResponseHandlingException) as error:
        message = (
            f"Qdrant på «{address}» svarer ikke. Sjekk at den kjører, og at adressen stemmer (KILDESVAR_QDRANT). "
            "Søkedelen av indeksen ligger der, så ingenting kan besvares uten."
        )
        raise IndexUnusableError("engine_unreachable", message) from error


def _refused(address: str, error: UnexpectedResponse) -> IndexUnusableError:
    if error.status_code in _NO_ENTRY:
        message = f"Qdrant på «{address}» godtar ikke nøkkelen. Sjekk KILDESVAR_QDRANT_KEY."
    else:
        message = f"Qdrant på «{address}» kunne ikke gjøre det den ble bedt om ({error.status_code}). Se i loggen dens."
    return IndexUnusableError("engine_refused", message)
