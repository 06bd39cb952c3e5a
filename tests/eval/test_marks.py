"""What of a known answer a reply got right: each kind of question, and agreement with the scorer of the service."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.items import Turn
from eval.marks import mark
from service.schemas import AskReply
from tests.eval.made import SOURCES, figure, passage, reply, turn

SCORER = Path(__file__).resolve().parents[3] / "shared" / "questions" / "score.py"
RIGHT = turn("figure-text", answer={"value": 7.4, "scale": 1000}, also=[{"value": 7399}])
FACT = turn("fact", answer={"must": [["Åse", "direktøren"], ["Fjordholm"]]})
COMPARED = turn("compare", answer={"values": [{"value": 5}, {"value": 3, "scale": 1000}], "result": {"value": 12.34}})


def marks(asked: Turn, got: AskReply) -> dict[str, bool]:
    """The marks of a reply."""
    return mark(asked, got, SOURCES)


@pytest.mark.parametrize("amount", [7400, 7399, 7400.000001])
def test_a_right_figure(amount: float) -> None:
    """As printed times its scale, or one of the others that are right as well."""
    got = marks(RIGHT, reply(figure(amount)))
    assert (got["figure@1"], got["cited@1"], got["false refusal"]) == (True, True, False)


@pytest.mark.parametrize("amount", [7.4, 7401, -7400, 0])
def test_a_wrong_figure(amount: float) -> None:
    """The number without its scale is another number."""
    got = marks(RIGHT, reply(figure(amount)))
    assert (got["figure@1"], got["figure@3"], got["cited@1"]) == (False, False, False)


def test_a_right_figure_further_down() -> None:
    """Among the first three counts as such; the fourth does not."""
    wrong = figure(1)
    assert marks(RIGHT, reply(wrong, wrong, figure(7400)))["figure@3"]
    assert not marks(RIGHT, reply(wrong, wrong, wrong, figure(7400)))["figure@3"]


@pytest.mark.parametrize(
    "place",
    [{"source": "b.txt"}, {"lines": (7, 9)}, {"lines": (1, 4)}, {"lines": (1, 61)}],
)
def test_a_right_figure_cited_from_elsewhere(place: dict[str, Any]) -> None:
    """The wrong document, beside the evidence, or so many lines that it says nothing."""
    got = marks(RIGHT, reply(figure(7400, **place), passages=(passage("x", **place),)))
    assert (got["figure@1"], got["cited@1"], got["passage@1"]) == (True, False, False)


@pytest.mark.parametrize("lines", [(1, 5), (6, 9), (1, 60), (5, 5)])
def test_one_shared_line_is_a_hit(lines: tuple[int, int]) -> None:
    """As long as the citation is short enough."""
    assert marks(RIGHT, reply(figure(7400, lines=lines)))["cited@1"]


def test_pages_are_the_evidence_where_lines_are_not() -> None:
    """For documents whose lines depend on the reader."""
    asked = turn("figure-table", source="c.pdf", evidence=[], evidence_pages=[3], answer={"value": 1})
    assert marks(asked, reply(figure(1, source="c.pdf", page=3)))["cited@1"]
    assert not marks(asked, reply(figure(1, source="c.pdf", page=4)))["cited@1"]


def test_passages_are_counted_by_rank() -> None:
    """The first, among three, among five."""
    other = passage("x", source="b.txt")
    got = marks(RIGHT, reply(passages=(other, passage("x"))))
    assert (got["passage@1"], got["passage@3"], got["passage@5"]) == (False, True, True)


def test_a_fact_must_be_said_and_cited() -> None:
    """Every list of alternatives needs one; case, white space and soft hyphens do not matter."""
    text = "DIREKTØREN heter\u00a0Fjord\u00adholm"
    got = marks(FACT, reply(passages=(passage(text),), answer=text))
    assert (got["answer"], got["passage@1"]) == (True, True)
    got = marks(FACT, reply(passages=(passage("Åse"),), answer="Åse"))
    assert (got["answer"], got["passage@5"]) == (False, False)
    assert not marks(FACT, reply(answer=None, status="not_found"))["answer"]


@pytest.mark.parametrize("kind", ["list", "passage"])
def test_lists_and_passages_are_not_marked_by_their_answer(kind: str) -> None:
    """What counts is that the right place is found."""
    got = marks(turn(kind, answer={"must": [["Åse"]]}), reply(passages=(passage("Åse"),)))
    assert got == {"false refusal": False, "passage@1": True, "passage@3": True, "passage@5": True}


def test_a_refusal_is_right_only_when_there_is_no_answer() -> None:
    """And wrong when there is."""
    refusal = reply(answer=None, status="not_found")
    assert marks(turn("unanswerable"), refusal) == {"refused": True}
    assert marks(turn("unanswerable"), reply(figure(1))) == {"refused": False}
    assert marks(RIGHT, refusal)["false refusal"]


def test_a_comparison_needs_its_operands_and_its_result() -> None:
    """The operands among the first four figures; a small result within rounding to one decimal."""
    got = marks(COMPARED, reply(figure(3000), figure(5), result=12.3))
    assert got == {"false refusal": False, "operands": True, "result": True}
    assert not marks(COMPARED, reply(figure(3000), *[figure(1)] * 3, figure(5)))["operands"]
    assert not marks(COMPARED, reply(figure(3000), figure(5), result=12.2))["result"]
    assert not marks(COMPARED, reply(figure(3000), figure(5)))["result"]


def test_a_large_result_must_be_exact() -> None:
    """Rounding to one decimal is no excuse there."""
    asked = turn("compare", answer={"values": [{"value": 1}], "result": {"value": 9459}})
    assert marks(asked, reply(figure(1), result=9459))["result"]
    assert not marks(asked, reply(figure(1), result=9459.05))["result"]


AMOUNTS = st.sampled_from([7400.0, 7399.0, 5.0, 3000.0, 1.0, 12.34])
PLACES = st.fixed_dictionaries(
    {
        "source": st.sampled_from(["a.txt", "b.txt"]),
        "lines": st.sampled_from([(5, 6), (1, 5), (6, 70), (7, 8), (1, 60)]),
        "page": st.sampled_from([1, 2]),
    }
)
WORDS = st.sampled_from(["Åse Fjordholm", "direktøren", "direktøren\n fjord\u00adHOLM", ""])


@st.composite
def replies(draw: st.DrawFn) -> AskReply:
    """Any reply."""
    figures = [figure(draw(AMOUNTS), **draw(PLACES)) for _ in range(draw(st.integers(0, 5)))]
    passages = tuple(passage(draw(WORDS), **draw(PLACES)) for _ in range(draw(st.integers(0, 6))))
    found = draw(st.booleans())
    return reply(
        *figures,
        passages=passages,
        answer=draw(WORDS) if found else None,
        status="answered" if found else "not_found",
        result=draw(st.none() | st.sampled_from([12.34, 12.3, 12.2, 9459.0])),
    )


ASKED = st.sampled_from(
    [
        RIGHT,
        FACT,
        COMPARED,
        turn("unanswerable"),
        turn("list", answer={"must": [["fjordholm"]]}),
        turn("passage", source="b.txt", answer={"must": [["åse", "direktøren"]]}),
        turn("figure-table", evidence=[], evidence_pages=[2], answer={"value": 5}),
    ]
)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    """The script that scores a running service from outside, where it is at hand."""
    if not SCORER.exists():
        pytest.skip("the scorer is not here")
    spec = importlib.util.spec_from_file_location("scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.SOURCE = SOURCES
    return module


@settings(max_examples=150)
@given(asked=ASKED, got=replies())
def test_marks_are_those_of_the_scorer(scorer: ModuleType, asked: Turn, got: AskReply) -> None:
    """What the evaluation says of a reply is what is said from outside, over HTTP."""
    item = {
        **asked.model_dump(exclude_none=True, by_alias=True),
        "also": [also.model_dump(exclude_none=True) for also in asked.also],
    }
    assert marks(asked, got) == scorer.score_item(item, got.model_dump(mode="json"))
