"""A folder of documents → the index that mirrors it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.fingerprint import fingerprint
from ingest.folder import Listing, Outcome, Status, list_folder
from ingest.pipeline import Progress, read_listed
from retrieval.analysis import Analyzer
from retrieval.encoder import Encoder
from retrieval.errors import IndexUnusableError
from retrieval.index.draft import Draft
from retrieval.index.manifest import MadeBy, check_made_by, read_manifest
from retrieval.index.places import current_generation, writing
from retrieval.index.prepare import Preparer


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
    progress: Progress,
    *,
    rebuild: bool = False,
) -> Update:
    """Bring the index up to date with a folder; what did not change is not read again.

    An ingestion that was stopped goes on where it was, unless everything is to be read again (`rebuild`). `progress` is
    called with (source, files done, files in all). Raises UnreadableFileError("empty_folder") when there is nothing to
    read, and IndexUnusableError("busy") when another ingestion holds the index. In every case the last complete
    generation goes on serving.
    """
    with writing(index):
        afresh = "Alt leses på nytt, som ønsket." if rebuild else _why_afresh(index, encoder, analyzer)
        draft = Draft(index, made_by(encoder, analyzer), afresh=afresh is not None)
        if rebuild:
            draft.discard()
        try:
            outcomes = tuple(_mirror(folder, draft, analyzer, progress))
            needed = draft.is_begun or afresh is not None or not (index / "current").exists()
            if needed:
                draft.finish(encoder, analyzer)
        finally:
            draft.close()
        return Update(tuple(sorted(outcomes, key=lambda outcome: outcome.source)), needed, afresh)


def made_by(encoder: Encoder, analyzer: Analyzer) -> MadeBy:
    """What an index that is made now is made by."""
    return MadeBy(encoder.name, encoder.fingerprint, analyzer.fingerprint, fingerprint())


def _mirror(folder: Path, draft: Draft, analyzer: Analyzer, progress: Progress) -> Iterator[Outcome]:
    """Put into the draft what the folder has more, and take out what it no longer has."""
    held = draft.known()
    listing = list_folder(folder, held)
    names = _names(listing)
    for entry in held:
        if entry.digest in names and entry.source not in names[entry.digest]:
            draft.rename(entry.digest, names[entry.digest][0])
    before = {entry.source: entry.digest for entry in held if entry.digest not in names}
    for outcome, prepared in read_listed(listing, Preparer(analyzer), progress):
        if prepared is not None:
            draft.add(prepared, [before[outcome.source]] if outcome.source in before else [])
        elif outcome.status == Status.REMOVED:
            draft.remove(outcome.digest or "")
        yield outcome


def _names(listing: Listing) -> Mapping[str, Sequence[str]]:
    """Under which names the content of each known document stands in the folder, by digest."""
    names: dict[str, list[str]] = {}
    for outcome in listing.outcomes:
        if outcome.status == Status.UNCHANGED:
            names.setdefault(outcome.digest or "", []).append(outcome.source)
    return names


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
