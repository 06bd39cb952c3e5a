"""The seam between two lines that are read as one text: what is cut off, and what is put between."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType

from ingest.data import beside

_FILE = "seams.toml"
NO_WORDS: Mapping[str, int] = MappingProxyType({})
_HYPHEN = "-\u2010"
_LAST_TOKEN = re.compile(r"(?<!\S)\S+$")
_LAST_WORD = re.compile(r"(?<![^\W_])([^\W_]+)[-\u2010]$")
_FIRST_WORD = re.compile(r"[^\W_]+(?:/[^\W_]+)?")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.:!?•(«\"”–]\s*)$")
_RANGE_END = re.compile(r"\d[–-]$")
_OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[-/._=&?]$")
_SHORTEST_PART = 3
_MOST_BROKEN = 2


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
    """The words of the data file. Raises ValueError, naming the key, when one is missing or is not of words."""
    data = beside(__file__, _FILE).only(field.name for field in fields(SeamWords))
    return SeamWords(
        suspended=frozenset(data.words("suspended")),
        keeps_hyphen=frozenset(data.words("keeps_hyphen")),
        joints=data.words("joints"),
        domains=frozenset(data.words("domains")),
        ligatures=data.table("ligatures").naming(),
    )


def vocabulary(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands whole inside lines, in lower case: evidence for what a broken word was."""
    words: Counter[str] = Counter()
    for text in texts:
        found = _WORD.findall(text.lower())
        words.update(found[:-1] if _LAST_WORD.search(text.rstrip()) else found)
    return words


def torn(first: str, second: str, words: Mapping[str, int]) -> bool:
    """Whether two words side by side are one that was torn apart: it is more usual whole than either part is."""
    whole = words.get((first + second).lower(), 0)
    return whole > max(words.get(first.lower(), 0), words.get(second.lower(), 0))


def seam(before: str, after: str, words: Mapping[str, int] = NO_WORDS) -> Seam:
    """How the text so far and the next line are joined. `words` are the document's, as `vocabulary` counts them."""
    if not before:
        return _NOTHING
    if before[-1] in _HYPHEN and before[-2:-1].isalnum():
        return _at_hyphen(before, after, words)
    token = _token(before)
    if token.endswith("/") or _OPEN_ADDRESS.match(token):
        return _NOTHING
    if _RANGE_END.search(token) and after[:1].isdigit():
        return _NOTHING
    if _inside_address(token, after) or _broken(token, after, words):
        return _NOTHING
    return _SPACE


def _token(text: str) -> str:
    found = _LAST_TOKEN.search(text)
    return found.group() if found else ""


def _at_hyphen(before: str, after: str, words: Mapping[str, int]) -> Seam:
    first = _FIRST_WORD.match(after)
    if first is None:
        return _SPACE
    following = first.group()
    if following.lower() in seam_words().suspended:
        return _SPACE
    if not following[0].islower() or _OPEN_ADDRESS.match(_token(before)):
        return _NOTHING
    return _NOTHING if _keeps_hyphen(before, following, words) else _MENDED


def _keeps_hyphen(before: str, following: str, words: Mapping[str, int]) -> bool:
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


def _broken(token: str, after: str, words: Mapping[str, int]) -> bool:
    """A word broken without a hyphen: neither half is a word, the whole is one."""
    first = _FIRST_WORD.match(after)
    if first is None or not words or not token.isalpha() or not first.group().islower():
        return False
    whole = words.get((token + first.group()).lower(), 0)
    return whole > words.get(token.lower(), 0) and words.get(token.lower(), 0) <= _MOST_BROKEN
