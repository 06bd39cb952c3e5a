"""A folder of documents → the index that mirrors it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.fingerprint import fingerprint
from ingest.pipeline import Known, Outcome, Status, read_folder
from retrieval.analysis import Analyzer
from retrieval.encoder import Encoder
from retrieval.errors import IndexUnusableError
from retrieval.index.generation import Change, build, current_generation, known, writing
from retrieval.index.manifest import check_made_by, read_manifest


@dataclass(frozen=True, slots=True)
class Update:
    """What an ingestion did: every file's outcome, whether a new generation was made, and why all was read again.

    `afresh` is None, or the Norwegian reason why nothing of the earlier index could be kept.
    """

    outcomes: tuple[Outcome, ...]
    built: bool
    afresh: str | None

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The files that could not be read."""
        return tuple(outcome for outcome in self.outcomes if outcome.status == Status.FAILED)


def update_index(
    folder: Path,
    index: Path,
    encoder: Encoder,
    analyzer: Analyzer,
    progress: Callable[[str, int, int], None],
    *,
    rebuild: bool = False,
) -> Update:
    """Bring the index up to date with a folder; what did not change is not read again.

    `progress` is called with (source, files done, files in all). Raises UnreadableFileError("empty_folder") when there
    is nothing to read, and IndexUnusableError("busy") when another ingestion holds the index. In every case the last
    complete generation goes on serving.
    """
    with writing(index):
        afresh = "Alt leses på nytt, som ønsket." if rebuild else _why_afresh(index, encoder, analyzer)
        held = [] if afresh else [Known(source, digest) for source, digest in known(index)]
        outcomes = read_folder(folder, held, progress)
        change = _change(outcomes, held, afresh=afresh is not None)
        needed = bool(change.added or change.removed or change.renamed or afresh or not (index / "current").exists())
        if needed:
            build(index, change, encoder, analyzer)
        return Update(tuple(outcomes), needed, afresh)


def _why_afresh(index: Path, encoder: Encoder, analyzer: Analyzer) -> str | None:
    if not (index / "current").exists():
        return None
    try:
        manifest = read_manifest(current_generation(index))
        check_made_by(manifest, encoder.name, encoder.fingerprint, analyzer.fingerprint)
    except IndexUnusableError as error:
        return f"{error.message.split('. ')[0]}. Alt leses derfor på nytt."
    if manifest.reading_fingerprint != fingerprint():
        return "Dokumentene var lest med en annen versjon av programmet. Alt leses derfor på nytt."
    return None


def _change(outcomes: Sequence[Outcome], held: Collection[Known], *, afresh: bool) -> Change:
    digest_of = {entry.source: entry.digest for entry in held}
    names: dict[str, list[str]] = {}
    for outcome in outcomes:
        if outcome.status == Status.UNCHANGED and outcome.digest is not None:
            names.setdefault(outcome.digest, []).append(outcome.source)
    gone = {outcome.digest for outcome in outcomes if outcome.status == Status.REMOVED}
    gone |= {digest_of[outcome.source] for outcome in outcomes if outcome.status == Status.CHANGED}
    return Change(
        added=[outcome.document for outcome in outcomes if outcome.document is not None],
        removed={digest for digest in gone if digest is not None and digest not in names},
        renamed={
            entry.digest: names[entry.digest][0]
            for entry in held
            if entry.digest in names and entry.source not in names[entry.digest]
        },
        afresh=afresh,
    )
