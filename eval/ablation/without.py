"""An answerer with parts turned off, made by wrapping what it searches with: retrieval itself has no switches."""

import copy
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from eval.ablation.switches import Ablation
from retrieval.analysis.terms import TermList
from retrieval.answer import Answerer
from retrieval.concepts import Concept
from retrieval.index.legs.protocol import FieldWeights, Hit, LexicalLeg, Vectors
from retrieval.index.open import Index
from retrieval.index.scope import Scope
from retrieval.index.store import Store
from retrieval.weights import Weights

SAYS = {"compound": "compounds", "relative": "relatives", "abbreviation": "abbreviations"}
"""What the vocabulary is asked for the sorts of forms that it knows."""


def without(answerer: Answerer, ablation: Ablation) -> Answerer:
    """The same answerer without these parts."""
    off = ablation.off
    index = copy.copy(answerer.index)
    index.store = cast("Store", Quiet(index.store, [SAYS[form] for form in off.get("forms", ()) if form in SAYS]))
    index.lexical = _lexical(index, off)
    if "dense" in off.get("legs", ()):
        index.dense = NoDense()
    language = replace(answerer.language, left_out=frozenset(off.get("forms", ())))
    if "term" in off.get("forms", ()):
        language = replace(language, terms=TermList({}, 0, "none"))
    return Answerer(index, language, _zeroed(answerer.weights, off))


class Quiet:
    """A vocabulary that has nothing to say to some questions, and answers the others as before."""

    def __init__(self, store: Store, silent: Collection[str]) -> None:
        self._store = store
        self._silent = frozenset(silent)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 — stands for whatever the store has
        if name in self._silent:
            return lambda *_: ()
        return getattr(self._store, name)


class FewerFields:
    """A lexical leg that does not search some fields; without any, it finds nothing."""

    def __init__(self, lexical: LexicalLeg, fields: Collection[str]) -> None:
        self._lexical = lexical
        self._off = dict.fromkeys(fields, 0.0)

    def __len__(self) -> int:
        """As many as the leg itself holds."""
        return len(self._lexical)

    def close(self) -> None:
        """Close the leg itself."""
        self._lexical.close()

    def search(self, concepts: Sequence[Concept], limit: int, scope: Scope | None, weights: FieldWeights) -> list[Hit]:
        """As the leg itself, over the fields that are left."""
        left = replace(weights, **self._off)
        return self._lexical.search(concepts, limit, scope, left) if left.body or left.context else []


class NoDense:
    """A dense leg that finds nothing, and nothing alike."""

    def __len__(self) -> int:
        """Nothing."""
        return 0

    def close(self) -> None:
        """Nothing is held."""

    def search(self, vector: Vectors, limit: int, scope: Scope | None) -> list[Hit]:  # noqa: ARG002
        """Nothing."""
        return []

    def similarities(self, vector: Vectors, numbers: Sequence[int]) -> list[float]:  # noqa: ARG002
        """No likeness at all."""
        return [0.0] * len(numbers)


def _lexical(index: Index, off: Mapping[str, tuple[str, ...]]) -> LexicalLeg:
    fields = ("body", "context", "grams") if "lexical" in off.get("legs", ()) else off.get("fields", ())
    return FewerFields(index.lexical, fields) if fields else index.lexical


def _zeroed(weights: Weights, off: Mapping[str, tuple[str, ...]]) -> Weights:
    return replace(
        weights,
        passage={**weights.passage, **dict.fromkeys(off.get("passage", ()), 0.0)},
        figure={**weights.figure, **dict.fromkeys(off.get("figure", ()), 0.0)},
        confidence={**weights.confidence, **dict.fromkeys(off.get("confidence", ()), 0.0)},
    )
