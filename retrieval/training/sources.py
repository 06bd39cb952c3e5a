"""The files a model is trained from, read as typed rows.

A folder holds gzipped files of public text; `README.md` there says where each comes from.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.errors import ToldError

TITLED = "title_passage.jsonl.gz"
ASKED_TRAIN = "norquad_wiki_train.jsonl.gz"
ASKED_HELD_OUT = "norquad_wiki_validation.jsonl.gz"
PARAGRAPHS = {"nb": "mono_nb.txt.gz", "nn": "mono_nn.txt.gz"}
SENTENCE_PAIRS = {"en-nb": "parallel_en_nb.tsv.gz", "en-nn": "parallel_en_nn.tsv.gz", "nb-nn": "nb_nn.tsv.gz"}
WORD_PAIRS = {"en-nb": "lexicon_en_nb.tsv.gz", "nb-nn": "lexicon_nb_nn.tsv.gz", "nb-nb": "synonyms.tsv.gz"}


class TrainingDataError(ToldError):
    """The training folder lacks a file or a file cannot be read. `message` is Norwegian and says the remedy."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Titled:
    """A passage under its heading; `context` is the title of the law or form it stands in."""

    language: str
    context: str
    title: str
    passage: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question a person wrote, the text that answers it, and where in it the answer starts."""

    question: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class TrainingFolder:
    """A folder of training files."""

    path: Path

    def check(self) -> None:
        """Refuse a folder that lacks a file, naming every one that is missing."""
        names = [TITLED, ASKED_TRAIN, ASKED_HELD_OUT, *PARAGRAPHS.values()]
        names += [*SENTENCE_PAIRS.values(), *WORD_PAIRS.values()]
        missing = [name for name in names if not (self.path / name).is_file()]
        if missing:
            raise TrainingDataError(
                f"Mappen «{self.path}» mangler {', '.join(missing)}. Oppgi mappen med alle treningsfilene."
            )

    def titled(self) -> Iterator[Titled]:
        """Headings and their passages, in the order of their documents."""
        for row in self._objects(TITLED):
            yield Titled(row["lang"], row["context"] or "", row["title"] or "", row["passage"])

    def asked(self, name: str) -> Iterator[Asked]:
        """All questions of a file, with the text that answers them."""
        for row in self._objects(name):
            yield Asked(row["question"].strip(), row["context"], row["answers"][0]["start"])

    def questions(self) -> list[Asked]:
        """The questions to learn from: those about texts that no held-out question is about."""
        measured = {row.text for row in self.held_out()}
        return [row for row in self.asked(ASKED_TRAIN) if row.text not in measured]

    def held_out(self) -> list[Asked]:
        """The questions to measure on; neither they nor their texts are learned from."""
        return list(self.asked(ASKED_HELD_OUT))

    def paragraphs(self, language: str) -> Iterator[str]:
        """Paragraphs of one written language, mostly in the order of their documents."""
        for line in self._lines(PARAGRAPHS[language]):
            yield line.rstrip("\n")

    def sentence_pairs(self, languages: str) -> Iterator[tuple[str, str]]:
        """The same sentence in two languages."""
        for line in self._lines(SENTENCE_PAIRS[languages]):
            _, left, right = line.rstrip("\n").split("\t")
            yield left, right

    def word_pairs(self, languages: str) -> Iterator[tuple[str, str]]:
        """Words of one meaning; rows that lack a side are left out."""
        rows = self._lines(WORD_PAIRS[languages])
        next(rows, None)
        for line in rows:
            left, right, *_ = line.rstrip("\n").split("\t")
            if left and right:
                yield left, right

    def _lines(self, name: str) -> Iterator[str]:
        try:
            with gzip.open(self.path / name, "rt", encoding="utf-8") as stream:
                yield from stream
        except (OSError, EOFError, UnicodeDecodeError) as error:
            raise TrainingDataError(
                f"Filen {name} i «{self.path}» kan ikke leses ({error}). Hent den på nytt."
            ) from error

    def _objects(self, name: str) -> Iterator[dict[str, Any]]:
        for line in self._lines(name):
            yield json.loads(line)
