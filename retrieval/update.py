"""A folder of documents → the index that mirrors it."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from ingest.fingerprint import fingerprint
from ingest.outcome import Outcome, Status
from ingest.pipeline import Progress, read_planned
from ingest.plan import Plan, plan
from ingest.seen import Seen, is_lasting, read_seen, write_seen
from retrieval.analysis import Analyzer
from retrieval.encoder import Encoder
from retrieval.errors import IndexUnusableError
from retrieval.index.draft import Draft
from retrieval.index.legs.embedded import EMBEDDED
from retrieval.index.legs.protocol import Keeping
from retrieval.index.lock import writing
from retrieval.index.manifest import MadeBy, check_made_by, read_manifest
from retrieval.index.places import STORE, current_generation, is_made
from retrieval.index.prepare import Preparer
from retrieval.index.trouble import writable
from retrieval.index.verify import check_on_opening
from retrieval.index.write import connect_for_reading, names_in

_SEEN = "seen.json"


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
    keeping: Keeping = EMBEDDED,
    rebuild: bool = False,
    wait: bool = False,
) -> Update:
    """Bring the index up to date with a folder; what did not change is not read again.

    An ingestion that was stopped goes on where it was, unless everything is to be read again (`rebuild`). With `wait`,
    another ingestion that holds the index is waited for. The legs are kept in `keeping`. `progress` is called with
    (source, files done, files in all).
    In every case the last complete generation goes on serving, whatever is raised:

    Raises:
        UnreadableFileError: "empty_folder" when there is nothing to read; "not_mounted" or "no_access" when all must
            be read again and a part of the folder cannot be reached.
        IndexUnusableError: "busy", "disk_full", "not_writable", "engine_unreachable"; "nothing_read" when all
            must be read again and nothing could be.

    """
    with writing(index, wait=wait):
        ingestion = _Ingestion(folder, index, encoder, analyzer, progress, keeping)
        if rebuild:
            return ingestion.run("Alt leses på nytt, som ønsket.", rebuild=True)
        why = _why_afresh(index, encoder, analyzer, keeping)
        try:
            return ingestion.run(why)
        except IndexUnusableError as error:  # what only shows when the index is built on
            if error.code != "damaged" or why is not None:
                raise
            return ingestion.run(_afresh(error))


def made_by(encoder: Encoder, analyzer: Analyzer, keeping: Keeping = EMBEDDED) -> MadeBy:
    """What an index that is made now is made by."""
    return MadeBy(encoder.name, encoder.fingerprint, analyzer.fingerprint, fingerprint(), keeping.name)


@dataclass(frozen=True, slots=True)
class _Ingestion:
    """A folder that an index, which the caller holds, is to mirror."""

    folder: Path
    index: Path
    encoder: Encoder
    analyzer: Analyzer
    progress: Progress
    keeping: Keeping

    def run(self, why_afresh: str | None, *, rebuild: bool = False) -> Update:
        """Make the next generation and take it into use, unless it would be the same as this one."""
        seen = Seen() if rebuild else read_seen(self.index / _SEEN, self.folder, fingerprint())
        made = made_by(self.encoder, self.analyzer, self.keeping)
        draft = Draft(self.index, made, self.keeping, afresh=why_afresh is not None)
        if rebuild:
            draft.discard()
        elif why_afresh is not None:
            self._refuse_to_lose(seen)
        try:
            held = draft.known()
            planned = plan(self.folder, held, seen)
            outcomes = self._mirror(planned, held, draft)
            built = draft.is_begun or why_afresh is not None or not is_made(self.index)
            if built:
                if why_afresh is not None and not names_after(outcomes, held):
                    self._refuse_to_empty(outcomes)
                draft.finish(self.encoder, self.analyzer)
        finally:
            draft.close()
        self._remember(planned, outcomes, seen)
        return Update(tuple(outcomes), built, why_afresh)

    def _mirror(self, planned: Plan, held: Mapping[str, str], draft: Draft) -> list[Outcome]:
        """Put into the draft what the folder has more, and name everything as the folder does."""
        outcomes: list[Outcome] = []
        for outcome, prepared in read_planned(planned, held, Preparer(self.analyzer), self.progress):
            if prepared is not None:
                draft.add(prepared)
            outcomes.append(outcome)
        outcomes.sort(key=lambda outcome: outcome.source)
        before, after = _by_digest(held.items()), names_after(outcomes, held)
        read = {outcome.digest: [outcome.source] for outcome in outcomes if outcome.summary is not None}
        for digest in sorted(before.keys() | after.keys()):
            names = after.get(digest, [])
            if names != read.get(digest, before.get(digest)):
                draft.name(digest, names)
        return outcomes

    def _refuse_to_lose(self, seen: Seen) -> None:
        """What cannot be reached now cannot be read again: the present index keeps it, a new one would not.

        Raises UnreadableFileError, which says what cannot be reached.
        """
        planned = plan(self.folder, _present(self.index), seen)
        if planned.kept:
            raise next(error for error in planned.faults.values() if error.code in ("not_mounted", "no_access"))

    def _refuse_to_empty(self, outcomes: Sequence[Outcome]) -> None:
        """An index is not given up for one with nothing in it because no file could be read.

        Raises IndexUnusableError("nothing_read").
        """
        first = next((outcome for outcome in outcomes if outcome.message is not None), None)
        if first is not None and _present(self.index):
            raise IndexUnusableError(
                "nothing_read",
                f"Ingen av filene kunne leses, så den forrige indeksen er beholdt. {first.source}: {first.message}",
            )

    def _remember(self, planned: Plan, outcomes: Sequence[Outcome], seen: Seen) -> None:
        faults = {
            outcome.digest: (outcome.code, outcome.message)
            for outcome in outcomes
            if outcome.digest and outcome.code and outcome.message and is_lasting(outcome.code)
        }
        now = Seen(str(self.folder.resolve()), fingerprint(), planned.sightings, faults)
        if now != seen:
            with writable(self.index):
                write_seen(self.index / _SEEN, now)


def names_after(outcomes: Iterable[Outcome], held: Mapping[str, str]) -> dict[str, list[str]]:
    """The names that each document has after an ingestion, by digest; the one it is cited by stays the first.

    `held` maps the names before it to digests. A file that could not be read still stands for what was read of it.
    """
    first = {digest: sources[0] for digest, sources in _by_digest(held.items()).items()}
    there = (outcome for outcome in outcomes if outcome.status != Status.REMOVED)
    names = _by_digest(
        (outcome.source, held.get(outcome.source) if outcome.status == Status.FAILED else outcome.digest)
        for outcome in there
    )
    return {digest: sorted(sources, key=lambda s: (s != first.get(digest), s)) for digest, sources in names.items()}


def _by_digest(entries: Iterable[tuple[str, str | None]]) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for source, digest in entries:
        if digest is not None:
            names.setdefault(digest, []).append(source)
    return names


def _present(index: Path) -> dict[str, str]:
    """The names in the generation in use, with digests; none where there is no such thing to read."""
    with (
        suppress(IndexUnusableError, sqlite3.Error),
        closing(connect_for_reading(current_generation(index) / STORE)) as connection,
    ):
        return names_in(connection)
    return {}


def _why_afresh(index: Path, encoder: Encoder, analyzer: Analyzer, keeping: Keeping) -> str | None:
    if not is_made(index):
        return None
    try:
        generation = current_generation(index)
        manifest = read_manifest(generation)
        check_made_by(manifest, encoder.name, encoder.fingerprint, analyzer.fingerprint, keeping.name)
        check_on_opening(generation, manifest)
    except IndexUnusableError as error:
        return _afresh(error)
    if manifest.reading_fingerprint != fingerprint():
        return "Dokumentene var lest med en annen versjon av programmet. Alt leses derfor på nytt."
    return None


def _afresh(error: IndexUnusableError) -> str:
    return f"{error.message.split('. ')[0]}. Alt leses derfor på nytt."
