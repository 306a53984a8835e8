"""Answers in place of an API, for tests of code that calls it."""

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
    """A test made a request that it had given no answer for."""


@dataclass(frozen=True)
class RecordedRequest:
    """A request that was answered.

    Attributes:
        method: The HTTP method.
        path: The path of the URL, decoded.
        query: The query parameters, as (name, value).
        headers: The headers.
        content: The body.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: httpx2.Headers
    content: bytes

    @cached_property
    def json(self) -> Any:
        """The body as JSON.

        Raises:
            ValueError: It is none.
        """
        return from_json(self.content)


@dataclass
class _Route:
    """The requests of one method, path and query, and what they are answered with."""

    method: str
    path: str
    query: Mapping[str, str]
    answers: list[httpx2.Response | Exception] = field(
        default_factory=list["httpx2.Response | Exception"]
    )
    calls: int = 0

    def __str__(self) -> str:
        pairs = "&".join(f"{name}={value}" for name, value in self.query.items())
        return f"{self.method} {self.path}{'?' if pairs else ''}{pairs}"

    @property
    def rank(self) -> tuple[int, int]:
        """How much it asks of a request: the route that asks most is the one."""
        return len(self.query), -len(_PLACEHOLDER.findall(self.path))

    def fits(self, method: str, path: str, query: list[tuple[str, str]]) -> bool:
        """Whether it is the route of a request, whose path is still encoded."""
        return (
            method == self.method
            and _fits_path(self.path, path)
            and all(pair in query for pair in self.query.items())
        )

    def next_answer(self) -> httpx2.Response | Exception:
        """Return the answer whose turn it is; the last one stays."""
        self.calls += 1
        return self.answers[min(self.calls, len(self.answers)) - 1]


class MockAPI(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """An API as far as a test needs it, to pass to a client as its `transport`.

        api = MockAPI()
        api.answer("GET", "/invoices/in_1", json={"id": "in_1"})
        client = Client(api_key="test", transport=api)

    Sync and async clients, threads and tasks may share it.

    Attributes:
        requests: The requests that were answered, in their order.
    """

    base_paths: ClassVar[tuple[str, ...]] = ()
    """What the paths of URLs start with; paths of answers leave it out."""

    def __init__(self) -> None:
        self.requests: list[RecordedRequest] = []
        self._routes: list[_Route] = []
        self._lock = Lock()

    def answer(  # noqa: PLR0913 (one for each part of a request and of an answer)
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
        """Say how a request is answered.

        Where there are several answers, they are given one after the other, and the
        last one from then on. Where several fit, that with most query parameters wins,
        then that with fewest placeholders.

        Args:
            method: The HTTP method.
            path: The path below the base URL, as in `api.md`: `/invoices/in_1`, or
                `/invoices/{invoice}` for any.
            query: Query parameters that the request must have; it may have others.
            status: The HTTP status.
            json: The body: whatever JSON there is, or a model.
            content: The body, if it is not JSON.
            headers: The headers.
            failure: What to raise instead: `httpx2.ConnectError("refused")`.
        """
        route = _Route(method.upper(), path, dict(query or {}))
        body = content.encode() if isinstance(content, str) else content
        given = httpx2.Headers(headers)
        if body is None and json is not None:
            body = to_json(json, by_alias=True)
            given.setdefault("Content-Type", "application/json")
        made = httpx2.Response(status, headers=given, content=body)
        with self._lock:
            known = [item for item in self._routes if str(item) == str(route)]
            if not known:
                self._routes.append(route)
            (known or [route])[0].answers.append(failure or made)

    @property
    def unused(self) -> list[str]:
        """The answers that no request has asked for, as `GET /invoices`."""
        return [str(item) for item in self._routes if not item.calls]

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answer a request of a sync client.

        Raises:
            UnexpectedRequestError: There is no answer.
        """
        request.read()
        return self._respond(request)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answer a request of an async client.

        Raises:
            UnexpectedRequestError: There is no answer.
        """
        await request.aread()
        return self._respond(request)

    def _respond(self, request: httpx2.Request) -> httpx2.Response:
        raw_path, _, raw_query = request.url.raw_path.decode().partition("?")
        query = parse_qsl(raw_query, keep_blank_values=True)
        with self._lock:
            route = self._find(request.method, raw_path, query)
            answer = route.next_answer()
            self.requests.append(
                RecordedRequest(
                    request.method,
                    unquote(raw_path),
                    tuple(query),
                    request.headers.copy(),
                    request.content,
                )
            )
        if isinstance(answer, Exception):
            if isinstance(answer, httpx2.RequestError):
                answer.request = request
            raise answer
        # A response belongs to one request.
        return httpx2.Response(
            answer.status_code, headers=answer.headers, content=answer.content
        )

    def _find(self, method: str, path: str, query: list[tuple[str, str]]) -> _Route:
        paths = [path]
        for base in self.base_paths:
            count = base.count("/")
            head, tail = _split_path(path, count)
            if _fits_path(base, head):
                paths.append(tail)
        fitting = [
            item
            for item in self._routes
            if any(item.fits(method, tried, query) for tried in paths)
        ]
        if not fitting:
            shown = f"{unquote(path)}{'?' if query else ''}" + "&".join(
                f"{name}={value}" for name, value in query
            )
            known = ", ".join(map(str, self._routes)) or "nothing"
            raise UnexpectedRequestError(
                f"{method} {shown} was not expected; there are answers to {known}"
            )
        return max(fitting, key=lambda item: item.rank)


def _split_path(path: str, count: int) -> tuple[str, str]:
    """Return the first segments of a path, and the rest."""
    parts = path.split("/")
    return "/".join(parts[: count + 1]), "/" + "/".join(parts[count + 1 :])


def _fits_path(template: str, path: str) -> bool:
    """Whether an encoded path is one of a template, placeholder for segment."""
    wanted, there = template.strip("/").split("/"), path.strip("/").split("/")
    return len(wanted) == len(there) and all(
        re.fullmatch(_to_pattern(segment), unquote(given), re.DOTALL)
        for segment, given in zip(wanted, there, strict=True)
    )


def _to_pattern(segment: str) -> str:
    fixed = map(re.escape, _PLACEHOLDER.split(segment))
    return ".+".join(fixed)
