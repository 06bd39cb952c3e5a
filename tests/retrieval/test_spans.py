"""What of a passage answers in words: the only date, the only name, the cells of a row, or the sentence, marked."""

import pytest

from retrieval.answer import Answerer
from retrieval.index.scope import Filter
from retrieval.spans import place_of
from service.replies import ask_reply
from service.schemas import AskReply


def reply(answerer: Answerer, question: str) -> AskReply:
    """The reply to a question."""
    return ask_reply(answerer.ask(question, (), Filter(), 5), answerer.index.store, 0.0)


def marked(got: AskReply) -> list[str]:
    """What is marked in the first passage."""
    first = got.passages[0]
    return [" ".join(first.text[start:end].split()) for start, end in first.highlights]


@pytest.mark.parametrize(
    ("question", "answer", "sentence"),
    [
        (
            "Når tas vedlikeholdet opp igjen?",
            "14. mars 2025",
            "Arbeidet tas opp igjen 14. mars 2025.",
        ),
        (
            "Hvem er direktør i Fyretaten?",
            "Åse Fjordholm",
            "Etaten ledes av direktør Åse Fjordholm.",
        ),
        (
            "Hvorfor ble vedlikeholdet utsatt?",
            "Vedlikeholdet ble utsatt fordi fartøyet lå ved verksted hele høsten.",
            "Vedlikeholdet ble utsatt fordi fartøyet lå ved verksted hele høsten.",
        ),
    ],
    ids=["date", "name", "reason"],
)
def test_the_shortest_part_answers(answerer: Answerer, question: str, answer: str, sentence: str) -> None:
    """A date or a name where there is only one, else the sentence; the sentence is what is marked."""
    got = reply(answerer, question)
    assert (got.answer, marked(got)) == (answer, [sentence])


def test_a_list_is_answered_with_the_list(answerer: Answerer) -> None:
    """All its items, with what announces them."""
    got = reply(answerer, "Hvilke oppdrag har Fyretaten?")
    assert got.answer is not None
    assert got.answer.startswith("Fyretaten skal:")
    assert got.answer.endswith("om varsling")


def test_what_is_refused_marks_words_and_no_sentence(answerer: Answerer) -> None:
    """The nearest places are shown as such."""
    got = reply(answerer, "Hva er hovedstaden i Australia?")
    assert got.answer is None


@pytest.mark.parametrize(
    ("sentence", "text", "place"),
    [
        ("Fyret ble tent.", "Alt var mørkt.\nFyret\nble tent.", (15, 30)),
        ("Havnevesenet kom.", "Havne-\nvesenet kom.", None),
        ("", "Fyret ble tent.", None),
    ],
    ids=["over a line break", "mended", "none"],
)
def test_a_sentence_is_marked_where_it_stands(sentence: str, text: str, place: tuple[int, int] | None) -> None:
    """Over line breaks; not where mending has made the reading differ from the text."""
    assert place_of(sentence, text) == place
