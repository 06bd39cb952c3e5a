"""A follow-up completed from the earlier questions of its conversation."""

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from ingest.quantities import Context, read_periods
from retrieval.analysis.words import fold


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], ...], dict[str, re.Pattern[str]]]:
    data = tomllib.loads(files("retrieval").joinpath("conversation.toml").read_text("utf8"))
    follow_up = tuple(re.compile(pattern) for pattern in data.pop("follow_up"))
    return follow_up, {name: re.compile(pattern, re.IGNORECASE) for name, pattern in data.items()}


def complete(question: str, history: Sequence[str]) -> str:
    """The question as it stands alone: itself, or completed from the one before it, which may be a follow-up too."""
    resolved = ""
    for turn in [*history, question]:
        resolved = _completed(turn.strip(), resolved) if resolved and is_follow_up(turn) else turn.strip()
    return resolved


def is_follow_up(question: str) -> bool:
    """Whether a question leans on the one before it."""
    folded = " ".join(fold(question).split()).rstrip(" ?.!")
    return any(pattern.search(folded) for pattern in _patterns()[0])


def _completed(question: str, before: str) -> str:
    """Another period replaces the earlier one; a question of its own takes over the subject; the rest is added."""
    patterns = _patterns()[1]
    nowhere = Context(year=None, period=None)
    new = read_periods(question, nowhere)
    bare = question.rstrip(" ?.!")
    if patterns["asks"].search(patterns["lead"].sub("", bare)):
        subject = patterns["head"].sub("", before.rstrip(" ?.!"))
        if new:
            subject = _without_periods(subject)
        return f"{bare} – {subject}?"
    rest = patterns["lead"].sub("", bare)
    if new:
        kept = _without_periods(before)
        return f"{kept.rstrip(' ?.!')} {bare[new[0].start :].strip()}?".replace("  ", " ") if kept else question
    return f"{before.rstrip(' ?.!')} – {rest}?"


def _without_periods(text: str) -> str:
    for mention in reversed(read_periods(text, Context(year=None, period=None))):
        text = text[: mention.start] + text[mention.end :]
    return " ".join(text.split())
