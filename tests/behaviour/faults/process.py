"""The server as tests see it: where it is, and what it has seen."""

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
    """A server that runs.

    Attributes:
        origin: Where it is.
        elsewhere: The same under another origin.
        slammed: Where every connection is reset before anything is read.
        secure: Where TLS is spoken, if the server has a certificate.
    """

    origin: str
    elsewhere: str
    slammed: str
    secure: str = ""

    def tries(self, name: str) -> list[dict[str, Any]]:
        """Return the requests of a call, in order."""
        tries: list[dict[str, Any]] = self._get(f"calls/{name}")
        return tries

    def sums(self, prefix: str) -> dict[str, tuple[int, int, int]]:
        """Return tries, actions and different keys by name, and forget them."""
        sums: dict[str, list[int]] = self._get(f"sums/{prefix}")
        return {name: (sum_[0], sum_[1], sum_[2]) for name, sum_ in sums.items()}

    def register(self, name: str, **settings: object) -> None:
        """Make a client of the token endpoint known; see `tokens.Registration`."""
        body = json.dumps(settings).encode()
        url = f"{self.origin}/_/clients/{name}"
        with urlopen(Request(url, body, method="PUT"), timeout=10):
            pass

    def client(self, name: str) -> dict[str, Any]:
        """Return what has become of a client of the token endpoint."""
        known: dict[str, Any] = self._get(f"clients/{name}")
        return known

    def connections(self) -> dict[str, int]:
        """Return how many connections are `open`, and how many of them `busy`."""
        counts: dict[str, int] = self._get("connections")
        return counts

    def _get(self, path: str) -> Any:
        with urlopen(f"{self.origin}/_/{path}", timeout=30) as response:
            return json.load(response)


@contextmanager
def run_server(*certificate: Path) -> Generator[FaultServer]:
    """Run a server in a process of its own.

    Args:
        certificate: The files of a certificate and its key, to speak TLS, too.
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
