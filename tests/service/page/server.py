"""A tiny server on loopback: the real page, and canned replies in place of the service."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qs, unquote, urlsplit

import service
from service.replying.headers import HEADERS
from tests.service.page import canned

PAGE = Path(service.__file__).parent / "page"
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
POLICY = HEADERS["Content-Security-Policy"]


class PageServer(ThreadingHTTPServer):
    """Keeps what it was asked, and can be told to be slow or to fail."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.reset()

    def reset(self) -> None:
        """Forget what was asked and sent; be quick and do not fail."""
        self.asked: list[dict[str, Any]] = []
        self.sent: list[tuple[str, str, Any]] = []
        self.documents = list(canned.DOCUMENTS)
        self.failures = 0
        self.delay = 0.0
        self.batches: list[list[str]] = []
        self.most_together = 100
        self.breaks_off = False
        self.go_on = threading.Event()
        self.go_on.set()

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.server_port}/"


@contextmanager
def serving() -> Iterator[PageServer]:
    """A running server, stopped afterwards."""
    server = PageServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        parts = [unquote(part) for part in url.path.strip("/").split("/")]
        if parts[0] != "api":
            self._file("/".join(parts[1:]) if parts[0] == "page" else "index.html")
        elif parts[-1] == "file":
            self._send(HTTPStatus.OK, "application/pdf", canned.pdf())
        else:
            query = {name: values[0] for name, values in parse_qs(url.query).items()}
            self._json(*_read(cast(PageServer, self.server), parts[1:], query))

    def do_POST(self) -> None:
        server = cast(PageServer, self.server)
        path = urlsplit(self.path).path
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if path == "/api/ask":
            self._answer(server, json.loads(body))
        elif path == "/api/ingestions":
            self._ingest(server, body)
        elif path == "/api/suggestions":
            asked = json.loads(body)
            self._json(HTTPStatus.OK, {"questions": canned.FOLLOWING if asked.get("question") else canned.STARTING})
        else:
            server.sent.append(("POST", path, json.loads(body)))
            self._json(HTTPStatus.CREATED, {"status": "saved"})

    def _ingest(self, server: PageServer, body: bytes) -> None:
        """Events, one file after the other; the reading waits until it is let go on."""
        names = [part.partition(b'"')[0].decode() for part in body.split(b'filename="')[1:]]
        server.batches.append(names)
        if len(names) > server.most_together:
            self._json(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _error("Forespørselen er for stor."))
            return
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        self._tell("reading", {"source": names[0], "done": 1, "total": len(names)})
        server.go_on.wait(10)
        for name in names if not server.breaks_off else []:
            self._tell("outcome", _upload(server, name))
        if not server.breaks_off:
            self._tell("done", {})

    def _tell(self, event: str, data: object) -> None:
        self.wfile.write(f"event: {event}\ndata: {json.dumps(data)}\n\n".encode())

    def do_DELETE(self) -> None:
        server = cast(PageServer, self.server)
        ident = urlsplit(self.path).path.rpartition("/")[2]
        server.sent.append(("DELETE", self.path, None))
        server.documents = [info for info in server.documents if info["id"] != ident]
        self._json(HTTPStatus.OK, {"status": "removed"})

    def _answer(self, server: PageServer, asked: dict[str, Any]) -> None:
        server.asked.append(asked)
        time.sleep(server.delay)
        if server.failures > 0:
            server.failures -= 1
            self._json(HTTPStatus.SERVICE_UNAVAILABLE, _error("Dokumentene leses inn. Vent litt."))
        else:
            self._json(HTTPStatus.OK, canned.answer_to(asked["question"]))

    def _file(self, name: str) -> None:
        path = (PAGE / name).resolve()
        if path.is_file() and path.is_relative_to(PAGE):
            self._send(HTTPStatus.OK, KINDS[path.suffix], path.read_bytes())
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"")

    def _json(self, status: HTTPStatus, content: object) -> None:
        self._send(status, "application/json", json.dumps(content).encode())

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store" if kind == "application/json" else "max-age=600")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _read(server: PageServer, parts: list[str], query: dict[str, str]) -> tuple[HTTPStatus, object]:
    if parts == ["documents"]:
        return HTTPStatus.OK, server.documents
    if parts == ["tables", f"{canned.REPORT}:t4"]:
        return HTTPStatus.OK, canned.table_reply()
    info = next((info for info in canned.DOCUMENTS if info["id"] == parts[1]), None)
    if parts[0] != "documents" or info is None:
        return HTTPStatus.NOT_FOUND, _error("Det finnes ikke.")
    if parts[2:] == ["lines"]:
        return HTTPStatus.OK, canned.lines_reply(parts[1], int(query["first"]), int(query["last"]), info["lines"])
    if parts[2:] == ["find"]:
        return HTTPStatus.OK, canned.find_reply(query["words"])
    return HTTPStatus.OK, {**info, "sections": canned.SECTIONS, "page_list": canned.PAGES}


def _upload(server: PageServer, name: str) -> dict[str, Any]:
    if name.endswith(".doc"):
        return {"source": name, "status": "failed", "message": "Filer av denne typen kan ikke leses."}
    title = name.rpartition(".")[0]
    server.documents = [*server.documents, {**canned.DOCUMENTS[0], "id": f"id-{title}", "source": name, "title": title}]
    server.documents[-1]["unread"] = unread = canned.UNREAD if "skannet" in name else []
    return {"source": name, "status": "new", "document": f"id-{title}", "message": None, "unread": unread}


def _error(message: str) -> dict[str, dict[str, str]]:
    return {"error": {"code": "canned", "message": message}}
