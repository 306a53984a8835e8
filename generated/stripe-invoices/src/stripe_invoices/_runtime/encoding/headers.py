"""Request headers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..omission import omit
from .styles import HEADER_STYLES, flatten, parse_style, to_styled_tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .styles import Style

# RFC 9110, section 5.6.2.
_TOKEN: Final = frozenset(
    "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)


class HeaderSet:
    """Headers with case-insensitive names; the last value set for a name is sent."""

    __slots__ = ("_entries",)

    def __init__(self) -> None:
        self._entries: dict[str, tuple[str, str]] = {}

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._entries

    def get(self, name: str) -> str | None:
        """Return the value of a header, or None if it is not set."""
        entry = self._entries.get(name.lower())
        return entry[1] if entry else None

    def set(self, name: str, value: object, style: Style = "simple") -> None:
        """Set a header, or remove it if the value is None or `omit`.

        Raises:
            TypeError: If the value cannot be converted to a string.
            ValueError: If the name or value is not valid in a header.
        """
        if value is omit or value is None:
            self._entries.pop(name.lower(), None)
        else:
            self._entries[name.lower()] = (name, encode_header(name, value, style))

    def update(self, headers: Mapping[str, object]) -> None:
        """Set several headers."""
        for name, value in headers.items():
            self.set(name, value)

    def copy(self) -> HeaderSet:
        """Return an independent copy."""
        copied = HeaderSet()
        copied._entries = self._entries.copy()
        return copied

    def has_any(self, names: frozenset[str]) -> bool:
        """Return whether a header with one of the names, in lower case, is set."""
        return not names.isdisjoint(self._entries)

    def items(self) -> list[tuple[str, str]]:
        """Return names and values of the headers as they are sent."""
        return list(self._entries.values())


def encode_header(name: str, value: object, style: Style = "simple") -> str:
    """Return a value as the string that is sent in a header.

    Raises:
        TypeError: If the value cannot be converted to a string.
        ValueError: If the name or value is not valid in a header, or an item contains a
            comma. The message does not show the value, which may be a secret.
    """
    if not name or not _TOKEN.issuperset(name):
        raise ValueError(f"Invalid header name: {name!r}.")
    # Nearly all values are strings already.
    is_text = type(value) is str and style == "simple"
    text = str(value) if is_text else _flatten_header(name, value, style)
    if not text.isascii():
        raise ValueError(f"Header {name!r} contains characters that are not ASCII.")
    if not text.isprintable() and not text.replace("\t", "").isprintable():
        raise ValueError(f"Header {name!r} contains line breaks or control characters.")
    return text.strip(" \t")


def _flatten_header(name: str, value: object, style: Style) -> str:
    form = parse_style(style, HEADER_STYLES)
    try:
        tree = to_styled_tree(value, form)
    except (TypeError, ValueError) as error:
        kind = TypeError if isinstance(error, TypeError) else ValueError
        raise kind(f"Invalid value of header {name!r}: {error}.") from None
    if tree is None or isinstance(tree, str):
        return tree or ""

    def check(text: str) -> str:
        if "," in text:
            raise ValueError(f"An item of header {name!r} contains a comma.")
        return text

    return ",".join(flatten(tree, check, explode=form.explode))
