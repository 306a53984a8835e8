"""Operations and services."""

from __future__ import annotations

from .mock_server import GET, SERVICE


def test_data_shows_what_it_is() -> None:
    assert "returns=ANY" in repr(GET)
    assert "sample/1.0" in repr(SERVICE)
