"""Follow-ups: told from questions that stand alone, and completed so that they stand alone too."""

from collections.abc import Sequence

import pytest

from retrieval.conversation import complete, is_follow_up
from retrieval.conversation.language import parse_words


def unlike(phrase: str, others: Sequence[str]) -> list[float]:
    """A likeness that knows nothing: the place must be found by the form of the words."""
    return [0.0 for _ in others]


@pytest.mark.parametrize(
    "question",
    [
        "og i 2023?",
        "hva med fyrlykter?",
        "og kor mange gjekk ut av ordninga?",
        "hvor mange prosent er det?",
        "hvem har ansvaret for det?",
        "og dialogmøte 3?",
        "for kvinner?",
        "når er fristen?",
        "hvem får kopi?",
        "når må den ligge ute?",
        "hvem av dem koordinerer?",
        "and in 2023?",
        "what about lighthouses?",
        "who is responsible for it?",
        "hvorfor er det viktig?",
        "når på dagen?",
    ],
)
def test_a_question_that_leans_on_another_is_told(question: str) -> None:
    """By how it begins, by a pronoun, or by having no subject of its own."""
    assert is_follow_up(question)


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange ansatte er det i Fyretaten?",
        "Hvor mange merker kom det inn søknader om i 2024?",
        "Hva er fristen for søknader om merker?",
        "Hvor stor andel av de ansatte var kvinner?",
        "Hvor stor andel av dem som søkte fikk avslag?",
        "Hvor mange dager tok det å behandle en søknad om merke?",
        "Hvem leder Fyretaten?",
        "antall merker 2024",
        "Er det satt av mer til fyrlykter i 2025 enn det etaten brukte i 2024?",
        "Hvor mye fikk etaten til tilsyn, og hvor mye av det gikk til lønn?",
        "Where is it possible to apply for a lighthouse?",
        "takk",
    ],
)
def test_a_question_that_stands_alone_is_left_as_it_is(question: str) -> None:
    """Also with words that elsewhere lean on something: «det» that only holds a place, «de» that is an article."""
    assert not is_follow_up(question)
    assert complete(question, ["Hvor mange fartøyer hadde Havnerådet i 2022?"], unlike) == question


@pytest.mark.parametrize(
    ("history", "question", "completed"),
    [
        (["Hvor mange merker var det ved utgangen av 2024?"], "og i 2023?", "ved utgangen av 2023?"),
        (["Når er møtet i juni 2025?"], "og det i november?", "Når er møtet i november 2025?"),
        (["Hva var restansen i 2024?"], "og ved utgangen av 2023?", "Hva var restansen ved utgangen av 2023?"),
        (["Hvor mange merker ble satt ut i 2024?"], "hva med i fjor?", "Hvor mange merker ble satt ut i fjor?"),
        (["Hvor mange merker ble satt ut?"], "og i 2023?", "Hvor mange merker ble satt ut i 2023?"),
    ],
)
def test_another_period_takes_the_place_of_the_earlier_one(history: list[str], question: str, completed: str) -> None:
    """A year goes in where the year stood; a month keeps the year."""
    assert complete(question, history, unlike).endswith(completed)


