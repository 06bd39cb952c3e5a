"""Going on from an answer: suggestions, leaving a document out, links, copying, files, feedback, languages."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.service.page import canned
from tests.service.page.server import PageServer
from tests.service.page.walk import NARROW, ask

pytestmark = pytest.mark.browser


def copied(page: Page) -> str:
    """What is on the clipboard."""
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_suggestions_to_go_on_with(page: Page, server: PageServer) -> None:
    """They come after the answer, and ask in the same conversation."""
    turn = ask(page, "Hvor mange fartøy?")
    expect(turn.locator(".follow-up")).to_have_text(canned.FOLLOWING)
    turn.locator(".follow-up").first.click()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".turn").last.locator(".resolved")).to_be_visible()
    assert server.asked[-1]["question"] == "Og i 2023?"
    assert server.asked[-1]["history"] == ["Hvor mange fartøy?"]


def test_asking_again_without_a_document(page: Page, server: PageServer) -> None:
    """The same question, asked of the others; the turn says of which."""
    turn = ask(page, "Hvor mange fartøy?")
    turn.locator(".evidence").get_by_role("button", name="Spør igjen uten").click()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".turn").last.locator(".scope")).to_contain_text("Tildelingsbrev 2025")
    expect(page.locator(".turn").last.locator(".answer")).to_be_visible()
    assert server.asked[-1]["question"] == "Hvor mange fartøy?"
    assert server.asked[-1]["documents"] == [canned.LETTER]


def test_kinds_and_years_restrict_the_question(page: Page, server: PageServer) -> None:
    """A kind or a year that is chosen narrows the list and what is asked."""
    page.get_by_label("Årsrapport", exact=True).check()
    expect(page.locator(".document-list li")).to_have_count(1)
    expect(page.locator("#documents-count")).to_have_text("1 av 2")
    ask(page, "Hvor mange fartøy?")
    assert server.asked[-1]["documents"] == [canned.REPORT]
    page.get_by_role("button", name="Velg alle").click()
    page.get_by_label("2025", exact=True).check()
    ask(page, "Hvor mange fartøy?")
    assert server.asked[-1]["documents"] == [canned.LETTER]


def test_a_link_to_a_question_asks_it_again(page: Page, server: PageServer) -> None:
    """The conversation comes back, asked of the same documents; what is asked is in no address that is fetched."""
    page.locator(".document-list input").nth(1).uncheck()
    ask(page, "Hvor mange fartøy?")
    turn = ask(page, "Og i 2023?")
    turn.get_by_role("button", name="Kopier lenke", exact=True).click()
    expect(turn.locator(".copy-outcome", has_text="Kopiert")).to_be_visible()
    link = copied(page)
    assert "?" not in link.partition("#")[0]
    server.reset()
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".turn .answer")).to_have_count(2)
    expect(page.locator("#documents-count")).to_have_text("1 av 2")
    assert [(asked["question"], asked["documents"]) for asked in server.asked] == [
        ("Hvor mange fartøy?", [canned.REPORT]),
        ("Og i 2023?", [canned.REPORT]),
    ]
    assert page.url == server.address


def test_a_link_to_a_document_that_is_gone_is_told(page: Page, server: PageServer) -> None:
    """Nothing is asked of other documents than those the link names."""
    page.goto("about:blank")
    page.goto(f"{server.address}#q=Hvor+mange%3F&d=000000000000")
    expect(page.get_by_role("alert").filter(has_text="ikke finnes i samlingen")).to_be_visible()
    assert server.asked == []


def open_sources(page: Page) -> Locator:
    """The dialog with the list of sources."""
    page.get_by_text("Del og lagre").click()
    page.get_by_role("button", name="Kildeliste").click()
    return page.get_by_role("dialog", name="Kildeliste")


def test_the_source_list_is_copied_in_apa_style(page: Page) -> None:
    """Every document once: publisher, year of publication, title in italics; the pages stand in the reference."""
    ask(page, "Hvor mange fartøy?")
    ask(page, "Hva var utgifter til drift?")
    ask(page, "Hvor langt er det til månen?", ".not-found")
    dialog = open_sources(page)
    expect(dialog.locator(".in-text")).to_have_text("I teksten: (Fjordetaten, 2025, s. 3 og 6)")
    dialog.get_by_role("button", name="Kopier kildelisten").click()
    expect(dialog.locator(".copy-outcome", has_text="Kopiert")).to_be_visible()
    assert copied(page).splitlines() == [
        "Fjordetaten. (2025). Årsrapport 2024 for Fjordetaten.",
        "I teksten: (Fjordetaten, 2025, s. 3 og 6)",
    ]
    rich = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then(content => content.text())"
    )
    assert "<i>Årsrapport 2024 for Fjordetaten</i>" in rich


def test_what_is_put_right_reaches_files_and_copied_answers(page: Page, server: PageServer) -> None:
    """Only what was changed is sent."""
    turn = ask(page, "Hvor mange fartøy?")
    dialog = open_sources(page)
    dialog.get_by_text("Rett opplysningene").click()
    dialog.get_by_label("Utgiver").fill("Fjord- og fyretaten")
    dialog.get_by_role("button", name="Lukk").click()
    turn.get_by_role("button", name="Kopier svar med kilde").click()
    expect(turn.locator(".copy-outcome", has_text="Kopiert")).to_be_visible()
    assert copied(page).endswith("(Fjord- og fyretaten, 2025, s. 3)")
    page.get_by_text("Del og lagre").click()
    with page.expect_download():
        page.get_by_role("button", name="Lagre som Markdown").click()
    title = "Årsrapport 2024 for Fjordetaten"
    assert server.sent[-1][2]["sources"] == [
        {
            "document": canned.REPORT,
            "publisher": "Fjord- og fyretaten",
            "year": "2025",
            "title": title,
            "left_out": False,
        }
    ]


def test_the_source_list_can_be_put_right(page: Page) -> None:
    """What is put right is copied, and is still so when the list is opened again; a source can be left out."""
    ask(page, "Hvor mange fartøy?")
    dialog = open_sources(page)
    dialog.get_by_text("Rett opplysningene").click()
    dialog.get_by_label("Utgiver").fill("")
    dialog.get_by_label("Utgitt (år)").fill("")
    expect(dialog.locator(".source-entry")).to_have_text("Årsrapport 2024 for Fjordetaten. (u.å.).")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    dialog = open_sources(page)
    expect(dialog.locator(".source-entry")).to_have_text("Årsrapport 2024 for Fjordetaten. (u.å.).")
    dialog.get_by_text("Rett opplysningene").click()
    dialog.get_by_label("Ta med i listen").uncheck()
    expect(dialog.locator(".source-entry")).to_have_count(0)


def test_an_answer_said_to_be_wrong_is_no_source(page: Page, server: PageServer) -> None:
    """Not in the list, and not in what is saved."""
    turn = ask(page, "Hvor mange fartøy?")
    turn.get_by_role("button", name="Feil").click()
    dialog = open_sources(page)
    expect(dialog.get_by_text("Ingen svar i samtalen har en kilde ennå.")).to_be_visible()
    dialog.get_by_role("button", name="Lukk").click()
    page.get_by_text("Del og lagre").click()
    with page.expect_download():
        page.get_by_role("button", name="Lagre som Markdown").click()
    assert server.sent[-1][2]["wrong"] == [0]


def test_an_answer_is_copied_with_its_reference(page: Page) -> None:
    """As it is written in running text."""
    turn = ask(page, "Hvor mange fartøy?")
    turn.get_by_role("button", name="Kopier svar med kilde").click()
    expect(turn.locator(".copy-outcome", has_text="Kopiert")).to_be_visible()
    assert copied(page).endswith("linje 200–201 (Fjordetaten, 2025, s. 3)")


def test_a_link_to_a_conversation_has_all_of_it(page: Page, server: PageServer) -> None:
    """Every question, with the documents that each was asked of; a long link is said to be long."""
    page.locator(".document-list input").nth(1).uncheck()
    questions = [f"Hvor mange fartøy var det i {1990 + at}, {'og ' * 50}takk?" for at in range(12)]
    ask(page, questions[0])
    page.get_by_role("button", name="Velg alle").click()
    for question in questions[1:]:
        ask(page, question)
    page.get_by_text("Del og lagre").click()
    page.get_by_role("button", name="Kopier lenke til samtalen").click()
    expect(page.locator(".menu .copy-outcome", has_text="noen programmer kutter")).to_be_visible()
    link = copied(page)
    server.reset()
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".turn .answer")).to_have_count(12)
    assert [asked["question"] for asked in server.asked] == questions
    assert [asked.get("documents") for asked in server.asked] == [[canned.REPORT], *[None] * 11]
    assert server.asked[-1]["history"] == questions[:-1]


def test_another_language_loses_nothing(page: Page, server: PageServer) -> None:
    """Nothing is asked again: not what is answered, not what is being answered, not what a link has yet to ask."""
    server.delay = 0.6
    page.goto("about:blank")
    page.goto(f"{server.address}#q=En%3F&q=To%3F&q=Tre%3F")
    expect(page.locator(".turn")).to_have_count(1)
    page.locator(".document-list input").nth(1).uncheck()
    page.fill("#question", "Hva med")
    page.locator("#language").select_option("nn")
    expect(page.locator(".turn .answer")).to_have_count(3)
    assert page.locator(".question").all_inner_texts() == ["En?", "To?", "Tre?"]
    assert [asked["question"] for asked in server.asked] == ["En?", "To?", "Tre?"]
    expect(page.locator("#question")).to_have_value("Hva med")
    expect(page.locator("#documents-count")).to_have_text("1 av 2")
    page.locator("#language").select_option("nb")
    expect(page.locator(".turn .answer")).to_have_count(3)
    assert len(server.asked) == 3


def test_another_language_keeps_what_was_said_and_opened(page: Page, server: PageServer) -> None:
    """A judgement and its comment, the answer of a document that was removed, the source with its search."""
    turn = ask(page, "Hvor mange fartøy?")
    turn.get_by_role("button", name="Feil").click()
    turn.get_by_label("Kommentar").fill("Gjelder 2023")
    turn.locator(".evidence .source-line").click()
    panel = page.locator(".source-dialog")
    panel.get_by_role("searchbox").fill("Linje 39")
    page.keyboard.press("Enter")
    panel.get_by_role("button", name="Neste treff").click()
    expect(panel.locator(".find-count")).to_have_text("2 av 10")
    page.locator("#language").select_option("en")
    expect(turn.get_by_role("button", name="Wrong")).to_have_attribute("aria-pressed", "true")
    expect(turn.get_by_label("Comment")).to_have_value("Gjelder 2023")
    expect(panel.get_by_role("button", name="Close the source")).to_be_visible()
    expect(panel.locator(".find-count")).to_have_text("2 of 10")
    expect(panel.locator("mark.found")).to_be_in_viewport()
    server.documents = [info for info in server.documents if info["id"] != canned.REPORT]
    page.locator("#language").select_option("nb")
    expect(turn.locator(".answer-words")).to_have_text("12 480 fartøy")
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("name", "kind", "ending"), [("Lagre som Markdown", "markdown", "md"), ("Lagre som Word", "docx", "docx")]
)
def test_the_conversation_is_saved(page: Page, server: PageServer, name: str, kind: str, ending: str) -> None:
    """The questions are sent as they were asked, and the reply is saved as a file."""
    ask(page, "Hvor mange fartøy?")
    ask(page, "Og i 2023?")
    page.get_by_text("Del og lagre").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name=name).click()
    assert saved.value.suggested_filename == f"samtale.{ending}"
    method, path, body = server.sent[-1]
    assert (method, path) == ("POST", "/api/conversations/export")
    assert [turn["question"] for turn in body["turns"]] == ["Hvor mange fartøy?", "Og i 2023?"]
    assert (body["format"], body["language"]) == (kind, "nb")


def test_feedback_with_a_comment(page: Page, server: PageServer) -> None:
    """A thumb and a few words are kept with the question and the answer."""
    turn = ask(page, "Hvor mange fartøy?")
    turn.get_by_role("button", name="Feil").click()
    expect(turn.get_by_role("button", name="Feil")).to_have_attribute("aria-pressed", "true")
    turn.get_by_label("Kommentar").fill("Tallet gjelder 2023.")
    turn.get_by_role("button", name="Send tilbakemelding").click()
    expect(turn.get_by_text("Takk, det er notert.")).to_be_visible()
    said = {
        "question": "Hvor mange fartøy?",
        "verdict": "wrong",
        "comment": "Tallet gjelder 2023.",
        "answer": "12 480 fartøy",
    }
    assert server.sent[-1] == ("POST", "/api/feedback", said)


def test_a_refusal_can_be_contradicted(page: Page, server: PageServer) -> None:
    """«It is there» is kept as a missing answer."""
    turn = ask(page, "Hvor langt er det til månen?", ".not-found")
    turn.get_by_role("button", name="Det står der").click()
    turn.get_by_role("button", name="Send tilbakemelding").click()
    expect(turn.get_by_text("Takk, det er notert.")).to_be_visible()
    assert server.sent[-1][2]["verdict"] == "missing"


@pytest.mark.parametrize("page", [(1440, 900), *NARROW], indirect=True, ids=["wide", "phone"])
def test_the_language_is_chosen_and_kept(page: Page) -> None:
    """The interface and the page's language change, and the conversation stays; the documents' words keep theirs."""
    ask(page, "Hvor mange fartøy?")
    page.locator("#language").select_option("en")
    expect(page.locator(".turn .confidence")).to_contain_text("Reliable answer.")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".turn blockquote")).to_have_attribute("lang", "nb")
    page.reload()
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    page.locator("#language").select_option("nn")
    expect(page.locator(".start-heading")).to_have_text("Kva vil du vite?")
    page.locator("#language").select_option("nb")
    expect(page.locator(".start-heading")).to_have_text("Hva vil du vite?")
