"""A page of a PDF → its words in the frame of the page as it is read, and how much of it pictures cover."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pypdf import PageObject
from pypdf.errors import PdfStreamError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from ingest.readers.pdf_content import operations
from ingest.readers.pdf_fonts import GlyphFont
from ingest.readers.pdf_words import Matrix, PageTooLargeError, TextReader, Word, turned

MAX_CONTENT_BYTES = 10_000_000
"""More drawing than this on one page is a map or an attack, not a page of text; it takes about 10 s to step over."""
_MAX_FORM_DEPTH = 12
_MAX_FORMS = 2_000
_NOTHING_ENCODED = 32
_OUTSIDE = 2.0
_DOUBLE = 0.12
_WRITES_SPACES = 0.6
_LEAST_SPACE, _MOST_SPACE = 0.15, 0.4
_DOUBLE_STRIP = 10.0


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page, all upright, with the `turned_words` that were not; `covered` is the share of pictures."""

    words: tuple[Word, ...]
    turned_words: tuple[Word, ...]
    covered: float
    width: float


@dataclass(slots=True)
class FontCache:
    """Fonts by their resource, so that a font used on a hundred pages is read once."""

    _fonts: dict[int, tuple[DictionaryObject, GlyphFont]] = field(default_factory=dict)

    def get(self, resource: DictionaryObject) -> GlyphFont:
        """The font of a resource."""
        key = id(resource)
        if key not in self._fonts:
            self._fonts[key] = (resource, GlyphFont.from_resource(resource))
        return self._fonts[key][1]


def read_page(page: PageObject, fonts: FontCache) -> PageWords:
    """The words of a page."""
    canvas = _Canvas(page, fonts)
    words = [word for word in _with_moves(canvas.read()) if _is_inside(word, canvas.width, canvas.height)]
    main = _main_direction(words)
    upright = [_in_frame(word, main, canvas) for word in words if word.direction == main]
    others = [_in_frame(word, word.direction, canvas) for word in words if word.direction != main]
    width = canvas.width if main % 2 == 0 else canvas.height
    return PageWords(tuple(_without_doubles(upright)), tuple(_without_doubles(others)), canvas.covered(), width)


class _Canvas:
    """Runs a page's content, and the forms it draws, with the resources that each has."""

    def __init__(self, page: PageObject, fonts: FontCache) -> None:
        self._page = page
        self._fonts = fonts
        self._resources: list[DictionaryObject] = [_resources(page)]
        self._forms = 0
        base, self.width, self.height = _shown(page)
        self._reader = TextReader(base, self._font, self._draw)
        self._found: dict[tuple[int, str], GlyphFont] = {}

    def read(self) -> list[Word]:
        """The words, each in the frame of its own direction."""
        self._reader.run(operations(_content(self._page)))
        return self._reader.words

    def covered(self) -> float:
        """The share of the page under pictures, at most 1 (pictures over each other count once each)."""
        areas = (abs(a * d - b * c) for a, b, c, d, _, _ in self._reader.pictures)
        return min(1.0, sum(areas) / (self.width * self.height))

    def _font(self, name: str) -> GlyphFont:
        key = (len(self._resources), name)
        if key not in self._found:
            self._found[key] = self._read_font(name)
        return self._found[key]

    def _read_font(self, name: str) -> GlyphFont:
        for resources in reversed(self._resources):
            resource = _child(_child(resources, "/Font"), name)
            if resource:
                return self._fonts.get(resource)
        return GlyphFont.unknown()

    def _draw(self, name: str) -> None:
        drawn = _child(_child(self._resources[-1], "/XObject"), name)
        if drawn.get("/Subtype") == "/Image":
            self._reader.pictures.append(self._reader.state.matrix)
        elif drawn.get("/Subtype") == "/Form" and isinstance(drawn, StreamObject):
            self._draw_form(drawn)

    def _draw_form(self, form: StreamObject) -> None:
        self._forms += 1
        if len(self._resources) > _MAX_FORM_DEPTH or self._forms > _MAX_FORMS:
            return
        matrix: Any = form.get("/Matrix")
        own = _child(form, "/Resources")
        self._resources.append(own or self._resources[-1])
        self._reader.save()
        if matrix is not None:
            a, b, c, d, e, f = (float(value) for value in matrix)
            self._reader.transform((a, b, c, d, e, f))
        self._reader.run(operations(_limited(form.get_data())))
        self._reader.restore()
        depth = len(self._resources)
        self._found = {key: font for key, font in self._found.items() if key[0] < depth}
        self._resources.pop()


