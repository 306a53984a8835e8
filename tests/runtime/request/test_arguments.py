"""Null and formats of the arguments of a call."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from runtime import ANY, Operation, omit
from runtime.response.references import Formatted

from ..mock_server import KINDS, Kind, MockServer, path_of, query_of

OPERATION: Operation[Any] = Operation(
    "POST",
    "/things/{key}",
    returns=ANY,
    body="application/json",
    required={"query": ("q",), "header": ("X-H",), "cookie": ("c",)},
    allow_empty=("flag",),
    formats={
        "path": {"key": Formatted("base64url")},
        "query": {"on": Formatted("date")},
        "header": {"X-H": Formatted("base64url")},
        "cookie": {"c": Formatted("padded-base64url")},
        "body": {"data": Formatted("base64url")},
    },
)
DATA = b"\xff\xfe"


def send(kind: Kind, **arguments: Any) -> MockServer:
    server = MockServer()
    given: dict[str, Any] = {"path": {"key": DATA}, **arguments}
    server.call(kind, OPERATION, **given)
    return server


@pytest.mark.parametrize("kind", KINDS)
def test_formats_apply_to_every_place(kind: Kind) -> None:
    request = send(
        kind, headers={"X-H": DATA}, cookies={"c": DATA}, body={"data": DATA}
    ).only_request
    assert path_of(request).endswith("/things/__4")
    assert request.headers["x-h"] == "__4"
    assert request.headers["cookie"] == "c=__4="
    assert request.content == b'{"data":"__4"}'


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "arguments",
    [{"query": {"q": None}}, {"headers": {"X-H": None}}, {"cookies": {"c": None}}],
)
def test_null_for_a_required_parameter_is_rejected(
    kind: Kind, arguments: dict[str, Any]
) -> None:
    (name,) = next(iter(arguments.values()))
    with pytest.raises(TypeError, match=f"{name!r} is required and cannot be None"):
        send(kind, **arguments)


def test_null_for_an_optional_parameter_is_not_sent() -> None:
    request = send(
        "sync", query={"q": "a", "x": None}, headers={"X-N": None}, cookies={"d": None}
    ).only_request
    assert query_of(request) == [("q", "a")]
    assert {"x-n", "cookie"}.isdisjoint(request.headers)


def test_null_is_an_empty_value_where_that_is_allowed() -> None:
    assert query_of(send("sync", query={"flag": None}).only_request) == [("flag", "")]
    assert query_of(send("sync", query={"flag": omit}).only_request) == []


def test_a_datetime_for_a_date_is_rejected() -> None:
    moment = datetime(2024, 5, 6)  # noqa: DTZ001 (never sent)
    with pytest.raises(TypeError, match=r"query parameter 'on'.*value\.date"):
        send("sync", query={"on": moment})
