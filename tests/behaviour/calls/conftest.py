"""One fault server and one client for all tests of a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.behaviour.faults.process import FaultServer, run_server

from .harness import Harness, Kind, import_client

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def server() -> Iterator[FaultServer]:
    with run_server() as running:
        yield running


@pytest.fixture(scope="session")
def harness(server: FaultServer, tmp_path_factory: pytest.TempPathFactory) -> Harness:
    folder = tmp_path_factory.mktemp("faults")
    return Harness(import_client(server, folder), server)


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> Kind:
    chosen: Kind = request.param
    return chosen
