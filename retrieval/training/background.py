"""The texts that the frequencies of Norwegian words are counted in."""

from collections.abc import Iterator
from itertools import islice

from retrieval.training.sources import ASKED_TRAIN, TrainingFolder

EVERY_LAW_PARAGRAPH = 4
"""Law text is most of what there is; one paragraph of so many keeps it from drowning everyday words."""


def background_texts(folder: TrainingFolder) -> Iterator[str]:
    """Paragraphs, questions, sentences and form texts in bokmål, nynorsk and English."""
    yield from islice(folder.paragraphs("nb"), 0, None, EVERY_LAW_PARAGRAPH)
    yield from folder.paragraphs("nn")
    for asked in folder.asked(ASKED_TRAIN):
        yield asked.text
        yield asked.question
    for languages in ("en-nb", "nb-nn"):
        for left, right in folder.sentence_pairs(languages):
            yield left
            yield right
