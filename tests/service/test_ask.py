"""POST /api/ask: the whole shape of the contract, and every figure where the reply says it stands."""

from dataclasses import replace
from typing import Any

from tests.service.conftest import Service

REPLY = {
    "question", "resolved_question", "status", "confidence", "answer", "figures", "comparison", "passages", "overview",
    "trace", "took_ms",
}  # fmt: skip
FIGURE = {
    "text", "value", "scale", "unit", "amount", "period", "label", "measure", "approximate", "confidence", "citation",
    "cell",
}  # fmt: skip
CITATION = {
    "document", "source", "title", "page", "page_label", "section", "lines", "quote", "highlight", "reading",
}  # fmt: skip
PASSAGE = {
    "id", "document", "source", "title", "page", "page_label", "section", "lines", "kind", "text", "highlights",
    "reading", "score", "table",
}  # fmt: skip


def source_lines(service: Service, source: str) -> list[str]:
    """The lines of a text file."""
    return (service.documents / source).read_text("utf8").split("\n")


def check_shape(service: Service, reply: dict[str, Any]) -> None:
    """Every field is there and of its kind; every number and every passage stands where the reply says."""
    assert set(reply) == REPLY
    assert reply["status"] in ("answered", "not_found")
    assert 0 <= reply["confidence"] <= 1
    assert (reply["answer"] is None) == (reply["status"] == "not_found")
    assert isinstance(reply["trace"]["terms"], list)
    assert set(reply["trace"]["legs"]) == {"lexical", "dense"}
    assert reply["took_ms"] >= 0
    for figure in reply["figures"]:
        check_figure(service, figure)
    for passage in reply["passages"]:
        check_passage(service, passage)


def check_figure(service: Service, figure: dict[str, Any]) -> None:
    """A figure's fields agree with each other and with the file."""
    assert set(figure) == FIGURE
    assert figure["amount"] == figure["value"] * figure["scale"]
    assert figure["measure"] in ("level", "change", "share", "date", "duration")
    assert isinstance(figure["approximate"], bool)
    assert 0 <= figure["confidence"] <= 1
    citation = figure["citation"]
    assert set(citation) == CITATION
    start, end = citation["highlight"]
    assert "".join(citation["quote"][start:end].split()) == "".join(figure["text"].split())
    check_place(service, citation, citation["quote"])
    if figure["cell"] is not None:
        assert {"caption", "row", "column"} <= set(figure["cell"])


def check_passage(service: Service, passage: dict[str, Any]) -> None:
    """A passage's text is its lines, and its highlights lie in it."""
    assert set(passage) == PASSAGE
    assert passage["kind"] in ("paragraph", "list", "table_row")
    assert all(0 <= start < end <= len(passage["text"]) for start, end in passage["highlights"])
    check_place(service, passage, passage["text"])


def check_place(service: Service, place: dict[str, Any], text: str) -> None:
    """The lines are within the file, are few, and hold the text."""
    first, last = place["lines"]
    assert 1 <= first <= last < first + 60
    assert place["page"] >= 1
    assert isinstance(place["section"], list)
    assert place["title"]
    if place["source"].endswith(".txt"):
        lines = source_lines(service, place["source"])
        assert last <= len(lines)
        assert [line.strip() for line in text.split("\n")] == [
            line.strip() for line in lines[first - 1 : last] if line.strip()
        ]


def test_a_figure_in_text(read_only: Service) -> None:
    """The number is the one asked for, in its unit and period, without a cell."""
    reply = read_only.ask("Hvor mange ansatte hadde etaten ved utgangen av 2024?")
    check_shape(read_only, reply)
    first = reply["figures"][0]
    assert (reply["status"], reply["answer"]) == ("answered", "214 ansatte")
    assert (first["text"], first["value"], first["scale"], first["unit"]) == ("214", 214, 1, "ansatte")
    assert (first["measure"], first["approximate"], first["cell"]) == ("level", False, None)
    assert "2024" in first["period"]
    assert "utgangen" in first["label"]
    assert first["citation"]["section"] == ["2 Nøkkeltall"]
    assert first["citation"]["lines"] == [7, 8]
    assert (reply["comparison"], reply["overview"]) == (None, None)


def test_the_cited_passage_stands_first(read_only: Service) -> None:
    """The first passage is the one the first figure is cited from, and the question's words are marked in it."""
    reply = read_only.ask("Hvor mange ansatte hadde etaten ved utgangen av 2024?")
    first = reply["passages"][0]
    assert first["lines"] == reply["figures"][0]["citation"]["lines"]
    assert "ansatte" in {first["text"][start:end] for start, end in first["highlights"]}


def test_a_figure_in_a_table(read_only: Service) -> None:
    """Its cell has caption, row and column; the scale comes from the caption; the table can be fetched by its id."""
    reply = read_only.ask("Hvor mye ble brukt på nye merker i 2024?")
    check_shape(read_only, reply)
    first = reply["figures"][0]
    assert (first["value"], first["scale"], first["amount"], first["unit"]) == (57, 1_000_000, 57_000_000, "kroner")
    assert (first["cell"]["row"], first["cell"]["column"]) == (["Nye merker"], ["2024"])
    assert first["cell"]["caption"].startswith("Tabell 1")
    row = reply["passages"][0]
    assert (row["kind"], row["lines"]) == ("table_row", [14, 14])
    assert row["table"] == first["cell"]["table"]
    assert read_only.client.get(f"/api/tables/{row['table']}").status_code == 200


