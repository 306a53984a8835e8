"""Log of requests and responses."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx2
import pytest
from runtime import ApiKey, Bearer, ServerError, Service
from runtime.hooks.logs import LOGGER, configure_log, show_headers

from ..loopback_server import Handler, serve
from ..mock_server import GET, KINDS, POST, Kind, MockServer, make_response

SERVICE = Service(
    user_agent="x/1",
    base_url="https://user:sk-secret@api.example.com/v1",
    schemes={"b": Bearer(), "k": ApiKey("header", "X-Own", arguments=("k",))},
    security=(("b", "k"),),
)
SECRETS = {"b": "sk-secret", "k": "sk-secret"}
TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture(autouse=True)
def restore_logger() -> Iterator[None]:
    level, handlers = LOGGER.level, LOGGER.handlers[:]
    yield
    LOGGER.setLevel(level)
    LOGGER.handlers[:] = handlers


def logged_lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [item.getMessage() for item in caplog.records if item.name == LOGGER.name]


def call(kind: Kind) -> MockServer:
    """Make a call of three attempts whose requests and responses contain secrets."""
    server = MockServer(
        httpx2.ConnectError("refused"),
        make_response(
            503,
            {"secret": "sk-secret"},
            {
                "set-cookie": "session=sk-secret",
                "location": "/x?token=sk-secret&page=2#access_token=sk-secret",
                "x-auth-token": "sk-secret",
                "x-request-id": "r_1",
            },
        ),
        make_response(value={"body": "sk-secret"}),
    )
    server.call(
        kind,
        replace(POST, path="/bot{botToken}/{token_id}"),
        service=SERVICE,
        path={"botToken": "sk-secret", "token_id": "t-1"},
        client={"credentials": SECRETS, "headers": {"X-Api-Key": "sk-secret"}},
        body={"password": "sk-secret"},
        query={"api_key": "sk-secret", "page": "2"},
        cookies={"s": "sk-secret"},
        options={"idempotency_key": "k_1"},
    )
    return server


def test_the_logger_has_the_name_of_the_package() -> None:
    assert LOGGER.name == "runtime"
    assert LOGGER.level == logging.WARNING


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_logged_by_default(
    kind: Kind, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        call(kind)
    assert logged_lines(caplog) == []


@pytest.mark.parametrize("kind", KINDS)
def test_level_info_logs_requests_and_retries(
    kind: Kind, caplog: pytest.LogCaptureFixture
) -> None:
    url = "https://REDACTED@api.example.com/v1/botREDACTED/t-1?api_key=REDACTED&page=2"
    with caplog.at_level(logging.INFO, LOGGER.name):
        call(kind)
    assert logged_lines(caplog) == [
        f"POST {url} failed: ConnectError refused",
        f"POST {url}: retry 1 in 0.500 s",
        f"POST {url} returned 503 in 0.000 s (request ID r_1)",
        f"POST {url}: retry 2 in 1.000 s",
        f"POST {url} returned 200 in 0.000 s",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_level_debug_adds_headers_without_secrets(
    kind: Kind, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, LOGGER.name):
        server = call(kind)
    assert "sk-secret" in str(server.requests[0].headers.raw)
    log = "\n".join(logged_lines(caplog))
    assert "sk-secret" not in log
    for name in ("authorization", "x-own", "x-api-key", "cookie", "set-cookie"):
        assert f"'{name}': 'REDACTED'" in log
    assert "'idempotency-key': 'k_1'" in log
    assert "'content-type': 'application/json'" in log
    assert "/x?token=REDACTED&page=REDACTED#access_token=REDACTED" in log
    assert "password" not in log  # bodies are not logged
    assert len(logged_lines(caplog)) == 5 + 3 + 2


def test_secrets_in_url_headers_are_redacted() -> None:
    headers = httpx2.Headers(
        {"Link": '<https://u:p@h/x?cursor=abc&sig=def>; rel="next"', "Etag": "a?b=c"}
    )
    assert show_headers(headers, "x".__eq__) == {
        "link": '<https://REDACTED@h/x?cursor=REDACTED&sig=REDACTED>; rel="next"',
        "etag": "a?b=c",
    }
    assert show_headers(headers, "etag".__eq__)["etag"] == "REDACTED"


def test_an_invalid_level_is_ignored_with_a_warning(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("X_LOG", "loud")
    configure_log("X_LOG")
    assert logged_lines(caplog) == ["X_LOG must be debug or info, not 'loud'; ignored"]
    assert LOGGER.level == logging.WARNING
    configure_log("X_MISSING")
    configure_log("")
    assert LOGGER.handlers == []


@pytest.mark.parametrize(("value", "level"), [("info", 20), (" DEBUG ", 10)])
def test_the_environment_variable_sets_the_level(
    value: str, level: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("X_LOG", value)
    service = Service(user_agent="x/1", base_url="https://h", log_environment="X_LOG")
    for _ in range(3):
        MockServer().call("sync", service=service)
    assert LOGGER.level == level
    assert len(LOGGER.handlers) == 1


SCRIPT = """
import logging, os, sys
from runtime import ANY, ApiKey, BaseClient, Operation, Service
if "basic" in sys.argv:
    logging.basicConfig(format="APP %(name)s %(message)s")
service = Service(
    user_agent="x/1", base_url=sys.argv[1], log_environment="X_LOG",
    schemes={"k": ApiKey("query", "key")}, security=(("k",),),
)
get = Operation("GET", "/things", returns=ANY)
with BaseClient(service, credentials={"k": "sk-secret"}) as client:
    client.request(get)
    if "late" in sys.argv:
        logging.basicConfig(format="APP %(name)s %(message)s")
        client.request(get)
"""


def run(origin: str, *arguments: str, log: str) -> list[str]:
    """Run a program that makes a call, and return the lines on standard error."""
    completed = subprocess.run(
        [sys.executable, "-c", SCRIPT, origin, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(TEMPLATES), "X_LOG": log},
    )
    assert completed.stdout == ""
    return completed.stderr.splitlines()


def test_records_are_printed_once_with_and_without_logging_configuration() -> None:
    def respond(handler: Handler, number: int) -> None:
        handler.send(200, b"{}")

    with serve(respond) as server:
        assert run(server.origin, log="") == []
        (line,) = run(server.origin, log="info")
        assert " runtime INFO GET http://127.0.0.1" in line
        assert "/things?key=REDACTED returned 200 in 0." in line
        # The log of the HTTP library contains complete URLs and remains disabled.
        log = run(server.origin, log="debug")
        assert len(log) == 3
        assert "sk-secret" not in "".join(log)
        # With a handler of the application, the record is printed once.
        (line,) = run(server.origin, "basic", log="info")
        assert line.startswith("APP runtime GET http://127.0.0.1")
        first, second = run(server.origin, "late", log="info")
        assert " runtime INFO GET " in first
        assert second.startswith("APP runtime GET ")


def test_a_call_without_retries_is_logged_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    server = MockServer(make_response(500, {"message": "sk-secret"}))
    options: Any = {"max_retries": 0}
    with (
        caplog.at_level(logging.INFO, LOGGER.name),
        pytest.raises(ServerError),
    ):
        server.call("sync", GET, client=options)
    assert logged_lines(caplog) == [
        "GET https://api.example.com/v1/things returned 500 in 0.000 s"
    ]
