"""One generation of the index: SQLite (documents, passages, tables, figures), lexical index, vectors."""
