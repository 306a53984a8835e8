"""Mock of the API for tests of code that uses a client."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any, ClassVar, Final
from urllib.parse import parse_qsl, unquote

import httpx2
from pydantic_core import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Mapping


_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}")


class UnexpectedRequestError(AssertionError):
    """Raised when a client sends a request for which no response is registered.

    It is an `AssertionError`, so test frameworks report it as a failed test.
    """


@dataclass(frozen=True)
class RecordedRequest:
    """A request that `MockAPI` has received.

    Attributes:
        method: HTTP method in upper case.
        path: Percent-decoded path of the URL, including the path of the base URL.
        query: Query parameters as pairs of name and value, in order.
        headers: Headers.
        content: Body. Empty for a request without a body.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: httpx2.Headers
    content: bytes

    @cached_property
    def json(self) -> Any:
        """Body decoded as JSON.

        Raises:
            ValueError: If the body is not valid JSON.
        """
        return from_json(self.content)


@dataclass
class _Route:
    """Responses to the requests with one method, path and query."""

    method: str
    path: str
    query: Mapping[str, str]
    responses: list[httpx2.Response | Exception] = field(
        default_factory=list["httpx2.Response | Exception"]
    )
    calls: int = 0

    def __str__(self) -> str:
        pairs = "&".join(f"{name}={value}" for name, value in self.query.items())
        return f"{self.method} {self.path}{'?' if pairs else ''}{pairs}"

    @property
    def rank(self) -> tuple[int, int]:
        """Specificity of the route. The most specific matching route is used."""
        return len(self.query), -len(_PLACEHOLDER.findall(self.path))

    def matches(self, method: str, path: str, query: list[tuple[str, str]]) -> bool:
        """Return whether the route matches a request. The path is percent-encoded."""
        return (
            method == self.method
            and _matches_path(self.path, path)
            and all(pair in query for pair in self.query.items())
        )

    def next_response(self) -> httpx2.Response | Exception:
        """Return the next response. The last response is repeated."""
        self.calls += 1
        return self.responses[min(self.calls, len(self.responses)) - 1]


class MockAPI(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Mock of the API, to be passed to a client as its `transport`.

    Register a response for each request that the tested code sends:

        api = MockAPI()
        api.add_response("GET", "/invoices/in_1", json={"id": "in_1"})
        client = Client(api_key="test", transport=api)

        assert client.invoices.retrieve("in_1").id == "in_1"
        assert api.requests[0].headers["authorization"] == "Bearer test"
        assert api.unused == []

    A request without a registered response raises `UnexpectedRequestError`. An instance
    can be shared by sync and async clients, by threads and by tasks.

    Attributes:
        requests: Requests that were received and had a registered response, in order.
    """

    base_paths: ClassVar[tuple[str, ...]] = ()
    """Paths of the base URLs of the API. Paths of responses are relative to them."""

    def __init__(self) -> None:
        self.requests: list[RecordedRequest] = []
        self._routes: list[_Route] = []
        self._lock = Lock()

    def add_response(  # noqa: PLR0913 (one for each part of request and response)
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        status: int = 200,
        json: object = None,
        content: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
        failure: Exception | None = None,
    ) -> None:
        """Register a response.

        Several responses for the same method, path and query are returned one after the
        other; the last one is repeated. If a request matches several registrations, the
        one with the most query parameters is used, then the one with the fewest
        placeholders.

            api.add_response("GET", "/invoices/{invoice}", status=404)
            api.add_response("POST", "/invoices", failure=httpx2.ConnectError("refused"))

        Args:
            method: HTTP method, in any case.
            path: Path relative to the base URL, as in `api.md`: either a fixed path
                such as `/invoices/in_1`, or one with placeholders such as
                `/invoices/{invoice}`, which match any value.
            query: Query parameters that the request must have. It may have others.
                Defaults to None, which matches any query.
            status: HTTP status of the response. Defaults to 200.
            json: Body of the response as a JSON value or a model. The Content-Type
                header is set to `application/json` unless given. Defaults to None,
                which means no body.
            content: Body of the response as bytes or a string. Takes precedence over
                `json`.
            headers: Headers of the response.
            failure: Exception to raise instead of returning a response, for example
                `httpx2.ConnectError("refused")`.
        """
        route = _Route(method.upper(), path, dict(query or {}))
        body = content.encode() if isinstance(content, str) else content
        given = httpx2.Headers(headers)
        if body is None and json is not None:
            body = to_json(json, by_alias=True)
            given.setdefault("Content-Type", "application/json")
        response = httpx2.Response(status, headers=given, content=body)
        with self._lock:
            known = [item for item in self._routes if str(item) == str(route)]
            if not known:
                self._routes.append(route)
            (known or [route])[0].responses.append(failure or response)

    @property
    def unused(self) -> list[str]:
        """Registrations that no request has matched, for example `GET /invoices`."""
        return [str(item) for item in self._routes if not item.calls]

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Return the response to a request of a sync client.

        Raises:
            UnexpectedRequestError: If no response is registered for the request.
        """
        request.read()
        return self._respond(request)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Return the response to a request of an async client.

        Raises:
            UnexpectedRequestError: If no response is registered for the request.
        """
        await request.aread()
        return self._respond(request)

    def _respond(self, request: httpx2.Request) -> httpx2.Response:
        raw_path, _, raw_query = request.url.raw_path.decode().partition("?")
        query = parse_qsl(raw_query, keep_blank_values=True)
        with self._lock:
            route = self._find(request.method, raw_path, query)
            response = route.next_response()
            self.requests.append(
                RecordedRequest(
                    request.method,
                    unquote(raw_path),
                    tuple(query),
                    request.headers.copy(),
                    request.content,
                )
            )
        if isinstance(response, Exception):
            if isinstance(response, httpx2.RequestError):
                response.request = request
            raise response
        # A copy, because a response belongs to a single request.
        return httpx2.Response(
            response.status_code,
            headers=response.headers,
            content=response.content,
        )

    def _find(self, method: str, path: str, query: list[tuple[str, str]]) -> _Route:
        paths = [path]
        for base in self.base_paths:
            count = base.count("/")
            head, tail = _split_path(path, count)
            if _matches_path(base, head):
                paths.append(tail)
        fitting = [
            item
            for item in self._routes
            if any(item.matches(method, tried, query) for tried in paths)
        ]
        if not fitting:
            shown = f"{unquote(path)}{'?' if query else ''}" + "&".join(
                f"{name}={value}" for name, value in query
            )
            known = ", ".join(map(str, self._routes)) or "none"
            raise UnexpectedRequestError(
                f"No response is registered for {method} {shown} (registered: {known})."
            )
        return max(fitting, key=lambda item: item.rank)


def _split_path(path: str, count: int) -> tuple[str, str]:
    """Split a path after the given number of segments."""
    parts = path.split("/")
    return "/".join(parts[: count + 1]), "/" + "/".join(parts[count + 1 :])


def _matches_path(template: str, path: str) -> bool:
    """Return whether a percent-encoded path matches a template segment by segment."""
    expected, actual = template.strip("/").split("/"), path.strip("/").split("/")
    return len(expected) == len(actual) and all(
        re.fullmatch(_to_pattern(segment), unquote(given), re.DOTALL)
        for segment, given in zip(expected, actual, strict=True)
    )


def _to_pattern(segment: str) -> str:
    fixed = map(re.escape, _PLACEHOLDER.split(segment))
    return ".+".join(fixed)
