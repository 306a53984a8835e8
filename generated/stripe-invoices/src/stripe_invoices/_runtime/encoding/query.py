"""Query parameters, form properties and cookies as `name=value` pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .styles import PAIR_STYLES, ParsedStyle, flatten, parse_style, to_styled_tree

if TYPE_CHECKING:

    from .styles import Style
    from .values import StringTree

COOKIE_OCTETS: Final = "!#$%&'()*+./:<=>?@[]^`{|}"
"""Characters that cookies may contain unescaped (RFC 6265, section 4.1.1).

They are not percent-encoded, because few servers decode the values of cookies: a token
must arrive unchanged."""

# Percent-encoded, because URLs must not contain these characters. The comma is allowed.
_DELIMITERS: Final = {
    "form": ",",
    "cookie": ",",
    "spaceDelimited": "%20",
    "pipeDelimited": "%7C",
    "tabDelimited": "%09",
}


def encode_pairs(
    name: str, value: object, style: Style = "form*", safe: str = ""
) -> list[str]:
    """Return a parameter as percent-encoded `name=value` pairs.

    None, an empty list and an empty object result in no pair. Nested objects use brackets: `name[key]=value`. Nested lists do as well:
    `name[key][]=value`, or with an index if they contain lists or objects:
    `name[key][0][sub]=value`. No specification defines this format; it is the one that
    most servers understand.

    Args:
        name: Name of the parameter.
        value: Value of the parameter.
        style: Serialization style.
        safe: Characters that are not encoded, in addition to the unreserved ones.
            Replaces those of the style unless empty.

    Raises:
        TypeError: If a value has a type that cannot be sent.
        ValueError: If the style is unknown, if a number is not finite, if a datetime
            has no offset, if an item contains the delimiter of its style, or if a
            character is not allowed in cookies and the style is `cookie`.
    """
    form = parse_style(style, PAIR_STYLES)
    if safe:
        form = form._replace(safe=safe)
    tree = to_styled_tree(value, form)
    key = form.encode(name)
    if tree is None:
        return []
    if isinstance(tree, str) or form.name == "deepObject":
        return _encode_deep(key, tree, form)
    if not form.explode:
        delimiter = _DELIMITERS[form.name]
        parts = flatten(tree, form.joined(delimiter).encode, explode=False)
        return [f"{key}={delimiter.join(parts)}"] if parts else []
    if isinstance(tree, list):
        return _encode_each(key, tree, form)
    pairs: list[str] = []
    for property_name, item in tree.items():
        # A list that is the value of a property is encoded like a separate parameter.
        items: list[StringTree] = item if isinstance(item, list) else [item]
        pairs += _encode_each(form.encode(property_name), items, form)
    return pairs


def _encode_each(key: str, tree: list[StringTree], form: ParsedStyle) -> list[str]:
    return [pair for item in tree for pair in _encode_deep(key, item, form)]


def _encode_deep(key: str, tree: StringTree, form: ParsedStyle) -> list[str]:
    if tree is None or isinstance(tree, str):
        return [f"{key}={form.encode(tree or '')}"]
    if isinstance(tree, dict):
        inner = [(form.encode(name), item) for name, item in tree.items()]
    elif any(isinstance(item, list | dict) for item in tree):
        inner = [(str(index), item) for index, item in enumerate(tree)]
    else:
        inner = [("", item) for item in tree]
    return [
        pair
        for name, item in inner
        for pair in _encode_deep(f"{key}%5B{name}%5D", item, form)
    ]
