"""Response models of the API: `Tags`."""

from __future__ import annotations

from typing import Any, TypeAlias

Tags: TypeAlias = list[Any]
