"""Tests of the grammar of quantities."""
