"""Serialization styles of parameters (OpenAPI 3.1, section 4.8.12.3; RFC 6570)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias
from urllib.parse import quote, unquote

from .values import StringTree, to_string_tree

if TYPE_CHECKING:
    from collections.abc import Callable


# RFC 3986, section 2.2, without `#`, `&` and `+`, which would change the meaning of the
# rest of the query.
_RESERVED: Final = ":/?[]@!$'()*,;="


Style: TypeAlias = str
"""Serialization style of a parameter (OpenAPI 3.1, section 4.8.12.3).

Either `json` or one of `simple`, `label`, `matrix`, `form`, `spaceDelimited`,
`pipeDelimited`, `tabDelimited`, `deepObject` and `cookie`. The suffix `*` means
`explode: true`. The prefix `+` means `allowReserved: true`: reserved characters are not
percent-encoded."""

PATH_STYLES: Final = frozenset({"simple", "label", "matrix", "json"})
"""Styles of path parameters."""

PAIR_STYLES: Final = frozenset(
    {"form", "spaceDelimited", "pipeDelimited", "tabDelimited", "deepObject"}
    | {"cookie", "json"}
)
"""Styles of query parameters, cookies and form properties."""

HEADER_STYLES: Final = frozenset({"simple", "json"})
"""Styles of headers."""


class ParsedStyle(NamedTuple):
    """A parsed style.

    Attributes:
        name: Name of the style, without its prefix and suffix.
        explode: Whether each item becomes a separate part rather than being joined.
        safe: Characters that are not encoded, in addition to the unreserved ones.
        refused: Character that is the delimiter of the style, and that a server could
            not tell from one of an item; empty for none.
    """

    name: str
    explode: bool
    safe: str
    refused: str = ""

    def joined(self, delimiter: str) -> ParsedStyle:
        """Return the style of items that are joined with a delimiter.

        A comma in an item is percent-encoded. Other delimiters are percent-encoded
        themselves, so that an item must not contain them.
        """
        if delimiter.startswith("%"):
            return self._replace(refused=unquote(delimiter))
        refused = delimiter if self.name == "cookie" else ""
        return self._replace(safe=self.safe.replace(delimiter, ""), refused=refused)

    def encode(self, text: str) -> str:
        """Return a string percent-encoded, or unchanged if the style is `cookie`.

        Raises:
            ValueError: If the string contains the delimiter of its style, or a
                character that is not allowed in cookies and the style is `cookie`.
        """
        if text.isascii() and text.isalnum():
            return text  # the common case; quote() takes ten times as long
        if self.refused and self.refused in text:
            raise ValueError(
                f"the item {text!r} contains {self.refused!r}, which separates items"
            )
        if self.name != "cookie":
            return quote(text, safe=self.safe)
        if not text.isascii() or not text.isprintable() or ";" in text:
            raise ValueError("contains a character that is not allowed in cookies")
        return text


@cache
def parse_style(style: Style, known: frozenset[str]) -> ParsedStyle:
    """Return the parsed form of a style.

    Args:
        style: The style, with its prefix and suffix.
        known: Names of the styles that the location of the parameter supports.

    Raises:
        ValueError: If the style is not one of them.
    """
    name = style.removeprefix("+").removesuffix("*")
    if name not in known:
        expected = ", ".join(sorted(known))
        raise ValueError(f"unknown style {style!r}, expected one of: {expected}")
    return ParsedStyle(
        name=name,
        explode=style.endswith("*"),
        safe=_RESERVED if style.startswith("+") else "",
    )


def to_styled_tree(value: object, form: ParsedStyle) -> StringTree:
    """Return a value as a tree of strings. In the style `json`, it is a single string.

    Raises:
        TypeError: If a value has a type that cannot be sent.
        ValueError: If a number is not finite.
    """
    return _to_json_text(value) if form.name == "json" else to_string_tree(value)


def encode_flat(tree: StringTree) -> str:
    """Return a part as a string. Lists and objects are encoded as JSON."""
    if tree is None or isinstance(tree, str):
        return tree or ""
    return _to_json_text(tree)


def _to_json_text(value: object) -> str:
    from .json import encode_json  # rarely needed, so imported on demand

    return encode_json(value)


def flatten(
    tree: list[StringTree] | dict[str, StringTree],
    encode: Callable[[str], str],
    *,
    explode: bool,
) -> list[str]:
    """Return the encoded parts of a list or object, in order.

    Args:
        tree: The list or object.
        encode: Function that encodes the string of a part.
        explode: Whether a key and its value form one part, joined with `=`.
    """
    if isinstance(tree, list):
        return [encode(encode_flat(item)) for item in tree]
    pairs = [(encode(key), encode(encode_flat(item))) for key, item in tree.items()]
    if explode:
        return [f"{key}={text}" for key, text in pairs]
    return [text for pair in pairs for text in pair]
