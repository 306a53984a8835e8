"""Fault server and client, shared by all tests of a process."""

from __future__ import annotations

import shutil
import subprocess
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
    """Generate the client; return its folder."""
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


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the files of a certificate for 127.0.0.1 and of its key."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is missing")
    folder = tmp_path_factory.mktemp("tls")
    made = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes"),
            *("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-days", "2", "-out", str(made[0]), "-keyout", str(made[1])),
        ],
        check=True,
        capture_output=True,
    )
    return made
