"""The peers asked the same questions, and scored by the same measures."""

from collections.abc import Mapping, Sequence

from eval.items import Item, Turn
from eval.marks import RANKS
from eval.measuring.places import is_ranked, number_of_places, places_had
from eval.measuring.ranking import Judged, ranking_scores
from eval.peers.chunks import Chunk, chunks_of
from eval.peers.rankers import rankers
from retrieval.encoder import Encoder
from retrieval.index.open import Index

PeerScores = dict[str, dict[str, dict[str, float]]]
"""For every peer, every question's scores by name."""


def peer_scores(items: Sequence[Item], sources: Mapping[str, str], index: Index, encoder: Encoder) -> PeerScores:
    """What the peers do with the questions that stand alone and are answered by a place."""
    asked = {item.id: item.turns[0] for item in items if not item.is_conversation and is_ranked(item.turns[0])}
    if not asked:
        return {}
    questions = [turn.question for turn in asked.values()]
    found = {}
    for name, rank in rankers(chunks_of(index), encoder):
        ranked = dict(zip(asked, rank(questions), strict=True))
        found[name] = _scores({key: judged_chunks(asked[key], chunks, sources) for key, chunks in ranked.items()})
    return found


def judged_chunks(turn: Turn, chunks: Sequence[Chunk], sources: Mapping[str, str]) -> Judged:
    """Which places of the answer each chunk has."""
    source = turn.source or sources.get(turn.doc or "")
    hits = [
        places_had(turn, chunk.pages, chunk.lines, chunk.text) if chunk.source == source else frozenset()
        for chunk in chunks
    ]
    return Judged(hits, number_of_places(turn))


def _scores(judged: Mapping[str, Judged]) -> dict[str, dict[str, float]]:
    ranked = ranking_scores(judged)
    return {
        key: {**{f"passage@{rank}": float(any(one.hits[:rank])) for rank in RANKS}, **ranked.get(key, {})}
        for key, one in judged.items()
    }
