"""The mock server of the suite, which judges requests."""

from __future__ import annotations

import json
import socket
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from .install import Suite

_STARTS_WITHIN: Final = 120.0


@dataclass(frozen=True)
class MockServer:
    """A running `tsp-spector serve`.

    Attributes:
        url: Its base URL.
    """

    url: str

    def coverage(self) -> dict[str, str]:
        """Return the result of each scenario: pass, fail or not-implemented.

        The last request to each endpoint counts.
        """
        reports = json.loads(_get(f"{self.url}/.coverage"))
        return {
            name: result
            for report in reports
            for name, result in report["results"].items()
        }


@contextmanager
def serve(suite: Suite, log: Path) -> Generator[MockServer]:
    """Run the mock server on a free port.

    Args:
        suite: The installed suite.
        log: File for the output of the server. Its coverage file is put beside it.

    Raises:
        RuntimeError: If the server does not start.
    """
    port = _free_port()
    command = [suite.node, suite.server, "serve", suite.specs, "--port", str(port)]
    command += ["--coverageFile", log.with_suffix(".coverage.json")]
    server = MockServer(f"http://localhost:{port}")
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        try:
            deadline = time.monotonic() + _STARTS_WITHIN
            while not _is_ready(server):
                if process.poll() is not None or time.monotonic() > deadline:
                    text = log.read_text(errors="replace")[-1000:]
                    raise RuntimeError(f"tsp-spector does not start:\n{text}")
                time.sleep(0.1)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _is_ready(server: MockServer) -> bool:
    try:
        return bool(server.coverage())
    except (OSError, ValueError):
        return False


def _get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as response:
        text: str = response.read().decode()
    return text


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("localhost", 0))
        port: int = found.getsockname()[1]
        return port