@pytest.mark.parametrize(
    ("history", "question", "completed"),
    [
        (
            ["Hva var saksbehandlingstiden for merker i 2024?"],
            "hva med fyrlykter?",
            "Hva var saksbehandlingstiden for fyrlykter i 2024?",
        ),
        (
            ["Hvor mye ble brukt på drift av fyrlykter i 2024?"],
            "og på tilsyn?",
            "Hvor mye ble brukt på tilsyn i 2024?",
        ),
        (["Hvor mange stillinger er ledige i Nordvik?"], "og i Sørvik?", "Hvor mange stillinger er ledige i Sørvik?"),
        (["Hvor mange fikk støtte i 2024?"], "for kvinner?", "Hvor mange fikk støtte for kvinner i 2024?"),
        (["Kor mange klager kom inn i 2024?"], "kva med ankar?", "Kor mange ankar kom inn i 2024?"),
        (
            ["How many people received harbour aid in 2024?", "and in 2023?"],
            "what about beacon aid?",
            "How many people received beacon aid in 2023?",
        ),
        (["Hvor mange MS-søkere var det i 2024?"], "hva med losbevis?", "Hvor mange losbevis-søkere var det i 2024?"),
        (["Hvor mye er bevilget til drift i 2025?"], "og til tilsyn?", "Hvor mye er bevilget til tilsyn i 2025?"),
    ],
)
def test_another_thing_takes_the_place_of_the_one_most_like_it(
    history: list[str], question: str, completed: str
) -> None:
    """The preposition, the shape and what is measured tell which; a phrase that fits nowhere is added."""
    assert complete(question, history, unlike) == completed


def test_the_likeness_of_the_encoder_decides_where_the_form_does_not() -> None:
    """Two phrases of the same form: the one that is more like the new one goes."""

    def like_barn(phrase: str, others: Sequence[str]) -> list[float]:
        return [0.9 if other == "vekter" else 0.0 for other in others]

    completed = complete("og lodd?", ["Leverte etaten vekter og klokker i 2024?"], like_barn)
    assert completed == "Leverte etaten lodd og klokker i 2024?"


@pytest.mark.parametrize(
    ("history", "question", "completed"),
    [
        (
            ["Hvor mange klager leverte Fyretaten i 2024?"],
            "hvor mye penger gjaldt det?",
            "Hvor mye penger gjaldt klager som Fyretaten leverte i 2024?",
        ),
        (
            ["Hvor mye er bevilget til Prosjekt Tåke for 2025?"],
            "hvor mye av det holder departementet tilbake?",
            "Hvor mye av det som er bevilget til Prosjekt Tåke for 2025 holder departementet tilbake?",
        ),
        (
            ["Hvilke etater deltar i arbeidet med varsling?", "når er fristen?"],
            "hvem av dem leder?",
            "Hvem av de etater som deltar i arbeidet med varsling leder?",
        ),
        (
            ["Hva er satsen for reisestøtte i 2025?", "hvem kan få den?"],
            "og når utbetales den?",
            "Når utbetales satsen for reisestøtte i 2025?",
        ),
        (["Hvem er leder for tilsynet?"], "når tiltrådte hun?", "Når tiltrådte leder for tilsynet?"),
        (
            ["Kor mange slutta i 2024?"],
            "kor mange av dei var kvinner?",
            "Kor mange av dei som slutta i 2024 var kvinner?",
        ),
        (["Hva mener etaten med sikt?"], "hvorfor er det viktig?", "Hvorfor er sikt viktig?"),
    ],
)
def test_a_pronoun_is_replaced_with_what_it_stands_for(history: list[str], question: str, completed: str) -> None:
    """What was counted becomes a relative clause; the same pronoun goes on meaning the same."""
    assert complete(question, history, unlike) == completed


@pytest.mark.parametrize(
    ("history", "question", "completed"),
    [
        (["Når er møtet i november 2025?"], "når på dagen?", "Når på dagen er møtet i november 2025?"),
        (
            ["Kor mange møte vart haldne i 2024?"],
            "kor mange fleire er det enn året før?",
            "Kor mange fleire møte vart haldne i 2024 enn året før?",
        ),
        (
            ["Hvor mange søkere fikk avslag i 2024?"],
            "hvor mange prosent er det?",
            "Hvor mange prosent av søkere fikk avslag i 2024?",
        ),
        (["Når skal rapporten om tåke være ferdig?"], "hvem får kopi?", "Hvem får kopi av rapporten om tåke?"),
        (
            ["Hvor mange klager lå ubehandlet i 2023?"],
            "hvor mange dager hadde de ligget da?",
            "Hvor mange dager hadde de klager som lå ubehandlet i 2023 ligget?",
        ),
        (
            ["Hvor lang er ventetiden for losbevis i 2024?"],
            "og i 2023, hvor mange dager er det?",
            "Hvor mange dager er ventetiden for losbevis i 2023?",
        ),
    ],
)
def test_what_is_left_unsaid_is_taken_from_the_question_before(
    history: list[str], question: str, completed: str
) -> None:
    """The question word alone, a noun that leans on something, and «da»."""
    assert complete(question, history, unlike) == completed


