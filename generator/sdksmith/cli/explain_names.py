"""Explanations of the names of methods, arguments and types: the rules that chose them."""

from __future__ import annotations

import ast
import difflib
import textwrap
from typing import TYPE_CHECKING, Final

from ..model.types import Choice
from ..plan.content.paths import path_text
from ..plan.content.twins import describe_twins, find_twins, without_twins
from ..plan.expressions import DictDisplay
from ..plan.naming.dotted import open_spanning_slots
from ..plan.naming.fields import property_names
from ..plan.naming.resources import CALL, build_tree
from ..plan.naming.rules import (
    ARGUMENT_NAME,
    EXACT_ARGUMENT,
    LONGER_ARGUMENT,
    NamingRule,
)
from ..plan.operations.variants import add_variants, api_with_variants
from ..plan.types.library import plan_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.api import Api, Operation
    from ..model.released_names import ReleasedNames
    from ..model.types import TypeMeta
    from ..plan.naming.resources import NamedOperation
    from ..plan.package import MethodView, Package

    _Argument = tuple[str, str, str]

_WIDTH: Final = 88
_INDENT: Final = "    "


_PARAM_SUFFIX: Final = NamingRule(
    "param-suffix",
    "The type of an argument has the suffix `Param`, because `models` may contain the type "
    "of the same schema in responses.",
    "Invoice -> InvoiceParam",
)


class UnknownNameError(Exception):
    """Raised if an API has no operation and no type with a name."""


def explain_name(
    api: Api, package: Package, name: str, released: ReleasedNames | None = None
) -> str:
    """Return the rules that chose the names of an operation or a type, as text.

    Args:
        api: The API.
        package: The plan of its client.
        name: The operation as `GET /path`, by its operationId, or as a call of the client:
            `client.orders.list`. A type by its class, as `models.Order` or `Order`, or by
            its name in the document.
        released: The names that the package keeps.

    Raises:
        UnknownNameError: If the API has no such operation or type.
    """
    wanted = " ".join(name.split()).removesuffix("()")
    known: dict[str, list[str]] = {}
    twins = find_twins(api)
    api = without_twins(api, twins)
    for keys, text in _types(api, released):
        for key in keys:
            known.setdefault(key, []).append(text)
    methods = {method.pointer: method for method in package.methods}
    for call, item in _calls(api, released):
        method = methods.get(item.operation.pointer)
        text = _explain(call, item, list(_arguments(method)) if method else [])
        keys = {call, _route(item.operation), item.operation.id}
        for key in keys - {""}:
            known.setdefault(key, []).append(text)
    for pair in twins:
        texts = [f"{describe_twins(pair)}\n", *known[_route(pair.kept)]]
        for key in {_route(pair.other), pair.other.id} - {""}:
            known.setdefault(key, []).extend(texts)
    if wanted not in known:
        near = difflib.get_close_matches(wanted, known, n=3)
        hint = f"; similar: {', '.join(f'`{key}`' for key in near)}" if near else ""
        raise UnknownNameError(f"document has no operation or type `{name}`{hint}")
    return "\n".join(known[wanted])


def _types(api: Api, released: ReleasedNames | None) -> Iterator[tuple[set[str], str]]:
    """Yield the names of each type, with its explanation."""
    tree = build_tree(open_spanning_slots(api), released)
    tree = add_variants(api, tree, released)
    names = plan_library(api_with_variants(api, tree), tree, released).names
    for folder, named in (("models", names.models), ("params", names.params)):
        for type_id, name in named.items():
            meta = api.types[type_id].meta
            rules = names.rules[type_id]
            if folder == "params" and not isinstance(api.types[type_id], Choice):
                rules = (*rules, _PARAM_SUFFIX)
            keys = {f"{folder}.{name}", name}
            if meta.name is not None:
                keys.add(meta.name)
            yield keys, _explain_type(f"{folder}.{name}", meta, rules)


def _explain_type(shown: str, meta: TypeMeta, rules: Sequence[NamingRule]) -> str:
    lines = [f"{shown}: {meta.pointer}", ""]
    for rule in rules:
        lines += _describe(rule)
    advice = (
        "To use another name, rename the component in the document."
        if meta.name is not None
        else "To use another name, make the schema a component with that name."
    )
    return "\n".join([*lines, "", advice, ""])


def _calls(
    api: Api, released: ReleasedNames | None
) -> Iterator[tuple[str, NamedOperation]]:
    for node in build_tree(open_spanning_slots(api), released).walk():
        for item in node.operations:
            yield ".".join(("client", *node.chain, item.name)), item
        if node.call:
            yield ".".join(("client", *node.chain)), node.call


def _route(operation: Operation) -> str:
    return f"{operation.method} {path_text(operation.path)}"


def _explain(call: str, item: NamedOperation, arguments: Sequence[_Argument]) -> str:
    operation = item.operation
    source = f" ({operation.id})" if operation.id else ""
    lines = [f"{call}: {_route(operation)}{source}", ""]
    for rule in item.rules:
        lines += _describe(rule)
    if arguments:
        lines += ["", "Arguments:", ""]
    for name, place, wire in arguments:
        rule = _argument_rule(name, place, wire)
        lines.append(f"  {name}: {rule.name}, {place} `{wire}`")
    if item.name != CALL:
        lines += ["", "Setting that overrides the name:", "", f"{_INDENT}[names]"]
        path = _route(operation).replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'{_INDENT}"{path}" = "{call.removeprefix("client.")}"')
    return "\n".join([*lines, ""])


def _arguments(method: MethodView) -> Iterator[_Argument]:
    """Yield the arguments of a method that have a name in the document."""
    for keyword in method.passed:
        if isinstance(keyword.value, DictDisplay):
            for key, name in keyword.value.entries:
                yield str(name), str(keyword.name), str(ast.literal_eval(str(key)))


def _argument_rule(name: str, place: str, wire: str) -> NamingRule:
    if name == wire:
        return EXACT_ARGUMENT
    preferred = property_names(wire, place, avoided=())[0]
    return ARGUMENT_NAME if name == preferred else LONGER_ARGUMENT


def _describe(rule: NamingRule) -> list[str]:
    reason = textwrap.fill(
        rule.reason,
        _WIDTH,
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        break_on_hyphens=False,
    )
    examples = [f"{_INDENT}Example: {line}" for line in rule.example.splitlines()]
    return [f"  {rule.name}", reason, *examples]
