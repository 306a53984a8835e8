"""The application on a loopback address, and the client that is generated for it."""

# Django and its REST framework have no types.
# pyright: basic
# mypy: disable-error-code="import-untyped,misc,no-untyped-call"

from __future__ import annotations

import threading
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest

from tests.suites.calls import Calls
from tests.suites.package import import_package, make_package

from .application.settings import configure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType


class Server(ThreadingMixIn, WSGIServer):
    """A server with a thread per connection."""

    daemon_threads = True


class Handler(WSGIRequestHandler):
    """A handler that writes no log."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        return


@pytest.fixture(scope="session")
def shelf_url() -> Iterator[str]:
    """Serve the application; return its origin."""
    configure()
    from django.core.wsgi import get_wsgi_application

    application: Any = get_wsgi_application()
    server = make_server("127.0.0.1", 0, application, Server, Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def shelf_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the client's sources."""
    configure()
    from drf_spectacular.generators import SchemaGenerator

    document = SchemaGenerator().get_schema(public=True)
    return make_package(document, tmp_path_factory.mktemp("shelf"))


@pytest.fixture(scope="session")
def shelf(shelf_source: Path) -> ModuleType:
    """Return the client's package."""
    return import_package(shelf_source)


@pytest.fixture(scope="session", params=["sync", "async"])
def call(
    shelf_url: str, shelf: ModuleType, request: pytest.FixtureRequest
) -> Iterator[Calls]:
    """Return what makes calls with a client of the application."""
    calls = Calls(shelf, request.param, shelf_url)
    yield calls
    calls.close()
