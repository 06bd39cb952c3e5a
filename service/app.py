"""The service: the API, the chat page and what operators look at."""

import logging
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.base import RequestResponseEndpoint

from retrieval.engine import Engine
from retrieval.errors import IndexUnusableError
from service import api, errors, operating, uploads
from service.settings import Settings

PAGE = Path(str(files("service").joinpath("page")))
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}

_log = logging.getLogger(__name__)


def make_app(settings: Settings, engine: Engine) -> FastAPI:
    """The service as an ASGI application over an engine."""
    app = FastAPI(title="Kildesvar", version="0.1.0", docs_url=None, redoc_url=None)
    app.state.settings = settings
    app.state.engine = engine
    app.include_router(api.router)
    app.include_router(uploads.router)
    app.include_router(operating.router)
    app.mount("/page", StaticFiles(directory=PAGE), name="page")
    app.add_api_route("/", _page, methods=["GET"], include_in_schema=False)
    app.middleware("http")(_with_headers)
    app.add_exception_handler(errors.ServiceError, errors.on_service_error)
    app.add_exception_handler(IndexUnusableError, errors.on_index_error)
    app.add_exception_handler(RequestValidationError, errors.on_invalid)
    app.add_exception_handler(HTTPException, errors.on_http_error)
    return app


def _page() -> FileResponse:
    return FileResponse(PAGE / "index.html", media_type="text/html; charset=utf-8")


async def _with_headers(request: Request, call_next: RequestResponseEndpoint) -> Response:
    """Every reply has the headers and is counted, that to a fault of the service's own included."""
    try:
        response = await call_next(request)
    except Exception as error:  # noqa: BLE001 — the outermost place where a fault can be answered
        _log.exception("%s %s failed", request.method, request.url.path)
        response = await errors.on_unexpected(request, error)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    operating.count(request, response)
    return response
