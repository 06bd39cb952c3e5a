-- One generation of the index. Numbers grow and are never used again: they are the ids in the vectors and the lexical index.
CREATE TABLE documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    media_type TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    year INTEGER, -- the one it is about
    language TEXT NOT NULL,
    publisher TEXT,
    publisher_line INTEGER, -- where it is said; NULL where only the file's metadata say it
    published INTEGER, -- the year
    published_line INTEGER,
    sections TEXT NOT NULL,
    line_count INTEGER NOT NULL,
    page_count INTEGER NOT NULL,
    unread TEXT NOT NULL, -- the pages that were not read: [[state, [[first, last], …]], …]
    first_passage INTEGER NOT NULL, -- its passages are numbered from here on, without a gap
    passage_count INTEGER NOT NULL
);
-- Every name a document's content stands under; the first is the one it is cited by, and documents.source.
CREATE TABLE names (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    place INTEGER NOT NULL,
    source TEXT NOT NULL UNIQUE,
    PRIMARY KEY (document, place)
) WITHOUT ROWID;
CREATE TABLE pages (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    number INTEGER NOT NULL,
    label TEXT,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    state TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE TABLE passages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    page INTEGER NOT NULL,
    section TEXT NOT NULL,
    lines TEXT NOT NULL,
    text TEXT NOT NULL,
    reading TEXT NOT NULL,
    context TEXT NOT NULL,
    table_id TEXT,
    row_number INTEGER,
    terms TEXT NOT NULL,
    context_terms TEXT NOT NULL
);
CREATE INDEX passages_by_document ON passages (document);
CREATE TABLE tables (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    id TEXT NOT NULL,
    caption TEXT,
    content TEXT NOT NULL,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;
CREATE TABLE figures (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    passage INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    value TEXT NOT NULL,
    scale INTEGER NOT NULL,
    unit TEXT,
    period_start TEXT,
    period_end TEXT,
    period_text TEXT,
    measure TEXT NOT NULL,
    approximate INTEGER NOT NULL,
    label TEXT NOT NULL,
    spans TEXT NOT NULL,
    row_path TEXT NOT NULL,
    column_path TEXT NOT NULL,
    table_id TEXT,
    row_number INTEGER,
    column_number INTEGER,
    row_terms TEXT NOT NULL,
    column_terms TEXT NOT NULL,
    sentence_terms TEXT NOT NULL,
    sentence_place INTEGER NOT NULL,
    clause_first INTEGER NOT NULL,
    clause_last INTEGER NOT NULL,
    lead_terms TEXT NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX figures_by_passage ON figures (passage);
CREATE TABLE vocabulary (term TEXT PRIMARY KEY, frequency INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE compounds (part TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY (part, term)) WITHOUT ROWID;
CREATE TABLE roots (root TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY (root, term)) WITHOUT ROWID;
CREATE TABLE acronyms (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    term TEXT NOT NULL,
    PRIMARY KEY (term, document)
) WITHOUT ROWID;
CREATE TABLE abbreviations (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    short TEXT NOT NULL,
    long TEXT NOT NULL,
    PRIMARY KEY (document, short, long)
) WITHOUT ROWID;
