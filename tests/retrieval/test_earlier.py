"""The answer to the question before: what stands near it comes first, and remembering it changes nothing."""

from retrieval.answer import Answerer
from retrieval.conversation.earlier import MOST_REMEMBERED, Place, Places, nearness, with_earlier
from retrieval.index.scope import Filter
from service.replies import ask_reply
from service.schemas import AskReply

FIRST = "Hvor mye ble brukt på drift av fyrlykter i 2024?"


def reply(answerer: Answerer, question: str, history: tuple[str, ...] = ()) -> AskReply:
    """The reply to a question of a conversation."""
    return ask_reply(answerer.ask(question, history, Filter(), 5), answerer.index.store, 0.0)


def place(answerer: Answerer, question: str) -> Place:
    """Where a question is answered."""
    found = answerer.place_of(question, (), Filter())
    assert found is not None
    return found


def names(answerer: Answerer, question: str, earlier: Place) -> dict[str, set[str]]:
    """What each figure that may answer shares with an earlier answer, by the figure as printed."""
    ranked = answerer.ask(question, (), Filter(), 5).figures
    return {
        item.ranked.figure.text: {name for name, value in nearness(item.ranked, earlier).items() if value}
        for item in ranked
    }


def test_the_places_of_a_table_are_told_apart(answerer: Answerer) -> None:
    """The same figure, its row, its column, the rest of its table."""
    shared = names(answerer, "Hvor mye ble brukt på nye merker og drift av fyrlykter?", place(answerer, FIRST))
    assert shared["131"] == {"repeated", "same_section"}
    assert shared["118"] == {"same_row", "same_section"}
    assert shared["57"] == {"same_column", "same_section"}
    assert shared["42"] == {"same_table", "same_section"}


def test_the_numbers_of_one_text_are_near_each_other(answerer: Answerer) -> None:
    """201 stands beside 214."""
    shared = names(answerer, "Hvor mange ansatte hadde etaten?", place(answerer, "Hvor mange ansatte var det i 2024?"))
    assert {"same_passage", "same_section"} in shared.values()


def test_nearness_reorders(answerer: Answerer) -> None:
    """Among figures that are else alike the one in the earlier row is first, whatever its place was."""
    ranked = [item.ranked for item in answerer.ask("Hvor mye ble brukt på nye merker?", (), Filter(), 5).figures]
    weights = dict.fromkeys(("bias", *nearness(ranked[0], place(answerer, FIRST))), 0.0) | {"same_row": 100.0}
    assert with_earlier(ranked, place(answerer, FIRST), weights)[0].figure.text == "118"


def test_a_follow_up_is_answered_the_same_with_and_without_what_is_remembered(answerer: Answerer) -> None:
    """A service that was started anew in the middle of a conversation answers as one that was not."""
    history = (FIRST, "og på tilsyn?")
    for at, question in enumerate(history):
        reply(answerer, question, history[:at])
    remembered = reply(answerer, "og i 2023?", history)
    fresh = Answerer(answerer.index, answerer.language, answerer.weights)
    assert reply(fresh, "og i 2023?", history) == remembered
    assert remembered.resolved_question == "Hvor mye ble brukt på tilsyn i 2023?"
    assert remembered.figures[0].text == "16"


def test_what_is_remembered_belongs_to_what_was_searched_in(answerer: Answerer) -> None:
    """The same question of other documents was answered elsewhere; the oldest are forgotten."""
    places, here = Places(), place(answerer, FIRST)
    places.put(("a",), Filter(), here)
    assert places.get(("a",), Filter()) == (True, here)
    assert places.get(("a",), Filter(years=(2024,))) == (False, None)
    for number in range(MOST_REMEMBERED):
        places.put((str(number),), Filter(), None)
    assert places.get(("a",), Filter()) == (False, None)
    assert places.get(("0",), Filter()) == (True, None)
