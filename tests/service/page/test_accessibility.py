"""axe-core finds nothing wrong with any view of the page, light or dark, wide or narrow (WCAG 2.1 A and AA)."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.service.page.walk import ask

pytestmark = pytest.mark.browser

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}}
LOOKS = [
    pytest.param((1440, 900), "light", id="wide-light"),
    pytest.param((1440, 900), "dark", id="wide-dark"),
    pytest.param((360, 740), "dark", id="phone-dark"),
]


def violations(page: Page) -> list[str]:
    """What axe finds, each with the elements it is found on."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {' | '.join(node['html'][:160] for node in rule['nodes'])}" for rule in found]


def beginning(page: Page) -> Iterator[str]:
    """Before the first question, with the documents, and asked whether one is to go."""
    yield "start"
    if not page.locator(".document-list").is_visible():
        page.locator("#documents summary").first.click()
    yield "documents"
    page.locator(".document-ways button").nth(1).click()
    yield "removal"
    page.keyboard.press("Escape")
    ask(page, "Hvor mange fartøy?")
    page.locator(".document-ways button").nth(1).click()
    page.get_by_role("button", name="Fjern dokumentet").click()
    page.locator(".removed").first.wait_for()
    yield "removed"


def answers(page: Page) -> Iterator[str]:
    """Every kind of answer, everything in it unfolded."""
    for question, until in (
        ("Hvor mange fartøy?", ".answer"),
        ("Hva var utgifter til drift?", "td.cited"),
        ("Hvor mye økte drift?", ".comparison"),
        ("Gi en oversikt over drift", ".overview"),
        ("Hvor langt er det til månen?", ".not-found"),
    ):
        ask(page, question, until).locator(".follow-up").first.wait_for()
    page.evaluate("for (const folded of document.querySelectorAll('.turn details')) folded.open = true")
    page.locator(".feedback button").first.click()
    yield "answers"
    page.locator(".menu summary").click()
    yield "menu"
    page.get_by_role("button", name="Kildeliste").click()
    page.get_by_text("Rett opplysningene").click()
    yield "sources"


def source(page: Page) -> Iterator[str]:
    """The source: its text searched, its contents, its original."""
    ask(page, "Hvor mange fartøy?").locator(".evidence .source-line").click()
    page.fill("#source-find", "linje 20")
    page.press("#source-find", "Enter")
    page.locator("mark.found").wait_for()
    page.locator(".outline summary").click()
    page.locator(".outline-item").first.wait_for()
    yield "text"
    page.locator(".outline summary").click()
    page.get_by_role("button", name="Original", exact=True).click()
    page.locator(".pdf-page").wait_for()
    yield "original"


@pytest.mark.parametrize(("page", "scheme"), LOOKS, indirect=["page"])
@pytest.mark.parametrize("views", [beginning, answers, source])
def test_axe_finds_nothing(page: Page, scheme: str, views: Callable[[Page], Iterator[str]]) -> None:
    """Every view that is walked through."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    assert {view: found for view in views(page) if (found := violations(page))} == {}


def test_axe_finds_what_is_wrong(page: Page) -> None:
    """The check itself is at work: an image without words is found."""
    page.evaluate("document.body.append(document.createElement('img'))")
    assert any(found.startswith("image-alt") for found in violations(page))