def _content(page: PageObject) -> bytes:
    contents: Any = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    parts = contents if isinstance(contents, ArrayObject) else [contents]
    streams = [part.get_object() for part in parts if part is not None]
    return _limited(b"\n".join(_decoded(stream) for stream in streams if isinstance(stream, StreamObject)))


def _decoded(stream: StreamObject) -> bytes:
    """The data of a stream. pypdf gives nothing for data that it cannot decode; that is told apart from no data."""
    data = stream.get_data()
    if not data and len(stream._data) > _NOTHING_ENCODED:
        raise PdfStreamError
    return data


def _limited(data: bytes) -> bytes:
    if len(data) > MAX_CONTENT_BYTES:
        raise PageTooLargeError
    return data


def _resources(page: PageObject) -> DictionaryObject:
    """The page's resources, or those it inherits."""
    node: Any = page
    for _ in range(_MAX_FORM_DEPTH):
        found = _child(node, "/Resources")
        parent = _child(node, "/Parent")
        if found or not parent:
            return found
        node = parent
    return DictionaryObject()


def _child(parent: DictionaryObject, key: str) -> DictionaryObject:
    value: Any = parent.get(key)
    value = value.get_object() if value is not None else None
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def _shown(page: PageObject) -> tuple[Matrix, float, float]:
    """The matrix from the page's own space to the page as shown, and the width and height it is shown in."""
    box = page.cropbox
    left, bottom, right, top = (float(edge) for edge in (box.left, box.bottom, box.right, box.top))
    width, height = max(1.0, right - left), max(1.0, top - bottom)
    turns = (page.rotation // 90) % 4
    matrices: tuple[Matrix, ...] = (
        (1, 0, 0, 1, -left, -bottom),
        (0, -1, 1, 0, -bottom, right),
        (-1, 0, 0, -1, right, top),
        (0, 1, -1, 0, top, -left),
    )
    return matrices[turns], *((height, width) if turns % 2 else (width, height))


def _is_inside(word: Word, width: float, height: float) -> bool:
    """Whether a word stands on the page as shown; what lies outside it is leftovers of a layout program."""
    x, y = turned(word.x0, word.y, -word.direction % 4)
    return -_OUTSIDE <= x <= width + _OUTSIDE and -_OUTSIDE <= y <= height + _OUTSIDE and word.size > 0


def _with_moves(words: list[Word]) -> list[Word]:
    """The words with those marked that were reached by a move, if the page writes the spaces between words."""
    neighbours = [pair for pair in pairwise(words) if _is_word_gap(*pair)]
    if sum(right.spaced for _, right in neighbours) < _WRITES_SPACES * len(neighbours) or not neighbours:
        return words
    return [word if word.spaced else word._replace(moved=True) for word in words]


def _is_word_gap(left: Word, right: Word) -> bool:
    return left.y == right.y and _LEAST_SPACE * right.size <= right.x0 - left.x1 <= _MOST_SPACE * right.size


def _main_direction(words: list[Word]) -> int:
    weights = [0, 0, 0, 0]
    for word in words:
        weights[word.direction] += len(word.text)
    return weights.index(max(weights))


def _in_frame(word: Word, direction: int, canvas: _Canvas) -> Word:
    """The word with its place counted from the foot and left edge of the page turned to read it."""
    right, up = ((0.0, 0.0), (0.0, canvas.width), (canvas.width, canvas.height), (canvas.height, 0.0))[direction]
    return word._replace(x0=word.x0 + right, x1=word.x1 + right, y=word.y + up)


def _without_doubles(words: list[Word]) -> list[Word]:
    """The words without copies drawn almost on top of themselves, which is how some programs make bold."""
    seen: dict[tuple[str, int], list[Word]] = {}
    kept: list[Word] = []
    for word in words:
        reach = _DOUBLE * word.size
        keys = {(word.text, int((word.x0 + move) // _DOUBLE_STRIP)) for move in (-reach, reach)}
        if any(_coincide(word, other, reach) for key in keys for other in seen.get(key, ())):
            continue
        seen.setdefault((word.text, int(word.x0 // _DOUBLE_STRIP)), []).append(word)
        kept.append(word)
    return kept


def _coincide(first: Word, second: Word, reach: float) -> bool:
    return abs(first.x0 - second.x0) <= reach and abs(first.y - second.y) <= reach
