"""Tasks made by rewording: words and their families, headings and table labels, sentences and their passages."""

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from tokenizers import Tokenizer

from retrieval.training.bags import tokenize
from retrieval.training.families import Families
from retrieval.training.frames import Frames, ask, load_columns
from retrieval.training.rewording import Rewording
from retrieval.training.sources import Titled
from retrieval.training.tasks import PairTask, keys_of

_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+|\n")
_SHORTEST_SENTENCE = 25
_FIRST_SENTENCES = 12
_FRAMED, _CHANGED = 0.6, 0.6
_LEFT_IN = 0.4
_FRAMED_LABEL, _CHANGED_LABEL = 0.7, 0.4

Row = tuple[str, str, str]
"""A query, its passage, and a key that rows of equal meaning share."""


def word_tasks(tokenizer: Tokenizer, families: Families, listed: Iterable[Sequence[str]]) -> list[PairTask]:
    """Words of one root, compounds and their parts, expressions of one meaning."""
    roots = [(word, forms[0], root) for root, forms in families.forms.items() for word in forms[1:]]
    compounds = [
        (word, " ".join(parts), stem) for stem, parts in families.parts.items() for word in families.compounds[stem]
    ]
    terms = [(a, b, group[0]) for group in listed for a in group for b in group if a != b]
    return [
        _task("words of one root", 13.0, tokenizer, roots),
        _task("compounds and parts", 13.0, tokenizer, compounds),
        _task("terms of one meaning", 13.0, tokenizer, terms),
    ]


def reworded_tasks(
    tokenizer: Tokenizer, titled: Sequence[Titled], families: Families, frames: Frames, rng: np.random.Generator
) -> list[PairTask]:
    """A heading asked for in other words → the heading among its context and columns; a sentence → its passage."""
    rewording = Rewording(families, rng)
    labels = list(_labels(titled, rewording, frames, rng))
    excerpts = list(_excerpts(titled, rewording, frames, rng))
    return [
        _task("labels in other words", 6.5, tokenizer, labels, block=4),
        _task("sentences in other words", 6.5, tokenizer, excerpts, block=4),
    ]


def _labels(titled: Iterable[Titled], rewording: Rewording, frames: Frames, rng: np.random.Generator) -> Iterator[Row]:
    columns = load_columns()
    for row in titled:
        said = rewording.reword(row.title, _CHANGED_LABEL)
        query = ask(frames, row.language, said, rng) if rng.random() < _FRAMED_LABEL else said
        column = ask(columns, row.language, row.title, rng)
        yield query, f"{row.context} {column}", row.title


def _excerpts(
    titled: Iterable[Titled], rewording: Rewording, frames: Frames, rng: np.random.Generator
) -> Iterator[Row]:
    for row in titled:
        sentences = [part for part in _SENTENCE_END.split(row.passage) if len(part) >= _SHORTEST_SENTENCE]
        if not sentences:
            continue
        sentence = sentences[int(rng.integers(min(len(sentences), _FIRST_SENTENCES)))]
        said = rewording.excerpt(sentence, _CHANGED)
        query = ask(frames, row.language, said, rng) if rng.random() < _FRAMED else said
        body = row.passage if rng.random() < _LEFT_IN else row.passage.replace(sentence, " ")
        yield query, f"{row.context} {row.title} {body}", row.passage


def _task(name: str, share: float, tokenizer: Tokenizer, rows: Sequence[Row], block: int = 1) -> PairTask:
    queries = tokenize(tokenizer, (query for query, _, _ in rows))
    passages = tokenize(tokenizer, (passage for _, passage, _ in rows))
    return PairTask(name, share, queries, passages, keys_of([key for _, _, key in rows]), block)
