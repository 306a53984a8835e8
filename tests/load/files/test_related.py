"""Files and URLs that an entry document may reference."""

from __future__ import annotations

import socket
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING

import pytest
from sdksmith.load.files import connection
from sdksmith.repair.engine.passes import repair
from sdksmith.report.diagnostics import Effect

from tests.bundle.project import (
    OPENAPI_30,
    SWAGGER_20,
    Project,
    at,
    bundle_spec,
    schemas_of,
    write_files,
)
from tests.load.files.loopback import Server, run_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sdksmith.report.diagnostics import Diagnostic


def test_symbolic_link_out_of_the_project_is_not_followed(project: Project) -> None:
    (project.folder.parent / ".git").mkdir()
    outside = project.folder.parents[1] / "secret.yaml"
    outside.write_text("{}\n")
    (project.folder / "inside.yaml").symlink_to(outside)
    (project.folder / "near.yaml").symlink_to(project.folder.parent / "near.yaml")
    body = "paths: {}\ndefinitions: {A: {$ref: inside.yaml}, B: {$ref: near.yaml}}\n"
    root = project.bundle(SWAGGER_20, body, {"../near.yaml": "type: string\n"})
    assert schemas_of(root) == {"A": {}, "B": {"type": "string"}}
    (diagnostic,) = project.bundled.diagnostics
    assert "outside of" in diagnostic.message


def test_project_is_the_folder_under_version_control(project: Project) -> None:
    (project.folder.parents[1] / ".git").mkdir()
    body = "paths: {}\ndefinitions: {A: {$ref: ../../common.yaml}}\n"
    project.bundle_without_diagnostics(SWAGGER_20, body, {"../../common.yaml": "{}\n"})


def test_files_outside_of_the_repository_are_not_read(project: Project) -> None:
    (project.folder / ".git").mkdir()
    body = "paths: {}\ndefinitions: {A: {$ref: ../common.yaml}}\n"
    project.bundle(SWAGGER_20, body, {"../common.yaml": "{}\n"})
    assert "outside of" in project.bundled.diagnostics[0].message


@pytest.mark.parametrize("place", ["home", "home/parcels", "home/parcels/specs"])
def test_project_without_version_control_excludes_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    project = Project(tmp_path / place)
    up = "../" * place.count("/")
    body = f"paths: {{}}\ndefinitions: {{A: {{$ref: {up}a.yaml}}, B: {{$ref: ./{up}x/b.yaml}}}}\n"
    project.bundle(SWAGGER_20, body, {f"{up}a.yaml": "{}\n", f"{up}x/b.yaml": "{}\n"})
    reported = [item.message for item in project.bundled.diagnostics]
    if place == "home":
        assert reported == []
    else:
        assert len(reported) == 2
        assert all("outside of" in message for message in reported)


def test_project_includes_the_working_folder(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.folder / ".git").mkdir()
    monkeypatch.chdir(project.folder.parents[1])
    body = "paths: {}\ndefinitions: {A: {$ref: ../../common.yaml}}\n"
    project.bundle_without_diagnostics(SWAGGER_20, body, {"../../common.yaml": "{}\n"})
    assert bundle_spec("work/specs/api.yaml").diagnostics == ()


HEAD = f"{SWAGGER_20}paths: {{}}\n"


def send_file(handler: BaseHTTPRequestHandler, server: Server) -> None:
    """Send the file at the path; content that begins with `->` is a redirect."""
    text = server.files.get(handler.path.partition("?")[0])
    redirect = text is not None and text.startswith("->")
    data = b"" if text is None or redirect else text.encode()
    handler.send_response(404 if text is None else 302 if redirect else 200)
    if text is not None and redirect:
        handler.send_header("Location", text[2:])
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


@pytest.fixture
def site() -> Iterator[Server]:
    with run_server(send_file) as running:
        yield running


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> None:
    """Treat loopback as a public address."""

    def accept(_: str) -> bool:
        return True

    monkeypatch.setattr(connection, "is_public", accept)


def messages(diagnostics: tuple[Diagnostic, ...]) -> str:
    return "\n".join(item.message for item in diagnostics)


def test_local_document_fetches_nothing(site: Server, project: Project) -> None:
    body = f"""\
    paths:
      /parcels: {{$ref: '{site.url("/paths.yaml")}'}}
      /boxes:
        get:
          parameters: [{{$ref: '{site.url("/a.yaml#/page")}'}}]
          responses:
            '200': {{$ref: '{site.url("/a.yaml#/Boxes")}'}}
            default:
              description: Else.
              schema: {{$ref: '{site.url("/a.yaml#/Box")}'}}
    info: {{$ref: '{site.url("/info.yaml")}'}}
    """
    project.bundle("swagger: '2.0'\n", body, {})
    repaired = repair(project.bundled.document)
    assert site.requests == []
    paths = at(repaired.document.root, "/paths")
    assert at(paths, "/~1parcels") == {}
    assert at(paths, "/~1boxes/get/parameters") == []
    assert at(paths, "/~1boxes/get/responses") == {
        "200": {"description": "Boxes"},
        "default": {
            "description": "Else.",
            "schema": {"$ref": site.url("/a.yaml#/Box")},
        },
    }
    reported = [
        item
        for item in (*project.bundled.diagnostics, *repaired.diagnostics)
        if "--allow-remote" in item.message
    ]
    assert len(reported) == 5
    assert sum(item.count for item in reported if item.effect is Effect.OMITTED) == 1


