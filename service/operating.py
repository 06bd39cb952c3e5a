"""What operators look at: health, readiness and metrics."""

import hashlib

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4

from retrieval.weights import as_json
from service.api import engine_of
from service.observing.metrics import Metrics
from service.schemas import HealthReply, ReadyReply

router = APIRouter()


@router.get("/health")
def health(response: Response) -> HealthReply:
    """The process answers."""
    response.headers["Cache-Control"] = "no-store"
    return HealthReply(status="ok")


@router.get("/ready")
def ready(request: Request, response: Response) -> ReadyReply:
    """There is an index to answer from, and this is what answers are made with."""
    response.headers["Cache-Control"] = "no-store"
    engine = engine_of(request)
    with engine.reading() as answerer:
        generation, manifest = answerer.index.generation, answerer.index.manifest
    return ReadyReply(
        status="ready",
        documents=manifest.documents,
        passages=manifest.passages,
        index=generation.name,
        encoder=manifest.encoder,
        encoder_fingerprint=manifest.encoder_fingerprint,
        analysis_fingerprint=manifest.analysis_fingerprint,
        reading_fingerprint=manifest.reading_fingerprint,
        weights_fingerprint=hashlib.sha256(as_json(engine.weights).encode()).hexdigest()[:16],
    )


@router.get("/metrics", response_class=PlainTextResponse)
def metrics(request: Request) -> Response:
    """Counters in the Prometheus text format; those of the index where there is one."""
    counted: Metrics = request.app.state.metrics
    return Response(counted.text(), media_type=CONTENT_TYPE_PLAIN_0_0_4, headers={"Cache-Control": "no-store"})
