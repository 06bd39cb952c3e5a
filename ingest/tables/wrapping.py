"""Wrapped text as one."""

from ingest.tables.words import WORDS


def joined(text: str, part: str) -> str:
    """Two parts of a wrapped text as one: a hyphen at the break is taken out of a broken word."""
    if not text or not part:
        return text or part
    first = part.split()[0]
    if text.endswith("-") and len(text) > 1 and text[-2].isalpha() and first[:1].islower():
        return f"{text} {part}" if first in WORDS.connectives else text[:-1] + part
    if text.endswith(("/", "–")) or part.startswith("/"):
        return text + part
    return f"{text} {part}"
