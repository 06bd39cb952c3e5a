"""The text of labels: footnote marks taken off, broken letters joined, bullets and signs told apart."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.document import Sheet, Span
from ingest.tables.grid import Slot
from ingest.tables.wrapping import joined

_TAIL_MARK = re.compile(r"(?<=[^\W\d]|[)%.])(?:\s?\*+|\s?\d{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹]+)+$")
_INNER_STARS = re.compile(r"(?<=\w)\*+(?=\s|$)")
_BULLET = re.compile(r"^[-–•]\s+(?=\w)")
_SIGN = re.compile(r"^([-+=−–])\s+(?=\S)")
_LOOSE = re.compile(r"(?P<word>[^\W\d]+) (?P<rest>[a-zæøå]{1,3}) {2,}(?=\S)")
_LOOSE_STOP = re.compile(r"(?<=\w) (?=\.\))")
_GLUED = re.compile(r"(?P<word>[^\W\d_]+)(?P<number>\d{1,2})$")
_FOOTNOTE = re.compile(r"^\s*(?P<number>\d{1,2}) [A-ZÆØÅ]")
_WORD = re.compile(r"[^\W\d_]+")
_COUNTED = re.compile(r"\d (?:[a-zæøå]+e )?([a-zæøå]{3,})")


@dataclass(frozen=True)
class Labeller:
    """Reads labels of one document.

    It knows the document's lines, its footnote marks by line, the words it uses, the numbers that footnotes on
    each page begin with, and the words that stand after numbers («21 fyr»).
    """

    sheet: Sheet
    marks: dict[int, list[Span]]
    words: Mapping[str, int]
    footnotes: frozenset[tuple[int, str]]
    counted: frozenset[str]

    def read(self, slot: Slot, letters: Iterable[str] = ()) -> str:
        """A label as it is meant, without marks. `letters` are single letters that mark the table's notes."""
        text = ""
        for span in slot.spans:
            text = self._joined(text, self._mended(self._unmarked(span)))
        text = _TAIL_MARK.sub("", _INNER_STARS.sub("", text)).strip()
        for letter in letters:
            text = re.sub(rf"(?<=[\w)]) {letter}(?= |$)", "", text)
            text = self._without_glued(text, letter)
        return _LOOSE_STOP.sub("", text)

    def line(self, number: int) -> str:
        """A whole line of text without footnote marks."""
        return " ".join(self._unmarked(Span(number, 0, len(self.sheet.line(number).text))).split())

    def _without_glued(self, text: str, letter: str) -> str:
        """A label without a note's letter glued to its last word («båtena», where «båten» is known)."""
        last = text.split()[-1] if text else ""
        bare = re.split(r"[-\s]", last)[-1].lower()
        known = self.words.get(bare[:-1], 0) and self.words.get(bare, 0) <= 1
        return text[:-1] if bare.endswith(letter) and known else text

    def _joined(self, text: str, part: str) -> str:
        """Two parts of a wrapped text, a word broken without a hyphen («Mellomværen», «de») made whole."""
        last, first = text.split()[-1:], part.split()[:1]
        if last and first and last[0].isalpha() and first[0].isalpha():
            whole = (last[0] + first[0]).lower()
            if self.words.get(whole) and self.words.get(last[0].lower(), 0) <= 1 and first[0][0].islower():
                return text + part
        return joined(text, part)

    def _unmarked(self, span: Span) -> str:
        kept = self.sheet.line(span.line).text[span.start : span.end]
        for mark in sorted(self.marks.get(span.line, ()), reverse=True):
            if span.start <= mark.start and mark.end <= span.end:
                kept = kept[: mark.start - span.start] + kept[mark.end - span.start :]
        return self._unnumbered(kept, self.sheet.line(span.line).page)

    def _unnumbered(self, text: str, page: int) -> str:
        """The text without the number of a footnote of its page glued to its last word («mottatt2»)."""
        match = _GLUED.search(text.rstrip())
        if match and (page, match["number"]) in self.footnotes and self.words.get(match["word"].lower()):
            return text[: match.start("number")]
        return text

    def _mended(self, text: str) -> str:
        """Letters that a broken ligature has loosened («Antal l  saker») joined where the whole word is known."""

        def join(match: re.Match[str]) -> str:
            whole = match["word"] + match["rest"]
            return f"{whole} " if self.words.get(whole.lower()) else f"{match['word']} {match['rest']} "

        return " ".join(_LOOSE.sub(join, text).split())


def labeller(sheet: Sheet, marks: Sequence[Span]) -> Labeller:
    """A labeller for a sheet and the footnote marks that the layout has found in it."""
    by_line: dict[int, list[Span]] = {}
    for mark in marks:
        by_line.setdefault(mark.line, []).append(mark)
    words = Counter(word for line in sheet.lines for word in _WORD.findall(line.text.lower()))
    begun = ((line.page, _FOOTNOTE.match(line.text)) for line in sheet.lines)
    footnotes = frozenset((page, match["number"]) for page, match in begun if match)
    counted = frozenset(word for line in sheet.lines for word in _COUNTED.findall(line.text))
    return Labeller(sheet, by_line, words, footnotes, counted)


def is_bullet(text: str) -> bool:
    """Whether a label is a list item under the label before it («- Arbeid»)."""
    return bool(_BULLET.match(text))


def without_bullet(text: str) -> str:
    """A label without its bullet."""
    return _BULLET.sub("", text)


def split_sign(text: str) -> tuple[str, ...]:
    """A label that begins with «+», «=» or a minus, as sign and label; else the label alone."""
    match = _SIGN.match(text)
    return (match[1], text[match.end() :]) if match else (text,)
