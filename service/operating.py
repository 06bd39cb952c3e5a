"""What operators look at: health, readiness and metrics."""

from collections import Counter
from contextlib import suppress
from threading import Lock

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse

from retrieval.errors import IndexUnusableError
from service.api import engine_of

router = APIRouter()
_requests: Counter[tuple[str, int]] = Counter()
_lock = Lock()


def count(request: Request, response: Response) -> None:
    """Count a request by its route (never its address, which may hold what was asked) and status."""
    route = getattr(request.scope.get("route"), "path", "none")
    with _lock:
        _requests[route, response.status_code] += 1


@router.get("/health")
def health() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/ready")
def ready(request: Request) -> dict[str, object]:
    """There is an index to answer from."""
    index = engine_of(request).answerer().index
    return {"status": "ready", "documents": len(index.documents), "passages": index.manifest.passages}


@router.get("/metrics")
def metrics(request: Request) -> PlainTextResponse:
    """Counters in the Prometheus text format; those of the index where there is one."""
    lines = ["# TYPE kildesvar_requests_total counter"]
    with _lock:
        for (route, status), number in sorted(_requests.items()):
            lines.append(f'kildesvar_requests_total{{route="{route}",status="{status}"}} {number}')
    with suppress(IndexUnusableError):
        manifest = engine_of(request).answerer().index.manifest
        for name in ("documents", "passages", "figures"):
            lines += [f"# TYPE kildesvar_{name} gauge", f"kildesvar_{name} {getattr(manifest, name)}"]
    return PlainTextResponse("\n".join(lines) + "\n", media_type="text/plain; version=0.0.4")
