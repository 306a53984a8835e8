"""The client: its base URL and its idempotency header."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sdksmith.model.api import Server

from tests.plan.builder import ApiBuilder
from tests.plan.views import SETTINGS, only_method, plan


def test_setting_defines_the_idempotency_header() -> None:
    builder = ApiBuilder()
    builder.operation("POST", "/pets")
    assert plan(builder.build()).client.idempotency_header == ""
    settings = replace(SETTINGS, idempotency_header="Request-Key")
    assert plan(builder.build(), settings).client.idempotency_header == "Request-Key"


@pytest.mark.parametrize(
    ("urls", "chosen"),
    [
        (["https://a.com/v1", "https://b.com"], '"https://a.com/v1"'),
        (["/v1", "https://b.com"], '"https://b.com"'),
        (["//c.com/v1"], '"https://c.com/v1"'),
        (["/v1"], None),
        ([], None),
    ],
)
def test_base_url_is_the_first_absolute_server(
    urls: list[str], chosen: str | None
) -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/pets")
    package = plan(builder.build(servers=tuple(map(Server, urls))))
    url = package.client.base_url
    assert (None if url is None else str(url)) == chosen
    assert package.client.base_url_environment == "ACME_BASE_URL"


def test_server_of_some_operations_is_not_the_base_url() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/cats")
    pets = builder.operation("GET", "/pets")
    own = replace(pets, servers=(Server("https://b.com"),))
    builder.operations[:] = [builder.operations[0], own]
    assert plan(builder.build(servers=())).client.base_url is None


def test_setting_defines_the_base_url() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/pets/{id}")
    settings = replace(SETTINGS, base_url="https://x.com/v9")
    package = plan(builder.build(), settings)
    assert str(package.client.base_url) == '"https://x.com/v9"'
    assert only_method(package).smoke.path == "/v9/pets/x"
