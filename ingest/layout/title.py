"""A document's title, kind and year, from its content: file names say nothing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.document import Block, BlockKind, Layout, Sheet
from ingest.layout.kinds import kinds

_OPENING_LINES = 60
_LONGEST = 140
_SHORTEST = 6
_MOST_WORDS = 16
_BIGGER = 1.25
_OTHER = "dokument"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PARTS = re.compile(r"\s{2,}|\t|\s\|\s")
_PAGE_PART = re.compile(r"[\s|–-]*(?:side|page)?\s*\d{1,4}(?:\s*(?:av|of|/)\s*\d+)?$", re.IGNORECASE)


def find_title(sheet: Sheet, blocks: Sequence[Block]) -> str:
    """The title a document gives itself; what its opening says it is, where it gives none."""
    opening = _opening(sheet)
    candidates = (
        _own_title(sheet, opening),
        _largest(sheet),
        _running_head(sheet, blocks),
        _named_line(sheet, blocks),
        _from_opening(sheet, opening),
        _first_heading(blocks),
    )
    return next((title for title in candidates if title), sheet.source)


def _opening(sheet: Sheet) -> list[str]:
    return [line.text.strip() for line in sheet.lines[: _OPENING_LINES * 4] if line.text.strip()][:_OPENING_LINES]


def document_kind(sheet: Sheet, layout: Layout) -> str:
    """What kind of document it is; «dokument» where nothing tells."""
    title = kinds().named(layout.title)
    if title is not None:
        return title
    opening = " ".join(_opening(sheet))
    return _named_by_itself(opening) or _named_by_itself(" ".join(line.text for line in sheet.lines)) or _OTHER


def document_year(sheet: Sheet, layout: Layout) -> int | None:
    """The year a document is about: the one in its title, else the one its headings or its text name most."""
    years = _YEAR.findall(layout.title)
    if years:
        return int(years[-1])
    headings = " ".join(
        block.section[-1] for block in layout.blocks if block.kind is BlockKind.HEADING and block.section
    )
    return _most_named(headings) or _most_named(" ".join(line.text for line in sheet.lines))


def _most_named(text: str) -> int | None:
    counts = Counter(_YEAR.findall(text))
    return int(max(counts, key=lambda year: (counts[year], year))) if counts else None


def _own_title(sheet: Sheet, opening: Sequence[str]) -> str | None:
    """The file's own title, if the document's opening bears it out."""
    title = " ".join((sheet.title or "").split())
    if not _acceptable(title) or title.casefold().startswith(kinds().never):
        return None
    words = set(re.findall(r"\w{3,}", title.casefold()))
    said = set(re.findall(r"\w{3,}", " ".join(opening).casefold()))
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
    title = " ".join(line.text.strip() for line in cover if line.size >= biggest - 0.5)
    if kinds().named(title) and not _acceptable(title):
        return None
    return " ".join(title.split()) if _acceptable(title) else None


def _running_head(sheet: Sheet, blocks: Sequence[Block]) -> str | None:
    """The part of a running head that names the kind of document."""
    heads = [sheet.line(block.lines[0]).text for block in blocks if block.kind is BlockKind.FURNITURE]
    parts = Counter(part for head in heads for part in _title_parts(head))
    return parts.most_common(1)[0][0] if parts else None


def _title_parts(text: str) -> Iterator[str]:
    for part in _PARTS.split(text.strip()):
        plain = _PAGE_PART.sub("", part) if not _YEAR.search(part[-4:]) else part
        if kinds().named(plain) and _acceptable(plain.strip()):
            yield plain.strip()


def _named_line(sheet: Sheet, blocks: Sequence[Block]) -> str | None:
    """A short line of the opening that names a kind and a year: a cover's title that kept no size."""
    page = sheet.lines[0].page if sheet.lines else 1
    for block in blocks:
        first = sheet.line(block.lines[0])
        if first.page > page or block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or len(block.lines) > 2:
            continue
        text = " ".join(" ".join(sheet.line(number).text.split()) for number in block.lines)
        if kinds().named(text) and _YEAR.search(text) and _acceptable(text) and len(text.split()) <= _MOST_WORDS:
            return text.rstrip(".") if not text.endswith(".") else None
    return None


def _from_opening(sheet: Sheet, opening: Sequence[str]) -> str | None:
    """Kind, year and body as the opening tells them: «dette tildelingsbrevet … for Direktoratet»."""
    said = re.sub(r"(?<=\w)- (?=[a-zæøå])(?!og |eller )", "", " ".join(" ".join(opening).split()))
    kind = _named_by_itself(said)
    if kind is None:
        return None
    headings = [text for text in opening if text.isupper()]
    year = _most_named(" ".join(headings)) or _most_named(" ".join(line.text for line in sheet.lines))
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
    """The public body that something is given to, else the one named most."""
    names = kinds().body
    to = re.search(rf"\b(?:for|til|to)\s+(?P<body>{names.pattern})", text)
    if to:
        return to["body"]
    counts = Counter(found.group() for found in names.finditer(text) if " " in found.group() or "-" in found.group())
    return counts.most_common(1)[0][0] if counts else None


def _first_heading(blocks: Sequence[Block]) -> str | None:
    unnumbered = [block for block in blocks if block.kind is BlockKind.HEADING and block.marker is None]
    return unnumbered[0].section[-1] if unnumbered and unnumbered[0] is blocks[0] else None
