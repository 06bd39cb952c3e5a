"""Heads of requests, for the checks that look at nothing else."""

from fastapi import Request


def head(method: str = "GET", path: str = "/api/documents", machine: str = "127.0.0.1", **headers: str) -> Request:
    """A request's head; header names are written with underscores."""
    given = [(name.replace("_", "-").lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "headers": given, "client": (machine, 1)}
    return Request(scope)
