"""Operations as source: constant, signature and call, each on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..plan.expressions import Generic, Keyword
from ..text.pysource import Code, code, join, literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..plan.expressions import Expression
    from ..plan.package import ArgumentView, MethodView
    from .classes import CallingClass
    from .source.expressions import SourceWriter
    from .source.names import ModuleNames

_OPTIONS: Final = "options"


def operation(method: MethodView, names: ModuleNames) -> Code:
    """Return the statement that defines the constant of an operation."""
    types = method.operation_types or (method.returns,)
    arguments = (literal(method.http_method), literal(method.path))
    return code(
        "{constant}: {annotation} = {call}",
        constant=method.constant,
        annotation=names.inner.write(Generic(method.operation_class, types)),
        call=names.outer.call(
            names.outer.write(method.operation_class), arguments, method.operation
        ),
    )


def signature(method: MethodView, owner: CallingClass, names: ModuleNames) -> Code:
    """Return the `def` line of a method, including the colon."""
    returns = (_async_returns(method) if owner.is_async else None) or method.returns
    return code(
        "{head}def {name}({parameters}) -> {returns}:",
        head=Code("async " if _is_coroutine(method, owner) else ""),
        name=method.name,
        parameters=join(", ", _parameters(method, names.inner)),
        returns=names.inner.write(returns),
    )


def _async_returns(method: MethodView) -> Expression | None:
    return method.async_returns or method.awaited_returns


def _is_coroutine(method: MethodView, owner: CallingClass) -> bool:
    return owner.is_async and method.async_returns is None


def _parameters(method: MethodView, writer: SourceWriter) -> Iterator[Code]:
    yield Code("self")
    yield from (parameter(item, writer) for item in method.positional)
    if method.keywords:
        yield Code("*")
        yield from (parameter(item, writer) for item in method.keywords)


def parameter(argument: ArgumentView, writer: SourceWriter) -> Code:
    """Return the source of an argument in a signature."""
    annotation = writer.write(argument.annotation)
    if argument.default is None:
        return code("{n}: {a}", n=argument.name, a=annotation)
    return code(
        "{n}: {a} = {d}",
        n=argument.name,
        a=annotation,
        d=writer.write(argument.default),
    )


def request(method: MethodView, owner: CallingClass, names: ModuleNames) -> Code:
    """Return the only statement of a method, which sends the request."""
    passed = list(method.passed)
    takes_options = any(item.name == _OPTIONS for item in method.keywords)
    if takes_options and all(item.name != _OPTIONS for item in passed):
        passed.append(Keyword(_OPTIONS, Code("options")))
    send = code("{sender}.{call}", sender=owner.sender, call=method.call)
    return code(
        "return {head}{call}",
        head=Code("await " if _is_coroutine(method, owner) else ""),
        call=names.outer.call(send, (method.constant,), passed),
    )
