"""A run is kept with what answered, is the same again, and fails when a part of what should answer is missing."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread
from time import sleep
from types import SimpleNamespace
from typing import Any, cast

import pytest
import uvicorn

from eval.ablation.switches import Ablation
from eval.ablation.without import without
from eval.items import Item
from eval.measuring.scored import Scored, scored
from eval.run import Record, ask_item, in_process, run
from eval.runs.checks import IncompleteRunError, check_engine, check_records
from eval.runs.conduct import Remote, conduct
from eval.runs.fingerprint import fingerprint_of, fingerprint_of_service
from eval.runs.folder import Run, RunNotFoundError, SetRun, find_run, read_measures, read_run, write_run
from eval.runs.http import Service, ServiceUnreachableError
from eval.runs.workers import ask_apart
from eval.sets import QuestionSet
from retrieval.analysis.terms import TermList
from retrieval.engine import Engine
from service.app import make_app
from service.settings import Settings


@pytest.fixture(scope="session")
def records(engine: Engine, few: QuestionSet) -> list[Record]:
    """A few questions as they were replied to."""
    return list(run(few.items, in_process(engine.answerer()), few.sources))


def in_line(name: str, total: int, replies: Any) -> Any:
    """Progress that shows nothing."""
    return iter(replies)


def untimed(questions: Sequence[Scored]) -> list[Scored]:
    """Scores without how long the replies took."""
    return [replace(one, milliseconds=0.0) for one in questions]


@contextmanager
def serving(engine: Engine) -> Iterator[str]:
    """A service over an engine, at a free port; gives its address."""
    server = uvicorn.Server(uvicorn.Config(make_app(Settings(), engine), port=0, log_level="error", access_log=False))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def test_a_run_is_read_back_as_it_was(engine: Engine, few: QuestionSet, records: list[Record], tmp_path: Path) -> None:
    """Replies as they were scored, marks, measures, and what answered."""
    made = Run("prøve", fingerprint_of(engine), (SetRun(few.name, few.sources, tuple(records), {}),), whole=False)
    folder = write_run(tmp_path, made)
    found = read_run(folder)
    assert [record.marks for record in found.sets[0].records] == [record.marks for record in records]
    assert found.sets[0].records[0].reply == records[0].reply
    assert untimed(found.sets[0].scored()) == untimed(made.sets[0].scored())
    assert (found.name, found.whole) == ("prøve", False)
    assert found.fingerprint["index"]["encoder_fingerprint"] == engine.encoder.fingerprint
    assert set(found.fingerprint) >= {"code", "index", "weights", "documents"}
    assert found.fingerprint["code"]["hash"]
    assert 0 < read_measures(folder)[few.name]["headline"]["low"] < 1
    assert find_run(tmp_path, "prøve") == find_run(tmp_path, None) == find_run(tmp_path, str(folder)) == folder


def test_a_run_that_is_not_there(tmp_path: Path) -> None:
    """And one that was not finished."""
    (tmp_path / "20240101-000000-halv").mkdir()
    for sought in (None, "halv", "annen"):
        with pytest.raises(RunNotFoundError, match="kildesvar eval"):
            find_run(tmp_path, sought)
    with pytest.raises(RunNotFoundError, match="ingen kjøring"):
        read_run(tmp_path / "20240101-000000-halv")


def test_worker_processes_answer_the_same(
    engine: Engine, few: QuestionSet, records: list[Record], tmp_path: Path
) -> None:
    """In the same order, with the same marks and the same confidence, to the last digit."""
    items = few.items[:12]
    apart = list(ask_apart(items, engine.answerer().index.folder, None, 2))
    here = [ask_item(item, in_process(engine.answerer())) for item in items]
    timeless = [[one.reply.model_copy(update={"took_ms": 0.0}) for one in replies] for replies in apart]
    assert timeless == [[one.reply.model_copy(update={"took_ms": 0.0}) for one in replies] for replies in here]


def test_over_http_the_same_is_measured(engine: Engine, few: QuestionSet, few_scores: list[Scored]) -> None:
    """A service over the same index gets the same scores, and tells what it is."""
    with serving(engine) as url:
        asked = Remote(Service(url))
        asked.check()
        found = conduct(few, asked, in_line, peers=False)
        told = fingerprint_of_service(asked.service)
        assert sorted(asked.sources()) == ["arsrapport_2024.pdf", "tildelingsbrev_2025.pdf"]
    assert untimed(found.scored()) == untimed(few_scores)
    assert told["service"]["status"] == "ready"
    assert len(told["documents"]) == 2


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "ftp://127.0.0.1", "127.0.0.1:8000"])
def test_a_service_that_does_not_answer(url: str) -> None:
    """The address is named."""
    with pytest.raises(ServiceUnreachableError, match=r"127\.0\.0\.1"):
        Service(url).ready()


@pytest.mark.parametrize("leg", ["dense", "lexical"])
def test_a_silent_leg_fails_the_run(engine: Engine, few: QuestionSet, leg: str) -> None:
    """Numbers made with one leg are not those of this program, so there are none."""
    off = without(engine.answerer(), Ablation(leg, leg, {"legs": (leg,)}))
    records = list(run(few.items[:10], in_process(off), few.sources))
    with pytest.raises(IncompleteRunError, match=f"«{leg}»"):
        check_records(records, len(records))


def test_a_reply_that_is_missing_fails_the_run(records: list[Record]) -> None:
    """Both numbers are told."""
    check_records(records, len(records))
    with pytest.raises(IncompleteRunError, match=f"{len(records) + 1} spørsmål ble stilt, men {len(records)}"):
        check_records(records, len(records) + 1)


def test_an_empty_term_list_fails_the_run(engine: Engine) -> None:
    """The part that is missing is named, before a question is asked."""
    check_engine(engine)
    answerer = engine.answerer()
    language = replace(answerer.language, terms=TermList({}, 0, "none"))
    empty = SimpleNamespace(index=answerer.index, language=language)
    broken = cast("Engine", SimpleNamespace(encoder=engine.encoder, answerer=lambda: empty))
    with pytest.raises(IncompleteRunError, match="ordlisten"):
        check_engine(broken)


def test_the_trace_says_what_ranking_was_made_of(records: list[Record]) -> None:
    """Features of the passages shown, in their order, and of the figures where there are any."""
    for record in records:
        features = record.reply.trace["features"]
        assert len(features["passages"]) == len(record.reply.passages)
        assert len(features["figures"]) == len(record.reply.figures)


def test_a_record_is_one_line_of_json(engine: Engine, tmp_path: Path) -> None:
    """With the question as it was asked and the reply as it was scored."""
    item = Item.model_validate(
        {"id": "a", "turns": [{"question": "Hva?", "kind": "unanswerable", "class": "near-miss"}]}
    )
    found = list(run([item], in_process(engine.answerer()), {}))
    folder = write_run(tmp_path, Run("en", {}, (SetRun("s", {}, tuple(found), {}),), whole=True))
    (line,) = (folder / "s.jsonl").read_text("utf8").splitlines()
    assert json.loads(line)["reply"]["question"] == "Hva?"
    assert scored(found, {})[0].groups == ("unanswerable", "unanswerable: near-miss")
