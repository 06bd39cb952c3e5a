"""From content data to PDF, text and truth."""
