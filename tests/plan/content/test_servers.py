"""Servers of the document and of single operations."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sdksmith.model.api import Server, Variable
from sdksmith.plan.content.servers import base_paths

from tests.plan.builder import ApiBuilder
from tests.plan.views import SETTINGS, entries, only_method, plan


@pytest.mark.parametrize(
    ("listed", "own", "default", "base_url"),
    [
        # The base URL of the client is the same server.
        ("https://a.com/", "https://a.com", '"https://a.com/"', None),
        ("//a.com", "https://a.com", '"https://a.com"', None),
        ("https://a.com", "https://b.com", '"https://a.com"', '"https://b.com"'),
        # All operations have the same server, so it is the base URL.
        (None, "https://b.com", '"https://b.com"', None),
    ],
)
def test_server_of_an_operation_is_omitted_if_it_is_the_default(
    listed: str | None, own: str, default: str, base_url: str | None
) -> None:
    builder = ApiBuilder()
    pets = builder.operation("GET", "/pets")
    builder.operations[:] = [replace(pets, servers=(Server(own),))]
    servers = () if listed is None else (Server(listed),)
    package = plan(builder.build(servers=servers))
    assert str(package.client.base_url) == default
    assert entries(only_method(package)).get("base_url") == base_url


def test_base_paths_of_servers() -> None:
    urls = ["https://a.com/v1/", "/v2", "https://b.com", "{host}/x/{y}", "//c.com/v1"]
    assert base_paths([Server(url) for url in urls]) == ("/v1", "/v2", "/x/{y}")


def test_several_servers_can_be_chosen_by_name() -> None:
    region = Variable("region", "north", ("north", "south"))
    live = Server("https://{region}.example.com/v1", (region,), "Live.")
    servers = (
        live,
        Server("http://{region}.example.com/v1", (region,)),
        Server("https://sandbox.example.com/v1", description="To try requests out."),
        Server("https://{region}.example.org/v1", (Variable("region", "east"),)),
        Server("https://{tenant}.example.net", (Variable("tenant", ""),)),
        Server("/v1"),
        Server("https://x.example.com", name="Old one"),
    )

    def choices(*listed: Server) -> dict[str, str]:
        client = plan(ApiBuilder().build(servers=listed)).client
        return {str(item.name): str(item.url) for item in client.servers}

    assert choices(*servers) == {
        '"live"': '"https://{region}.example.com/v1"',
        '"sandbox"': '"https://sandbox.example.com/v1"',
        '"east"': '"https://east.example.org/v1"',
        '"old_one"': '"https://x.example.com"',
    }
    assert choices(*servers[:2]) == {}
    assert choices(Server("https://e.com"), Server("https://eu.e.com")) == {
        '"default"': '"https://e.com"',
        '"eu"': '"https://eu.e.com"',
    }
    mine = replace(SETTINGS, base_url="https://mine.example.com")
    assert plan(ApiBuilder().build(servers=servers), mine).client.servers == ()
