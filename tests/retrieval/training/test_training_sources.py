"""Reading the files of a training folder."""

import gzip
from pathlib import Path

import pytest

from retrieval.training import TrainingDataError
from retrieval.training.sources import TrainingFolder


def test_every_missing_file_is_named(training_folder: Path) -> None:
    """One look tells all that must be fetched."""
    (training_folder / "synonyms.tsv.gz").unlink()
    (training_folder / "mono_nn.txt.gz").unlink()
    with pytest.raises(TrainingDataError) as caught:
        TrainingFolder(training_folder).check()
    assert "synonyms.tsv.gz" in caught.value.message
    assert "mono_nn.txt.gz" in caught.value.message


def test_a_damaged_file_is_named(training_folder: Path) -> None:
    """A cut file is no text."""
    file = training_folder / "mono_nb.txt.gz"
    file.write_bytes(file.read_bytes()[:30])
    with pytest.raises(TrainingDataError, match=r"mono_nb\.txt\.gz"):
        list(TrainingFolder(training_folder).paragraphs("nb"))


def test_word_pairs_leave_out_the_header_and_rows_without_a_side(training_folder: Path) -> None:
    """The first line names the columns, and some words have no partner."""
    pairs = list(TrainingFolder(training_folder).word_pairs("en-nb"))
    assert len(pairs) == 8
    assert pairs[0] == ("the sykling", "sykling")


def test_rows_are_read_as_they_stand(training_folder: Path) -> None:
    """Headings, questions and sentence pairs keep their parts."""
    folder = TrainingFolder(training_folder)
    assert next(folder.titled()).context == "Tilsynsloven"
    assert folder.questions()[0].question == "Hvem fører tilsyn med sykling?"
    assert next(folder.sentence_pairs("nb-nn")) == ("sykling rules", "regler om sykling")


def test_texts_that_are_measured_on_are_not_learned_from(training_folder: Path) -> None:
    """A question about a held-out text stays out of training, so that the measure is of texts never seen."""
    names = ("norquad_wiki_validation.jsonl.gz", "norquad_wiki_train.jsonl.gz")
    held_out, train = (training_folder / name for name in names)
    rows = gzip.decompress(train.read_bytes()).decode().splitlines()
    held_out.write_bytes(gzip.compress(rows[2].replace("Hvem", "Hvor lenge").encode()))
    folder = TrainingFolder(training_folder)
    assert [row.question for row in folder.held_out()] == ["Hvor lenge fører tilsyn med byggesak?"]
    assert len(folder.questions()) == 7
    assert all("byggesak" not in row.text for row in folder.questions())
