"""What the OpenAPI description says beside the shapes: examples, keys, and how every request can be refused."""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from service.guards.access import role_needed
from service.guards.keyring import Role
from service.schemas import ErrorReply

FILE = "examples.json"
ABOUT = (
    "Answers questions in Norwegian over a collection of documents, with the figure or the passage and where it stands."
)
REFUSALS = {
    400: "The request cannot be answered as it stands, or came under an unknown name.",
    401: "A key is needed.",
    403: "The key may only read, or another site sent this.",
    404: "There is no such thing.",
    409: "It is in the way of what is there already, or of an ingestion at work.",
    413: "Too large.",
    415: "A kind of file that cannot be read.",
    422: "The request is not of this shape, or the file cannot be read.",
    429: "Too often; Retry-After says when to try again.",
    500: "A fault of the service's own.",
    503: "Too many requests at a time, or no index to answer from; Retry-After says when to try again.",
}
"""How a request can be refused, by status; every error has one form."""
_OF_CHANGES = {409, 415}
_KEYS = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "An API key."},
    "basic": {"type": "http", "scheme": "basic", "description": "An API key as the password; any name."},
}


@lru_cache(maxsize=1)
def examples() -> dict[str, dict[str, Any]]:
    """An example of every operation, by method and path: over the sample documents, and run as tests.

    `parameters` are those of path and query, `body` the JSON that is sent, `files` form files by name and text. What
    comes back is `status` and `reply`: JSON or text, or null for a file or a stream; lists may be cut short.
    """
    read: dict[str, dict[str, Any]] = json.loads(files("service").joinpath(FILE).read_text("utf8"))
    return read


def describe(app: FastAPI) -> None:
    """Make the application describe itself with examples and keys."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = get_openapi(title=app.title, version=app.version, description=ABOUT, routes=app.routes)
            _add_components(schema["components"])
            for path, operations in schema["paths"].items():
                for method, operation in operations.items():
                    _complete(operation, method.upper(), path)
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]


def _add_components(components: dict[str, Any]) -> None:
    """Keys and refusals; the framework's own form of an error is never sent."""
    components["securitySchemes"] = _KEYS
    for name in ("HTTPValidationError", "ValidationError"):
        components["schemas"].pop(name, None)
    _, definitions = models_json_schema([(ErrorReply, "serialization")], ref_template="#/components/schemas/{model}")
    components["schemas"] |= definitions["$defs"]
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorReply"}}}
    components["responses"] = {
        str(status): {"description": text, "content": content} for status, text in REFUSALS.items()
    }


def _complete(operation: dict[str, Any], method: str, path: str) -> None:
    role = role_needed(method, path)
    for status in REFUSALS if role == Role.WRITE else REFUSALS.keys() - _OF_CHANGES:
        operation["responses"][str(status)] = {"$ref": f"#/components/responses/{status}"}
    if role is not None:
        operation["security"] = [{}, *({name: []} for name in _KEYS)]
        operation["description"] += f"\n\nRole: {role.value}."
    if method == "GET" and path.startswith("/api/"):
        operation["responses"]["304"] = {"description": "You have it already (If-None-Match)."}
    _exemplify(operation, examples().get(f"{method} {path}", {}))


def _exemplify(operation: dict[str, Any], example: Mapping[str, Any]) -> None:
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in example.get("parameters", {}):
            parameter["example"] = example["parameters"][parameter["name"]]
    if "body" in example:
        operation["requestBody"]["content"]["application/json"]["example"] = example["body"]
    if example.get("reply") is not None:
        for content in operation["responses"][str(example["status"])]["content"].values():
            content["example"] = example["reply"]
