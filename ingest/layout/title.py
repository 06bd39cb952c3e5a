"""A document's title and kind, from its content: file names say nothing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from ingest.document import Block, BlockKind, Layout, Sheet
from ingest.layout.kinds import kinds
from ingest.layout.opening import opening
from ingest.layout.words import layout_words
from ingest.layout.year import YEAR, most_named

_LONGEST = 140
_SHORTEST = 6
_MOST_WORDS = 16
_BIGGER = 1.25
_SAME_SIZE = 0.5
_OTHER = "dokument"
_PARTS = re.compile(r"\s{2,}|\t|\s\|\s")
_PAGE_PART = re.compile(r"[\s|–-]*(?:side|page)?\s*\d{1,4}(?:\s*(?:av|of|/)\s*\d+)?$", re.IGNORECASE)


def find_title(sheet: Sheet, blocks: Sequence[Block]) -> str:
    """The title a document gives itself; what its opening says it is, where it gives none."""
    lines = opening(sheet)
    given = [_own_title(sheet, lines), _largest(sheet), _running_head(sheet, blocks), _named_line(sheet, blocks)]
    found = [title for title in given if title]
    told = _from_opening(sheet, lines)
    last = [*([told] if told else []), *found, _first_line(sheet, blocks) or sheet.source]
    return next((title for title in found if _says_whose(title)), last[0])


def _says_whose(title: str) -> bool:
    """Whether a title says more than the kind of document and its year."""
    kind = kinds().named(title)
    return kind is None or len(title.split()) > 1 + bool(YEAR.search(title))


def document_kind(sheet: Sheet, layout: Layout) -> str:
    """What kind of document it is; «dokument» where nothing tells."""
    title = kinds().named(layout.title)
    if title is not None:
        return title
    texts = (opening(sheet), [line.text for line in sheet.lines])
    return next((kind for text in texts if (kind := _named_by_itself(" ".join(text)))), _OTHER)


def _own_title(sheet: Sheet, lines: Sequence[str]) -> str | None:
    """The file's own title, if the document's opening bears it out."""
    title = " ".join((sheet.title or "").split())
    if not _acceptable(title) or title.casefold().startswith(kinds().never):
        return None
    words = set(re.findall(r"\w{3,}", title.casefold()))
    said = set(re.findall(r"\w{3,}", " ".join(lines).casefold()))
    return title if words and 2 * len(words & said) >= len(words) else None


def _acceptable(title: str) -> bool:
    return _SHORTEST <= len(title) <= _LONGEST and " " in title


def _largest(sheet: Sheet) -> str | None:
    """The biggest type on the first page with text, where sizes are known."""
    filled = [line for line in sheet.lines if line.text.strip()]
    cover = [line for line in filled if line.page == filled[0].page]
    sizes: Counter[float] = Counter()
    for line in filled:
        sizes[round(line.size, 1)] += len(line.text)
    biggest = max((line.size for line in cover), default=0.0)
    if not biggest or biggest < sizes.most_common(1)[0][0] * _BIGGER:
        return None
    big = [line for line in cover if line.size >= biggest - _SAME_SIZE]
    first = cover.index(big[0])
    together = takewhile(lambda line: line.size >= biggest - _SAME_SIZE and len(line.segments) <= 1, cover[first:])
    return _without_body([" ".join(line.text.split()) for line in together])


def _without_body(lines: Sequence[str]) -> str | None:
    """The title that lines make: what stands under the name of a body, where that says what the document is."""
    whole, below = " ".join(lines), " ".join(lines[1:])
    if kinds().is_body(lines[0]) and _acceptable(below) and _says_whose(below):
        return below
    return whole if _acceptable(whole) else None


def _running_head(sheet: Sheet, blocks: Sequence[Block]) -> str | None:
    """The part of a running head that names the kind of document."""
    heads = [sheet.line(block.lines[0]).text for block in blocks if block.kind is BlockKind.FURNITURE]
    parts = Counter(part for head in heads for part in _title_parts(head))
    return parts.most_common(1)[0][0] if parts else None


def _title_parts(text: str) -> Iterator[str]:
    for part in _PARTS.split(text.strip()):
        undated = _date_at_end().sub("", part)
        plain = undated if YEAR.search(undated[-4:]) else _PAGE_PART.sub("", undated)
        if kinds().named(plain) and _acceptable(plain.strip()):
            yield plain.strip()


@cache
def _date_at_end() -> re.Pattern[str]:
    """A date at the end of a text, with what parts it from the rest."""
    months = "|".join(re.escape(month) for month in sorted(layout_words().months))
    return re.compile(rf"[\s,|–-]*\b\d{{1,2}}\.?\s+(?:{months})\s+\d{{4}}$", re.IGNORECASE)


def _named_line(sheet: Sheet, blocks: Sequence[Block]) -> str | None:
    """A short line of the opening that names a kind and a year: a cover's title that kept no size."""
    page = sheet.lines[0].page if sheet.lines else 1
    for block in blocks:
        first = sheet.line(block.lines[0])
        if first.page > page or block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or len(block.lines) > 2:
            continue
        text = " ".join(" ".join(sheet.line(number).text.split()) for number in block.lines)
        if kinds().named(text) and YEAR.search(text) and _acceptable(text) and len(text.split()) <= _MOST_WORDS:
            return text.rstrip(".") if not text.endswith(".") else None
    return None


def _from_opening(sheet: Sheet, lines: Sequence[str]) -> str | None:
    """Kind, year and body as the opening tells them: «dette tildelingsbrevet … for Direktoratet»."""
    said = re.sub(r"(?<=\w)- (?=[a-zæøå])(?!og |eller )", "", " ".join(" ".join(lines).split()))
    kind = _named_by_itself(said)
    if kind is None:
        return None
    headings = [text for text in lines if text.isupper()]
    year = most_named(headings) or most_named(line.text for line in sheet.lines)
    title = f"{kind.capitalize()} {year}" if year else kind.capitalize()
    body = _addressed(said)
    return f"{title} for {body}" if body else title


def _named_by_itself(text: str) -> str | None:
    """The kind a document calls itself most: «dette tildelingsbrevet»."""
    selves = "|".join(kinds().selves)
    own: Counter[str] = Counter()
    for found in re.finditer(rf"\b(?:{selves})\s+(?P<word>\w+)", text, re.IGNORECASE):
        kind = kinds().named(found["word"])
        if kind is not None:
            own[kind] += 1
    return own.most_common(1)[0][0] if own else None


def _addressed(text: str) -> str | None:
    """The public body that something is given to, else the one named most, before those that give."""
    names = kinds().body
    for found in re.finditer(rf"\b(?:for|til|to)\s+(?={names.pattern})", text):
        name = names.match(text, found.end())
        if name and _is_name(name.group()):
            return name.group()
    named = Counter(found.group() for found in names.finditer(text) if _is_name(found.group()))
    others = [name for name, _ in named.most_common() if not name.endswith(kinds().givers)]
    return next(iter([*others, *named]), None)


def _is_name(body: str) -> bool:
    """Whether the words name a body rather than speak of one («departementet», «Etaten»)."""
    return body[0].isupper() and body.lower() not in kinds().bodies


def _first_line(sheet: Sheet, blocks: Sequence[Block]) -> str | None:
    """The first block, if it is a line of its own without a sentence's end."""
    text = sheet.line(blocks[0].lines[0]).text if blocks and len(blocks[0].lines) == 1 else ""
    title = " ".join(text.split())
    return title if _acceptable(title) and not title.endswith((".", ":")) and not title[0].isdigit() else None
