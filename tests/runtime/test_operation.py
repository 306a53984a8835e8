"""Operations and services."""

from __future__ import annotations

from .mock_server import GET, SERVICE


def test_operations_and_services_have_a_repr() -> None:
    assert "returns=ANY" in repr(GET)
    assert "sample/1.0" in repr(SERVICE)
