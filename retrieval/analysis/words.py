"""Text → words: folded, cut at hyphens, numbers kept whole."""

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff"))


def fold(text: str) -> str:
    """Lower case, compatibility forms resolved (ligatures, thin spaces), invisible characters removed."""
    return unicodedata.normalize("NFKC", text).translate(_INVISIBLE).casefold()


def words(text: str) -> list[str]:
    """The words and numbers of a text in order, folded. «AAP-mottakere» is two words, «6,3» is one."""
    return _WORD.findall(fold(text))


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where each word stands in the unfolded text."""
    return [match.span() for match in _WORD.finditer(text)]
