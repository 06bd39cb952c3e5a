"""The whole API as it describes itself, asked with whatever fits the description and with what does not."""

import shutil

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from service.described import examples
from tests.service.conftest import Service, service_in

HOST = "127.0.0.1:8000"
QUIET = settings(deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
"""No fault; and what is replied is what the description says: its status, its kind and its shape."""


@pytest.fixture(scope="module")
def asked(read_only: Service, tmp_path_factory: pytest.TempPathFactory) -> Service:
    """A service over copies, since some of what is sent changes the collection."""
    folder = tmp_path_factory.mktemp("whole")
    shutil.copytree(read_only.documents, folder / "documents")
    shutil.copytree(read_only.settings.index, folder / "index")
    return service_in(folder)


@pytest.fixture(scope="module")
def described(asked: Service) -> schemathesis.BaseSchema:
    """The description, with the service behind it."""
    return schemathesis.openapi.from_asgi("/openapi.json", asked.client.app, headers={"Host": HOST})


def there(service: Service) -> list[str]:
    """What can be asked for by an id: documents, and tables of one."""
    note = service.ident("brygger 2022.txt")
    return [document["id"] for document in service.client.get("/api/documents").json()] + [f"{note}:t1", f"{note}:t9"]


def answered(operation: schemathesis.APIOperation, idents: list[str], examples: int) -> None:
    """Whatever is sent to an operation is answered as described; half of what is asked for by an id is there."""
    anything = operation.as_strategy() | operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)
    ids = st.none() if operation.method == "delete" else st.none() | st.sampled_from(idents)

    @given(anything, ids)
    @settings(QUIET, max_examples=examples)
    def ask(case: Case, ident: str | None) -> None:
        if ident is not None and "ident" in (case.path_parameters or {}):
            case.path_parameters["ident"] = ident
        case.call_and_validate(checks=CHECKS, headers={"Host": HOST})

    ask()


@pytest.mark.parametrize("name", sorted(examples()))
def test_whatever_is_sent_is_answered_as_described(
    described: schemathesis.BaseSchema, asked: Service, name: str
) -> None:
    """No fault of the service's own, and nothing it does not describe."""
    method, path = name.split(" ")
    answered(described[path][method], there(asked), 15)


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(examples()))
def test_whatever_is_sent_for_long_is_answered_as_described(
    described: schemathesis.BaseSchema, asked: Service, name: str
) -> None:
    """The same, with many more."""
    method, path = name.split(" ")
    answered(described[path][method], there(asked), 300)
