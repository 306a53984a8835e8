"""Query parameters, form properties and cookies as `name=value` pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .style import Form, flatten, parse_style, to_styled_tree

if TYPE_CHECKING:

    from .operation import Style
    from .wire import Tree

COOKIE_OCTETS: Final = "!#$%&'()*+./:<=>?@[]^`{|}"
"""What a cookie may hold as it is (RFC 6265, section 4.1.1). Few servers decode the
values of cookies, so that a token had better arrive as it was given."""

# Percent-encoded, because no URL may hold them as they are; the comma may.
_DELIMITERS: Final = {
    "spaceDelimited": "%20",
    "pipeDelimited": "%7C",
    "tabDelimited": "%09",
}


def encode_pairs(
    name: str, value: object, style: Style = "form*", safe: str = ""
) -> list[str]:
    """Return a parameter as percent-encoded `name=value` pairs.

    Null is an empty value; an empty list or object is nothing at all. Objects inside of
    other values use brackets, `name[key]=value`. So do lists there, `name[key][]=value`,
    numbered when they hold more than scalars, `name[key][0][sub]=value`: no
    specification says how, and this is what most servers read.

    Args:
        name: The wire name.
        value: The value.
        style: How its parts are written.
        safe: Characters that stay as they are, beside the unreserved ones.

    Raises:
        TypeError: A value cannot be sent.
        ValueError: A number is not finite.
    """
    form = parse_style(style)
    if safe:
        form = form._replace(safe=safe)
    tree = to_styled_tree(value, form)
    key = form.encode(name)
    if tree is None or isinstance(tree, str) or form.name == "deepObject":
        return _encode_deep(key, tree, form)
    if not form.explode:
        parts = flatten(tree, form.encode, explode=False)
        return [f"{key}={_DELIMITERS.get(form.name, ',').join(parts)}"] if parts else []
    if isinstance(tree, list):
        return _encode_each(key, tree, form)
    pairs: list[str] = []
    for property_name, item in tree.items():
        # A list that is a property is written like a list of its own.
        items: list[Tree] = item if isinstance(item, list) else [item]
        pairs += _encode_each(form.encode(property_name), items, form)
    return pairs


def _encode_each(key: str, tree: list[Tree], form: Form) -> list[str]:
    return [pair for item in tree for pair in _encode_deep(key, item, form)]


def _encode_deep(key: str, tree: Tree, form: Form) -> list[str]:
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
