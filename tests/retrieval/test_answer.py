"""Questions over a small collection: right first, cited to the character, refused when it is not there."""

from retrieval.answer import Answerer
from retrieval.index.scope import Filter
from service.replies import ask_reply
from service.schemas import AskReply


def reply(answerer: Answerer, question: str, *history: str) -> AskReply:
    """The reply to a question."""
    return ask_reply(answerer.ask(question, history, Filter(), 5), answerer.index.store, 0.0)


def test_a_figure_in_text_is_cited_to_the_character(answerer: Answerer) -> None:
    """The number is the one asked for, and stands in the quote where the highlight says."""
    got = reply(answerer, "Hvor mange ansatte hadde Fyretaten ved utgangen av 2024?")
    first = got.figures[0]
    assert (got.status, first.value, first.citation.source) == ("answered", 214, "rapport.txt")
    assert first.citation.highlight is not None
    start, end = first.citation.highlight
    assert first.citation.quote[start:end] == "214"


def test_the_period_decides_between_two_figures(answerer: Answerer) -> None:
    """The same sentence holds both years."""
    assert reply(answerer, "Hvor mange ansatte hadde etaten i 2023?").figures[0].value == 201


def test_a_figure_in_a_table_has_its_row_column_scale_and_unit(answerer: Answerer) -> None:
    """The scale stands in the caption, the period in the column."""
    first = reply(answerer, "Hvor mye ble brukt på nye merker i 2024?").figures[0]
    assert (first.value, first.scale, first.amount, first.unit) == (57, 1_000_000, 57_000_000, "kroner")
    assert first.cell is not None
    assert (first.cell.row, first.cell.column) == (["Nye merker"], ["2024"])


def test_an_everyday_word_finds_the_official_one(answerer: Answerer) -> None:
    """«saksbunke» stands nowhere; the term list says what it means."""
    assert "restansen" in reply(answerer, "Hva skal gjøres med saksbunken?").passages[0].text


def test_an_abbreviation_the_documents_explain_finds_its_word(answerer: Answerer) -> None:
    """«MS» is explained once, in brackets."""
    assert reply(answerer, "Hvor mange dager tok det å behandle MS i 2024?").figures[0].value == 31


def test_what_is_not_in_the_documents_is_refused_with_the_nearest(answerer: Answerer) -> None:
    """Nothing is answered, no figure is shown as the answer, and the nearest passages are listed."""
    got = reply(answerer, "Hva er hovedstaden i Australia?")
    assert (got.status, got.answer) == ("not_found", None)


def test_a_difference_is_computed_from_two_cited_operands(answerer: Answerer) -> None:
    """131 less 118, decimal-exact, both cited."""
    got = reply(answerer, "Hvor mye mer ble brukt på drift av fyrlykter i 2024 enn i 2023?")
    assert got.comparison is not None
    assert got.comparison.result.value == 13_000_000
    assert [got.figures[at].value for at in got.comparison.operands] == [131, 118]


def test_a_follow_up_takes_its_subject_from_the_question_before(answerer: Answerer) -> None:
    """«og i 2023?» is completed, and the completed question is shown."""
    got = reply(answerer, "og i 2023?", "Hvor mange ansatte hadde etaten ved utgangen av 2024?")
    assert got.figures[0].value == 201
    assert "ansatte" in got.resolved_question


def test_a_filter_keeps_to_the_chosen_document(answerer: Answerer) -> None:
    """No passage comes from another document."""
    letter = next(d for d in answerer.index.documents.values() if d.source == "brev.txt")
    found = answerer.search("ansatte i etaten", Filter(documents=(letter.id,)), 5)
    assert {item.document.source for item in found} == {"brev.txt"}


def test_the_same_question_gives_the_same_reply(answerer: Answerer) -> None:
    """Nothing is left to chance."""
    question = "Hvor mye ble brukt på tilsyn?"
    assert reply(answerer, question) == reply(answerer, question)


def test_a_question_of_unknown_words_is_refused(answerer: Answerer) -> None:
    """Whatever else looks alike, a place that holds none of the question's words does not answer it."""
    assert reply(answerer, "Hvor mange elefanter spiste bananer på sirkuset?").status == "not_found"


def test_a_figure_of_another_year_is_no_answer(answerer: Answerer) -> None:
    """The documents know 2023 and 2024; 2019 is not answered with either."""
    assert reply(answerer, "Hvor mange ansatte hadde etaten i 2019?").status == "not_found"


def test_a_place_without_the_name_asked_for_is_no_answer(answerer: Answerer) -> None:
    """The number is of the whole agency; of a place that the documents do not name they say nothing."""
    assert reply(answerer, "Hvor mange ansatte hadde etaten i 2024?").status == "answered"
    assert reply(answerer, "Hvor mange ansatte hadde etaten i Tromsø i 2024?").status == "not_found"
