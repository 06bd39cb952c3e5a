"""The service: the API, the chat page and what operators look at, behind what every request passes."""

from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware

from retrieval.engine import Engine
from retrieval.errors import IndexUnusableError
from service import api, errors, ingestions, operating, suggestions, uploads
from service.collection import Collection
from service.described import describe
from service.export import routes as export_routes
from service.guards.access import Access
from service.guards.checks import Check, Checked
from service.guards.framing import check_framing
from service.guards.hosts import KnownHosts, is_loopback
from service.guards.keyring import keyring
from service.guards.load import Bounded
from service.guards.origins import OwnOrigin
from service.guards.rate import RateLimit
from service.guards.sizes import Limited
from service.observing.metrics import Metrics
from service.observing.request_id import HEADER
from service.observing.requests import Observed
from service.reading import routes as reading_routes
from service.replying.headers import WithHeaders
from service.replying.unchanged import Unchanged
from service.settings import Settings
from service.spreadsheets import routes as spreadsheet_routes

PAGE = Path(str(files("service").joinpath("page")))
RATE_BEYOND_LOOPBACK = 600
"""Requests a minute from one machine, where the settings say nothing and others reach the service."""
COMPRESSED_ALREADY = (*DEFAULT_EXCLUDED_CONTENT_TYPES, "application/pdf")


def make_app(settings: Settings, engine: Engine) -> FastAPI:
    """The service as an ASGI application over an engine.

    Raises SettingsError when its keys cannot be used, or when it has none and is to be reached from other machines.
    """
    metrics = Metrics(engine)
    app = FastAPI(
        title="Kildesvar",
        version="0.1.0",
        docs_url=None,
        redoc_url=None,
        middleware=_middleware(settings, metrics),
    )
    app.state.settings = settings
    app.state.engine = engine
    app.state.metrics = metrics
    app.state.collection = Collection(engine, settings.documents, settings.index, settings.upload_bytes)
    app.include_router(api.router)
    app.include_router(spreadsheet_routes.router)
    app.include_router(uploads.router)
    app.include_router(ingestions.router)
    app.include_router(suggestions.router)
    app.include_router(reading_routes.router)
    app.include_router(export_routes.router)
    app.include_router(operating.router)
    app.mount("/page", StaticFiles(directory=PAGE), name="page")
    app.add_api_route("/", _page, methods=["GET"], include_in_schema=False)
    app.add_exception_handler(errors.ServiceError, errors.on_service_error)
    app.add_exception_handler(IndexUnusableError, errors.on_index_error)
    app.add_exception_handler(RequestValidationError, errors.on_invalid)
    app.add_exception_handler(HTTPException, errors.on_http_error)
    describe(app)
    return app


def _middleware(settings: Settings, metrics: Metrics) -> list[Middleware]:
    """What every request passes on its way in, and its reply on its way out, outermost first."""
    cors = Middleware(
        CORSMiddleware,
        allow_origins=settings.origins,
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=["Authorization", "Content-Type", "If-None-Match", HEADER],
        expose_headers=["ETag", "Retry-After", HEADER],
    )
    return [
        Middleware(WithHeaders),
        Middleware(Observed, metrics, log_questions=settings.log_questions),
        *([cors] if settings.origins else []),
        Middleware(Checked, _checks(settings)),
        Middleware(Bounded, settings.concurrent),
        Middleware(Limited, settings.body_bytes, settings.upload_bytes),
        Middleware(GZipMiddleware, compresslevel=5, exclude_content_types=COMPRESSED_ALREADY),
        Middleware(Unchanged),
    ]


def _checks(settings: Settings) -> list[Check]:
    """Whoever asks too often is stopped before any key is looked at."""
    usual = 0 if is_loopback(settings.host) else RATE_BEYOND_LOOPBACK
    rate = usual if settings.rate is None else settings.rate
    limits: list[Check] = [RateLimit(rate)] if rate else []
    return [
        check_framing,
        KnownHosts({settings.host, *settings.hosts}),
        *limits,
        OwnOrigin(settings.origins),
        Access(keyring(settings)),
    ]


def _page() -> FileResponse:
    return FileResponse(PAGE / "index.html", media_type="text/html; charset=utf-8")
