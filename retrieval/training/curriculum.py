"""The tasks a training folder gives rise to.

- headings: heading (with the name of its law or form, or framed as a question) → its passage
- crossings: a heading put into English or nynorsk by the folder's own translations → the same passage
- translations: a sentence and the same sentence in another language
- words: a word and one of equal meaning, in the same or another language
- spans: a few words of a text → the text around them
- neighbours: a paragraph → the next one
- questions: a person's question → the part of the text that answers it
- words of one root, compounds, terms: a word → another form, its parts, an expression of the same meaning
- labels and sentences in other words: a heading as asked for → the row it would be in a table; some words of a
  sentence, changed → the passage around it
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from retrieval.analysis import Analyzer
from retrieval.analysis.terms import shipped_groups
from retrieval.training.background import background_texts
from retrieval.training.bags import Ints, Texts, tokenize
from retrieval.training.families import count_words, find_families
from retrieval.training.frames import Frames, ask, load_frames
from retrieval.training.reworded import reworded_tasks, word_tasks
from retrieval.training.sources import SENTENCE_PAIRS, WORD_PAIRS, Asked, Titled, TrainingFolder
from retrieval.training.tasks import PairTask, SpanTask, keys_of

_ANSWER_REACH = 600
"""Characters on each side of an answer that count as the part of the text that answers."""


@dataclass(frozen=True, slots=True)
class Curriculum:
    """The tasks, how many rows each has, and all running text in groups of texts that say the same."""

    tasks: tuple[PairTask | SpanTask, ...]
    rows: dict[str, int]
    groups: tuple[tuple[Texts, ...], ...]

    def frequencies(self, pieces: int) -> Ints:
        """How often each token occurs in the texts of all tasks."""
        counts = np.zeros(pieces, dtype=np.int64)
        for task in self.tasks:
            for texts in task.texts():
                counts += np.bincount(texts.ids, minlength=pieces)
        return counts


def build(folder: TrainingFolder, tokenizer: Tokenizer, seed: int) -> Curriculum:
    """All tasks of a folder."""
    rng, frames = np.random.default_rng(seed), load_frames()
    titled = list(folder.titled())
    passages = tokenize(tokenizer, (row.passage for row in titled))
    sentences = [_pairs(f"sentences {pair}", 1.5, tokenizer, folder.sentence_pairs(pair)) for pair in SENTENCE_PAIRS]
    neighbours = [_neighbour_task(folder, tokenizer, language, share) for language, share in (("nb", 1.5), ("nn", 0.5))]
    questions = _question_task(tokenizer, folder.questions())
    terms = shipped_groups()
    synonyms = [pair for pairs in ("nb-nb", "nb-nn") for pair in folder.word_pairs(pairs)]
    families = find_families(count_words(background_texts(folder)), [*synonyms, *terms], Analyzer())
    tasks: list[PairTask | SpanTask] = [
        *_heading_tasks(tokenizer, titled, passages, frames, rng),
        *_crossing_tasks(folder, tokenizer, titled, frames, rng),
        *sentences,
        *[_pairs(f"words {pair}", 0.5, tokenizer, folder.word_pairs(pair)) for pair in WORD_PAIRS],
        SpanTask("spans of passages", 3.0, passages, block=4),
        *neighbours,
        questions,
        *word_tasks(tokenizer, families, terms),
        *reworded_tasks(tokenizer, titled, families, frames, rng),
    ]
    alone = [passages, questions.passages, *[task.queries for task in neighbours]]
    groups = [*[(task.queries, task.passages) for task in sentences], *[(texts,) for texts in alone]]
    filled = tuple(task for task in tasks if len(task))
    return Curriculum(filled, {task.name: len(task) for task in tasks}, tuple(groups))


def _heading_tasks(
    tokenizer: Tokenizer, titled: Sequence[Titled], passages: Texts, frames: Frames, rng: np.random.Generator
) -> list[PairTask]:
    full = [f"{row.context} {row.title}" for row in titled]
    bare = [row.title for row in titled]
    asked = [ask(frames, row.language, row.title, rng) for row in titled]
    return [
        PairTask("headings with context", 4.0, tokenize(tokenizer, full), passages, keys_of(full), block=4),
        PairTask("headings", 2.0, tokenize(tokenizer, bare), passages, keys_of(bare)),
        PairTask("headings as questions", 2.0, tokenize(tokenizer, asked), passages, keys_of(bare)),
    ]


def _crossing_tasks(
    folder: TrainingFolder, tokenizer: Tokenizer, titled: Sequence[Titled], frames: Frames, rng: np.random.Generator
) -> list[PairTask]:
    tasks = []
    for language, pairs in (("en", "en-nb"), ("nn", "nb-nn")):
        words = _dictionary(folder, pairs, from_right=language == "en")
        rows = [place for place, row in enumerate(titled) if row.title.lower() in words]
        told = [words[titled[place].title.lower()] for place in rows]
        asked = [ask(frames, language, text, rng) if rng.random() < 0.5 else text for text in told]
        texts = [titled[place].passage for place in rows]
        tasks.append(
            PairTask(f"crossings {pairs}", 0.5, tokenize(tokenizer, asked), tokenize(tokenizer, texts), keys_of(told))
        )
    return tasks


def _dictionary(folder: TrainingFolder, pairs: str, *, from_right: bool) -> dict[str, str]:
    words: dict[str, str] = {}
    for left, right in (*folder.word_pairs(pairs), *folder.sentence_pairs(pairs)):
        source, target = (right, left) if from_right else (left, right)
        words[source.lower()] = target
    return words


def _neighbour_task(folder: TrainingFolder, tokenizer: Tokenizer, language: str, share: float) -> PairTask:
    texts = tokenize(tokenizer, folder.paragraphs(language))
    after = Texts(texts.ids, texts.bounds[1:])
    return PairTask(f"neighbours {language}", share, texts, after, np.arange(len(texts)))


def _question_task(tokenizer: Tokenizer, asked: Sequence[Asked]) -> PairTask:
    parts = [row.text[max(0, row.start - _ANSWER_REACH) : row.start + _ANSWER_REACH] for row in asked]
    questions = tokenize(tokenizer, (row.question for row in asked))
    return PairTask("questions", 1.0, questions, tokenize(tokenizer, parts), keys_of([row.text for row in asked]))


def _pairs(name: str, share: float, tokenizer: Tokenizer, rows: Iterable[tuple[str, str]]) -> PairTask:
    unlike = [(left, right) for left, right in rows if left.lower() != right.lower()]
    left = tokenize(tokenizer, (left for left, _ in unlike))
    right = tokenize(tokenizer, (right for _, right in unlike))
    return PairTask(name, share, left, right, keys_of([text for text, _ in unlike]))
