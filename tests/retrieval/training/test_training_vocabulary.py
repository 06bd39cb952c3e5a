"""How text is cut into words and pieces."""

from pathlib import Path

import pytest

from retrieval.training.sources import TrainingFolder
from retrieval.training.vocabulary import empty_tokenizer, train_tokenizer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Etaten, (og) rådet!", ["▁etaten", "▁og", "▁rådet"]),
        ("i 2024: 450 kr", ["▁i", "▁2024", "▁4", "▁5", "▁0", "▁kr"]),
        ("20241", ["▁2", "▁0", "▁2", "▁4", "▁1"]),
        ("6,3 % av § 8-4", ["▁6", "▁3", "▁%", "▁av", "▁§", "▁8", "▁4"]),
        ("Vernea\u0308rklæring\xa0ﬁsk", ["▁verneärklæring", "▁fisk"]),
        (" \n ", []),
    ],
)
def test_words_years_and_digits(text: str, words: list[str]) -> None:
    """Words in lower case, years whole, other numbers as digits, no punctuation."""
    tokenizer = empty_tokenizer()
    normalized = tokenizer.normalizer.normalize_str(text)
    assert [word for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(normalized)] == words


def test_frequent_words_become_one_piece(training_folder: Path) -> None:
    """What the text says often needs no cutting."""
    tokenizer = train_tokenizer(TrainingFolder(training_folder), 400)
    assert tokenizer.encode("Etaten fører tilsyn", add_special_tokens=False).tokens == ["▁etaten", "▁fører", "▁tilsyn"]
