"""A conversation as a file: its questions asked once more, with their answers and sources, as Markdown or DOCX."""
