"""Which of a question's concepts a text holds, found by meeting two sets of stems rather than by trying every form."""

from collections.abc import Mapping, Sequence

from retrieval.concepts import Concept


class Matcher:
    """The forms of some concepts turned round: from a stem to the concepts it stands for."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._count = len(concepts)
        self._single: dict[str, list[tuple[int, float]]] = {}
        self._several: list[tuple[int, frozenset[str], float]] = []
        for at, concept in enumerate(concepts):
            for form in concept.forms:
                if len(form.stems) == 1:
                    self._single.setdefault(form.stems[0], []).append((at, form.weight))
                else:
                    self._several.append((at, frozenset(form.stems), form.weight))
        self._stems = frozenset(self._single)
        self.stems = self._stems.union(*(needed for _, needed, _ in self._several))
        """Every stem that stands for one of the concepts, alone or with others."""

    def matches(self, stems: frozenset[str]) -> list[float]:
        """How well a text with these stems holds each concept, from 0 to 1; the best form of each counts."""
        best = [0.0] * self._count
        for stem in self._stems & stems:
            for at, weight in self._single[stem]:
                best[at] = max(best[at], weight)
        for at, needed, weight in self._several:
            if weight > best[at] and needed <= stems:
                best[at] = weight
        return best

    def nearness(self, near: Mapping[str, float]) -> list[float]:
        """The same for stems that count more the nearer they stand; a form of several is as near as its farthest."""
        best = [0.0] * self._count
        for stem in self._stems & near.keys():
            for at, weight in self._single[stem]:
                best[at] = max(best[at], weight * near[stem])
        for at, needed, weight in self._several:
            if weight > best[at] and needed <= near.keys():
                best[at] = max(best[at], weight * min(near[stem] for stem in needed))
        return best
