"""How a value that has parts is written (OpenAPI 3.1, section 4.8.12.3; RFC 6570)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from .wire import Tree, to_tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from .operation import Style

# RFC 3986, section 2.2, without `#`, `&` and `+`, which would change what the rest of
# a query means.
_RESERVED: Final = ":/?[]@!$'()*,;="


class Form(NamedTuple):
    """A style, taken apart.

    Attributes:
        name: The style without its marks.
        explode: Whether parts are repeated rather than joined.
        safe: Characters that stay as they are, beside the unreserved ones.
    """

    name: str
    explode: bool
    safe: str

    def encode(self, text: str) -> str:
        """Return text percent-encoded, or as it is in the style `cookie`.

        Raises:
            ValueError: It cannot stand in a cookie.
        """
        if text.isascii() and text.isalnum():
            return text  # as most are; quote() takes ten times as long
        if self.name != "cookie":
            return quote(text, safe=self.safe)
        if not text.isascii() or not text.isprintable() or ";" in text:
            raise ValueError("a character that cannot stand in a cookie")
        return text


@cache
def parse_style(style: Style) -> Form:
    """Take a style apart."""
    return Form(
        name=style.removeprefix("+").removesuffix("*"),
        explode=style.endswith("*"),
        safe=_RESERVED if style.startswith("+") else "",
    )


def to_styled_tree(value: object, form: Form) -> Tree:
    """Return a value as a tree; one that travels as JSON is a single text.

    Raises:
        TypeError: A value cannot be sent.
        ValueError: A number is not finite.
    """
    return _to_json_text(value) if form.name == "json" else to_tree(value)


def to_flat_text(tree: Tree) -> str:
    """Return the text of a part; one that has parts of its own travels as JSON."""
    if tree is None or isinstance(tree, str):
        return tree or ""
    return _to_json_text(tree)


def _to_json_text(value: object) -> str:
    from .jsontext import to_json_text  # few parameters need it

    return to_json_text(value)


def flatten(
    tree: list[Tree] | dict[str, Tree], encode: Callable[[str], str], *, explode: bool
) -> list[str]:
    """Return the parts of a list or object, in order.

    Args:
        tree: The list or object.
        encode: How the text of a part is written.
        explode: Whether a key and its value are one part, with `=` between them.
    """
    if isinstance(tree, list):
        return [encode(to_flat_text(item)) for item in tree]
    pairs = [(encode(key), encode(to_flat_text(item))) for key, item in tree.items()]
    if explode:
        return [f"{key}={text}" for key, text in pairs]
    return [text for pair in pairs for text in pair]
