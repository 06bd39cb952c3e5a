"""What a question wants."""

import pytest

from ingest.quantities.model import Measure
from retrieval.answer import Answerer
from retrieval.query import FRAME, make_query
from retrieval.question import Kind, is_first_end, is_frame, is_of_ages, is_of_own_case, is_whole, understand


@pytest.mark.parametrize(
    ("question", "kind", "unit"),
    [
        ("Hvor mange deltok på tiltak per måned?", Kind.HOW_MANY, "count"),
        ("Hvor stor del av sakene ble omgjort?", Kind.SHARE, "percent"),
        ("Hvor mange saker om barn under 18 år er avgjort?", Kind.HOW_MANY, "count"),
        ("Etter hvor mange uker måles hvor stor del som er i jobb?", Kind.DURATION, "time"),
        ("Hvor lang var ventetiden?", Kind.DURATION, "time"),
        ("Hvorfor økte utgiftene?", Kind.WHY, None),
        ("Hvor høyt var sykefraværet?", Kind.SHARE, "percent"),
        ("Hvor stort gebyr ga tilsynet?", Kind.HOW_MUCH, "money"),
        ("Hva var driftsutgiftene i 2024?", Kind.HOW_MUCH, "money"),
        ("nedgang kontantstøtte prosent 2024", Kind.HOW_MUCH, "percent"),
        ("Hvor mye økte saksbehandlingstiden?", Kind.DURATION, "time"),
        ("Hvor mye gikk til deltid?", Kind.HOW_MUCH, None),
        ("Hvor mange dagers kredittid har de?", Kind.DURATION, "time"),
        ("Ved hvor mange G slutter det?", Kind.HOW_MANY, "base"),
    ],
)
def test_kind_and_unit(question: str, kind: Kind, unit: str | None) -> None:
    """Of several ways to ask for a figure the one that comes first decides."""
    asked = understand(question, 2024)
    assert (asked.kind, asked.unit) == (kind, unit)


@pytest.mark.parametrize(
    ("question", "likely"),
    [("Hva kostet tilsynet?", "money"), ("saksbehandlingstid barnetrygd", "time"), ("karakter for kvalitet", "score")],
)
def test_the_subject_makes_a_unit_likely(question: str, likely: str) -> None:
    """Where the question names none."""
    assert likely in understand(question, 2024).likely


def test_a_year_before_a_unit_is_a_year() -> None:
    """«2024 dager» among search words is no number of days."""
    (period,) = understand("saksbehandlingstid utland 2024 dager", 2024).periods
    assert period.year == 2024


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mye ekstra fikk etaten?",
        "Hvor mye dyrere ble det?",
        "Hvor mange flere ble ledige i 2023?",
        "Hvor mye økte utgiftene?",
        "Hvor mye er bevilgningen redusert?",
        "Hvor stor var økningen i 2024?",
        "Kor mykje auka talet på saker?",
        "Kor mykje har utgiftene auka?",
    ],
)
def test_more_than_before_is_a_change(question: str) -> None:
    """A level does not answer it."""
    assert understand(question, 2024).measure == Measure.CHANGE


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mye gikk til tiltak for redusert deltid?",
        "Kor mange fekk tilbod om auka deltid?",
        "Hvor mye av økningen er satt av til opplæring?",
    ],
)
def test_a_change_in_a_name_or_shared_out_is_none(question: str) -> None:
    """«Redusert deltid» is a kind of measure; a part of an increase is an amount."""
    assert understand(question, 2024).measure == Measure.LEVEL


@pytest.mark.parametrize(
    ("label", "expected"),
    [("innenfor norm på 6 av … ytelser", True), ("av de … millionene", True), ("… av 16 ytelser", False)],
)
def test_a_whole_is_known(label: str, expected: bool) -> None:
    """«6 av 16»: 16 is what there are in all."""
    assert is_whole(label) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hvor mye får jeg i dagpenger?", True),
        ("When can I apply?", True),
        ("Hva skjer med søknaden min?", True),
        ("I hvilket år startet prosjektet?", False),
        ("Hvor mange minutter venter de som ringer?", False),
    ],
)
def test_a_question_of_the_askers_own_case_is_known(text: str, expected: bool) -> None:
    """«I» is «in» in Norwegian."""
    assert is_of_own_case(text) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("økte fra … prosent til 93,8 prosent", True),
        ("gikk fra … millioner kroner til 12", True),
        ("øke fra … prosent av alle søknader som behandles i den nye løsningen til 85", True),
        ("økte fra 90,8 prosent til … prosent", False),
        ("fra … kommuner kom det søknader som gikk videre herfra og helt fram til vedtak", False),
    ],
)
def test_the_first_end_of_a_change_is_known(label: str, expected: bool) -> None:
    """What it was before is no answer to what it is."""
    assert is_first_end(label) == expected


