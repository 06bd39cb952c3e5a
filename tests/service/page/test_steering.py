"""Choosing documents, starting, and using the page by keyboard, at every width."""

import pytest
from playwright.sync_api import Page, expect

from tests.service.page import canned
from tests.service.page.server import PageServer
from tests.service.page.walk import NARROW, ask

pytestmark = pytest.mark.browser

FITS = "document.documentElement.scrollWidth <= innerWidth"


def test_the_documents_are_listed(page: Page) -> None:
    """Title, kind, year and pages of each."""
    item = page.locator(".document-list li").first
    expect(item.locator(".document-title")).to_have_text("Årsrapport 2024 for Fjordetaten")
    expect(item.locator(".document-facts")).to_have_text("Årsrapport · 2024 · 48 sider")


def test_chosen_documents_restrict_the_question(page: Page, server: PageServer) -> None:
    """All are asked until one is left out; with none chosen the question is not sent."""
    ask(page, "Hvor mange fartøy?")
    assert "documents" not in server.asked[0]
    page.locator(".document-list input").nth(1).uncheck()
    expect(page.locator(".count")).to_have_text("1 av 2")
    turn = ask(page, "Hvor langt er det til månen?", ".not-found")
    assert server.asked[1]["documents"] == [canned.REPORT]
    expect(turn).to_contain_text("bare lett i dokumentene du hadde valgt")
    page.get_by_role("button", name="Velg ingen").click()
    page.fill("#question", "Hvor mange fartøy?")
    page.press("#question", "Enter")
    expect(page.locator("#ask-problem")).to_have_text("Velg minst ett dokument å spørre i.")
    assert len(server.asked) == 2


def test_suggestions_come_from_the_collection(page: Page, server: PageServer) -> None:
    """A suggestion fits a document that is there, and asks at once."""
    first = page.locator(".suggestion").first
    expect(first).to_have_text(canned.STARTING[0])
    first.click()
    expect(page.locator(".turn .answer")).to_be_visible()
    expect(page.locator("#start")).to_be_hidden()
    assert server.asked[0]["question"] == canned.STARTING[0]


def test_a_new_conversation_forgets_the_old_one(page: Page, server: PageServer) -> None:
    """Turns and history are gone, and the suggestions are back."""
    ask(page, "Hvor mange fartøy?")
    page.get_by_role("button", name="Ny samtale").click()
    expect(page.locator(".turn")).to_have_count(0)
    expect(page.locator("#start")).to_be_visible()
    expect(page.locator("#question")).to_be_focused()
    ask(page, "Hvor mange fartøy?")
    assert server.asked[-1]["history"] == []


def test_the_whole_way_by_keyboard(page: Page) -> None:
    """Ask with a line break in the question, go to the source, and come back, without a mouse."""
    page.keyboard.type("Hvor mange")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("fartøy?")
    page.keyboard.press("Enter")
    expect(page.locator(".question")).to_have_text("Hvor mange\nfartøy?", use_inner_text=True)
    page.locator(".answer").wait_for()
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.matches('.evidence .source-line')"):
            break
    expect(page.locator(".evidence .source-line")).to_be_focused()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("#source-title")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Lukk kilden")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".evidence .source-line")).to_be_focused()


def test_the_first_stop_skips_to_the_question(page: Page) -> None:
    """The skip link is the first thing the keyboard meets, and is seen when it does."""
    page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Gå til spørsmålsfeltet")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#question")).to_be_focused()


def test_the_landmarks_have_names(page: Page) -> None:
    """Screen readers find the main content, the documents and the source, and each turn by its question."""
    expect(page.get_by_role("main")).to_be_visible()
    expect(page.get_by_role("region", name="Dokumenter")).to_be_visible()
    turn = ask(page, "Hvor mange fartøy?")
    expect(page.get_by_role("article", name="Hvor mange fartøy?")).to_be_visible()
    turn.locator(".evidence .source-line").click()
    expect(page.get_by_role("complementary", name="Kilde")).to_be_visible()
    expect(page.get_by_role("dialog", name="Årsrapport 2024 for Fjordetaten")).to_be_visible()


@pytest.mark.parametrize("page", [(320, 256), *NARROW, (768, 1024)], indirect=True, ids=["zoom-400", "phone", "tablet"])
def test_nothing_is_wider_than_the_window(page: Page) -> None:
    """Also at 320 pixels, which is what zoom to 400 % leaves: no sideways scrolling, the ask box within reach."""
    assert page.evaluate(FITS)
    ask(page, "Hva var utgifter til drift?", "td.cited")
    ask(page, "Hvor mye økte drift?", ".comparison")
    ask(page, "Gi en oversikt over drift", "table")
    ask(page, "Hvor langt er det til månen?", ".not-found")
    assert page.evaluate(FITS)
    page.locator("#question").click()  # scrolls until it can be hit
    expect(page.locator("#question")).to_be_focused()
    expect(page.locator("#question")).to_be_in_viewport()


@pytest.mark.parametrize("page", NARROW, indirect=True, ids=["phone"])
def test_on_a_phone_the_documents_are_folded_away(page: Page) -> None:
    """The list takes no room until it is opened."""
    expect(page.locator(".document-list")).to_be_hidden()
    page.locator("#documents summary").click()
    expect(page.locator(".document-list")).to_be_visible()
