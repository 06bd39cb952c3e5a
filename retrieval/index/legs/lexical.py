"""The lexical leg: BM25 over stems, and over character n-grams, by tantivy.

Texts reach tantivy already analysed, as stems joined by spaces, so that text and question share one analysis. Every
field is scored by BM25 (Robertson and Zaragoza 2009; k1 = 1.2, b = 0.75) and the fields' scores are added.
"""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import tantivy

from retrieval.concepts import Concept
from retrieval.index.legs.fields import BESIDE_THE_BEST, FIELDS, GRAMS_TOGETHER, field_terms, own_grams
from retrieval.index.legs.protocol import FieldWeights, Hit
from retrieval.index.scope import Scope

WRITER_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class LexicalEntry:
    """A passage as the lexical index holds it: stems of its own text and of its context, in order."""

    number: int
    document: int
    body: Sequence[str]
    context: Sequence[str]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", stored=True, indexed=True, fast=True)
    builder.add_unsigned_field("document", indexed=True, fast=True)
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def write_lexical(folder: Path, removed: Sequence[int], added: Iterable[LexicalEntry]) -> None:
    """Take passages out of the index in a folder and put passages in; the folder is made when missing."""
    folder.mkdir(parents=True, exist_ok=True)
    schema = _schema()
    index = tantivy.Index(schema, str(folder))
    writer = index.writer(WRITER_BYTES, 1)
    if removed:  # by query: deletion by term takes every number for a signed one and finds none
        writer.delete_documents_by_query(tantivy.Query.term_set_query(schema, "number", list(removed)))
    for entry in added:
        document = tantivy.Document()
        document.add_unsigned("number", entry.number)
        document.add_unsigned("document", entry.document)
        for field, terms in field_terms(entry.body, entry.context).items():
            document.add_text(field, " ".join(terms))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def share_removed(folder: Path) -> float:
    """How great a part of what the index in a folder holds was taken out, and is counted in its scores all the same.

    Tantivy lets go of it when it merges segments; how many there are stands in the file that lists the segments.
    """
    segments = json.loads((folder / "meta.json").read_text("utf8"))["segments"]
    held = sum(segment["max_doc"] for segment in segments)
    removed = sum(segment["deletes"]["num_deleted_docs"] for segment in segments if segment["deletes"])
    return removed / held if held else 0.0


def _linked(folder: Path) -> TemporaryDirectory[str]:
    """A folder with links to the files of another: tantivy makes a lock file where it opens an index, to read too."""
    view = TemporaryDirectory(prefix="kildesvar-")
    for path in folder.iterdir():
        if not path.name.startswith("."):
            Path(view.name, path.name).symlink_to(path.resolve())
    return view


class LexicalIndex:
    """A lexical index opened for reading."""

    def __init__(self, folder: Path) -> None:
        self._schema = _schema()
        self._view = None if os.access(folder, os.W_OK) else _linked(folder)
        self._searcher = tantivy.Index(self._schema, self._view.name if self._view else str(folder)).searcher()

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def close(self) -> None:
        """Let go of its files."""
        del self._searcher
        if self._view is not None:
            self._view.cleanup()

    def search(self, concepts: Sequence[Concept], limit: int, scope: Scope | None, weights: FieldWeights) -> list[Hit]:
        """The best passages as (number, score), best first, ties by number. `scope` None means all of them."""
        clauses = [
            (tantivy.Occur.Should, self._boosted(query, concept.weight))
            for concept in concepts
            for query in self._queries(concept, weights)
        ]
        if not clauses:
            return []
        query = tantivy.Query.boolean_query(clauses)
        if scope is not None:
            numbers = sorted(document.number for document in scope.documents)
            wanted = tantivy.Query.term_set_query(self._schema, "document", numbers)
            filtered = tantivy.Query.const_score_query(wanted, 0.0)
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, filtered)])
        hits = self._searcher.search(query, limit).hits
        found = [(int(self._searcher.doc(address)["number"][0]), float(score)) for score, address in hits]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))

    def _queries(self, concept: Concept, weights: FieldWeights) -> Iterable[tantivy.Query]:
        """Every form in body and context, the best form counting; the concept's own word also by its n-grams."""
        forms = [self._boosted(self._all(form.stems, weights), form.weight) for form in concept.forms]
        if forms:
            yield tantivy.Query.disjunction_max_query(forms, BESIDE_THE_BEST)
        own = own_grams(concept)
        if own and weights.grams:
            each = [(tantivy.Occur.Should, self._term("grams", gram)) for gram in own]
            yield self._boosted(tantivy.Query.boolean_query(each), weights.grams * GRAMS_TOGETHER / len(own))

    def _all(self, stems: Sequence[str], weights: FieldWeights) -> tantivy.Query:
        """All the stems, each in the passage's own text or in its context: a row's caption holds half of a compound."""
        if len(stems) == 1:
            return self._somewhere(stems[0], weights)
        shares = ((tantivy.Occur.Must, self._somewhere(stem, weights)) for stem in stems)
        return self._boosted(tantivy.Query.boolean_query(list(shares)), 1 / len(stems))

    def _somewhere(self, stem: str, weights: FieldWeights) -> tantivy.Query:
        fields = (("body", weights.body), ("context", weights.context))
        each = [self._boosted(self._term(field, stem), boost) for field, boost in fields if boost]
        return tantivy.Query.disjunction_max_query(each, BESIDE_THE_BEST)

    def _term(self, field: str, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, term, "freq")

    @staticmethod
    def _boosted(query: tantivy.Query, boost: float) -> tantivy.Query:
        return tantivy.Query.boost_query(query, boost)
