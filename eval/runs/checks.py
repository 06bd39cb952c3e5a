"""A run in which a part was missing measures another program: it fails instead of being scored."""

from collections.abc import Iterator, Sequence

from eval.run import Record
from ingest.errors import ToldError
from retrieval.engine import Engine

LEGS = ("lexical", "dense")
LEAST = 0.5
"""In which share of the questions each leg must bring something; off-topic questions may leave one without."""


class IncompleteRunError(ToldError):
    """A part of what should answer was missing; the message names it."""


def check_engine(engine: Engine) -> None:
    """Raise IncompleteRunError unless encoder, term list, background and documents are all there."""
    answerer = engine.answerer()
    parts = {
        "språkmodellen": engine.encoder.dimension,
        "ordlisten": len(answerer.language.terms.alternatives),
        "bakgrunnsfrekvensene": len(answerer.language.background.frequencies),
        "dokumentene": len(answerer.index.documents),
        "avsnittene": answerer.index.manifest.passages,
        "tallene": answerer.index.manifest.figures,
    }
    missing = [name for name, size in parts.items() if not size]
    if missing:
        raise IncompleteRunError(f"Kjøringen er stoppet, for dette mangler: {', '.join(missing)}.")


def check_records(records: Sequence[Record], asked: int) -> None:
    """Raise IncompleteRunError unless every question was replied to, with something from every leg."""
    faults = list(_faults(records, asked))
    if faults:
        raise IncompleteRunError(f"Kjøringen teller ikke: {' '.join(faults)}")


def _faults(records: Sequence[Record], asked: int) -> Iterator[str]:
    if len(records) != asked:
        yield f"{asked} spørsmål ble stilt, men {len(records)} ble besvart."
    for leg in LEGS:
        brought = sum(bool(record.reply.trace.get("legs", {}).get(leg)) for record in records)
        if brought < LEAST * len(records):
            yield f"Søket «{leg}» fant noe i bare {brought} av {len(records)} spørsmål."
