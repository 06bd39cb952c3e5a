"""A training folder of a few invented rows in every file."""

import gzip
import json
from pathlib import Path

import pytest

SUBJECTS = ["sykling", "fiske", "byggesak", "skolemat", "brøyting", "arkiv", "hundehold", "skogbruk"]


def sentence(subject: str) -> str:
    """An invented passage about the subject."""
    return (
        f"Etaten fører tilsyn med {subject} i hele landet. Reglene om {subject} gjelder fra nyttår, og gebyret er 450."
    )


@pytest.fixture
def training_folder(tmp_path: Path) -> Path:
    """Every file a training run reads, a few rows each."""
    folder = tmp_path / "tekst"
    folder.mkdir()
    titled = [
        {"src": "lov", "lang": "nb", "title": subject, "context": "Tilsynsloven", "passage": sentence(subject)}
        for subject in SUBJECTS
    ]
    asked = [
        {"question": f"Hvem fører tilsyn med {subject}?", "context": sentence(subject), "answers": [{"start": 0}]}
        for subject in SUBJECTS
    ]
    held_out = [{**row, "context": f"Rundskriv. {row['context']}"} for row in asked]
    paragraphs = "\n".join(sentence(subject) for subject in SUBJECTS)
    pairs = "\n".join(f"kilde\t{subject} rules\tregler om {subject}" for subject in SUBJECTS)
    words = "venstre\thøyre\tkilde\tid\n" + "\n".join(f"the {subject}\t{subject}\tkilde\t1" for subject in SUBJECTS)
    contents = {
        "title_passage.jsonl.gz": "\n".join(map(json.dumps, titled)),
        "norquad_wiki_train.jsonl.gz": "\n".join(map(json.dumps, asked)),
        "norquad_wiki_validation.jsonl.gz": "\n".join(map(json.dumps, held_out)),
        "mono_nb.txt.gz": paragraphs,
        "mono_nn.txt.gz": paragraphs,
        **dict.fromkeys(["parallel_en_nb.tsv.gz", "parallel_en_nn.tsv.gz", "nb_nn.tsv.gz"], pairs),
        **dict.fromkeys(
            ["lexicon_en_nb.tsv.gz", "lexicon_nb_nn.tsv.gz", "synonyms.tsv.gz"], words + "\n\tuten par\tk\t2"
        ),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(gzip.compress(f"{content}\n".encode()))
    return folder
