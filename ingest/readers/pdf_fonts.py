"""A font of a PDF: the bytes of a shown string → characters and their widths.

The font itself is read by pypdf (encoding, ToUnicode map, widths); its `Font` is the one thing used here that pypdf
does not export, because nothing public gives widths.
"""

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from pypdf.generic import DictionaryObject
from pypdf.generic._font import Font

from ingest.readers.pdf_characters import clean

_BOLD_NAME = re.compile(r"bold|black|heavy|demi(?!\w*light)|semibd|-bd", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18
_THOUSANDTH = 0.001
_UNUSED_CODES = "\x7f\x81\x8d\x8f\x90\x9d"
"""Codes that the Windows encoding has no character for: the format makes them bullets (ISO 32000-1, annex D.2)."""


class Glyph(NamedTuple):
    """One glyph: its cleaned characters («» where it has none), its width in em, and whether it is code 32."""

    text: str
    width: float
    is_space_code: bool


@dataclass(slots=True)
class GlyphFont:
    """Decodes shown strings. Glyphs are looked up once per code and remembered."""

    bold: bool
    _font: Font | None
    _scale: float
    _glyphs: dict[str, Glyph]

    @classmethod
    def from_resource(cls, resource: DictionaryObject) -> "GlyphFont":
        """The font of a page's resources."""
        font = Font.from_font_resource(resource)
        return cls(_is_bold(font), font, _scale(resource), {})

    @classmethod
    def unknown(cls) -> "GlyphFont":
        """A font that the page names but does not have: nothing can be read from it."""
        return cls(bold=False, _font=None, _scale=_THOUSANDTH, _glyphs={})

    def decode(self, data: bytes) -> list[Glyph]:
        """The glyphs of a shown string."""
        font = self._font
        if font is None or not font.interpretable:
            return []
        encoding = font.encoding
        codes = data.decode(encoding, "replace") if isinstance(encoding, str) else data.decode("latin-1")
        glyphs = self._glyphs
        try:
            return [glyphs[code] for code in codes]
        except KeyError:
            for code in codes:
                if code not in glyphs:
                    glyphs[code] = self._glyph(font, code)
            return [glyphs[code] for code in codes]

    def _glyph(self, font: Font, code: str) -> Glyph:
        encoding = font.encoding
        character = code if isinstance(encoding, str) else encoding.get(ord(code), code)
        character = str(font.character_map.get(character, character))
        if not isinstance(encoding, str) and character == code and code in _UNUSED_CODES:
            character = "•"
        text = clean(character)
        width = font.character_widths.get(code, font.character_widths["default"])
        return Glyph(text, float(width) * self._scale, code == " " and not isinstance(encoding, str))


def _is_bold(font: Font) -> bool:
    descriptor = font.font_descriptor
    weight: Any = descriptor.weight
    flags: Any = descriptor.flags
    return (
        _BOLD_NAME.search(f"{font.name} {descriptor.name}") is not None
        or (isinstance(weight, int | float) and weight >= _BOLD_WEIGHT)
        or (isinstance(flags, int) and bool(flags & _FORCE_BOLD))
    )


def _scale(resource: DictionaryObject) -> float:
    """From glyph space to em: a thousandth, except for a font drawn by the PDF itself (Type 3)."""
    matrix: Any = resource.get("/FontMatrix")
    if resource.get("/Subtype") == "/Type3" and matrix is not None:
        return abs(float(matrix[0])) or _THOUSANDTH
    return _THOUSANDTH
