"""Documents fetched from a server on loopback."""

from __future__ import annotations

import gzip
import tracemalloc
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING

import pytest
from sdksmith.load.files import connection, fetch
from sdksmith.load.files.source import read_source
from sdksmith.report.diagnostics import DocumentError

from tests.load.files.loopback import Server, run_server
from tests.load.files.sources import DATA, reject

if TYPE_CHECKING:
    from collections.abc import Iterator

BOMB = gzip.compress(bytes(50_000_000), compresslevel=1)


@pytest.fixture
def server() -> Iterator[Server]:
    with run_server(respond) as running:
        yield running


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> None:
    """Treat loopback as a public address."""

    def accept(_: str) -> bool:
        return True

    monkeypatch.setattr(connection, "is_public", accept)


def respond(handler: BaseHTTPRequestHandler, state: Server) -> None:
    path = handler.path.partition("?")[0]
    redirects = {
        "/moved": "/spec.yaml",
        "/elsewhere": state.url("/spec.yaml", host="localhost"),
        "/trap": state.url("/spec.yaml", host="localhost", user="eve:pw@"),
        "/loop": "/loop",
        "/file": "file:///etc/passwd",
        "/to-ftp": "ftp://localhost/spec.yaml",
    }
    if path in redirects:
        handler.send_response(302)
        handler.send_header("Location", redirects[path])
        handler.send_header("Set-Cookie", "session=1; Path=/")
        handler.send_header("Content-Length", "0")
        handler.end_headers()
        return
    packed = gzip.compress(DATA)
    bodies = {
        "/spec.yaml": DATA,
        "/gzip": packed,
        "/members": gzip.compress(DATA[:5]) + gzip.compress(DATA[5:]),
        "/cut": packed[:-4],
        "/damaged": b"text" + packed,
        "/twice": gzip.compress(packed),
        "/bomb": BOMB,
    }
    status = {"/private": 401, "/gone": 404, "/error": 500}.get(path, 200)
    body = bodies.get(path, b"text")
    handler.send_response(status)
    if path in bodies and path != "/spec.yaml":
        twice = path == "/twice"
        handler.send_header("Content-Encoding", "gzip, gzip" if twice else "gzip")
    handler.send_header("Content-Length", str(len(body) + 5 * (path == "/short")))
    handler.end_headers()
    handler.wfile.write(body)


@pytest.mark.usefixtures("public")
@pytest.mark.parametrize(
    "path", ["/spec.yaml", "/moved", "/elsewhere", "/gzip", "/members"]
)
def test_url_is_fetched(server: Server, path: str) -> None:
    read = read_source(server.url(path))
    assert (read.name, read.data) == (server.url(path), DATA)
    ends = {
        "/moved": server.url("/spec.yaml"),
        "/elsewhere": server.url("/spec.yaml", host="localhost"),
    }
    assert read.url == ends.get(path, server.url(path))


def test_names_of_sources_contain_no_secrets(server: Server) -> None:
    spec = server.url("/spec.yaml?token=s3cret#frag", user="ada:s3cret@")
    read = read_source(spec)
    assert read.name == server.url("/spec.yaml")
    assert server.requests[0].path == "/spec.yaml?token=s3cret"
    diagnostic = reject(server.url("/gone?token=s3cret", user="ada:s3cret@"))
    assert "s3cret" not in diagnostic.message + str(diagnostic.location)


@pytest.mark.usefixtures("public")
def test_credentials_are_not_sent_to_another_origin(server: Server) -> None:
    read_source(server.url("/elsewhere", user="ada:pw@"))
    first, second = server.requests
    assert first.authorization is not None
    assert (second.host.partition(":")[0], second.authorization) == ("localhost", None)


def test_credentials_are_sent_after_redirects_within_an_origin(server: Server) -> None:
    read_source(server.url("/moved", user="ada:pw@"))
    first, second = server.requests
    assert first.authorization == second.authorization is not None


@pytest.mark.usefixtures("public")
def test_servers_cannot_set_credentials_or_cookies(server: Server) -> None:
    read_source(server.url("/trap"))
    read_source(server.url("/moved"))
    assert {request.authorization for request in server.requests} == {None}
    assert {request.cookie for request in server.requests} == {None}


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("/gone", "404"),
        ("/error", "500"),
        ("/private", "credentials"),
        ("/loop", "redirects more than 10 times"),
        ("/file", "not followed"),
        ("/to-ftp", "not followed"),
        ("/short", "cannot be fetched"),
        ("/elsewhere", "127.0.0.1, which is not public"),
        ("/cut", "truncated"),
        ("/damaged", "not valid gzip"),
        ("/twice", "content encoding 'gzip, gzip' is not supported"),
    ],
)
def test_responses_without_a_document_are_rejected(
    server: Server, path: str, word: str
) -> None:
    assert word in reject(server.url(path)).message


def test_response_above_the_size_limit_is_rejected(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "MAX_BYTES", len(DATA) - 1)
    assert "larger than" in reject(server.url("/gzip")).message


def test_decompressed_size_is_limited(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole body is in one chunk, which would have 50 MB."""
    monkeypatch.setattr(fetch, "MAX_BYTES", 1_500_000)
    tracemalloc.start()
    assert "larger than" in reject(server.url("/bomb")).message
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


@pytest.mark.parametrize(
    "spec", ["http://127.0.0.1:1/spec.yaml", "http://", "http://[::1", "https://a b/c"]
)
def test_unreachable_urls_are_rejected(spec: str) -> None:
    reject(spec)


def test_redirects_from_https_to_http_are_rejected() -> None:
    import httpx2

    with pytest.raises(DocumentError, match="not encrypted"):
        fetch.redirected(
            httpx2.URL("https://a.example/x"), httpx2.URL("http://a.example/x"), "x"
        )
