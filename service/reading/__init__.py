"""What the page needs to read a document: searching in it, and its tables as they are printed."""
