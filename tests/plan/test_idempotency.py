"""Which operations take an idempotency key, and who makes it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from sdksmith.model.api import Place
from sdksmith.model.types import Choice, Constraints, Scalar, ScalarKind, Type
from sdksmith.plan.package import MethodView

from .builder import ApiBuilder, parameter
from .planned import SETTINGS, entries, only_method, plan, signature


def planned(
    name: str = "Idempotency-Key",
    method: str = "POST",
    *,
    described: Type | None = None,
    **more: Any,
) -> MethodView:
    """An operation with one header."""
    builder = ApiBuilder()
    string = builder.scalar() if described is None else builder.add(described)
    place = more.pop("place", Place.HEADER)
    builder.operation(
        method, "/pets", parameters=[parameter(name, place, string, **more)]
    )
    return only_method(plan(builder.build()))


@pytest.mark.parametrize(
    "name",
    [
        *("Idempotency-Key", "idempotency-key", "X-Idempotency-Key", "Idempotency-Id"),
        *("Acme-Idempotency-Key", "Idempotent-Key", "idempotencyKey", "Idempotency"),
        *("PayPal-Request-Id", "X-Amz-Client-Token", "X-Amzn-Client-Token"),
    ],
)
def test_headers_that_take_a_key(name: str) -> None:
    assert entries(planned(name))["idempotency_header"] == f'"{name}"'


@pytest.mark.parametrize(
    "name",
    [
        *("X-Request-Id", "X-Client-Request-Id", "client-request-id", "X-Nonce"),
        *("X-Idempotency-Replayed", "Idempotency-Key-Expiry", "X-Correlation-Id"),
    ],
)
def test_headers_for_other_things(name: str) -> None:
    assert "idempotency_header" not in entries(planned(name))


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_reading_needs_no_key(method: str) -> None:
    assert "idempotency_header" not in entries(planned(method=method))


@pytest.mark.parametrize("method", ["POST", "PATCH", "PUT", "DELETE"])
def test_writing_may_need_one(method: str) -> None:
    assert "idempotency_header" in entries(planned(method=method))


def test_a_key_is_no_query_parameter() -> None:
    assert "idempotency_header" not in entries(planned(place=Place.QUERY))


def test_a_required_key_need_not_be_given() -> None:
    method = planned(required=True, description="Makes retries safe.")
    assert signature(method) == "*, idempotency_key: str | Omit = omit"
    argument, _ = method.keywords
    assert argument.description == (
        "Makes retries safe.\n\nThe client makes one for each call unless it is given."
    )
    # Nobody makes one for reading, where a document asks for it all the same.
    reading = planned(method="GET", required=True)
    assert signature(reading) == "*, idempotency_key: str"


def scalar(kind: ScalarKind = ScalarKind.STRING, **limits: Any) -> Scalar:
    meta = ApiBuilder().meta()
    return Scalar(meta, kind, constraints=Constraints(**limits) if limits else None)


@pytest.mark.parametrize(
    ("described", "is_made"),
    [
        (scalar(ScalarKind.UUID), True),
        (scalar(ScalarKind.UUID, pattern="^[0-9a-f-]+$"), True),
        (scalar(max_length=36, min_length=36), True),
        (scalar(max_length=35), False),
        (scalar(min_length=37), False),
        (scalar(pattern="^k_"), False),
        (scalar(ScalarKind.INTEGER), False),
        (Choice(ApiBuilder().meta(), ScalarKind.STRING, ("a",)), False),
    ],
)
def test_keys_that_clients_can_make(described: Type, is_made: bool) -> None:
    method = planned(described=described, required=True)
    assert ("idempotency_header" in entries(method)) is is_made
    assert ("omit" in signature(method)) is is_made


def test_settings_name_the_header_for_all() -> None:
    builder = ApiBuilder()
    builder.operation("POST", "/pets")
    assert plan(builder.build()).client.idempotency_header == ""
    settings = replace(SETTINGS, idempotency_header="Request-Key")
    assert plan(builder.build(), settings).client.idempotency_header == "Request-Key"
