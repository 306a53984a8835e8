"""Plugin of pytest that records the requests and responses of smoke tests.

It runs inside the tests of a generated client, and writes one line of JSON for each call
of the sync client to the file that `SDKSMITH_TRAFFIC` names.
"""

from __future__ import annotations

import json
import os
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2

if TYPE_CHECKING:
    import pytest

_current: list[pytest.Item] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of sync clients only, which send the same as async ones."""
    items[:] = [item for item in items if "[sync" in item.name]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Remember the running test."""
    _current[:] = [item]


def _record(request: httpx2.Request, response: httpx2.Response) -> None:
    request.read()
    call: Any = _current[0]
    expected: dict[str, Any] = call.callspec.params.get("expected", {})
    row: dict[str, Any] = {
        "test": call.nodeid,
        # Without a sample, the body of the response is a placeholder.
        "has_sample": "response" in expected or "text" in expected,
        "method": request.method,
        "url": str(request.url),
        "headers": request.headers.multi_items(),
        "body": b64encode(request.content).decode(),
        "status": response.status_code,
        "response": b64encode(response.read()).decode(),
    }
    with Path(os.environ["SDKSMITH_TRAFFIC"]).open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")


_original = httpx2.MockTransport.handle_request


def _handle_request(
    self: httpx2.MockTransport, request: httpx2.Request
) -> httpx2.Response:
    response = _original(self, request)
    _record(request, response)
    return response


setattr(httpx2.MockTransport, "handle_request", _handle_request)  # noqa: B010
