"""Sections of the changelog of a client."""

from __future__ import annotations

import re
from typing import Final

CHANGELOG_NAME: Final = "CHANGELOG.md"
_TITLE: Final = "# Changelog\n"
_SECTION: Final = re.compile(r"^## ", re.MULTILINE)
FIRST: Final = "First release.\n"


def add_section(text: str, version: str, content: str) -> str:
    """Return a changelog with a section for a version, the newest first.

    A changelog that has a section for the version is returned unchanged.

    Args:
        text: The changelog; empty if there is none.
        version: The version.
        content: Its changes, as Markdown.
    """
    heading = f"## {version}\n"
    if heading in text.splitlines(keepends=True):
        return text
    section = f"{heading}\n{content.strip()}\n"
    if not text.strip():
        return f"{_TITLE}\n{section}"
    match = _SECTION.search(text)
    if match is None:
        return f"{text.rstrip()}\n\n{section}"
    return f"{text[: match.start()]}{section}\n{text[match.start() :]}"
