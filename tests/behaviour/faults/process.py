"""Fault server as a process, and queries of its request log."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class FaultServer:
    """Running server.

    Attributes:
        origin: Origin of the server.
        other_origin: Second origin of the same server.
        resetting: Origin where connections are reset before anything is read.
        secure: Origin with TLS, if the server has a certificate.
    """

    origin: str
    other_origin: str
    resetting: str
    secure: str = ""

    def attempts(self, name: str) -> list[dict[str, Any]]:
        """Return the requests of a call, in order."""
        attempts: list[dict[str, Any]] = self._get(f"calls/{name}")
        return attempts

    def summaries(self, prefix: str) -> dict[str, tuple[int, int, int]]:
        """Return attempts, processed requests and distinct keys by call, and drop them."""
        summaries: dict[str, list[int]] = self._get(f"sums/{prefix}")
        return {
            name: (summary[0], summary[1], summary[2])
            for name, summary in summaries.items()
        }

    def register(self, name: str, **settings: object) -> None:
        """Register a client of the token endpoint; see `token_endpoint.Registration`."""
        body = json.dumps(settings).encode()
        url = f"{self.origin}/_/clients/{name}"
        with urlopen(Request(url, body, method="PUT"), timeout=10):
            pass

    def client(self, name: str) -> dict[str, Any]:
        """Return the state of a client of the token endpoint."""
        known: dict[str, Any] = self._get(f"clients/{name}")
        return known

    def connections(self) -> dict[str, int]:
        """Return the numbers of `open` and `busy` connections."""
        counts: dict[str, int] = self._get("connections")
        return counts

    def _get(self, path: str) -> Any:
        with urlopen(f"{self.origin}/_/{path}", timeout=30) as response:
            return json.load(response)


@contextmanager
def run_server(*certificate: Path) -> Generator[FaultServer]:
    """Run a server in a process of its own.

    Args:
        certificate: Files of a certificate and its key, to accept TLS.
    """
    command = [sys.executable, "-m", "tests.behaviour.faults", *map(str, certificate)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the server has no pipes")
    try:
        origins: dict[str, str] = json.loads(process.stdout.readline())
        yield FaultServer(**origins)
    finally:
        process.stdin.close()
        process.stdout.close()
        if process.wait(10) != 0:
            raise RuntimeError(f"the server ended with {process.returncode}")
