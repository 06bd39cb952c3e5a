"""Endings and irregular words: what is known of Norwegian inflection beside the Snowball stemmer."""

import tomllib
from dataclasses import dataclass

SHORTEST_FIRST_PART, SHORTEST_LAST_FORM = 3, 5
"""A word is only taken for a compound of an irregular form when both are this long: «bruker» is not «br» + «uker»."""


@dataclass(frozen=True, slots=True)
class Ending:
    """An end of a word and what stands instead; applied when at least `left` letters stand before it."""

    off: str
    instead: str
    left: int

    def fits(self, stem: str) -> bool:
        """Whether the stem ends so, with enough before it."""
        return stem.endswith(self.off) and len(stem) - len(self.off) >= self.left

    def change(self, stem: str) -> str:
        """The stem with the end exchanged."""
        return stem[: len(stem) - len(self.off)] + self.instead


@dataclass(frozen=True, slots=True)
class Endings:
    """Endings to take off, ends to respell after that, and stems that are left as they are."""

    endings: tuple[Ending, ...]
    respelled: tuple[Ending, ...]
    kept: frozenset[str]

    def off(self, stem: str) -> str:
        """The stem with the first ending that fits taken off, and respelled."""
        if stem in self.kept:
            return stem
        return _first(self.respelled, _first(self.endings, stem))

    def all_off(self, stem: str) -> str:
        """The stem after endings are taken off until none fits."""
        shorter = self.off(stem)
        return stem if shorter == stem else self.all_off(shorter)


@dataclass(frozen=True, slots=True)
class Inflection:
    """The whole data file."""

    inflection: Endings
    derivation: Endings
    roots: dict[str, str]
    irregular: dict[str, str]
    heads: dict[str, str]
    """Forms that keep the stem they have alone as the last part of a compound, however short."""
    longest: int
    """The letters of the longest form of either."""

    def root(self, stem: str) -> str:
        """What a stem shares with the other kinds of word made from it."""
        shorter = self.derivation.all_off(self.roots.get(stem, stem))
        return stem if shorter == stem else self.root(shorter)

    def irregular_stem(self, word: str) -> str | None:
        """The stem of an irregular form, or of a compound that ends in one: «studentboliger» → «studentbolig»."""
        stem = self.irregular.get(word) or self.heads.get(word)
        if stem is not None:
            return stem
        for at in range(max(SHORTEST_FIRST_PART, len(word) - self.longest), len(word)):
            stem = self._last_part(word[at:])
            if stem is not None:
                return word[:at] + stem
        return None

    def _last_part(self, form: str) -> str | None:
        """The stem of a form that ends a compound; None where it may as well be an ending."""
        return self.heads.get(form) or (self.irregular.get(form) if len(form) >= SHORTEST_LAST_FORM else None)


def parse_endings(text: str, source: str) -> Inflection:
    """Read the data; raises ValueError, naming source and key, where something is missing or stands twice."""
    data = tomllib.loads(text)
    irregular, heads = (_turned(data, name, source) for name in ("irregular", "heads"))
    return Inflection(
        inflection=_endings(data, "inflection", source),
        derivation=_endings(data, "derivation", source),
        roots=_turned(data, "roots", source),
        irregular=irregular,
        heads=heads,
        longest=max(map(len, (*irregular, *heads)), default=0),
    )


def _turned(data: dict[str, dict[str, list[str]]], name: str, source: str) -> dict[str, str]:
    """From each listed form to what it stands at."""
    found: dict[str, str] = {}
    for kept, forms in data.get(name, {}).items():
        for form in forms:
            if found.setdefault(form, kept) != kept:
                msg = f"{source}, [{name}]: «{form}» stands at {found[form]} and at {kept}; keep one"
                raise ValueError(msg)
    return found


def _endings(data: dict[str, dict[str, list[dict[str, str | int]]]], name: str, source: str) -> Endings:
    try:
        part = data[name]
        return Endings(
            endings=tuple(Ending(str(rule["off"]), "", int(rule["left"])) for rule in part["endings"]),
            respelled=tuple(Ending(str(rule["end"]), str(rule["to"]), int(rule["left"])) for rule in part["respelled"]),
            kept=frozenset(map(str, part["kept"])),
        )
    except KeyError as missing:
        msg = f"{source}, [{name}]: {missing} is missing; see the comments in the file for what belongs there"
        raise ValueError(msg) from missing


def _first(rules: tuple[Ending, ...], stem: str) -> str:
    for rule in rules:
        if rule.fits(stem):
            return rule.change(stem)
    return stem
