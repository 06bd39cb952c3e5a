"""One answerer over an index folder, taken anew when an ingestion has swapped in another generation."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from retrieval.analysis import Analyzer
from retrieval.analysis.background import shipped_background
from retrieval.analysis.terms import shipped_terms
from retrieval.answer import Answerer
from retrieval.confidence import CONFIDENCE_FEATURES
from retrieval.conversation.earlier import FOLLOW_FEATURES
from retrieval.encoder import Encoder, load_encoder
from retrieval.figures import FIGURE_FEATURES
from retrieval.forms import Language
from retrieval.index.legs.embedded import EMBEDDED
from retrieval.index.legs.protocol import Keeping
from retrieval.index.open import Index
from retrieval.search import PASSAGE_FEATURES
from retrieval.weights import Weights, shipped_weights

FEATURES = {
    "passage": PASSAGE_FEATURES,
    "figure": FIGURE_FEATURES,
    "confidence": CONFIDENCE_FEATURES,
    "follow": FOLLOW_FEATURES,
}


@dataclass(slots=True)
class _Lent:
    """An answerer over one generation, to how many it is lent, and whether another has taken its place."""

    answerer: Answerer
    readers: int = 0
    replaced: bool = False

    @property
    def is_done(self) -> bool:
        """Whether nobody reads it or ever will."""
        return self.replaced and not self.readers


class Engine:
    """What answers are made with. The encoder is loaded once; the index again when its generation has changed."""

    def __init__(self, index: Path, encoder: str | None, keeping: Keeping = EMBEDDED) -> None:
        self.keeping = keeping
        self._folder = index
        self._encoder_name = encoder
        self._lock = threading.Lock()
        self._lent: _Lent | None = None

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder the settings name."""
        return load_encoder(self._encoder_name)

    @cached_property
    def analyzer(self) -> Analyzer:
        """The analysis of texts and questions."""
        return Analyzer()

    @cached_property
    def language(self) -> Language:
        """What is known of Norwegian whatever the collection."""
        return Language(self.analyzer, shipped_terms(), shipped_background())

    @cached_property
    def weights(self) -> Weights:
        """The weights of the ranking models."""
        return shipped_weights(FEATURES)

    @contextmanager
    def reading(self) -> Iterator[Answerer]:
        """The answerer over the generation in use, open until this is left, whatever is swapped in meanwhile.

        The last to leave a generation that is no longer in use closes it: its files, its connections and its memory are
        given back at once. Raises IndexUnusableError when there is none to be used.
        """
        lent = self._borrow()
        try:
            yield lent.answerer
        finally:
            with self._lock:
                lent.readers -= 1
                done = lent.is_done
            if done:
                lent.answerer.close()

    def answerer(self) -> Answerer:
        """The answerer over the generation in use, to keep: its generation stays open as long as the process lives.

        Raises IndexUnusableError when there is none to be used.
        """
        return self._borrow().answerer

    def _borrow(self) -> _Lent:
        with self._lock:
            lent = self._lent
            if lent is None or not lent.answerer.index.is_current:
                lent = self._renewed(lent)
            lent.readers += 1
            return lent

    def _renewed(self, before: _Lent | None) -> _Lent:
        """The generation in use opened in place of the one before, which goes when nobody reads it."""
        index = Index(self._folder, self.encoder, self.analyzer, self.keeping)
        self._lent = _Lent(Answerer(index, self.language, self.weights))
        if before is not None:
            before.replaced = True
            if before.is_done:
                before.answerer.close()
        return self._lent
