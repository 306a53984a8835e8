"""Fixtures of the tests of related files."""

from __future__ import annotations

from tests.bundle.conftest import project

__all__ = ["project"]
