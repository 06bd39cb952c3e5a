"""The sample documents and an engine over them, made once for all tests of a process."""

from dataclasses import replace

import pytest

from eval.measuring.scored import Scored
from eval.sets import QuestionSet
from ingest.document import Document
from retrieval.engine import Engine
from tests.eval.sample import engine_over, read_sample, sample_set, scores


@pytest.fixture(scope="session")
def documents() -> tuple[Document, ...]:
    """The sample documents, read."""
    return read_sample()


@pytest.fixture(scope="session")
def engine(documents: tuple[Document, ...], tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An engine over the sample documents."""
    return engine_over(documents, tmp_path_factory.mktemp("index"))


@pytest.fixture(scope="session")
def few() -> QuestionSet:
    """Every third question over the sample documents: enough to see a broken build by."""
    entry = sample_set()
    return replace(entry, items=entry.items[::3])


@pytest.fixture(scope="session")
def few_scores(engine: Engine, few: QuestionSet) -> list[Scored]:
    """Those questions as the program answers them."""
    return scores(engine.answerer(), few)
