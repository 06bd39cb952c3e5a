"""Who published a document: as it says itself, as its title tells, by its metadata, else by its opening."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.document import Layout, Sheet, Stated
from ingest.layout.imprint import imprint_words, labelled
from ingest.layout.kinds import Kinds, kinds

_OPENING = 60
_LONGEST_NAME = 80
_MOST_WORDS = 9
_OFTEN = 2
_GENITIVE = re.compile(r"(?:['’]s|['’]|s)$")
_ABBREVIATED = re.compile(r"\s*\([^()]{2,12}\)$")
_LINKING = re.compile(r"^(?:\s|(?:19|20)\d\d|for|fra|frå|[-–|:,.])+", re.IGNORECASE)


def publisher(sheet: Sheet, layout: Layout, kind: str) -> Stated | None:
    """Who published a document of that kind; None where nothing tells."""
    text = " ".join(" ".join(line.text for line in sheet.lines).split())
    issuer = kinds().issuers.get(kind)
    found = [_said(sheet), _owner(sheet, layout.title, text), _author(sheet, text)]
    if issuer is not None:
        found += [_on_cover(sheet, giving=issuer == "giver")]
    if issuer == "own":
        found += [_after_kind(sheet, layout.title, text)]
    if issuer == "giver":
        found += [_giver(sheet)]
    return next((each for each in found if each is not None), None)


def _said(sheet: Sheet) -> Stated | None:
    for text, line in labelled(sheet, imprint_words().publisher):
        name = text.strip(" .,:–-")
        if name[:1].isupper() and len(name) <= _LONGEST_NAME and len(name.split()) <= _MOST_WORDS:
            return Stated(name, line)
    return None


def _owner(sheet: Sheet, title: str, text: str) -> Stated | None:
    """«Navs årsrapport 2024»: the name whose genitive begins the title, if the text has it without the ending."""
    name = _before_kind(title)
    if not name or not name[0].isupper() or not _GENITIVE.search(name):
        return None
    base = _GENITIVE.sub("", name)
    return Stated(base, _line_of(sheet, base)) if _stands_in(base, text) >= _OFTEN else None


def _before_kind(title: str) -> str:
    """What a title says before it names the kind of document."""
    starts = [found.start() for pattern in kinds().patterns.values() if (found := pattern.search(title))]
    return title[: min(starts)].strip() if starts else ""


def _after_kind(sheet: Sheet, title: str, text: str) -> Stated | None:
    """«Årsrapport 2024 for Nav»: what a title says after the kind of document, if the text has it again and again."""
    ends = [found.end() for pattern in kinds().patterns.values() if (found := pattern.search(title))]
    name = _LINKING.sub("", title[max(ends) :]).strip() if ends else ""
    name = re.sub(r"\s*(?:19|20)\d\d$", "", name)
    if not name[:1].isupper() or len(name.split()) > _MOST_WORDS or _stands_in(name, text) < _OFTEN:
        return None
    return Stated(name, _line_of(sheet, name))


def _author(sheet: Sheet, text: str) -> Stated | None:
    """The author in the metadata, if it is a body that the text names; else it is whoever typed."""
    name = sheet.author or ""
    return Stated(name, None) if name and _is_body(name) and _stands_in(name, text) >= 1 else None


def _is_body(name: str) -> bool:
    """Whether a name is a body's: it ends like one, or is one word with a capital, or goes on in small letters."""
    words = name.split()
    if not name[0].isupper():
        return False
    return bool(kinds().body.fullmatch(name)) or len(words) == 1 or words[1][0].islower()


def _on_cover(sheet: Sheet, *, giving: bool) -> Stated | None:
    """The first line of the first page that is nothing but a body's name: a letterhead, or what stands on a cover."""
    first = next((line.page for line in sheet.lines if line.text.strip()), 1)
    for line in sheet.lines:
        name = _ABBREVIATED.sub("", " ".join(line.text.split()))
        is_name = line.page == first and kinds().body.fullmatch(name) is not None and _is_name(name, kinds())
        if is_name and name.endswith(kinds().givers) == giving:
            return Stated(name, line.number)
    return None


def _giver(sheet: Sheet) -> Stated | None:
    """The body that gives others money and orders which the opening names most."""
    opening = [line.text for line in sheet.lines if line.text.strip()][:_OPENING]
    named = Counter(_givers(" ".join(" ".join(opening).split())))
    if not named:
        return None
    name = named.most_common(1)[0][0]
    return Stated(name, _line_of(sheet, name))


def _givers(text: str) -> Iterator[str]:
    for found in kinds().body.finditer(text):
        if found.group().endswith(kinds().givers) and _is_name(found.group(), kinds()):
            yield found.group()


def _is_name(body: str, words: Kinds) -> bool:
    """Whether the words name a body rather than speak of one («departementet», «Etaten»)."""
    return body[0].isupper() and body.lower() not in words.bodies


def _stands_in(name: str, text: str) -> int:
    """How often a text has a name by itself."""
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?![\w-])", text)) if name else 0


def _line_of(sheet: Sheet, name: str) -> int:
    """The first line that has a name, or that it begins in."""
    lines: Sequence[str] = [" ".join(line.text.split()) for line in sheet.lines]
    for at, text in enumerate(lines):
        following = next((other for other in lines[at + 1 :] if other), "")
        place = f"{text} {following}".find(name)
        if 0 <= place <= len(text):
            return sheet.lines[at].number
    return sheet.lines[0].number
