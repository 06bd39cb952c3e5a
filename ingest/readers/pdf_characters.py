"""The characters of a PDF's text, cleaned: ligatures written out, bullets of symbol fonts as bullets, tricks removed.

Cleaning happens glyph by glyph, before lines are put together, so that positions and text stay in step.
"""

import unicodedata

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
# Codes of the Symbol and Wingdings fonts that office programs use for list bullets and arrows.
_SYMBOLS = {
    "\uf02d": "-",
    "\uf0a7": "▪",
    "\uf0a8": "▪",
    "\uf0b7": "•",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0fc": "✓",
    "\uf06f": "▪",
    "\uf071": "▪",
    "\uf076": "•",
}
_UNKNOWN_SYMBOL = "•"
_SOFT_HYPHEN = "\u00ad"


def clean(text: str) -> str:
    """`text` as a reader sees it: no control, direction or zero-width characters; white space as spaces.

    A soft hyphen that was drawn is a hyphen: writers of PDFs draw it only where a word is broken.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", "".join(_clean(character) for character in text))


def _clean(character: str) -> str:
    if character in _LIGATURES:
        return _LIGATURES[character]
    if character == _SOFT_HYPHEN:
        return "-"
    category = unicodedata.category(character)
    if category == "Co":
        return _SYMBOLS.get(character, _UNKNOWN_SYMBOL)
    if category == "Zs" or character in "\t\n\r":
        return " "
    return "" if category[0] == "C" or category in ("Zl", "Zp") else character
