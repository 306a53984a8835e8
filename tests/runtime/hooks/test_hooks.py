"""Event hooks."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any

import httpx2
import pytest
from runtime import (
    ANY,
    APIConnectionError,
    ApiKey,
    Bearer,
    Hooks,
    Operation,
    RequestInfo,
    ResponseInfo,
    RetryInfo,
    ServerError,
    Service,
)

from ..mock_server import GET, KINDS, POST, Kind, MockServer, make_response

OK = make_response(value={"ok": True})
SERVICE = Service(
    user_agent="x/1",
    base_url="https://api.example.com/v1",
    schemes={"b": Bearer(), "k": ApiKey("query", "k", arguments=("k",))},
    security=(("b", "k"),),
)
SECRETS = {"b": "sk-secret", "k": "sk-secret"}
THING: Operation[Any] = Operation("GET", "/things/{id}", returns=ANY)


class HookRecorder:
    """Hooks that record their arguments, as functions or as coroutines."""

    def __init__(self) -> None:
        self.calls: list[RequestInfo | ResponseInfo | RetryInfo] = []

    def hooks(self, *, is_async: bool = False) -> Hooks:
        async def record(info: Any) -> None:
            self.calls.append(info)

        hook: Any = record if is_async else self.calls.append
        return Hooks(before_request=hook, after_response=hook, on_retry=hook)

    @property
    def kinds(self) -> list[str]:
        return [type(item).__name__.removesuffix("Info") for item in self.calls]


@pytest.mark.parametrize(
    ("kind", "is_async"), [("sync", False), ("async", False), ("async", True)]
)
def test_hooks_are_called_for_requests_responses_and_retries(
    kind: Kind, is_async: bool
) -> None:
    failure = httpx2.ReadError("reset")
    server = MockServer(
        failure,
        make_response(503, headers={"retry-after": "7", "x-request-id": "r_1"}),
        make_response(307, headers={"location": "https://other.example.com/x"}),
        OK,
    )
    recorder = HookRecorder()
    server.call(
        kind,
        THING,
        path={"id": "t_1"},
        client={"hooks": recorder.hooks(is_async=is_async), "max_retries": 3},
    )
    assert recorder.kinds == [
        *("Request", "Retry"),
        *("Request", "Response", "Retry"),
        *("Request", "Response"),  # a redirect does not count as a retry
        *("Request", "Response"),
    ]
    first, retry, second, error, late_retry, _, _, redirected, final = recorder.calls
    assert isinstance(first, RequestInfo)
    assert (first.method, first.route) == ("GET", "/things/{id}")
    assert first.url == "https://api.example.com/v1/things/t_1"
    assert (first.retries, first.is_cross_origin) == (0, False)
    assert isinstance(retry, RetryInfo)
    assert (retry.request, retry.failure, retry.response) == (first, failure, None)
    assert (retry.retries, retry.delay) == (1, 0.5)
    assert retry.reason == "ReadError: reset"
    assert isinstance(second, RequestInfo)
    assert second.retries == 1
    assert isinstance(error, ResponseInfo)
    assert (error.status_code, error.request_id) == (503, "r_1")
    assert error.headers["retry-after"] == "7"
    assert isinstance(late_retry, RetryInfo)
    assert (late_retry.response, late_retry.failure, late_retry.delay) == (
        error,
        None,
        7.0,
    )
    assert late_retry.reason == "received status 503"
    assert isinstance(redirected, RequestInfo)
    assert (redirected.is_cross_origin, redirected.url) == (
        True,
        "https://other.example.com/x",
    )
    assert isinstance(final, ResponseInfo)
    assert final.http.json() == {"ok": True}
    assert server.waits == [0.5, 7.0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_response_has_its_elapsed_time(kind: Kind) -> None:
    def slow(request: httpx2.Request) -> httpx2.Response:
        server.spent += 2.5
        return OK

    server = MockServer(slow)
    recorder = HookRecorder()
    server.call(kind, client={"hooks": recorder.hooks()})
    assert [
        item.elapsed for item in recorder.calls if isinstance(item, ResponseInfo)
    ] == [2.5]


@pytest.mark.parametrize("kind", KINDS)
def test_before_request_can_add_headers_to_each_attempt(kind: Kind) -> None:
    def sign(request: RequestInfo) -> None:
        request.headers["X-Attempt"] = str(request.retries)
        request.http.headers["X-Length"] = str(len(request.http.content))

    server = MockServer(make_response(429), OK)
    server.call(kind, POST, body={"a": 1}, client={"hooks": Hooks(before_request=sign)})
    assert [item.headers["x-attempt"] for item in server.requests] == ["0", "1"]
    assert [item.headers["x-length"] for item in server.requests] == ["7", "7"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("hook_name", ["before_request", "after_response", "on_retry"])
@pytest.mark.parametrize("error", [RuntimeError("mine"), httpx2.ReadError("mine")])
def test_exceptions_of_hooks_propagate(
    kind: Kind, hook_name: str, error: Exception
) -> None:
    """The exception is not changed, and the call is not retried."""

    def raise_error(info: object) -> None:
        raise error

    hooks: Any = {hook_name: raise_error}
    server = MockServer(make_response(503), OK)
    with pytest.raises(type(error)) as caught:
        server.call(kind, client={"hooks": Hooks(**hooks)})
    assert caught.value is error
    assert len(server.requests) == (0 if hook_name == "before_request" else 1)
    assert server.waits == []


@pytest.mark.parametrize("hook_name", ["before_request", "after_response", "on_retry"])
def test_a_sync_client_rejects_async_hooks(hook_name: str) -> None:
    async def async_hook(info: object) -> None:
        raise AssertionError("the coroutine is not awaited")

    hooks: Any = {hook_name: async_hook}
    server = MockServer(make_response(503), OK)
    with pytest.raises(TypeError, match="Hooks of a sync client cannot be async"):
        server.call("sync", client={"hooks": Hooks(**hooks)})


@pytest.mark.parametrize("kind", KINDS)
def test_after_response_is_called_only_for_responses(kind: Kind) -> None:
    recorder = HookRecorder()
    with pytest.raises(ServerError):
        MockServer(make_response(500)).call(
            kind, POST, body={}, client={"hooks": recorder.hooks(), "max_retries": 0}
        )
    assert recorder.kinds == ["Request", "Response"]
    recorder = HookRecorder()
    with pytest.raises(APIConnectionError):
        MockServer(httpx2.ReadError("reset")).call(
            kind, POST, body={}, client={"hooks": recorder.hooks()}
        )
    assert recorder.kinds == ["Request"]


def test_hooks_get_no_secrets_in_reprs() -> None:
    recorder = HookRecorder()
    server = MockServer(make_response(503), OK)
    client = server.client(SERVICE, credentials=SECRETS, hooks=recorder.hooks())
    client.request(GET, query={"access_token": "sk-secret"})
    assert len(recorder.calls) == 5
    assert server.requests[0].headers["authorization"] == "Bearer sk-secret"
    for item in recorder.calls:
        assert "sk-secret" not in f"{item!r} {item}"
    first_request = recorder.calls[0]
    assert isinstance(first_request, RequestInfo)
    assert first_request.url == (
        "https://api.example.com/v1/things?access_token=REDACTED&k=REDACTED"
    )
    assert repr(first_request) == f"<RequestInfo GET {first_request.url}, retries=0>"
    assert repr(recorder.calls[1]) == f"<ResponseInfo 503 to {first_request!r}>"
    assert (
        repr(recorder.calls[2])
        == f"<RetryInfo 1 in 0.5 s of {first_request!r}: received status 503>"
    )


def test_arguments_of_hooks_are_frozen() -> None:
    recorder = HookRecorder()
    MockServer().call("sync", client={"hooks": recorder.hooks()})
    for item in recorder.calls:
        with pytest.raises(FrozenInstanceError):
            setattr(item, "http", None)  # noqa: B010 (mypy rejects an assignment)


def test_copies_of_a_client_can_have_other_hooks() -> None:
    first, second = HookRecorder(), HookRecorder()
    server = MockServer()
    client = server.client(hooks=first.hooks())
    client.with_options(timeout=1).request(GET)
    client.with_options(hooks=second.hooks()).request(GET)
    client.with_options(hooks=None).request(GET)
    assert (len(first.calls), len(second.calls)) == (2, 2)
    assert len(server.requests) == 3
