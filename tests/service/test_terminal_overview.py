"""Overviews in the terminal: every number as it is printed, with where it stands."""

import io

from rich.console import Console

from service.schemas import AskReply
from service.terminal import print_answer
from tests.eval.made_overview import reply
from tests.service.conftest import Service


def printed(answer: AskReply) -> str:
    """What the terminal shows, lines without padding."""
    console = Console(file=io.StringIO(), width=120)
    print_answer(console, answer)
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    return "\n".join(" ".join(line.split()) for line in lines)


def test_every_row_has_its_numbers_and_its_place(read_only: Service) -> None:
    """Units stand in the headings, page and line beside the numbers."""
    got = read_only.ask("lag en oversikt over utgifter i 2023 og 2024 for alle formål")
    lines = printed(AskReply.model_validate(got)).splitlines()
    assert lines[0] == "Utgifter i 2023 og 2024"
    row = got["overview"]["rows"][0]
    first, last = got["figures"][row["cells"][0]["figure"]]["citation"]["lines"]
    assert first == last
    assert f"Drift av fyrlykter 118 131 1: {first}" in lines
    assert "millioner kroner millioner kroner Side: linje" in lines


def test_what_is_empty_and_what_is_computed_is_explained() -> None:
    """A dash of the document's own, nothing found, and a number no document prints."""
    text = printed(reply())
    assert "Sum i alt – ikke funnet" in text
    assert "– ikke oppgitt i dokumentet" in text
    assert "«ikke funnet»: ingen tabell har det" in text
    assert "Endring *" in text
    assert "* regnet ut av tallene i raden" in text


def test_why_there_is_no_overview_is_said() -> None:
    """In the words of the reply."""
    refused = reply(status="not_found", overview=None, figures=[], trace={"no_overview": "Ingen tabell har dette."})
    assert printed(refused).splitlines() == ["Ikke funnet i dokumentene.", "Ingen tabell har dette."]
