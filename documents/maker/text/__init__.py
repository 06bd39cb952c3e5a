"""The text a PDF-to-text tool would write, page by page."""
