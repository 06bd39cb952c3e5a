"""The kinds of documents and the words that name them, from `kinds.toml`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

Issuer = Literal["giver", "own"]
"""Who issues documents of a kind: a body that gives others money and orders, or the body the document is about."""
_FILE = "kinds.toml"
_FIELD = re.compile(r"[^\W\d_]+(?:[ ,-]+[^\W\d_]+){0,6}")
"""What a body is for, as its name says: «los og havn»."""
_ENDINGS = r"(?:en|et|a|er|ene|ets|ens|s|n|ar|ane)?"


@dataclass(frozen=True, slots=True)
class Kinds:
    """Kinds by name with the pattern of their words, most special first; and what else the file holds."""

    patterns: dict[str, re.Pattern[str]]
    issuers: dict[str, Issuer]
    selves: tuple[str, ...]
    body: re.Pattern[str]
    bodies: tuple[str, ...]
    givers: tuple[str, ...]
    never: tuple[str, ...]

    def is_body(self, name: str) -> bool:
        """Whether a name is a public body's («Losdirektoratet», «Direktoratet for los og havn») and nothing else."""
        body, _, field = name.partition(" for ")
        if not body[:1].isupper():
            return False
        if field:
            return body.lower() in self.bodies and _FIELD.fullmatch(field) is not None
        return self.body.fullmatch(body) is not None and body.lower() not in self.bodies

    def named(self, text: str) -> str | None:
        """The kind a text names first; the more special of two at the same place."""
        places = [(found.start(), order, name) for order, (name, pattern) in enumerate(self.patterns.items())
                  if (found := pattern.search(text))]  # fmt: skip
        return min(places)[2] if places else None


@cache
def kinds() -> Kinds:
    """The kinds of the data file, checked.

    Raises ValueError when a kind lacks its name or its stems or has an unknown issuer, or a list is missing.
    """
    data = tomllib.loads(files("ingest.layout").joinpath(_FILE).read_text(encoding="utf-8"))
    patterns: dict[str, re.Pattern[str]] = {}
    issuers: dict[str, Issuer] = {}
    for entry in data.get("kind", []):
        name, stems = entry.get("name"), entry.get("stems")
        if not isinstance(name, str) or not isinstance(stems, list) or not stems:
            raise ValueError(f'{_FILE}: every [[kind]] needs name = "…" and stems = ["…"], not {entry!r}')
        patterns[name] = _pattern([str(stem) for stem in stems])
        if "issuer" in entry:
            issuers[name] = _issuer(entry["issuer"])
    if not patterns:
        raise ValueError(f"{_FILE}: there is no [[kind]]; add one with name and stems")
    bodies = _list(data, "bodies", "endings")
    endings = "|".join(re.escape(ending) for ending in bodies)
    return Kinds(
        patterns=patterns,
        issuers=issuers,
        selves=_list(data, "self", "words"),
        body=re.compile(rf"(?:[A-ZÆØÅ][\wæøå]*(?:-|-,|,)?\s(?:og\s)?)?[\wæøåÆØÅ-]*(?:{endings})\b"),
        bodies=bodies,
        givers=_list(data, "bodies", "givers"),
        never=_list(data, "never", "starts"),
    )


def _issuer(given: object) -> Issuer:
    for known in get_args(Issuer):
        if given == known:
            return cast(Issuer, known)
    raise ValueError(f"{_FILE}: issuer must be one of {', '.join(get_args(Issuer))}, not {given!r}")


def _list(data: dict[str, object], table: str, key: str) -> tuple[str, ...]:
    entry = data.get(table)
    words = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(words, list) or not words:
        raise ValueError(f'{_FILE}: [{table}] needs {key} = ["…"]')
    return tuple(str(word) for word in words)


def _pattern(stems: list[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(stem) for stem in stems)
    return re.compile(rf"(?<![^\W\d_])[^\W\d_]*?(?:{alternatives}){_ENDINGS}(?![^\W\d_])", re.IGNORECASE)
