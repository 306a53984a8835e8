"""Base URLs and the URLs of requests."""

from __future__ import annotations

from typing import Any

import pytest
from runtime import ANY, Operation, SDKError, Service
from runtime.request.url import (
    find_base_url,
    get_origin,
    is_secure,
    join_url,
    redact_url,
    resolve_base_url,
)

from ..mock_server import KINDS, Kind, MockServer


def service(base_url: str | None, **variables: str) -> Service:
    return Service(
        user_agent="x/1",
        base_url=base_url,
        base_url_environment="SAMPLE_BASE_URL",
        variables=variables,
    )


def test_the_argument_overrides_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    api = service("https://api.example.com")
    assert find_base_url(api, None, {}) == ("https://api.example.com", False)
    monkeypatch.setenv("SAMPLE_BASE_URL", "https://env.example.com")
    assert find_base_url(api, None, {}) == ("https://env.example.com", True)
    assert find_base_url(api, "https://arg.example.com ", {}) == (
        "https://arg.example.com",
        True,
    )
    monkeypatch.setenv("SAMPLE_BASE_URL", "")
    assert find_base_url(api, None, {}) == ("https://api.example.com", False)
    assert find_base_url(service(None), None, {}) == (None, False)


def test_a_server_can_be_chosen_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    api = Service(
        user_agent="x/1",
        base_url="https://{region}.example.com",
        base_url_environment="SAMPLE_BASE_URL",
        servers={
            "live": "https://{region}.example.com",
            "sandbox": "https://{region}.sandbox.example.com",
        },
        variables={"region": "eu"},
    )
    sandbox = ("https://us.sandbox.example.com", False)
    assert find_base_url(api, None, {"region": "us"}, "sandbox") == sandbox
    monkeypatch.setenv("SAMPLE_BASE_URL", "https://env.example.com")
    assert find_base_url(api, None, {"region": "us"}, "sandbox") == sandbox
    base_url = "https://arg.example.com"
    assert find_base_url(api, base_url, {}, "sandbox") == (base_url, True)
    with pytest.raises(
        SDKError, match="Unknown server 'test'; must be one of: live, sandbox"
    ):
        find_base_url(api, None, {}, "test")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "api.example.com",
        "/v1",
        "//host/v1",
        "ftp://host",
        "https://",
        "https://[::1",
        "https://host:port/",
    ],
)
def test_an_invalid_base_url_is_an_error(url: str) -> None:
    with pytest.raises(SDKError, match="base_url must be an absolute URL"):
        find_base_url(service(None), url, {})


def test_the_error_names_the_environment_variable_and_quotes_no_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SAMPLE_BASE_URL", "ftp://me:secret@host")
    with pytest.raises(SDKError, match=r"^SAMPLE_BASE_URL must be") as caught:
        find_base_url(service(None), None, {})
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("template", "variables", "expected"),
    [
        ("https://{region}.example.com/v1", {}, "https://eu.example.com/v1"),
        (
            "https://{region}.example.com/v1",
            {"region": "us"},
            "https://us.example.com/v1",
        ),
        ("https://{region}.example.com", {"region": None}, "https://eu.example.com"),
        ("https://x.example.com:{port}/v1", {}, "https://x.example.com:8443/v1"),
        ("https://x/{base}/y", {"base": "a/b c"}, "https://x/a/b%20c/y"),
        ("{url}/v1", {"url": "https://own.example.com/"}, "https://own.example.com/v1"),
        ("/{base}", {"base": "v2"}, "/v2"),
    ],
)
def test_variables_are_inserted_into_the_server_url(
    template: str, variables: dict[str, str | None], expected: str
) -> None:
    api = service(template, region="eu", port="8443", base="", url="")
    assert find_base_url(api, None, variables) == (expected, False)


def test_a_missing_variable_is_an_error() -> None:
    with pytest.raises(SDKError, match="requires a value for 'region'"):
        find_base_url(service("https://{region}.example.com", region=""), None, {})
    with pytest.raises(SDKError, match="requires a value for 'other'"):
        find_base_url(service("https://x/{other}"), None, {})


def test_a_variable_after_the_host_can_be_a_path() -> None:
    found = find_base_url(
        service("https://api.example.com{path}", path="/v 1"), None, {}
    )
    assert found == ("https://api.example.com/v%201", False)


@pytest.mark.parametrize("template", ["https://{path}", "https://api.{path}.com"])
def test_a_path_inside_of_the_host_is_rejected(template: str) -> None:
    with pytest.raises(SDKError, match=r"Invalid value .* for 'path'"):
        find_base_url(service(template, path="/v1"), None, {})


@pytest.mark.parametrize(
    "value", ["evil.com/", "a@evil.com", "a#", "a?b", "a b", "a\n"]
)
def test_a_variable_that_would_change_the_host_is_rejected(value: str) -> None:
    with pytest.raises(SDKError, match=r"Invalid value .* for 'region'"):
        find_base_url(service("https://{region}.example.com"), None, {"region": value})


def test_a_variable_in_the_path_is_percent_encoded() -> None:
    url, _ = find_base_url(service("https://x/{base}"), None, {"base": "a?b#c"})
    assert url == "https://x/a%3Fb%23c"


@pytest.mark.parametrize(
    ("chosen", "own", "expected"),
    [
        ("https://h/v1", None, "https://h/v1"),
        ("https://h/v1", "https://other/v2", "https://other/v2"),
        ("https://h/v1", "/v2", "https://h/v2"),
        ("https://h/v1", "beta", "https://h/v1/beta"),
        (None, "https://other/v2", "https://other/v2"),
    ],
)
def test_the_server_of_an_operation_is_resolved_against_the_base_url(
    chosen: str | None, own: str | None, expected: str
) -> None:
    assert resolve_base_url(service(None), chosen, own) == expected


