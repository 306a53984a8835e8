"""The application on a loopback address, and the client that is generated for it."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from tests.suites.calls import Calls
from tests.suites.package import import_package, make_package

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType


@pytest.fixture(scope="session")
def depot_url() -> Iterator[str]:
    """Serve the application; return its origin."""
    # Imported here because all workers of xdist load this module, for 0.7 s.
    import uvicorn

    from .application import make_application

    config = uvicorn.Config(
        make_application(), port=0, log_level="error", lifespan="off"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not server.started:
        assert thread.is_alive()
        assert time.monotonic() < deadline
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def depot_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the client's sources."""
    from .application import make_application

    return make_package(make_application().openapi(), tmp_path_factory.mktemp("depot"))


@pytest.fixture(scope="session")
def depot(depot_source: Path) -> ModuleType:
    """Return the client's package."""
    return import_package(depot_source)


@pytest.fixture(scope="session", params=["sync", "async"])
def call(
    depot_url: str, depot: ModuleType, request: pytest.FixtureRequest
) -> Iterator[Calls]:
    """Return what makes calls with a client of the application."""
    calls = Calls(depot, request.param, depot_url)
    yield calls
    calls.close()
