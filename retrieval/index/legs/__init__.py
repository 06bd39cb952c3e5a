"""The two legs a passage is found by, and where they are kept: beside the store, or in an engine of its own."""
