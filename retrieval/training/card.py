"""The model card: what the model is, what it was made from, under which licences, how, and how good it is."""

from collections.abc import Iterable

from retrieval.training.licences import Source
from retrieval.training.recipe import TrainingReport

_HEAD = """---
language: [nb, nn, en]
library_name: sentence-transformers
pipeline_tag: sentence-similarity
tags: [sentence-transformers, static-embedding, norwegian]
---

# {name}

A small static sentence encoder for Norwegian public-sector text: bokmål first, nynorsk and English as far as the
training text reaches. A text is the mean of its tokens' vectors, so that encoding takes well under a millisecond on
an ordinary processor. It is the dense leg of Kildesvar, beside a lexical one; alone it knows no word order and
no negation, and numbers mean little to it.

    from sentence_transformers import SentenceTransformer
    model = SentenceTransformer("path/to/{name}")

Kildesvar itself reads the folder with numpy and tokenizers alone.
"""


def model_card(report: TrainingReport, sources: Iterable[Source]) -> str:
    """The card as Markdown."""
    name = report.folder.name
    parts = [_HEAD.format(name=name), _made(report), _data(report, sources), _measures(report)]
    return "\n".join(parts)


def _made(report: TrainingReport) -> str:
    recipe = report.recipe
    return f"""## How it was made

- {recipe.pieces} token vectors of {recipe.dimension} dimensions, stored as one byte a number with one scale a token
  ({report.megabytes:.1f} MB with the tokenizer).
- Tokenizer: byte-pair encoding over lower-cased, NFKC-normalised words, years and single digits; no punctuation.
- First vectors: {_first(report)}; the weight of a token is learned and stored with it.
- Objective: multiple negatives ranking from both sides, cosine times {recipe.scale:g}, batches of {recipe.batch}
  from one task each, with neighbours of the same document as hard negatives.
- Which words belong together (forms of a root, compounds, terms) says the project itself: {report.words}.
- Adam, learning rate {recipe.learning_rate:g} with warm-up and linear decay, {recipe.steps} steps, seed {recipe.seed}.

Made again by `kildesvar train-encoder FOLDER --out …{" --start …" if report.start else ""}`; equal data, recipe and
library versions give an equal model.
"""


def _first(report: TrainingReport) -> str:
    if report.start:
        return f"those of an earlier model (fingerprint {report.start}), trained on the same text from nothing"
    return "a latent semantic analysis of all its text, the shorter the more frequent the token"


def _data(report: TrainingReport, sources: Iterable[Source]) -> str:
    rows = "\n".join(f"| {task} | {count} |" for task, count in report.rows.items())
    listed = "\n".join(f"- {source.name}: {source.licence}" for source in sources)
    return f"""## What it was made from

{listed}

| task | pairs or texts |
|---|---|
{rows}
"""


def _measures(report: TrainingReport) -> str:
    return f"""## How good it is

On {report.questions} questions of NorQuAD's encyclopaedia part, each against all their passages, neither of which were
trained on (training questions about the same passages were left out): the right passage is
first for {report.recall_at_1:.3f} and among the first five for {report.recall_at_5:.3f}.
"""