@pytest.mark.parametrize(
    ("history", "question", "completed"),
    [
        (["Hvor mange merker ble satt ut i 2023?"], "og året før?", "Hvor mange merker ble satt ut i 2022?"),
        (["Hvor mange merker ble satt ut i 2023?"], "og to år før?", "Hvor mange merker ble satt ut i 2021?"),
        (["Hvor mange merker ble satt ut i 2021?"], "og året etter?", "Hvor mange merker ble satt ut i 2022?"),
        (
            ["Hva var restansen ved utgangen av 2023?"],
            "hva var den året før?",
            "Hva var restansen ved utgangen av 2022?",
        ),
        (
            ["Hvor mange merker ble satt ut i 2023?", "og året før?"],
            "og året før der igjen?",
            "Hvor mange merker ble satt ut i 2021?",
        ),
        (
            ["Hvor mange merker ble satt ut i 2022?"],
            "hvor mange årsverk var avtalt da?",
            "Hvor mange årsverk var avtalt i 2022?",
        ),
        (
            ["Hvor mange mottok støtte i 2022?"],
            "hvor mye ble utbetalt til dem det året?",
            "Hvor mye ble utbetalt til de som mottok støtte i 2022?",
        ),
    ],
)
def test_a_time_that_is_pointed_at_is_reckoned_from_the_one_spoken_of(
    history: list[str], question: str, completed: str
) -> None:
    """Not from the newest document's year."""
    assert complete(question, history, unlike) == completed


@pytest.mark.parametrize(
    ("history", "question", "completed"),
    [
        (
            ["Hvor mange søknader om merker kom inn i 2024?"],
            "hvor mange flere er det enn i 2023?",
            "Hvor mange flere søknader om merker kom inn i 2024 enn i 2023?",
        ),
        (
            ["Hvor mange søknader om merker kom inn i 2024?", "hvor mange flere er det enn i 2023?"],
            "og hvor mange gjaldt fyr?",
            "Hvor mange søknader gjaldt fyr i 2024?",
        ),
        (
            ["Hvor mange søknader kom inn i 2024?"],
            "hvor mange færre enn i 2023?",
            "Hvor mange færre søknader kom inn i 2024 enn i 2023?",
        ),
        (
            ["Hvor mange flere søknader kom i 2024 enn i 2023?"],
            "hvor mange prosent er det?",
            "Hvor mange prosent flere søknader kom i 2024 enn i 2023?",
        ),
        (
            ["Hvor mye økte utgiftene fra 2023 til 2024?"],
            "og i prosent?",
            "Hvor mye økte utgiftene fra 2023 til 2024 i prosent?",
        ),
        (
            ["Hvor mange merker var det i 2024?", "og i 2022?"],
            "hva er forskjellen?",
            "Hvor mange merker var det i 2022, og hvor mange merker var det i 2024, og hvor stor er forskjellen?",
        ),
        (
            ["Hvor mange mottok støtte i 2024?"],
            "hvor stor andel er kvinner?",
            "Hvor stor andel av de som mottok støtte i 2024 er kvinner?",
        ),
        (
            ["Hvor mange tåketimer var det i Nordvik i 2024?"],
            "hvilken region hadde flest?",
            "Hvilken region hadde flest tåketimer i 2024?",
        ),
        (
            ["Hva var saksbehandlingstiden for merker i 2024?"],
            "er det lenger enn i 2023?",
            "Er saksbehandlingstiden for merker i 2024 lenger enn i 2023?",
        ),
    ],
)
def test_a_comparison_with_the_question_before_is_put_together(
    history: list[str], question: str, completed: str
) -> None:
    """The period compared with is kept beside the earlier one, and does not go on into the next question."""
    assert complete(question, history, unlike) == completed


