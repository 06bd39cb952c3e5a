"""The seam between two lines that are read as one text: what is cut off, and what is put between."""

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FILE = "seams.toml"
_HYPHEN = "-\u2010"
_LAST_TOKEN = re.compile(r"\S+$")
_LAST_WORD = re.compile(r"([^\W_]+)[-\u2010]$")
_FIRST_WORD = re.compile(r"[^\W_]+(?:/[^\W_]+)?")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.:!?•(«\"”–]\s*)$")
_RANGE_END = re.compile(r"\d[–-]$")
_OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[-/._=&?]$")
_SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Seam:
    """`cut` characters go from the end of the text so far, then `between` is put in."""

    cut: int
    between: str


@dataclass(frozen=True, slots=True)
class SeamWords:
    """The words that decide at a seam."""

    suspended: frozenset[str]
    keeps_hyphen: frozenset[str]
    joints: tuple[str, ...]
    domains: frozenset[str]
    ligatures: dict[str, str]


_SPACE = Seam(0, " ")
_NOTHING = Seam(0, "")
_MENDED = Seam(1, "")


@cache
def seam_words() -> SeamWords:
    """The words of the data file, checked.

    Raises:
        ValueError: a key is missing or holds something else than words.

    """
    data = tomllib.loads(files("ingest").joinpath(_FILE).read_text(encoding="utf-8"))
    for key in ("suspended", "keeps_hyphen", "joints", "domains"):
        words = data.get(key)
        if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
            raise ValueError(f"{_FILE}: «{key}» must be a list of words; write {key} = [\"…\"]")
    ligatures = data.get("ligatures")
    if not isinstance(ligatures, dict) or not all(len(key) == 1 and isinstance(value, str) for key, value in ligatures.items()):
        raise ValueError(f"{_FILE}: «ligatures» must map one character to its letters; write \"ﬁ\" = \"fi\"")
    return SeamWords(
        suspended=frozenset(data["suspended"]),
        keeps_hyphen=frozenset(data["keeps_hyphen"]),
        joints=tuple(data["joints"]),
        domains=frozenset(data["domains"]),
        ligatures=dict(ligatures),
    )


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand whole inside lines, in lower case: evidence for what a broken word was."""
    words: set[str] = set()
    for text in texts:
        found = _WORD.findall(text)
        words.update(word.lower() for word in (found[:-1] if _LAST_WORD.search(text.rstrip()) else found))
    return frozenset(words)


def seam(before: str, after: str, words: Collection[str] = ()) -> Seam:
    """How the text so far and the next line are joined. `words` are known whole words in lower case."""
    if not before:
        return _NOTHING
    if before[-1] in _HYPHEN and before[-2:-1].isalnum():
        return _at_hyphen(before, after, words)
    token = _token(before)
    if token.endswith("/") or _OPEN_ADDRESS.match(token):
        return _NOTHING
    if _RANGE_END.search(token) and after[:1].isdigit():
        return _NOTHING
    if _inside_address(token, after) or _torn(token, after, words):
        return _NOTHING
    return _SPACE


def _token(text: str) -> str:
    found = _LAST_TOKEN.search(text)
    return found.group() if found else ""


def _at_hyphen(before: str, after: str, words: Collection[str]) -> Seam:
    first = _FIRST_WORD.match(after)
    if first is None:
        return _SPACE
    following = first.group()
    if following.lower() in seam_words().suspended:
        return _SPACE
    if not following[0].islower() or _OPEN_ADDRESS.match(_token(before)):
        return _NOTHING
    return _NOTHING if _keeps_hyphen(before, following, words) else _MENDED


def _keeps_hyphen(before: str, following: str, words: Collection[str]) -> bool:
    found = _LAST_WORD.search(before)
    part = found.group(1) if found else ""
    if f"{part}-{following}".lower() in words:
        return True
    if f"{part}{following}".lower() in words:
        return False
    if len(part) < _SHORTEST_PART or not part[1:].islower() or part.lower() in seam_words().keeps_hyphen:
        return True
    return part[0].isupper() and _is_name(part, before[: len(before) - len(part) - 1])


def _is_name(part: str, before: str) -> bool:
    """A capital inside a sentence marks a name, and names keep their hyphen."""
    return not _SENTENCE_START.search(before.rstrip()) and not part.endswith(seam_words().joints)


def _inside_address(token: str, after: str) -> bool:
    rest = after.split(maxsplit=1)[0] if after.strip() else ""
    domain = rest.rstrip(".,;").rsplit(".", maxsplit=1)[-1]
    ended = token.rsplit(".", maxsplit=1)[-1] in seam_words().domains
    return "@" in token and not ended and domain in seam_words().domains


def _torn(token: str, after: str, words: Collection[str]) -> bool:
    """A word broken without a hyphen: neither half is a word, the whole is one."""
    first = _FIRST_WORD.match(after)
    if first is None or not words or not token.isalpha() or not first.group().islower():
        return False
    return token.lower() not in words and (token + first.group()).lower() in words
