"""A generation opened for reading, checked against the encoder and the analysis that will read it."""

from functools import cached_property
from pathlib import Path

from retrieval.analysis import Analyzer
from retrieval.encoder import Encoder
from retrieval.index.labels import LabelVectors
from retrieval.index.legs.embedded import EMBEDDED
from retrieval.index.legs.protocol import DenseLeg, Keeping, LexicalLeg
from retrieval.index.manifest import NAME as MANIFEST
from retrieval.index.manifest import check_made_by, damaged, read_manifest
from retrieval.index.places import STORE, current_generation, in_use
from retrieval.index.scope import Filter, Scope
from retrieval.index.store import Store
from retrieval.index.verify import check_on_opening


class Index:
    """The generation in use of an index folder: the store and both legs.

    Raises IndexUnusableError when there is none, when it is damaged, when another encoder or analysis made it, or when
    its legs are kept elsewhere than in `keeping`, or where they cannot be reached.
    """

    lexical: LexicalLeg
    dense: DenseLeg

    def __init__(self, folder: Path, encoder: Encoder, analyzer: Analyzer, keeping: Keeping = EMBEDDED) -> None:
        self.folder = folder
        self.generation = current_generation(folder)
        try:
            self._held = in_use(self.generation)
        except OSError as error:
            raise damaged(folder, MANIFEST) from error
        self.manifest = read_manifest(self.generation)
        check_made_by(self.manifest, encoder.name, encoder.fingerprint, analyzer.fingerprint, keeping.name)
        check_on_opening(self.generation, self.manifest)
        self.encoder = encoder
        self.analyzer = analyzer
        self.labels = LabelVectors(encoder)
        try:
            self.store = Store(self.generation / STORE)
        except (OSError, RuntimeError, ValueError) as error:
            raise damaged(folder, self.generation.name) from error
        self.lexical, self.dense = keeping.open(self.generation)
        if len(self.lexical) != self.manifest.passages:
            raise damaged(folder, keeping.name)
        self.documents = {document.number: document for document in self.store.documents}

    @property
    def is_current(self) -> bool:
        """Whether this is still the generation in use."""
        return current_generation(self.folder) == self.generation

    def scope(self, chosen: Filter) -> Scope | None:
        """What a choice restricts a search to; None for nothing."""
        if chosen.is_open:
            return None
        return Scope(chosen, tuple(document for document in self.documents.values() if chosen.takes(document)))

    def close(self) -> None:
        """Give back its files, its connections and its memory; nothing can be read of it afterwards."""
        self.store.close()
        self.lexical.close()
        self.dense.close()
        self._held.close()

    @cached_property
    def newest_year(self) -> int | None:
        """The newest year a document of the collection is about."""
        return max((document.year for document in self.documents.values() if document.year), default=None)
