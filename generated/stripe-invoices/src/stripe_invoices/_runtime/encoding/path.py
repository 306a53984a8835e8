"""Expansion of path templates."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeGuard
from urllib.parse import quote, unquote

from ..omission import omit
from ..request.url import SENSITIVE_SEGMENT
from .styles import PATH_STYLES, ParsedStyle, flatten, parse_style, to_styled_tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .styles import Style
    from .values import StringTree

# Characters that a path may contain unescaped (RFC 3986, section 3.3), and `%`, because
# templates may contain escapes already.
_PATH_SAFE: Final = "/:@!$&'()*+,;=%"

# Characters kept in values with `allowReserved`, whose slashes separate segments
# (OpenAPI 3.2, section 4.12.2.2).
_RESERVED: Final = ":/[]@!$'()*,;="


_EMPTY: Final[tuple[object, ...]] = ("", [], {}, [""])


class _Placeholder(str):
    """Name of a placeholder."""

    __slots__ = ()


class _Segment(NamedTuple):
    """Segment with placeholders.

    Attributes:
        pieces: Placeholders and the percent-encoded text between them.
        only: Name of the placeholder, if the segment consists of one; else empty.
        is_filled: Whether the segment contains text next to the placeholders.
    """

    pieces: tuple[str, ...]
    only: str
    is_filled: bool

    @property
    def names(self) -> list[str]:
        """Names of the placeholders."""
        return [str(piece) for piece in self.pieces if isinstance(piece, _Placeholder)]


@lru_cache(maxsize=1024)
def _parse(template: str) -> tuple[str | _Segment, ...]:
    """Split a template into segments, and those with placeholders into parts."""
    segments: list[str | _Segment] = []
    for segment in _split(template):
        texts = re.split(r"\{([^{}]+)\}", segment)
        pieces = [
            _Placeholder(text) if index % 2 else quote(text, safe=_PATH_SAFE)
            for index, text in enumerate(texts)
        ]
        if len(texts) == 1:
            segments.append(pieces[0])
            continue
        filled = [piece for piece in pieces if piece]
        is_filled = any(not isinstance(piece, _Placeholder) for piece in filled)
        only = str(filled[0]) if len(filled) == 1 else ""
        segments.append(_Segment(tuple(filled), only, is_filled))
    return tuple(segments)


def _split(template: str) -> list[str]:
    # A slash in the name of a placeholder does not end the segment.
    return re.findall(r"(?:^|/)((?:\{[^{}]+\}|[^/])*)", template)


def expand_path(
    template: str, values: Mapping[str, object], styles: Mapping[str, Style]
) -> str:
    """Return the percent-encoded path of a call.

    A value cannot leave its segment, unless its style allows reserved characters:
    slashes are encoded. Values that result in a dot segment are rejected, including
    those that do so only if a server decodes them twice. So are values that result in
    an empty segment; next to other text, a value can be empty.

    Args:
        template: Path template with the placeholders of the API document.
        values: Values by placeholder.
        styles: Styles by placeholder, for those that are not `simple`.

    Raises:
        TypeError: If a value cannot be converted to a string.
        ValueError: If a value is missing, is empty, or results in a dot segment.
    """
    return "/".join(
        [
            (
                segment
                if isinstance(segment, str)
                else _expand_segment(segment, values, styles)
            )
            for segment in _parse(template)
        ]
    )


def find_secrets(
    template: str, values: Mapping[str, object], styles: Mapping[str, Style]
) -> tuple[str, ...]:
    """Return the parts of an expanded path that are credentials.

    A value is a credential if the name of its placeholder indicates one, such as
    `token`.
    """
    names = _find_secret_names(template)
    return (
        tuple([_expand(name, values[name], styles) for name in names]) if names else ()
    )


@lru_cache(maxsize=1024)
def _find_secret_names(template: str) -> tuple[str, ...]:
    return tuple(
        name
        for segment in _parse(template)
        if not isinstance(segment, str)
        for name in segment.names
        if re.search(SENSITIVE_SEGMENT, name)
    )


def _expand_segment(
    parsed: _Segment, values: Mapping[str, object], styles: Mapping[str, Style]
) -> str:
    pieces, only, is_filled = parsed
    if only and only not in styles and _is_plain(value := values.get(only)):
        return value
    segment = "".join(
        [
            (
                _expand(piece, values.get(piece, omit), styles, allow_empty=is_filled)
                if isinstance(piece, _Placeholder)
                else piece
            )
            for piece in pieces
        ]
    )
    # A dot segment contains a dot, which may be encoded.
    if "." not in segment and "%" not in segment:
        return segment
    decoded = unquote(unquote(segment))
    if not {".", ".."}.isdisjoint(re.split(r"[/\\]", decoded)):
        names = " and ".join(repr(name) for name in parsed.names)
        raise ValueError(
            f"Invalid value of path parameter {names}: "
            f"the dot segment in {decoded!r} would change the requested path."
        )
    return segment


def _is_plain(value: object) -> TypeGuard[str]:
    """Return whether a value is a string that is sent as it is, like most identifiers.

    The steps for other values take ten times as long.
    """
    return (
        type(value) is str
        and value.isascii()
        and value.replace("-", "").replace("_", "").isalnum()
    )


def _expand(
    name: str,
    value: object,
    styles: Mapping[str, Style],
    *,
    allow_empty: bool = True,
) -> str:
    if value is omit or value is None:
        raise ValueError(f"Path parameter {name!r} is missing.")
    form = parse_style(styles.get(name, "simple"), PATH_STYLES)
    if form.safe:
        form = form._replace(safe=_RESERVED)
    try:
        tree = to_styled_tree(value, form)
    except TypeError as error:
        raise TypeError(f"Invalid value of path parameter {name!r}: {error}.") from None
    is_named = form.name == "matrix" and tree in ("", [""])
    if tree is None or (tree in _EMPTY and not allow_empty and not is_named):
        raise ValueError(f"Path parameter {name!r} must not be empty.")
    if form.name == "matrix":
        return _expand_matrix(form.encode(name), tree, form)
    prefix = "." if form.name == "label" else ""
    if isinstance(tree, str):
        return prefix + form.encode(tree)
    separator = "." if prefix and form.explode else ","
    return prefix + separator.join(flatten(tree, form.encode, explode=form.explode))


def _expand_matrix(
    key: str, tree: str | list[StringTree] | dict[str, StringTree], form: ParsedStyle
) -> str:
    # A name without a value has no equals sign (RFC 6570, section 3.2.7).
    if isinstance(tree, str):
        return f";{key}={form.encode(tree)}" if tree else f";{key}"
    if not tree:
        return ""
    if not form.explode:
        values = ",".join(flatten(tree, form.encode, explode=False))
        return f";{key}={values}" if values else f";{key}"
    parts = flatten(tree, form.encode, explode=True)
    if isinstance(tree, list):
        parts = [f"{key}={part}" if part else key for part in parts]
    return "".join(f";{part}" for part in parts)
