"""Bringing documents in and taking them out."""

import pytest
from playwright.sync_api import Page, expect

from tests.service.page import canned
from tests.service.page.server import PageServer
from tests.service.page.walk import ask

pytestmark = pytest.mark.browser

DROP = """([names]) => {
    const data = new DataTransfer();
    for (const name of names) data.items.add(new File(['innhold'], name));
    const area = document.querySelector('.upload');
    for (const type of ['dragover', 'drop']) {
        area.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
    }
}"""


def test_dropped_files_are_read_one_by_one(page: Page) -> None:
    """Each file has its own outcome; what came in is in the list at once, what did not says why."""
    page.evaluate(DROP, [["brev.txt", "gammelt.doc"]])
    results = page.locator(".upload-results li")
    expect(results).to_have_count(2)
    expect(results.first).to_contain_text("brev.txt")
    expect(results.first.locator(".good")).to_have_text("lest inn")
    expect(results.last.locator(".bad")).to_have_text("Filer av denne typen kan ikke leses.")
    expect(page.locator(".document-list li")).to_have_count(3)
    expect(page.locator("#documents-count")).to_have_text("alle 3")


def test_pages_that_were_not_read_are_told(page: Page) -> None:
    """With the outcome, and in the list of documents, where it stays."""
    page.evaluate(DROP, [["skannet.pdf", "brev.txt"]])
    words = "16 av 20 sider er bilder av tekst og er ikke lest: side 2–16, 20. Kjør tekstgjenkjenning på filen"
    results = page.locator(".upload-results li")
    expect(results.first.locator(".good")).to_have_text("lest inn")
    expect(results.first.locator(".part")).to_contain_text(words)
    expect(results.last.locator(".part")).to_have_count(0)
    expect(page.locator(".document-unread")).to_have_count(1)
    expect(page.locator(".document-list li", has_text="skannet").locator(".document-unread")).to_contain_text(words)


def test_a_file_whose_document_was_removed_is_told_to_be(page: Page) -> None:
    """What became of a file stays true; another language says it too."""
    page.evaluate(DROP, [["brev.txt", "skannet.pdf"]])
    results = page.locator(".upload-results li")
    expect(results.locator(".good")).to_have_count(2)
    page.get_by_role("button", name="Fjern «brev»").click()
    page.get_by_role("button", name="Fjern dokumentet").click()
    expect(results.first.locator(".upload-state")).to_have_text("lest inn, siden fjernet")
    expect(results.last.locator(".good")).to_have_text("lest inn")
    page.locator("#language").select_option("nn")
    expect(results.first.locator(".upload-state")).to_have_text("lese inn, sidan fjerna")
    expect(results.last.locator(".part")).to_have_count(1)
    page.locator("#language").select_option("nb")


def test_reading_is_told_as_it_goes(page: Page, server: PageServer) -> None:
    """Which file has been read and how many there are, while the service is at it; leaving would be asked about."""
    server.go_on.clear()
    page.evaluate(DROP, [["en.txt", "to.txt"]])
    results = page.locator(".upload-results li")
    expect(results.first).to_contain_text("lest, gjøres søkbar")
    expect(results.last).to_contain_text("1 av 2 er lest")
    assert page.evaluate("!dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    server.go_on.set()
    expect(results.locator(".good")).to_have_count(2)
    assert server.batches == [["en.txt", "to.txt"]]
    assert page.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))")


def test_files_that_are_too_much_together_are_sent_one_by_one(page: Page, server: PageServer) -> None:
    """So that one large file stops no other; never more than ten together."""
    server.most_together = 1
    page.evaluate(DROP, [["en.txt", "to.txt"]])
    expect(page.locator(".upload-results .good")).to_have_count(2)
    assert server.batches == [["en.txt", "to.txt"], ["en.txt"], ["to.txt"]]
    server.most_together, server.batches = 100, []  # the documents stay: one that is gone would be told to be
    page.evaluate(DROP, [[f"{at}.txt" for at in range(12)]])
    expect(page.locator(".upload-results .good")).to_have_count(14)
    assert [len(batch) for batch in server.batches] == [10, 2]


