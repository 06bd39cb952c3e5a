"""Tasks made by rewording."""

import numpy as np
import pytest
from tokenizers import Tokenizer

from retrieval.analysis import Analyzer
from retrieval.training.families import Families, find_families
from retrieval.training.frames import load_columns, load_frames
from retrieval.training.reworded import reworded_tasks, word_tasks
from retrieval.training.sources import Titled
from retrieval.training.tasks import PairTask
from retrieval.training.vocabulary import empty_tokenizer

PASSAGE = "Etaten skal ha utbetalt alle tilskudd innen fristen. Gebyret er 450 kroner i året."


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """A tokenizer that knows single letters."""
    from tokenizers import trainers

    made = empty_tokenizer()
    made.train_from_iterator([PASSAGE, "abcdefghijklmnopqrstuvwxyzæøå 0123456789"], trainers.BpeTrainer(vocab_size=200))
    return made


@pytest.fixture
def families() -> Families:
    """One root of two forms, one compound."""
    counts = {"utbetaling": 50, "utbetalte": 20, "søknad": 60, "frist": 40, "søknadsfrist": 12}
    return find_families(counts, [], Analyzer())


def rows(tokenizer: Tokenizer, task: PairTask) -> list[tuple[str, str]]:
    """The texts of a task, as the tokenizer leaves them."""

    def said(texts: object, at: int) -> str:
        ids = texts.ids[texts.bounds[at] : texts.bounds[at + 1]]  # type: ignore[attr-defined]
        return "".join(map(tokenizer.id_to_token, ids)).replace("▁", " ").strip()

    return [(said(task.queries, at), said(task.passages, at)) for at in range(len(task))]


def test_words_belong_to_their_families(tokenizer: Tokenizer, families: Families) -> None:
    """Forms, parts and listed expressions, and no negatives within one family."""
    roots, compounds, terms = word_tasks(tokenizer, families, [["lov", "statutt", "act"]])
    assert rows(tokenizer, roots) == [("utbetalte", "utbetaling")]
    assert rows(tokenizer, compounds) == [("søknadsfrist", "søknad frist")]
    assert len(terms) == 6
    assert len(set(terms.keys.tolist())) == 1


def test_headings_become_labels_and_sentences_questions(tokenizer: Tokenizer, families: Families) -> None:
    """The label stands under its context; a passage keeps its heading even where it loses the sentence."""
    titled = [Titled("nb", "Gebyrloven", f"Frist nummer {at}", PASSAGE) for at in range(40)]
    labels, sentences = reworded_tasks(tokenizer, titled, families, load_frames(), np.random.default_rng(3))
    for at, (query, label) in enumerate(rows(tokenizer, labels)):
        assert label.startswith("gebyrloven frist nummer")
        assert str(at)[-1] in query
    passages = [passage for _, passage in rows(tokenizer, sentences)]
    assert all(passage.startswith("gebyrloven frist nummer") for passage in passages)
    assert any("gebyret" not in passage for passage in passages)
    assert any("gebyret" in passage and "tilskudd" in passage for passage in passages)


def test_columns_are_written_in_every_language_asked_in() -> None:
    """A heading of any language can stand beside a column."""
    assert set(load_columns()) == set(load_frames())
