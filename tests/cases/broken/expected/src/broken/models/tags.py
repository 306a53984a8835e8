"""What the API answers with: `Tags`."""

from __future__ import annotations

from typing import Any, TypeAlias

Tags: TypeAlias = list[Any]