@pytest.mark.parametrize(
    ("history", "question", "completed"),
    [
        (
            ["Hvor mye er satt av til fyrstøtte i 2025?"],
            "hvor mye ble utbetalt i 2024?",
            "Hvor mye ble utbetalt til fyrstøtte i 2024?",
        ),
        (
            ["Hvor mye er satt av til fyrstøtte i 2025?", "hvor mye ble utbetalt i 2024?"],
            "hvor mange var det som fikk det?",
            "Hvor mange var det som fikk fyrstøtte i 2024?",
        ),
        (
            ["Hvor mye ble utbetalt i fyrstøtte i 2024?"],
            "hvor mange mottakere var det?",
            "Hvor mange mottakere var det for fyrstøtte i 2024?",
        ),
        (
            ["Hvor mange grunnstøtinger var det i 2024?"],
            "hva er kravet for 2025?",
            "Hva er kravet til grunnstøtinger for 2025?",
        ),
        (
            ["Hvor mange mottok fyrstøtte i 2024?"],
            "hvor lang var saksbehandlingstiden?",
            "Hvor lang var saksbehandlingstiden for fyrstøtte i 2024?",
        ),
        (
            ["Hvor mye ble brukt på fyr i 2024?"],
            "hva sier tildelingsbrevet?",
            "Hvor mye ble brukt på fyr i tildelingsbrevet i 2024?",
        ),
        (
            ["Hva er den ordinære fyrstøtten per måned i 2025?"],
            "hva med den utvidede?",
            "Hva er den utvidede fyrstøtten per måned i 2025?",
        ),
        (["Hvem leder møtet om fyr?"], "når er det?", "Når er møtet om fyr?"),
        (
            ["How many people took part in the fog exercise in 2024?"],
            "when was it held?",
            "When was fog exercise in 2024 held?",
        ),
        (["Hvor mye brukte etaten på fyr i 2024?"], "hva var det i 2023?", "Hvor mye brukte etaten på fyr i 2023?"),
        (
            ["Hvor mange av de ansatte i etaten var kvinner i 2024?"],
            "hvor mange av dem jobbet deltid?",
            "Hvor mange av de ansatte i etaten som var kvinner i 2024 jobbet deltid?",
        ),
    ],
)
def test_the_subject_goes_on_without_what_was_only_asked_of_it(
    history: list[str], question: str, completed: str
) -> None:
    """What was granted for something and what was paid of it have that something in common, not the granting."""
    assert complete(question, history, unlike) == completed


def test_a_damaged_data_file_is_refused_with_what_is_missing() -> None:
    """The message names the file and the table."""
    with pytest.raises(ValueError, match=r"language\.toml: the table «lead» is missing"):
        parse_words("")


@pytest.mark.parametrize("question", ["hvor mange grunnstøtinger i 2024", "Hvem skrev under tildelingsbrevet?"])
def test_a_question_that_says_all_it_asks_for_stands_alone(question: str) -> None:
    """What is counted and when, or who and what was done: nothing of the question before is put into it."""
    history = ["Hvor mye økte utbetalingene av siktestønad fra 2023 til 2024?"]
    assert complete(question, history, lambda _, others: [0.0] * len(others)) == question


