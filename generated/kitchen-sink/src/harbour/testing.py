"""Answers in place of the API, for tests of code that calls it."""

from __future__ import annotations

from ._runtime import MockAPI as BaseMockAPI
from ._runtime import RecordedRequest, UnexpectedRequestError


class MockAPI(BaseMockAPI):
    """The API as far as a test needs it, to pass to a client as its `transport`."""

    base_paths = ("/v2", "/{version}")


__all__ = ["MockAPI", "RecordedRequest", "UnexpectedRequestError"]
