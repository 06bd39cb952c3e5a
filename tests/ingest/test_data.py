"""The data files and the loader that checks them."""

from pathlib import Path

import pytest

import ingest
from ingest.data import Data, alternatives, read

FOLDER = Path(ingest.__file__).parent


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.toml")), ids=lambda path: str(path.relative_to(FOLDER)))
def test_every_data_file_is_valid(path: Path) -> None:
    """Every data file of the package can be read and holds something."""
    assert read(path).values


def test_words_in_lower_case_and_known_keys() -> None:
    """What would never be compared with and what nothing would read is refused."""
    with pytest.raises(ValueError, match="holds 'Dag'; write words in lower case"):
        Data("x.toml", {"forms": ["uke", "Dag"]}).lower_words("forms")
    with pytest.raises(ValueError, match=r"x\.toml: «form» is unknown; keep only forms"):
        Data("x.toml", {"form": ["dag"]}).only(["forms"])


def test_a_missing_key_is_named_with_the_file() -> None:
    """The error names the file, the key and what to do."""
    with pytest.raises(ValueError, match=r"units\.toml: «forms» is missing; add it"):
        Data("units.toml", {}).words("forms")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"forms": "dag"}, "must be a list of non-empty words"),
        ({"forms": ["dag", ""]}, "must be a list of non-empty words"),
        ({"forms": ["dag", "dag"]}, r"holds \['dag'\] twice; remove one"),
    ],
)
def test_a_list_of_words_is_checked(values: dict[str, object], message: str) -> None:
    """A word list that is none, holds an empty word or one twice is refused."""
    with pytest.raises(ValueError, match=message):
        Data("x.toml", values).words("forms")


def test_a_word_must_be_one_of_those_allowed() -> None:
    """The error lists what is allowed."""
    with pytest.raises(ValueError, match="is «tid»; use one of money, time"):
        Data("x.toml", {"kind": "tid"}).word("kind", ("money", "time"))


def test_numbers_flags_and_tables_are_checked() -> None:
    """A number, a flag or a table of another type is refused."""
    data = Data("x.toml", {"a": "1", "b": True})
    with pytest.raises(ValueError, match="whole number"):
        data.integer("a")
    with pytest.raises(ValueError, match="whole number"):
        data.integer("b")
    with pytest.raises(ValueError, match="true or false"):
        data.flag("a")
    with pytest.raises(ValueError, match="must be a table"):
        data.table("a")


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    """A broken file is refused by name."""
    path = tmp_path / "broken.toml"
    path.write_text("a = [", "utf-8")
    with pytest.raises(ValueError, match=r"broken\.toml: is not valid TOML"):
        read(path)


def test_longer_words_win() -> None:
    """Alternatives are tried longest first; none at all match nothing."""
    assert alternatives(["fra", "fra og med"]) == "(?:fra og med|fra)"
    assert alternatives([]) == "(?!)"
