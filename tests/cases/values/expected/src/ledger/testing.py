"""Mock API for testing code that uses the client."""

from __future__ import annotations

from ._runtime import MockAPI as BaseMockAPI
from ._runtime import RecordedRequest, UnexpectedRequestError


class MockAPI(BaseMockAPI):
    """Mock of the API; pass it to a client as its `transport`."""

    base_paths = ()


__all__ = ["MockAPI", "RecordedRequest", "UnexpectedRequestError"]