def test_a_reading_that_breaks_off_is_told(page: Page, server: PageServer) -> None:
    """Nothing is said to have come in."""
    server.breaks_off = True
    page.evaluate(DROP, [["en.txt"]])
    expect(page.locator(".upload-results .bad")).to_contain_text("Forbindelsen ble brutt")


def test_files_are_chosen(page: Page) -> None:
    """The button opens the browser's own choice of files."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Legg til dokumenter").click()
    chooser.value.set_files([{"name": "notat.txt", "mimeType": "text/plain", "buffer": b"Etaten har 12 ansatte."}])
    expect(page.locator(".upload-results .good")).to_have_text("lest inn")
    expect(page.locator(".document-title", has_text="notat")).to_be_visible()


def test_a_document_is_removed_once_it_is_said_for_certain(page: Page, server: PageServer) -> None:
    """Keeping it is what is nearest at hand; removing it takes it from the list."""
    remove = page.get_by_role("button", name="Fjern «Årsrapport 2024 for Fjordetaten»")
    remove.click()
    expect(page.get_by_role("button", name="Behold")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.ask-first")).to_have_count(0)
    expect(remove).to_be_focused()
    assert server.sent == []
    remove.click()
    page.get_by_role("button", name="Fjern dokumentet").click()
    expect(page.locator(".document-list li")).to_have_count(1)
    assert server.sent == [("DELETE", f"/api/documents/{canned.REPORT}", None)]


def test_answers_keep_the_name_of_a_document_that_is_removed(page: Page) -> None:
    """Their ways to it lead nowhere and say why; the open source closes; the list of sources says so too."""
    turn = ask(page, "Hvor mange fartøy?")
    source = turn.locator(".evidence .source-line")
    source.click()
    page.locator(".line.cited").first.wait_for()
    page.get_by_role("button", name="Fjern «Årsrapport 2024 for Fjordetaten»").click()
    page.get_by_role("button", name="Fjern dokumentet").click()
    expect(source).to_contain_text("Årsrapport 2024 for Fjordetaten")
    expect(source).to_contain_text("dokumentet er fjernet")
    expect(source).to_have_attribute("aria-disabled", "true")
    expect(turn.get_by_role("button", name="Spør igjen uten dette dokumentet")).to_have_count(0)
    expect(page.locator("#source")).to_be_hidden()
    source.click(force=True)
    expect(page.locator("#source")).to_be_hidden()
    page.get_by_text("Del og lagre").click()
    page.get_by_role("button", name="Kildeliste").click()
    dialog = page.get_by_role("dialog", name="Kildeliste")
    dialog.get_by_role("button", name="Kopier kildelisten").click()
    expect(dialog.locator(".copy-outcome", has_text="Kopiert")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines()[0] == "Fjordetaten. (2025). Årsrapport 2024 for Fjordetaten. [Fjernet fra samlingen]"


def test_a_document_that_is_gone_is_told_without_its_id(page: Page) -> None:
    """As when somebody else has removed it."""
    error = {"error": {"code": "unknown_document", "message": "Dokumentet «aa11bb22cc33» finnes ikke i samlingen."}}
    page.route("**/lines?**", lambda route: route.fulfill(status=404, json=error))
    ask(page, "Hvor mange fartøy?").locator(".evidence .source-line").click()
    expect(page.locator(".source-text .problem")).to_have_text("Dokumentet er fjernet fra samlingen.")


def test_a_removal_that_fails_is_told(page: Page) -> None:
    """The reason stands in the dialog, and the document stays."""
    error = '{"error": {"code": "busy", "message": "En annen innlesing pågår."}}'
    page.route("**/api/documents/*", lambda route: route.fulfill(status=409, body=error))
    page.get_by_role("button", name="Fjern «Årsrapport 2024 for Fjordetaten»").click()
    page.get_by_role("button", name="Fjern dokumentet").click()
    expect(page.get_by_role("alert").filter(has_text="En annen innlesing pågår.")).to_be_visible()
    expect(page.locator(".document-list li")).to_have_count(2)


def test_it_says_that_nothing_leaves_the_machine(page: Page) -> None:
    """Whoever brings a document in reads it there."""
    expect(page.locator(".private")).to_contain_text("Ingenting sendes ut")
