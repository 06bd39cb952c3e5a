"""The language a document is written in: bokmål, nynorsk or English, by its function words."""

import re
from collections import Counter
from functools import cache

from ingest.data import beside
from ingest.document import Sheet

_FILE = "languages.toml"
_WORD = re.compile(r"[^\W\d_]+")
_DEFAULT = "nb"
_ENOUGH = 20_000


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {name: frozenset(table.words("words")) for name, table in beside(__file__, _FILE).each()}


def document_language(sheet: Sheet) -> str:
    """«nb», «nn» or «en»: the language whose function words are the most frequent. «nb» where there are none."""
    counts: Counter[str] = Counter()
    seen = 0
    for line in sheet.lines:
        words = _WORD.findall(line.text.lower())
        counts.update(words)
        seen += len(words)
        if seen > _ENOUGH:
            break
    scores = {language: sum(counts[word] for word in words) for language, words in _function_words().items()}
    best = max(scores, key=lambda language: scores[language], default=_DEFAULT)
    return best if scores.get(best) else _DEFAULT