def test_a_number_broken_over_lines_is_one_figure(read_only: Service) -> None:
    """«1» at the end of a line and «250» on the next are 1 250, and the highlight covers both."""
    reply = read_only.ask("Hvor mange nye fortøyninger fikk havnen i 2022?")
    check_shape(read_only, reply)
    first = reply["figures"][0]
    assert first["value"] == 1250
    start, end = first["citation"]["highlight"]
    assert first["citation"]["quote"][start:end] == "1\n250"
    reading = first["citation"]["reading"]
    ((start, end),) = reading["highlights"]
    assert reading["text"][start:end] == "1 250"


def test_a_figure_in_a_pdf_has_its_page(read_only: Service) -> None:
    """The page is the physical one, counted from 1."""
    reply = read_only.ask("Hvor mange skipsvrak fant dykkerne i 2021?")
    check_shape(read_only, reply)
    first = reply["figures"][0]
    assert (first["value"], first["citation"]["source"], first["citation"]["page"]) == (37, "vrak.pdf", 2)


def test_not_found_lists_the_nearest(service: Service) -> None:
    """Nothing is answered; the passages that come nearest are shown."""
    service.engine.__dict__["weights"] = replace(service.engine.weights, threshold=1.1)
    reply = service.ask("Hvor mye mer ble brukt på drift av fyrlykter i 2024 enn i 2023?")
    check_shape(service, reply)
    assert (reply["status"], reply["answer"], reply["comparison"]) == ("not_found", None, None)
    assert reply["passages"]


def test_a_comparison_points_at_its_operands(read_only: Service) -> None:
    """What is computed says from which of the figures, and each is cited."""
    reply = read_only.ask("Hvor mye mer ble brukt på drift av fyrlykter i 2024 enn i 2023?")
    check_shape(read_only, reply)
    comparison = reply["comparison"]
    assert set(comparison) == {"operation", "operands", "result", "considered"}
    assert comparison["operation"] == "difference"
    assert comparison["result"] == {"value": 13_000_000, "unit": "kroner"}
    first, second = (reply["figures"][at]["amount"] for at in comparison["operands"])
    assert first - second == comparison["result"]["value"]


def test_a_follow_up_is_completed_and_shown(read_only: Service) -> None:
    """The subject comes from the earlier question; the reply says what was asked in full."""
    earlier = "Hvor mange ansatte hadde etaten ved utgangen av 2024?"
    reply = read_only.ask("og i 2023?", history=[earlier])
    check_shape(read_only, reply)
    assert reply["question"] == "og i 2023?"
    assert "ansatte" in reply["resolved_question"]
    assert "2023" in reply["resolved_question"]
    assert reply["figures"][0]["value"] == 201


def test_documents_restrict_what_is_searched(read_only: Service) -> None:
    """Everything shown comes from the chosen document."""
    letter = read_only.ident("brev.txt")
    reply = read_only.ask("Hvor mange millioner kroner i 2025?", documents=[letter])
    places = [figure["citation"] for figure in reply["figures"]] + reply["passages"]
    assert {place["document"] for place in places} == {letter}


def test_years_restrict_what_is_searched(read_only: Service) -> None:
    """Only documents of a chosen year are searched."""
    years = {entry["source"]: entry["year"] for entry in read_only.client.get("/api/documents").json()}
    wanted = years["rapport.txt"]
    reply = read_only.ask("Hvor mange ansatte hadde etaten?", years=[wanted])
    assert {years[passage["source"]] for passage in reply["passages"]} == {wanted}


def test_a_year_without_documents_finds_nothing(read_only: Service) -> None:
    """A filter that leaves nothing is a plain not_found."""
    reply = read_only.ask("Hvor mange ansatte hadde etaten?", years=[1871])
    assert (reply["status"], reply["passages"], reply["figures"]) == ("not_found", [], [])


def test_limit_is_how_many_passages(read_only: Service) -> None:
    """No more passages than asked for."""
    assert len(read_only.ask("etaten 2024", limit=1)["passages"]) == 1


def test_the_same_question_gives_the_same_reply(read_only: Service) -> None:
    """But for the time it took."""
    first, second = (read_only.ask("Hvor mange dager tok merkesøknader i 2024?") for _ in range(2))
    assert {**first, "took_ms": 0} == {**second, "took_ms": 0}


def test_search_gives_passages_alone(read_only: Service) -> None:
    """The same passages as an answer has, without answering."""
    response = read_only.client.post("/api/search", json={"question": "restanse merkesøknader", "limit": 2})
    reply = response.json()
    assert set(reply) == {"passages", "took_ms"}
    assert 1 <= len(reply["passages"]) <= 2
    for passage in reply["passages"]:
        check_passage(read_only, passage)
    assert "restansen" in reply["passages"][0]["text"]


def test_only_documents_of_the_chosen_kinds_are_searched(read_only: Service) -> None:
    """As the list of documents names the kinds; one that no document is of leaves nothing to be found."""
    kinds = {document["source"]: document["kind"] for document in read_only.client.get("/api/documents").json()}
    for kind in {*kinds.values(), "tertialrapport"}:
        found = read_only.ask("Hvor mange ansatte hadde etaten ved utgangen av 2024?", kinds=[kind])["passages"]
        assert {kinds[passage["source"]] for passage in found} <= {kind}
        assert bool(found) == (kind in kinds.values())