def test_fetched_document_can_reference_its_own_origin(site: Server) -> None:
    site.files = {
        "/v1/api.yaml": f"{HEAD}definitions: {{A: {{$ref: ../a.yaml}}, B: {{$ref: /v1/b.yaml}}}}\n",
        "/a.yaml": f"properties: {{b: {{$ref: '{site.url('/v1/b.yaml')}'}}}}\n",
        "/v1/b.yaml": "properties: {own: {$ref: 'api.yaml#/definitions/A'}}\n",
    }
    user = "ada:pw@"
    bundled = bundle_spec(site.url("/v1/api.yaml?token=1", user=user))
    assert bundled.diagnostics == ()
    assert schemas_of(bundled.document.root) == {
        "A": {"properties": {"b": {"$ref": "#/definitions/B"}}},
        "B": {"properties": {"own": {"$ref": "#/definitions/A"}}},
    }
    asked = [request.path for request in site.requests]
    assert sorted(asked) == ["/a.yaml", "/v1/api.yaml?token=1", "/v1/b.yaml"]
    assert [
        request.authorization
        for request in site.requests
        if "token" not in request.path
    ] == [None] * 2


def test_fetched_document_cannot_reference_other_origins(site: Server) -> None:
    other = site.url("/a.yaml", host="localhost")
    site.files = {
        "/api.yaml": f"{HEAD}definitions: {{A: {{$ref: '{other}'}}, B: {{$ref: b.yaml}}}}\n",
        "/a.yaml": "{}\n",
        "/b.yaml": f"->{other}",
    }
    bundled = bundle_spec(site.url("/api.yaml"))
    assert schemas_of(bundled.document.root) == {"A": {"$ref": other}, "B": {}}
    assert "redirects to another server" in messages(bundled.diagnostics)
    assert [request.path for request in site.requests] == ["/api.yaml", "/b.yaml"]


def test_fetched_document_cannot_reference_local_files(site: Server) -> None:
    site.files["/api.yaml"] = (
        f"{HEAD}definitions: {{A: {{$ref: 'file:///etc/hosts'}}, B: {{$ref: 'C:/b.yaml'}}}}\n"
    )
    bundled = bundle_spec(site.url("/api.yaml"), allow_remote=True)
    assert "only http and https URLs are supported" in messages(bundled.diagnostics)
    assert schemas_of(bundled.document.root).keys() >= {"A", "B"}
    assert len(site.requests) == 1


@pytest.mark.usefixtures("public")
def test_allowed_files_are_fetched_once(site: Server, project: Project) -> None:
    site.files = {
        "/lib/all.yaml": "A: {items: {$ref: 'b.yaml'}}\nC: {$ref: './b.yaml'}\n",
        "/lib/b.yaml": "type: string\n",
        "/moved.yaml": "->/lib/all.yaml",
    }
    body = f"""\
    paths: {{}}
    components:
      schemas:
        One: {{items: {{$ref: '{site.url("/lib/all.yaml#/A")}'}}}}
        Two: {{items: {{$ref: '{site.url("/lib/../lib/all.yaml#/C")}'}}}}
        Three: {{items: {{$ref: '{site.url("/moved.yaml#/A")}'}}}}
    """
    write_files(
        project.folder, {"api.yaml": OPENAPI_30 + body.replace("\n    ", "\n")[4:]}
    )
    bundled = bundle_spec(str(project.folder / "api.yaml"), allow_remote=True)
    assert messages(bundled.diagnostics) == ""
    schemas = schemas_of(bundled.document.root)
    assert (
        schemas["One"]
        == schemas["Three"]
        == {"items": {"$ref": "#/components/schemas/A"}}
    )
    assert schemas["Two"] == {"items": {"$ref": "#/components/schemas/b"}}
    asked = [request.path for request in site.requests]
    assert asked.count("/lib/b.yaml") == 1
    assert bundled.document.locate("/components/schemas/b").file == site.url(
        "/lib/b.yaml"
    )


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.9.9", "169.254.169.254",
        "0.0.0.0", "100.64.0.1", "224.0.0.1", "::1", "fe80::1%eth0", "fd00::1",
        "::ffff:127.0.0.1",
    ],
)  # fmt: skip
def test_private_addresses_are_not_requested(
    site: Server, project: Project, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    def resolve(*_: object, **__: object) -> list[tuple[int, int, int, str, object]]:
        public = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", 80))
        return [public, (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80))]

    monkeypatch.setattr("socket.getaddrinfo", resolve)
    reference = f"http://internal.example:{site.port}/a.yaml"
    text = f"{HEAD}definitions: {{A: {{$ref: '{reference}'}}}}\n"
    write_files(project.folder, {"api.yaml": text})
    bundled = bundle_spec(str(project.folder / "api.yaml"), allow_remote=True)
    (diagnostic,) = bundled.diagnostics
    assert "which is not public" in diagnostic.message
    assert address.partition("%")[0].rpartition(":")[2] in diagnostic.message
    assert site.requests == []


@pytest.mark.usefixtures("public")
def test_error_status_of_a_server_is_reported(site: Server, project: Project) -> None:
    text = (
        f"{HEAD}definitions: {{A: {{$ref: '{site.url('/gone.yaml', user='a:b@')}'}}}}\n"
    )
    write_files(project.folder, {"api.yaml": text})
    bundled = bundle_spec(str(project.folder / "api.yaml"), allow_remote=True)
    (diagnostic,) = bundled.diagnostics
    assert "404" in diagnostic.message
    assert [request.authorization for request in site.requests] == [None]
