"""The kinds of documents and the words that name them, from `kinds.toml`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from ingest.data import Data, alternatives, beside

Issuer = Literal["giver", "own"]
"""Who issues documents of a kind: a body that gives others money and orders, or the body the document is about."""
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
    """The kinds of the data file. Raises ValueError, naming the key, when one is missing or not as it should be."""
    data = beside(__file__, "kinds.toml").only(("kind", "self", "bodies", "never"))
    listed = {entry.word("name"): entry.only(("name", "stems", "issuer")) for entry in data.tables("kind")}
    bodies = data.table("bodies").words("endings")
    return Kinds(
        patterns={name: _pattern(entry.words("stems")) for name, entry in listed.items()},
        issuers={name: _issuer(entry) for name, entry in listed.items() if "issuer" in entry.values},
        selves=data.table("self").words("words"),
        body=re.compile(rf"(?:[A-ZÆØÅ][\wæøå]*(?:-|-,|,)?\s(?:og\s)?)?[\wæøåÆØÅ-]*{alternatives(bodies)}\b"),
        bodies=bodies,
        givers=data.table("bodies").words("givers"),
        never=data.table("never").words("starts"),
    )


def _issuer(entry: Data) -> Issuer:
    return cast(Issuer, entry.word("issuer", get_args(Issuer)))


def _pattern(stems: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])[^\W\d_]*?{alternatives(stems)}{_ENDINGS}(?![^\W\d_])", re.IGNORECASE)
