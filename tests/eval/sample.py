"""The sample documents read once, engines over them, and runs of their questions."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eval.measuring.scored import Scored, scored
from eval.run import in_process, run
from eval.sets import QuestionSet, sets_for
from ingest.document import Document
from ingest.read import read_document
from retrieval.answer import Answerer
from retrieval.engine import Engine
from retrieval.index.draft import Draft
from retrieval.index.legs.embedded import EMBEDDED
from retrieval.index.legs.protocol import Keeping
from retrieval.index.prepare import Preparer
from retrieval.index.scope import Filter
from retrieval.update import made_by
from service.replies import ask_reply

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "documents" / "pdf"


def read_sample() -> tuple[Document, ...]:
    """The sample documents, read."""
    return tuple(read_document(path.read_bytes(), path.name) for path in sorted(SAMPLE.iterdir()))


def engine_over(documents: Sequence[Document], folder: Path, keeping: Keeping = EMBEDDED) -> Engine:
    """An engine over an index of these documents."""
    engine = Engine(folder, None, keeping)
    draft = Draft(folder, made_by(engine.encoder, engine.analyzer, keeping), keeping, afresh=True)
    for document in documents:
        draft.add(Preparer(engine.analyzer)(document))
    draft.finish(engine.encoder, engine.analyzer)
    return engine


def reply(
    answerer: Answerer, question: str, history: Sequence[str] = (), chosen: Filter | None = None
) -> dict[str, Any]:
    """What is replied over HTTP, but for how long it took."""
    answer = answerer.ask(question, history, chosen or Filter(), 5)
    return ask_reply(answer, answerer.index.store, 0.0).model_dump()


def sample_set() -> QuestionSet:
    """The questions over the sample documents."""
    (found,) = sets_for([path.name for path in SAMPLE.glob("*.pdf")])
    return found


def scores(answerer: Answerer, entry: QuestionSet) -> list[Scored]:
    """A set's questions asked and scored."""
    return scored(list(run(entry.items, in_process(answerer), entry.sources)), entry.sources)
