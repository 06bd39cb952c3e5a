"""Runs: questions asked in process, in parallel or over HTTP, and kept as folders with what answered."""
