"""Which words are verbs: those listed, behind a particle («ferdigbehandlet»), or in the passive («sendes»)."""

from dataclasses import dataclass

LEAST = 3
"""So many letters a verb has at least, behind a particle or before the ending of the passive."""


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verb forms known. `joined` are those that particles are put before, `passive` the endings of the passive."""

    listed: frozenset[str]
    joined: frozenset[str]
    particles: tuple[str, ...]
    passive: tuple[str, ...]

    def __contains__(self, low: object) -> bool:
        """Whether a folded word is a form of a verb."""
        if not isinstance(low, str):
            return False
        return self._is_known(low) or any(self._is_known(active) for active in self._actives(low))

    def _is_known(self, low: str) -> bool:
        if low in self.listed:
            return True
        rests = (low.removeprefix(particle) for particle in self.particles if low.startswith(particle))
        return any(len(rest) >= LEAST and rest in self.joined for rest in rests)

    def _actives(self, low: str) -> list[str]:
        """«sendes», «sendast» → «sende», «sender»."""
        stems = [low.removesuffix(ending) for ending in self.passive if low.endswith(ending)]
        return [f"{stem}{ending}" for stem in stems if len(stem) >= LEAST for ending in ("e", "er")]
