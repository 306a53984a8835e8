"""Fixtures of the tests of the runtime."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .loopback_server import LoopbackServer, respond_ok, serve


@pytest.fixture(scope="module")
def server() -> Iterator[LoopbackServer]:
    """A loopback server that responds with status 200 to every request."""
    with serve(respond_ok) as running:
        yield running
