"""The licence of every installed package, and whether it is one that may be used here."""

import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import Distribution, distributions
from importlib.resources import files
from typing import Any

OWN = "kildesvar"
_JOINTS = re.compile(r" AND | OR | WITH |; ")


@dataclass(frozen=True, slots=True)
class Rules:
    """The licences allowed, and those of packages that do not say their own."""

    allowed: frozenset[str]
    unsaid: Mapping[str, str]


@lru_cache(maxsize=1)
def rules() -> Rules:
    """The rules in the package."""
    data = tomllib.loads(files("eval.supply").joinpath("licences.toml").read_text("utf8"))
    return Rules(frozenset(data["allowed"]), data["unsaid"])


def licence_of(package: Distribution) -> str:
    """What a package says its licence is; empty when it says nothing."""
    said: Any = package.metadata
    trove = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier", []) if line.startswith("License ::")]
    short = (said.get("License") or "").strip().partition("\n")[0]
    return said.get("License-Expression") or "; ".join(trove) or short or rules().unsaid.get(said["Name"], "")


def is_allowed(licence: str) -> bool:
    """Whether every part of a licence is allowed."""
    known = rules().allowed
    return bool(licence) and all(part in known or part.strip("()") in known for part in _JOINTS.split(licence))


def installed() -> Sequence[tuple[str, str, str]]:
    """Every installed package but our own as (name, version, licence), by name."""
    found = {package.metadata["Name"]: package for package in distributions()}
    return [(name, found[name].version, licence_of(found[name])) for name in sorted(found) if name != OWN]


def main() -> int:
    """Print the list; status 1 when a licence is not among those allowed."""
    wrong = [name for name, _, licence in installed() if not is_allowed(licence)]
    lines = [f"{name}=={version}\t{licence or '?'}" for name, version, licence in installed()]
    sys.stdout.write("\n".join([*lines, *(f"not allowed: {name}" for name in wrong), ""]))
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
