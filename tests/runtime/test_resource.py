"""Resources of clients."""

from __future__ import annotations

from runtime import cached_property

from .mock_server import SERVICE
from .sample_client import Client


def test_resources_are_created_once_per_client() -> None:
    client = Client(SERVICE)
    assert client.things is client.things
    assert Client(SERVICE).things is not client.things
    assert isinstance(Client.things, cached_property)
    assert Client.things.__doc__ == "The things."
