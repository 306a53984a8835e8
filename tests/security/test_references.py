"""References read no other files of the machine, and send no requests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Final

import pytest
from sdksmith import DocumentError, Settings
from sdksmith.json_data import JsonObject

from tests.load.files.loopback import Server, run_server
from tests.security.rendering import render_files
from tests.security.sinks import make_document, make_operation

SECRET: Final = "Zx81secretZx81"
SECRET_SCHEMA: Final[JsonObject] = {
    "type": "object",
    "description": SECRET,
    "properties": {SECRET: {"type": "string", "default": SECRET}},
}


def document_with(reference: str) -> str:
    """Return a document with a reference in each kind of place."""
    schema: JsonObject = {"$ref": reference}
    content: JsonObject = {"application/json": {"schema": schema}}
    operation = make_operation(
        description="See the schema.",
        parameters=[schema],
        requestBody={"content": content},
        responses={"200": {"description": "A.", "content": content}, "404": schema},
    )
    example: JsonObject = {"externalValue": reference}
    return json.dumps(
        make_document(
            paths={"/a": {"post": operation}, "/b": schema},
            components={"schemas": {"A": schema}, "examples": {"E": example}},
        )
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Folder of a project, with secrets beside it and in hidden files."""
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    for path in (tmp_path / "secret.json", folder / ".secret.json", folder / "key.pem"):
        path.write_text(json.dumps(SECRET_SCHEMA))
    (folder / "link.json").symlink_to(tmp_path / "secret.json")
    return folder


@pytest.mark.parametrize(
    "reference",
    [
        "file://{outside}",
        "file:{outside}",
        "FILE://localhost{outside}",
        "{outside}",
        "../secret.json",
        "./../secret.json",
        "x/../../secret.json",
        "%2e%2e/secret.json",
        "%2e%2e%2fsecret.json",
        "..%2fsecret.json",
        "%252e%252e%252fsecret.json",
        "..\\secret.json",
        "\u2024\u2024/secret.json",
        "\uff0e\uff0e/secret.json",
        "\uff0e\uff0e\uff0fsecret.json",
        "..\u2215secret.json",
        "link.json",
        ".secret.json",
        "key.pem",
        "..\0/secret.json",
    ],
)
def test_references_read_no_other_files(project: Path, reference: str) -> None:
    outside = project.parent / "secret.json"
    (project / "api.json").write_text(document_with(reference.format(outside=outside)))
    files = render_files(project / "api.json")
    assert "README.md" in files
    assert [path for path, text in files.items() if SECRET in text] == []


def send_file(handler: BaseHTTPRequestHandler, server: Server) -> None:
    """Send a file of the server; `->` at its start redirects."""
    text = server.files.get(handler.path)
    if text is not None and text.startswith("->"):
        handler.send_response(302)
        handler.send_header("Location", text[2:])
        handler.end_headers()
        return
    data = (text or "").encode()
    handler.send_response(404 if text is None else 200)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


@pytest.fixture
def site() -> Iterator[Server]:
    with run_server(send_file) as server:
        server.files["/x.json"] = json.dumps(SECRET_SCHEMA)
        yield server


def test_references_send_no_requests(project: Path, site: Server) -> None:
    plain, named = site.url("/x.json"), site.url("/x.json", user="a:b@")
    for url in (plain, named, f"//127.0.0.1:{site.port}/x.json"):
        (project / "api.json").write_text(document_with(url))
        assert render_files(project / "api.json")
    assert site.requests == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "[::ffff:127.0.0.1]"]
)
def test_private_addresses_are_refused(project: Path, site: Server, host: str) -> None:
    (project / "api.json").write_text(document_with(site.url("/x.json", host=host)))
    assert render_files(project / "api.json", Settings(allow_remote=True))
    assert site.requests == []


def test_credentials_are_not_sent_to_other_origins(project: Path, site: Server) -> None:
    elsewhere = site.url("/x.json", host="localhost")
    site.files["/api.json"] = document_with(elsewhere)
    site.files["/moved.json"] = f"->{site.url('/api.json', host='localhost')}"
    for path in ("/api.json", "/moved.json"):
        with suppress(DocumentError):
            render_files(site.url(path, user="user:secret@"))
    assert site.requests
    assert [
        request.path
        for request in site.requests
        if request.authorization and request.host.startswith("localhost")
    ] == []
