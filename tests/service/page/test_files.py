"""The page's files by themselves: no browser needed."""

import json
import re
from pathlib import Path

import pytest

import service
from ingest.quantities.model import Measure
from retrieval.confidence import CONFIDENCE_FEATURES
from retrieval.question import Kind, Operation

PAGE = Path(service.__file__).parent / "page"
VENDORED = PAGE / "vendor"
OWN = sorted(path for path in PAGE.rglob("*") if path.is_file() and VENDORED not in path.parents)
SCRIPTS = [path for path in OWN if path.suffix == ".js"]
LANGUAGES = sorted(PAGE.glob("texts/*.json"))
FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\.style\.|sessionStorage"
)
TEXT_KEY = re.compile(r"""\btext\(\s*"([\w.]+)\"""")
NAMED_KEY = re.compile(r'data-(?:text|label)="([\w.]+)"')


def texts(path: Path) -> dict[str, str]:
    """The texts of a language."""
    found: dict[str, str] = json.loads(path.read_text("utf8"))
    return found


def defined_keys() -> set[str]:
    """The keys of the interface's texts; plural forms count as their stem too."""
    keys = set(texts(PAGE / "texts" / "nb.json"))
    return keys | {key.removesuffix(".other") for key in keys if key.endswith(".other")}


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_nothing_is_fetched_from_outside(path: Path) -> None:
    """No file names another machine; the SVG namespace is a name, not an address."""
    content = path.read_text("utf8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|//\w+\.\w+/|@import|url\(", content)


def test_what_is_vendored_is_whole_and_licensed() -> None:
    """The viewer of PDF files stands with its licence, its two parts of one version, and is named in the notes."""
    parts = sorted(VENDORED.glob("pdfjs/*.mjs"))
    assert [part.name for part in parts] == ["pdf.min.mjs", "pdf.worker.min.mjs"]
    versions = {version for part in parts for version in re.findall(r"pdfjsVersion = ([\d.]+)", part.read_text("utf8"))}
    assert len(versions) == 1
    assert "Apache License" in (VENDORED / "pdfjs" / "LICENSE").read_text("utf8")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_never_make_markup_of_text(path: Path) -> None:
    """Nothing that a strict content policy forbids, and nothing that reads text as markup."""
    assert FORBIDDEN.findall(path.read_text("utf8")) == []


def test_only_preferences_are_remembered() -> None:
    """One file keeps anything in the browser, and it is not the one that knows the questions."""
    keeping = [path.name for path in SCRIPTS if "localStorage" in path.read_text("utf8")]
    assert keeping == ["preferences.js"]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_small(path: Path) -> None:
    """One idea a file."""
    assert len(path.read_text("utf8").splitlines()) <= 170


def test_the_markup_has_no_inline_script_or_style() -> None:
    """The content policy allows none."""
    content = (PAGE / "index.html").read_text("utf8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", content)


def test_every_text_that_is_used_exists() -> None:
    """A key that is missing would stop the page."""
    used = set(NAMED_KEY.findall((PAGE / "index.html").read_text("utf8")))
    for path in SCRIPTS:
        used |= set(TEXT_KEY.findall(path.read_text("utf8")))
    assert len(used) > 100
    assert used - defined_keys() == set()


def test_the_languages_say_the_same() -> None:
    """Every language has every text, with the same places to be filled in."""
    assert [path.stem for path in LANGUAGES] == ["en", "nb", "nn"]
    english, *others = [texts(path) for path in LANGUAGES]
    places = re.compile(r"\{\w+\}")
    for other in others:
        assert other.keys() == english.keys()
        assert {key for key in other if set(places.findall(other[key])) != set(places.findall(english[key]))} == set()


def test_what_the_trace_tells_has_plain_names() -> None:
    """Whatever the service can say of how it answered is told in words, not in the names of its features."""
    said = [f"confidence.{name}" for name in CONFIDENCE_FEATURES]
    said += [f"kind.{kind.value}" for kind in Kind]
    said += [f"operation.{operation.value}" for operation in Operation]
    said += [f"measure.{measure.value}" for measure in Measure]
    assert {name for name in said if f"trace.{name}" not in defined_keys()} == set()


def test_every_file_is_used() -> None:
    """Each script and style is named by another file; a language is named by its code."""
    quoted = {
        name for path in OWN for name in re.findall(r'"[./\w]*?([\w.]+\.(?:js|css|svg))"', path.read_text("utf8"))
    }
    assert {path.name for path in OWN if path.suffix != ".json"} - quoted == {"index.html"}