@pytest.mark.parametrize(("chosen", "own"), [(None, None), ("/v1", None), (None, "/")])
def test_resolving_without_a_base_url_is_an_error(
    chosen: str | None, own: str | None
) -> None:
    with pytest.raises(SDKError, match=r"pass base_url.*or set SAMPLE_BASE_URL\.$"):
        resolve_base_url(service(None), chosen, own)
    with pytest.raises(SDKError, match=r"pass base_url to the client\.$"):
        resolve_base_url(Service(user_agent="x/1"), chosen, own)


@pytest.mark.parametrize(
    ("base", "path", "query", "expected"),
    [
        ("https://h", "/a", [], "https://h/a"),
        ("https://h/", "/a", [], "https://h/a"),
        ("https://h/v1", "/a", [], "https://h/v1/a"),
        ("https://h/v1/", "a", [], "https://h/v1/a"),
        ("https://h/v1", "/a/", [], "https://h/v1/a/"),
        ("https://h/v1", "/", [], "https://h/v1/"),
        ("https://h/v1", "", [], "https://h/v1"),
        ("https://h/v1/", "", [], "https://h/v1/"),
        ("https://h/v1?key=1", "/a", ["b=2"], "https://h/v1/a?key=1&b=2"),
        ("https://h/v1?key=1", "/a", [], "https://h/v1/a?key=1"),
        ("https://h/v1#top", "/a", ["b=2", "c=3"], "https://h/v1/a?b=2&c=3"),
        ("https://h:8443/v1", "/a", [], "https://h:8443/v1/a"),
    ],
)
def test_base_url_path_and_query_are_joined(
    base: str, path: str, query: list[str], expected: str
) -> None:
    assert join_url(base, path, query) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.com", True),
        ("http://localhost:8000", True),
        ("http://api.localhost", True),
        ("http://127.0.0.1:1", True),
        ("http://127.9.9.9", True),
        ("http://[::1]:80", True),
        ("http://example.com", False),
        ("http://localhost.example.com", False),
        ("http://10.0.0.1", False),
        ("http://127.0.0.1.example.com", False),
    ],
)
def test_https_and_loopback_hosts_are_secure(url: str, expected: bool) -> None:
    assert is_secure(url) is expected


def test_origins_ignore_case_and_default_ports() -> None:
    assert get_origin("https://H.example.com/a") == get_origin(
        "https://h.example.com:443"
    )
    assert get_origin("http://h") != get_origin("https://h")
    assert get_origin("https://h:1") != get_origin("https://h:2")


def test_secrets_in_urls_are_redacted() -> None:
    url = "https://me:pw@h/a?key=1&page=2&access_token=3&X%2DKey=4&flag"
    assert redact_url(url, {"X-Key"}) == (
        "https://REDACTED@h/a?key=REDACTED&page=2&access_token=REDACTED"
        "&X%2DKey=REDACTED&flag"
    )
    assert redact_url("https://h/a") == "https://h/a"
    assert redact_url("https://bot1/bot1%3Ax/a", (), ["1%3Ax"]) == (
        "https://bot1/botREDACTED/a"
    )
    assert len(redact_url("https://h/" + "a" * 2000)) < 600


@pytest.mark.parametrize("kind", KINDS)
def test_a_call_without_a_base_url_is_an_error(kind: Kind) -> None:
    server = MockServer()
    service = Service(user_agent="x/1", base_url="/v1", base_url_environment="X_URL")
    with pytest.raises(SDKError, match="pass base_url to the client or set X_URL"):
        server.call(kind, service=service)
    assert server.requests == []
    server.call(kind, service=service, options={"base_url": "https://call.example.com"})
    server.call(kind, service=service, client={"base_url": "https://mine.example.com/"})
    assert [str(request.url) for request in server.requests] == [
        "https://call.example.com/things",
        "https://mine.example.com/things",
    ]
    with pytest.raises(SDKError, match=r"options\['base_url'\] must be"):
        server.call(kind, service=service, options={"base_url": "nowhere"})


def test_a_chosen_base_url_overrides_the_server_of_an_operation() -> None:
    operation: Operation[Any] = Operation(
        "GET", "/files", returns=ANY, base_url="https://files.example.com/v2"
    )
    beside: Operation[Any] = Operation("GET", "/files", returns=ANY, base_url="/v2")
    server = MockServer()
    server.call("sync", operation)
    server.call("sync", beside)
    # A client with another base URL never calls the real API.
    local = {"base_url": "http://localhost:1/v1"}
    server.call("sync", operation, client=local)
    server.call("sync", beside, client=local)
    assert [str(request.url) for request in server.requests] == [
        "https://files.example.com/v2/files",
        "https://api.example.com/v2/files",
        "http://localhost:1/v1/files",
        "http://localhost:1/v2/files",
    ]


def test_variables_are_passed_to_the_client() -> None:
    service = Service(
        user_agent="x/1",
        base_url="https://{region}.example.com",
        variables={"region": "eu"},
    )
    server = MockServer()
    server.call("sync", service=service, client={"variables": {"region": "us"}})
    server.call("sync", service=service)
    hosts = [request.url.host for request in server.requests]
    assert hosts == ["us.example.com", "eu.example.com"]


def test_a_url_that_is_too_long_is_an_error() -> None:
    with pytest.raises(SDKError, match="URL too long") as caught:
        MockServer().call("sync", query={"a": "x" * 70_000})
    assert len(str(caught.value)) < 700
