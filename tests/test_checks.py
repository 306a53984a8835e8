"""Checks between the stages."""

from __future__ import annotations

import pytest
from sdksmith.checks import find_plain_host

from tests.config.documents import PATHS, REQUIRED, build


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://api.example.com/v1", "api.example.com"),
        ("http://10.0.0.1", "10.0.0.1"),
        ("HTTP://API.example.com", "api.example.com"),
        ("https://api.example.com", ""),
        ("http://localhost:80", ""),
        ("http://api.localhost", ""),
        ("http://127.1.2.3/", ""),
        ("http://[::1]:8000", ""),
        ("http://[broken", ""),
        ("/relative", ""),
    ],
)
def test_plain_hosts_are_found_only_if_credentials_are_sent(
    url: str, host: str
) -> None:
    assert find_plain_host(build(PATHS + REQUIRED, {}), url) == host
    assert find_plain_host(build(PATHS, {}), url) == ""