@pytest.mark.parametrize(
    ("history", "question", "completed"),
    [
        (["Hva er bevilgningen på kap. 12 post 01?"], "og post 22?", "Hva er bevilgningen på kap. 12 post 22?"),
        (["Hvor mange brukere er under 30 år?"], "og over 50?", "Hvor mange brukere er over 50 år?"),
        (["Hvor mange mottok støtte i 2024?"], "og kvinner?", "Hvor mange mottok støtte blant kvinner i 2024?"),
        (
            ["Hvor mange mottok støtte i 2024?", "for menn?"],
            "og kvinner?",
            "Hvor mange mottok støtte for kvinner i 2024?",
        ),
        (["Hva er målet for ventetiden i 2025?"], "og resultatet i 2024?", "Hva er resultatet for ventetiden i 2024?"),
        (
            ["Hvor mange søknader om merker ble avslått i 2024?"],
            "og innvilget?",
            "Hvor mange søknader om merker ble innvilget i 2024?",
        ),
    ],
)
def test_what_is_plainly_of_one_kind_takes_its_place(history: list[str], question: str, completed: str) -> None:
    """A number, a bound, people of a sort, another noun of the same thing, and what else was done."""
    assert complete(question, history, unlike) == completed


@pytest.mark.parametrize(
    ("history", "question", "completed"),
    [
        (
            ["Hvor mange søknader om merker ble behandlet i 2024?"],
            "hvor mange ble avslått?",
            "Hvor mange søknader om merker ble avslått i 2024?",
        ),
        (
            ["Kor mange saker kom inn i 2024?"],
            "kor mange var utan endring?",
            "Kor mange saker var utan endring i 2024?",
        ),
        (["Hvor mange møter skal holdes i 2025?"], "hvem leder dem?", "Hvem leder de møter som skal holdes i 2025?"),
        (
            ["Hvor mange brukere har etaten?"],
            "hvor mange er det i Nordvik?",
            "Hvor mange brukere har etaten i Nordvik?",
        ),
        (
            ["Hva koster tilsynet i alt?"],
            "hvor mye mer er det enn rammen?",
            "Hvor mye mer koster tilsynet i alt enn rammen?",
        ),
        (
            ["Hvor mange mottok støtte ved utgangen av 2024?"],
            "hvor mange prosent er det av befolkningen?",
            "Hvor mange prosent utgjør de som mottok støtte ved utgangen av 2024 av befolkningen?",
        ),
        (
            ["Hvor mye er satt av til merker i 2025?"],
            "er det mer enn i 2024?",
            "Hvor mye er satt av til merker i 2025 sammenlignet med i 2024?",
        ),
        (
            ["Hva er fristen for søknader?"],
            "når ble ordningen innført?",
            "Når ble ordningen for fristen for søknader innført?",
        ),
        (
            ["Hvor mye er satt av til tilsyn i 2025?"],
            "hva skal pengene brukes til?",
            "Hva skal pengene til tilsyn i 2025 brukes til?",
        ),
        (["Hvor mange fikk støtte i 2024?"], "hvor mange fikk avslag?", "Hvor mange fikk avslag på støtte i 2024?"),
    ],
)
def test_what_was_counted_and_what_was_said_of_it_go_on(history: list[str], question: str, completed: str) -> None:
    """A verb without its noun, a part picked out, and what follows «er det»."""
    assert complete(question, history, unlike) == completed


@pytest.mark.parametrize(
    ("history", "question", "completed"),
    [
        (
            ["Hvor mange ansatte er det i Ytre Nordvik?"],
            "hvor mange fyr har regionen?",
            "Hvor mange fyr har regionen Ytre Nordvik?",
        ),
        (
            ["Hvor mange årsverk hadde tilsynslinjen i 2024?"],
            "hvor mange saker behandlet linjen?",
            "Hvor mange saker behandlet tilsynslinjen i 2024?",
        ),
        (
            ["Hvor mange ansatte har etaten?"],
            "hvor mange fyr har regionen Sørvik?",
            "hvor mange fyr har regionen Sørvik?",
        ),
    ],
)
def test_a_body_or_place_is_the_one_named_before(history: list[str], question: str, completed: str) -> None:
    """«regionen» is the one that was named, unless its name follows."""
    assert complete(question, history, unlike) == completed


def test_who_did_something_with_the_document_is_no_follow_up() -> None:
    """«har skrevet» is done with the document just as «skrev»."""
    assert not is_follow_up("Hvem har skrevet under tildelingsbrevet?")
