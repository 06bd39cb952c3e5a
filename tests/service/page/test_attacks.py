"""The page over the real service: what a document or a question holds is shown as text and never runs."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.service.attacks.corpus import CORPUS
from tests.service.conftest import service_in
from tests.service.page.walk import ask
from tests.service.running import running

pytestmark = pytest.mark.browser
EVIL = [text for text in CORPUS["texts"] + CORPUS["documents"] if "hacked" in text and "\r" not in text]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service over one document, every line of which is an attack; its name is one as well."""
    service = service_in(tmp_path_factory.mktemp("attacked"))
    service.documents.mkdir()
    lines = [f"Etaten {number} har {number} losbåter: {text}" for number, text in enumerate(EVIL, 100)]
    name = "<img src=x onerror=window.hacked=1>.txt"
    (service.documents / name).write_text("\n\n".join(["1 <svg onload=window.hacked=1>", *lines]), "utf8")
    service.ingest()
    with running(service.client.app) as started:  # type: ignore[arg-type]
        yield started


@pytest.fixture
def attacked(browser: BrowserContext, address: str) -> Iterator[Page]:
    """The page; afterwards nothing has run, and nothing has even tried to against the policy."""
    opened = browser.new_page()
    refused: list[str] = []
    requested: list[str] = []
    opened.on("console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None)
    opened.on("dialog", lambda dialog: refused.append(dialog.message))
    opened.on(
        "request", lambda sent: requested.append(sent.url) if not sent.url.startswith((address, "blob:")) else None
    )
    opened.goto(address)
    yield opened
    assert opened.evaluate("window.hacked") is None
    opened.close()
    assert refused == []
    assert [url for url in requested if not url.startswith(address)] == []


def test_what_a_document_holds_is_shown_as_text(attacked: Page) -> None:
    """Letter by letter, tags included; the source panel shows the same."""
    turn = ask(attacked, "Hvor mange losbåter har etaten 100?")
    expect(turn).to_contain_text("window.hacked=1")
    turn.locator(".source-line").first.click()
    attacked.wait_for_timeout(500)
    assert "<script>window.hacked=1</script>" in attacked.locator("body").inner_text()


@pytest.mark.parametrize("text", EVIL[:6])
def test_what_is_asked_is_shown_as_text(attacked: Page, text: str) -> None:
    """In the conversation, whatever is found."""
    turn = ask(attacked, f"Hvor mange losbåter har etaten 100? {text}")
    expect(turn).to_contain_text(text)


def test_the_policy_stops_what_is_put_into_the_page(browser: BrowserContext, address: str) -> None:
    """The last line of defence: a script and a handler that did get in do not run."""
    opened = browser.new_page()
    opened.goto(address)
    opened.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hacked=1\">')")
    opened.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.hacked=1'}))"
    )
    opened.wait_for_timeout(300)
    assert opened.evaluate("window.hacked") is None
    opened.close()
