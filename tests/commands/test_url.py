"""Documents that are fetched from a server on loopback."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from sdksmith import pipeline

from tests.commands.command_line import CLEAN, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Handler(BaseHTTPRequestHandler):
    document = CLEAN

    def do_GET(self) -> None:
        found = self.path == "/spec.yaml"
        data = self.document.encode() if found else b"<h1>Not here</h1>"
        self.send_response(200 if found else 404)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited
        """Suppress the log."""


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        thread = threading.Thread(target=listener.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{listener.server_port}"
        listener.shutdown()
        thread.join()


def test_document_is_fetched_by_url(server: str, tmp_path: Path) -> None:
    done = run("generate", f"{server}/spec.yaml", "-o", tmp_path / "out")
    assert done.exit_code == 0, done.stderr
    assert (tmp_path / "out" / "src" / "parcels").is_dir()


def test_unchanged_document_is_fetched_but_not_processed(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDKSMITH_CACHE_DIR", str(tmp_path / "cache"))
    command = ("generate", f"{server}/spec.yaml", "-o", tmp_path / "out")
    assert run(*command).exit_code == 0
    with monkeypatch.context() as patch:
        patch.delattr(pipeline, "read_api")
        assert run(*command).exit_code == 0
    monkeypatch.setattr(Handler, "document", CLEAN.replace("Parcels", "Packages"))
    assert run(*command, "--check").exit_code == 3


def test_error_status_is_reported(server: str, tmp_path: Path) -> None:
    done = run("generate", f"{server}/other.yaml", "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert "404" in done.stderr
    assert f"{server}/other.yaml" in done.stderr
    assert not (tmp_path / "out").exists()


def test_unreachable_server_is_reported(tmp_path: Path) -> None:
    done = run("generate", "http://127.0.0.1:9/spec.yaml", "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1
