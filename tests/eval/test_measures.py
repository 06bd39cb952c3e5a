"""Marks averaged by group, the headline, and latency."""

import pytest

from eval.items import Item
from eval.measures import measure
from eval.run import Record, run
from service.schemas import AskReply
from tests.eval.made import SOURCES, figure, reply


def item(ident: str, *kinds: str, lang: str = "nb", **more: object) -> Item:
    """A question of that kind, or a conversation of several, each with 1 for its answer."""
    turns = [
        {"question": f"{ident} {kind}", "kind": kind, "doc": "rapport", "evidence": [[5, 6]], **more}
        | ({} if kind == "unanswerable" else {"answer": {"value": 1, "must": [["svar"]]}})
        for kind in kinds
    ]
    return Item.model_validate({"id": ident, "lang": lang, "turns": turns})


def record(
    ident: str, kind: str, number: int = 0, milliseconds: float = 1.0, lang: str = "nb", **marks: bool
) -> Record:
    """A marked reply; a number above 0 is a later turn of a conversation."""
    own = item(ident, *[kind] * (2 if number else 1), lang=lang)
    named = {name.replace("_at_", "@").replace("_", " "): value for name, value in marks.items()}
    return Record(own, own.turns[0], number, reply(), named, milliseconds)


def test_marks_are_averaged_by_kind() -> None:
    """And over all that can be answered."""
    found = measure([record("a", "fact", passage_at_1=True), record("b", "fact", passage_at_1=False)])
    assert found.groups["fact"] == {"passage@1": 0.5}
    assert found.groups["all answerable"] == {"passage@1": 0.5}
    assert found.counts["fact"] == 2
    assert found.value("fact / passage@1") == 0.5


def test_the_headline_is_the_first_place_of_all_answerable_kinds() -> None:
    """Figures by their citation, the others by their passage; comparisons and conversations stand apart."""
    found = measure(
        [
            record("a", "figure-text", cited_at_1=True, passage_at_1=False),
            record("b", "figure-table", cited_at_1=False),
            record("c", "list", passage_at_1=True),
            record("d", "compare", result=False),
            record("e", "unanswerable", refused=False),
            record("f", "figure-text", number=1, cited_at_1=False),
        ]
    )
    assert found.headline == pytest.approx(2 / 3)
    assert found.value("headline") == found.headline
    assert found.groups["dialog follow-up"] == {"cited@1": 0.0}


def test_only_what_was_asked_is_a_group() -> None:
    """A kind without questions has no row, and a measure that is not there has no value."""
    found = measure([record("a", "fact", passage_at_1=True)])
    assert set(found.groups) == {"fact", "all answerable"}
    assert found.value("list / passage@1") is None
    assert found.value("fact / cited@1") is None


def test_languages_are_measured_apart() -> None:
    """Nynorsk and English, of what can be answered."""
    found = measure([record("a", "fact", lang="nn", passage_at_1=True), record("b", "unanswerable", lang="en")])
    assert "language nn" in found.groups
    assert "language en" not in found.groups


def test_latency_is_the_median_and_the_95th_percentile() -> None:
    """In milliseconds."""
    found = measure([record("a", "fact", milliseconds=float(ms), passage_at_1=True) for ms in range(1, 101)])
    assert (found.median_ms, found.p95_ms) == (50.5, 95.0)


def test_nothing_asked_measures_nothing() -> None:
    """And does not fall over."""
    found = measure([])
    assert (found.groups, found.headline, found.median_ms) == ({}, 0.0, 0.0)


def test_a_run_asks_every_turn_with_those_before_it() -> None:
    """A conversation's history grows; the next question begins anew."""
    asked: list[tuple[str, list[str]]] = []

    def ask(question: str, history: list[str]) -> AskReply:
        asked.append((question, list(history)))
        return reply(figure(1))

    items = [item("a", "figure-text", "figure-table"), item("b", "figure-text")]
    records = list(run(items, ask, SOURCES))
    assert asked == [
        ("a figure-text", []),
        ("a figure-table", ["a figure-text"]),
        ("b figure-text", []),
    ]
    assert [entry.number for entry in records] == [0, 1, 0]
    assert all(entry.marks["cited@1"] for entry in records)
    assert all(entry.milliseconds >= 0 for entry in records)
