"""The tokenizer: byte-pair encoding of lower-cased words, years and single digits; punctuation is left out.

Byte-pair encoding keeps every frequent word whole. A unigram model of the same size, trained on the same text, cut
common English words and single digits into pieces that mean nothing in a bag of tokens.
"""

from collections.abc import Iterator

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from retrieval.training.sources import TrainingFolder

UNKNOWN = "[UNK]"
_PIECES = r"[\p{L}\p{M}]+|(?:19|20)\p{Nd}{2}(?!\p{Nd})|\p{N}|[%§$€£]"
_LETTERS = 250
_LONGEST_PIECE = 24
_RARE_TEXT = 8
"""How many times text of the languages and kinds that are rare in the folder is counted."""


def train_tokenizer(folder: TrainingFolder, size: int) -> Tokenizer:
    """A tokenizer of `size` pieces trained on all text of the folder."""
    tokenizer = empty_tokenizer()
    trainer = trainers.BpeTrainer(
        vocab_size=size,
        special_tokens=[UNKNOWN],
        limit_alphabet=_LETTERS,
        max_token_length=_LONGEST_PIECE,
        show_progress=False,
    )
    tokenizer.train_from_iterator(_texts(folder), trainer)
    return tokenizer


def empty_tokenizer() -> Tokenizer:
    """How text is normalised and cut into words, before any piece is known."""
    tokenizer = Tokenizer(models.BPE(unk_token=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(_PIECES), behavior="removed", invert=True),
            pre_tokenizers.Metaspace(prepend_scheme="always", split=False),
        ]
    )
    return tokenizer


def _texts(folder: TrainingFolder) -> Iterator[str]:
    yield from folder.paragraphs("nb")
    for _ in range(2):
        yield from folder.paragraphs("nn")
    for _ in range(_RARE_TEXT):
        for languages in ("en-nb", "en-nn"):
            yield from (english for english, _ in folder.sentence_pairs(languages))
        yield from (english for english, _ in folder.word_pairs("en-nb"))
        yield from _questions(folder)
    for left, right in folder.sentence_pairs("nb-nn"):
        yield left
        yield right


def _questions(folder: TrainingFolder) -> Iterator[str]:
    asked = folder.questions()
    yield from (row.question for row in asked)
    yield from dict.fromkeys(row.text for row in asked)
