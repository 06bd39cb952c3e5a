"""Text → words: folded, cut at hyphens, numbers kept whole."""

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff"))
_INSIDE = "\u00ad\u200b-\u200d\ufeff\u0300-\u036f"
"""What may stand inside an unfolded word: invisible characters, and accents written apart from their letter."""
_UNFOLDED_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_INSIDE}])*|\d[\d{_INSIDE}]*(?:[.,][{_INSIDE}]*\d[\d{_INSIDE}]*)*")


def fold(text: str) -> str:
    """Lower case, compatibility forms resolved (ligatures, thin spaces), invisible characters removed."""
    return unicodedata.normalize("NFKC", text).translate(_INVISIBLE).casefold()


def words(text: str) -> list[str]:
    """The words and numbers of a text in order, folded. «AAP-mottakere» is two words, «6,3» is one."""
    return _WORD.findall(fold(text))


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where each word stands in the unfolded text."""
    return [match.span() for match in _UNFOLDED_WORD.finditer(text)]
