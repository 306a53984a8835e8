"""Tokens of Markdown as markdown-it parses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator

PARAGRAPH = {
    "paragraph_open",
    "paragraph_close",
    "inline",
    "text",
    "text_special",
    "code_inline",
    "softbreak",
}


def token_types(markdown: str) -> set[str]:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(f"{markdown}")
    return {token.type for token in all_tokens(tokens)}


def all_tokens(tokens: list[Any]) -> Iterator[Any]:
    for token in tokens:
        yield token
        yield from all_tokens(token.children or [])
