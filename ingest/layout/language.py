"""The language a document is written in: bokmål, nynorsk or English, by its function words."""

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

from ingest.document import Sheet

_FILE = "languages.toml"
_WORD = re.compile(r"[^\W\d_]+")
_DEFAULT = "nb"
_ENOUGH = 20_000


@cache
def _function_words() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("ingest.layout").joinpath(_FILE).read_text(encoding="utf-8"))
    found: dict[str, frozenset[str]] = {}
    for language, table in data.items():
        words = table.get("words") if isinstance(table, dict) else None
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise ValueError(f'{_FILE}: [{language}] needs words; write words = ["…"]')
        found[language] = frozenset(words)
    return found


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
