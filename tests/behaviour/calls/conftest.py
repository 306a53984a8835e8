"""One fault server and one client for all tests of a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.behaviour.faults.package import import_package, make_package
from tests.behaviour.faults.process import FaultServer, run_server

from .harness import Harness, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def server() -> Iterator[FaultServer]:
    with run_server() as running:
        yield running


@pytest.fixture(scope="session")
def folder(server: FaultServer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the client is."""
    made = tmp_path_factory.mktemp("faults")
    make_package(server, made)
    return made


@pytest.fixture(scope="session")
def harness(server: FaultServer, folder: Path) -> Harness:
    return Harness(import_package(folder), server)


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> Kind:
    chosen: Kind = request.param
    return chosen
