"""The files that a plan says must be read → what is kept of each, and what became of every file of the folder.

A collection may be far larger than memory: a file is opened by the process that reads it, only what `keep` makes of
its document comes back, and no more than a few files a core are under way at once.
"""

from collections.abc import Callable, Iterator, Mapping

from ingest.errors import UnreadableFileError, changed_meanwhile
from ingest.limited import FileToRead, Keep, Kept, Result, read_files
from ingest.outcome import Outcome, Status, failed
from ingest.plan import Content, Plan

Progress = Callable[[str, int, int], None]
"""Called with (source, files done, files in all)."""


def read_planned(
    plan: Plan, known: Mapping[str, str], keep: Keep[Kept], progress: Progress
) -> Iterator[tuple[Outcome, Kept | None]]:
    """Every outcome of a plan, with what is kept of the documents that were read, those in the order of their names.

    `known` maps the sources that the index holds to their digests. One bad file never stops the others.
    """
    yield from ((outcome, None) for outcome in _without_reading(plan))
    bad: dict[str, UnreadableFileError] = {}
    for done, (content, result) in enumerate(_read(plan, keep), 1):
        source = content.file.source
        if isinstance(result, UnreadableFileError):
            bad[content.digest] = result
            yield failed(source, result, content.digest), None
        else:
            summary, kept = result
            status = Status.CHANGED if source in known else Status.NEW
            yield Outcome(source, status, content.digest, summary), kept
        progress(source, done, len(plan.read))
    yield from ((_copy(content, bad.get(content.digest)), None) for content in plan.copies.values())


def _read(plan: Plan, keep: Keep[Kept]) -> Iterator[tuple[Content, Result[Kept]]]:
    """Each file with what came of it; what was read is believed only when it is what was planned for."""
    contents = list(plan.read.values())
    files = [FileToRead(content.file.path, content.file.source, content.file.size) for content in contents]
    for content, (_, result) in zip(contents, read_files(files, keep), strict=True):
        changed = not isinstance(result, UnreadableFileError) and result[0].digest != content.digest
        yield content, changed_meanwhile() if changed else result


def _copy(content: Content, error: UnreadableFileError | None) -> Outcome:
    """A file whose content stands under another name as well: it fares as that one did."""
    if error is not None:
        return failed(content.file.source, error, content.digest)
    return Outcome(content.file.source, Status.UNCHANGED, content.digest)


def _without_reading(plan: Plan) -> Iterator[Outcome]:
    for source, content in plan.unchanged.items():
        yield Outcome(source, Status.UNCHANGED, content.digest)
    for source, digest in plan.kept.items():
        yield Outcome(source, Status.KEPT, digest)
    for source, digest in plan.gone.items():
        yield Outcome(source, Status.REMOVED, digest)
    for source, error in plan.faults.items():
        sighting = plan.sightings.get(source)
        yield failed(source, error, sighting.digest if sighting else None)
