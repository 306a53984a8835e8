"""Response models of the API: `Note`."""

from __future__ import annotations

from typing_extensions import TypeAliasType

Note = TypeAliasType("Note", "str | list[Note] | dict[str, Note]")
"""Text, or notes by topic."""
