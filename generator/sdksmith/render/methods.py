"""Operations as source: constant, signature and call, each on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..text.pysource import (
    Code,
    code,
    join,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..plan.package import (
        ArgumentView,
        EntryView,
        MethodView,
        PassView,
    )
    from .classes import CallingClass

_OPTIONS: Final = Code("options")


def operation(method: MethodView) -> Code:
    """Return the statement that defines the constant of an operation."""
    arguments = [method.http_method, method.path]
    arguments += [
        code("{k}={v}", k=item.key, v=item.value) for item in method.operation
    ]
    return code(
        "{constant}: {kind}[{types}] = {kind}({arguments})",
        constant=method.constant,
        kind=method.operation_class,
        types=method.operation_types or method.returns,
        arguments=join(", ", arguments),
    )


def signature(method: MethodView, owner: CallingClass) -> Code:
    """Return the `def` line of a method, including the colon."""
    return code(
        "{head}def {name}({parameters}) -> {returns}:",
        head=Code("async " if _is_coroutine(method, owner) else ""),
        name=method.name,
        parameters=join(", ", _parameters(method)),
        returns=(_async_returns(method) if owner.is_async else None) or method.returns,
    )


def _async_returns(method: MethodView) -> Code | None:
    return method.async_returns or method.awaited_returns


def _is_coroutine(method: MethodView, owner: CallingClass) -> bool:
    return owner.is_async and method.async_returns is None


def _parameters(method: MethodView) -> Iterator[Code]:
    yield Code("self")
    yield from map(parameter, method.positional)
    if method.keywords:
        yield Code("*")
        yield from map(parameter, method.keywords)


def parameter(argument: ArgumentView) -> Code:
    """Return the source of an argument in a signature."""
    if argument.default is None:
        return code("{n}: {a}", n=argument.name, a=argument.annotation)
    return code(
        "{n}: {a} = {d}",
        n=argument.name,
        a=argument.annotation,
        d=argument.default,
    )


def request(method: MethodView, owner: CallingClass) -> Code:
    """Return the only statement of a method, which sends the request."""
    passed = [method.constant, *map(_pass, method.passes)]
    takes_options = any(item.name == _OPTIONS for item in method.keywords)
    if takes_options and all(item.name != _OPTIONS for item in method.passes):
        passed.append(Code("options=options"))
    return code(
        "return {head}{sender}.{call}({passed})",
        head=Code("await " if _is_coroutine(method, owner) else ""),
        sender=owner.sender,
        call=method.call,
        passed=join(", ", passed),
    )


def _pass(view: PassView) -> Code:
    value = _display(view.entries) if view.value is None else view.value
    return code("{name}={value}", name=view.name, value=value)


def _display(entries: tuple[EntryView, ...]) -> Code:
    items = [code("{k}: {v}", k=item.key, v=item.value) for item in entries]
    return code("{{{items}}}", items=join(", ", items))
