"""The ablations that there are, read from data and checked."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files

from retrieval.engine import FEATURES
from retrieval.forms import WEIGHT
from retrieval.index.legs.protocol import FieldWeights

KNOWN: Mapping[str, Sequence[str]] = {
    "legs": ("lexical", "dense"),
    "fields": tuple(field.name for field in fields(FieldWeights)),
    "forms": (*WEIGHT, "parted"),
    **FEATURES,
}
"""What can be turned off, by sort."""


@dataclass(frozen=True, slots=True)
class Ablation:
    """Parts that are turned off together. `off` maps a sort of `KNOWN` to the names turned off."""

    name: str
    label: str
    off: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def shipped_ablations() -> tuple[Ablation, ...]:
    """The ablations in the package."""
    return parse_ablations(files("eval.ablation").joinpath("ablations.toml").read_text("utf8"))


def parse_ablations(text: str) -> tuple[Ablation, ...]:
    """Ablations from TOML.

    Raises ValueError, naming ablation and part, when there is no such part to turn off: an ablation that turns off
    nothing would say that a part is worth nothing.
    """
    found = []
    for name, entry in tomllib.loads(text).items():
        off = {sort: tuple(names) for sort, names in entry.items() if sort != "label"}
        for sort, names in off.items():
            unknown = sorted(set(names) - set(KNOWN.get(sort, ())))
            if unknown:
                known = sorted(KNOWN.get(sort, KNOWN))
                msg = f"ablations.toml, [{name}] {sort}: {unknown} cannot be turned off; there are {known}"
                raise ValueError(msg)
        if not any(off.values()):
            msg = f"ablations.toml, [{name}]: nothing is turned off; name legs, fields, forms or features"
            raise ValueError(msg)
        found.append(Ablation(name, entry["label"], off))
    return tuple(found)
