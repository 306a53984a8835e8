"""Explanations of the names of a client: the rules that chose them."""

from __future__ import annotations

import difflib
import textwrap
from typing import TYPE_CHECKING, Final

from ..model.api import Place
from ..plan.content.paths import path_text
from ..plan.naming.dotted import open_spanning_slots
from ..plan.naming.fields import property_names
from ..plan.naming.resources import CALL, build_tree
from ..plan.naming.rules import ARGUMENT_NAME, EXACT_ARGUMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.api import Api, Operation
    from ..plan.naming.resources import NamedOperation
    from ..plan.naming.rules import NamingRule

_WIDTH: Final = 88
_INDENT: Final = "    "


class UnknownNameError(Exception):
    """Raised if an API has no operation with a name."""


def explain_name(api: Api, name: str) -> str:
    """Return the rules that chose the names of an operation, as text.

    Args:
        api: The API.
        name: The operation as `GET /path`, by its operationId, or as a call of the client:
            `client.orders.list`.

    Raises:
        UnknownNameError: If the API has no such operation.
    """
    wanted = " ".join(name.split()).removesuffix("()")
    known: dict[str, list[str]] = {}
    for call, item in _calls(api):
        text = _explain(call, item)
        keys = {call, _route(item.operation), item.operation.id}
        for key in keys - {""}:
            known.setdefault(key, []).append(text)
    if wanted not in known:
        near = difflib.get_close_matches(wanted, known, n=3)
        hint = f"; similar: {', '.join(f'`{key}`' for key in near)}" if near else ""
        raise UnknownNameError(f"document has no operation `{name}`{hint}")
    return "\n".join(known[wanted])


def _calls(api: Api) -> Iterator[tuple[str, NamedOperation]]:
    for node in build_tree(open_spanning_slots(api)).walk():
        for item in node.operations:
            yield ".".join(("client", *node.chain, item.name)), item
        if node.call:
            yield ".".join(("client", *node.chain)), node.call


def _route(operation: Operation) -> str:
    return f"{operation.method} {path_text(operation.path)}"


def _explain(call: str, item: NamedOperation) -> str:
    operation = item.operation
    source = f" ({operation.id})" if operation.id else ""
    lines = [f"{call}: {_route(operation)}{source}", ""]
    for rule in item.rules:
        lines += _describe(rule)
    arguments = [
        p for p in operation.parameters if p.place in {Place.PATH, Place.QUERY}
    ]
    if arguments:
        lines += ["", "Arguments:", ""]
    for parameter in arguments:
        name = property_names(parameter.name, str(parameter.place), avoided=())[0]
        rule = EXACT_ARGUMENT if name == parameter.name else ARGUMENT_NAME
        lines.append(f"  {name}: {rule.name}, {parameter.place} `{parameter.name}`")
    if item.name != CALL:
        lines += ["", "Setting that overrides the name:", "", f"{_INDENT}[names]"]
        path = _route(operation).replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'{_INDENT}"{path}" = "{call.removeprefix("client.")}"')
    return "\n".join([*lines, ""])


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
