"""The measures agree with those of another program that asks the same service the same questions."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from eval.items import read_items
from eval.runs.conduct import Remote, conduct
from eval.runs.http import Service
from eval.sets import QuestionSet, names_for
from retrieval.engine import Engine
from retrieval.update import update_index
from tests.eval.test_runs import in_line, serving

VARIABLE = "KILDESVAR_SCORE"
BESIDE = Path(__file__).resolve().parents[3] / "shared" / "questions"


@pytest.mark.real
def test_marks_are_those_of_the_other_program(real_documents: Path, tmp_path: Path) -> None:
    """Every mark of every question, as the other program writes it."""
    questions = Path(os.environ.get(VARIABLE, BESIDE))
    if not (questions / "score.py").exists():
        pytest.skip(f"the other program is not here: set {VARIABLE} to its folder")
    engine = Engine(tmp_path / "index", None)
    update_index(real_documents, tmp_path / "index", engine.encoder, engine.analyzer, lambda *_: None)
    some = (questions / "sample.jsonl").read_text("utf8").splitlines()[::3]
    (tmp_path / "some.jsonl").write_text("\n".join(some), "utf8")
    items = tuple(read_items(tmp_path / "some.jsonl"))
    with serving(engine) as url:
        asked = Remote(Service(url))
        entry = QuestionSet("sample", items, names_for(asked.sources()), {})
        records = conduct(entry, asked, in_line, peers=False).records
        command = [sys.executable, str(questions / "score.py"), "--url", url, "some.jsonl", "--json", "out.json"]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    other = {(entry["id"], entry["turn"]): entry["marks"] for entry in json.loads((tmp_path / "out.json").read_text())}
    own = {(record.item.id, record.number): record.marks for record in records}
    assert own == other
