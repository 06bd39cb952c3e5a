"""The sample documents read once, engines over them, and runs of their questions."""

from collections.abc import Sequence
from pathlib import Path

from eval.measuring.scored import Scored, scored
from eval.run import in_process, run
from eval.sets import QuestionSet, sets_for
from ingest.document import Document
from ingest.pipeline import read_folder
from retrieval.answer import Answerer
from retrieval.engine import Engine
from retrieval.index.generation import Change, build

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "documents" / "pdf"


def read_sample() -> tuple[Document, ...]:
    """The sample documents, read."""
    outcomes = read_folder(SAMPLE, [], lambda *_: None)
    return tuple(outcome.document for outcome in outcomes if outcome.document is not None)


def engine_over(documents: Sequence[Document], folder: Path) -> Engine:
    """An engine over an index of these documents."""
    engine = Engine(folder, None)
    build(folder, Change(added=documents), engine.encoder, engine.analyzer)
    return engine


def sample_set() -> QuestionSet:
    """The questions over the sample documents."""
    (found,) = sets_for([path.name for path in SAMPLE.glob("*.pdf")])
    return found


def scores(answerer: Answerer, entry: QuestionSet) -> list[Scored]:
    """A set's questions asked and scored."""
    return scored(list(run(entry.items, in_process(answerer), entry.sources)), entry.sources)
