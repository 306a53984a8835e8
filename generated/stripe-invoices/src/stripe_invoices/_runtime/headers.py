"""The headers of a request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .omission import omit
from .style import flatten, parse_style, to_styled_tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .operation import Style

# RFC 9110, section 5.6.2.
_TOKEN: Final = frozenset(
    "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)


class HeaderSet:
    """Headers by name in any case; the last one set wins."""

    def __init__(self) -> None:
        self._entries: dict[str, tuple[str, str]] = {}

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._entries

    def get(self, name: str) -> str | None:
        """Return the value of a header, if it is there."""
        entry = self._entries.get(name.lower())
        return entry[1] if entry else None

    def set(self, name: str, value: object, style: Style = "simple") -> None:
        """Set a header, or take it away when the value is `omit`.

        Raises:
            TypeError: The value has no text.
            ValueError: The name or value cannot travel in a header.
        """
        if value is omit:
            self._entries.pop(name.lower(), None)
        else:
            self._entries[name.lower()] = (name, encode_header(name, value, style))

    def update(self, headers: Mapping[str, object]) -> None:
        """Set several headers."""
        for name, value in headers.items():
            self.set(name, value)

    def copy(self) -> HeaderSet:
        """Return a set of its own with the same headers."""
        made = HeaderSet()
        made._entries.update(self._entries)
        return made

    def has_any(self, names: frozenset[str]) -> bool:
        """Whether one of some names, in lower case, is there."""
        return not names.isdisjoint(self._entries)

    def items(self) -> list[tuple[str, str]]:
        """Return the headers as they are sent."""
        return list(self._entries.values())


def encode_header(name: str, value: object, style: Style = "simple") -> str:
    """Return the text of a header. Null is empty.

    Raises:
        TypeError: The value has no text.
        ValueError: The name or value cannot travel in a header. The message does not
            show the value, which may be a secret.
    """
    if not name or not _TOKEN.issuperset(name):
        raise ValueError(f"{name!r} cannot be the name of a header")
    # Nearly all are text already.
    is_text = type(value) is str and style == "simple"
    text = str(value) if is_text else _flatten_header(name, value, style)
    if not text.isascii():
        raise ValueError(f"header {name!r}: only ASCII characters can be sent")
    if not text.isprintable() and not text.replace("\t", "").isprintable():
        raise ValueError(f"header {name!r}: line breaks and control characters")
    return text.strip(" \t")


def _flatten_header(name: str, value: object, style: Style) -> str:
    form = parse_style(style)
    try:
        tree = to_styled_tree(value, form)
    except TypeError as error:
        raise TypeError(f"header {name!r}: {error}") from None
    if tree is None or isinstance(tree, str):
        return tree or ""
    return ",".join(flatten(tree, str, explode=form.explode))