@pytest.mark.parametrize(
    ("question", "is_figure"),
    [
        ("Hva er Altinn?", False),
        ("Kva er eit årsverk?", False),
        ("What is a lighthouse?", False),
        ("Hva er sykefraværet?", True),
        ("What is the budget?", True),
    ],
)
def test_what_a_thing_is_is_no_number(question: str, is_figure: bool) -> None:
    """A thing is named with an indefinite article or none, a value in the definite."""
    assert understand(question, 2024).wants_figure == is_figure


@pytest.mark.parametrize(
    ("expression", "question", "expected"),
    [
        ("satt av til", "Hvor mye er satt av til tilsyn?", True),
        ("brukt", "Hvor mye ble brukt på tilsyn?", True),
        ("brukt", "Hvem har brukt fyret?", False),
        ("driftsutgifter", "Hvor store var driftsutgiftene?", False),
        ("etaten", "Hvor mange ansatte har etaten?", True),
        ("færrest", "Hvilken region har færrest ansatte?", True),
    ],
)
def test_words_of_the_asking_are_known(expression: str, question: str, expected: bool) -> None:
    """What the money is for is the subject; that it was given is said by the unit."""
    assert is_frame(expression, understand(question, 2024)) == expected


def test_a_word_that_only_asks_for_money_counts_less(answerer: Answerer) -> None:
    """Where no money is asked for it counts as it is."""
    index, language = answerer.index, answerer.language
    money, other = (make_query(text, index, language) for text in ("Hvor mye ble brukt?", "Hvem ble brukt?"))
    assert money.concepts[-1].rarity == pytest.approx(other.concepts[-1].rarity * FRAME)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mottakere i alderen 18–29 år", True),
        ("unge under 30 år", True),
        ("Antall mottakere", False),
        ("ventet i 14 dager", False),
    ],
)
def test_people_of_some_ages_are_known(text: str, expected: bool) -> None:
    """A number of some is no number of all."""
    assert is_of_ages(text) == expected


@pytest.mark.parametrize(
    ("question", "years"), [("Hvor mye økte det de siste ti årene?", []), ("Hva var det i fjor?", [2024])]
)
def test_a_time_told_from_now_dates_nothing(question: str, years: list[int]) -> None:
    """Which ten years are the last is a guess; last year is the one before the collection's."""
    assert [period.year for period in understand(question, 2025).periods] == years


@pytest.mark.parametrize(
    ("question", "kind", "unit"),
    [
        ("Hva er det korteste folk ventet når de ringte, i minutter?", Kind.DURATION, "time"),
        ("Hvor mye steg antallet klager, i prosent?", Kind.HOW_MUCH, "percent"),
        ("Hva kom det på når alt er regnet med, i kroner?", Kind.HOW_MUCH, "money"),
        ("Hvem bestemmer når møtet er?", Kind.WHO, None),
        ("Vet du når møtet er?", Kind.WHEN, None),
        ("Fra når gjelder reglene?", Kind.WHEN, None),
    ],
)
def test_a_unit_may_be_said_last_and_when_may_join(question: str, kind: Kind, unit: str | None) -> None:
    """«Når» asks only where no other word of the question does."""
    understood = understand(question, 2024)
    assert (understood.kind, understood.unit) == (kind, unit)


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("Hvor mange ansatte hadde etaten i 2024?", {"ansatte"}),
        ("Hvor mange nye merkesøknader kom inn?", {"nye", "merkesøknader"}),
        ("Hvor mange fikk lykteløyve i 2024?", set()),
        ("How many people received it?", {"people"}),
    ],
)
def test_what_is_counted_ends_at_a_verb(question: str, counted: set[str]) -> None:
    """Behind it stands who did something, or what was done."""
    assert understand(question, 2024).counted == counted
