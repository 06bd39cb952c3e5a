"""One answerer over an index folder, taken anew when an ingestion has swapped in another generation."""

import threading
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
from retrieval.index.open import Index
from retrieval.search import PASSAGE_FEATURES
from retrieval.weights import Weights, shipped_weights

FEATURES = {
    "passage": PASSAGE_FEATURES,
    "figure": FIGURE_FEATURES,
    "confidence": CONFIDENCE_FEATURES,
    "follow": FOLLOW_FEATURES,
}


class Engine:
    """What answers are made with. The encoder is loaded once; the index again when its generation has changed."""

    def __init__(self, index: Path, encoder: str | None) -> None:
        self._folder = index
        self._encoder_name = encoder
        self._lock = threading.Lock()
        self._answerer: Answerer | None = None

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

    def answerer(self) -> Answerer:
        """The answerer over the generation in use. Raises IndexUnusableError when there is none to be used."""
        present = self._answerer
        if present is not None and present.index.is_current:
            return present
        with self._lock:
            present = self._answerer
            if present is None or not present.index.is_current:
                index = Index(self._folder, self.encoder, self.analyzer)
                present = self._answerer = Answerer(index, self.language, self.weights)
        return present
