"""Changes of methods."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..report.changes import Change, Impact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .surface import Argument, Method, Surface
    from .types import Types

_BREAKING: Final = Impact.BREAKING
_COMPATIBLE: Final = Impact.COMPATIBLE
_OMIT: Final = " | Omit"
_ANY_RESULT: Final = "None"
"""Type of a result that callers cannot use, so that any other type can replace it."""


def compare_methods(old: Surface, new: Surface, types: Types) -> Iterator[Change]:
    """Yield the changes of methods that signatures show."""
    calls = {method.route: call for call, method in reversed(new.methods.items())}
    for call, method in old.methods.items():
        other = new.methods.get(call)
        subject = f"client.{call}"
        if other is not None:
            yield from _Pair(subject, method, other, types).changes()
            continue
        now = calls.get(method.route)
        message = f"method is now `client.{now}`" if now else "method is removed"
        yield Change(
            "removed-method",
            _BREAKING,
            subject,
            message,
            signature(call, method),
            pointer=method.pointer,
        )
    for call, method in new.methods.items():
        if call not in old.methods:
            yield Change(
                "added-method",
                _COMPATIBLE,
                f"client.{call}",
                "method is new",
                new=signature(call, method),
                pointer=method.pointer,
            )


def compare_requests(old: Surface, new: Surface) -> Iterator[Change]:
    """Yield the changes of requests and responses that no signature shows."""
    for call, method in old.methods.items():
        other = new.methods.get(call)
        if other is None:
            continue
        before = {"pages": method.pages, **method.sent}
        after = {"pages": other.pages, **other.sent}
        for name in dict.fromkeys([*before, *after]):
            was, now = before.get(name, ""), after.get(name, "")
            if was != now:
                yield Change(
                    "changed-request",
                    Impact.INTERNAL,
                    f"client.{call}",
                    f"{name} changed" if was and now else f"{name} {_verb(was)}",
                    was,
                    now,
                    other.pointer,
                )


def _verb(was: str) -> str:
    return "removed" if was else "added"


def signature(call: str, method: Method) -> str:
    """Return the signature of a method as source."""
    keywords = [_declare(item) for item in method.keywords]
    arguments = [*map(_declare, method.positional), *(["*"] if keywords else [])]
    return f"{call}({', '.join([*arguments, *keywords])}) -> {method.returns}"


def _declare(argument: Argument) -> str:
    default = f" = {argument.default}" if argument.default else ""
    return f"{argument.name}: {argument.type}{default}"


class _Pair(Struct, frozen=True):
    """A method of both clients."""

    subject: str
    old: Method
    new: Method
    types: Types

    def changes(self) -> Iterator[Change]:
        if _shape(self.old.route) != _shape(self.new.route):
            yield self._change(
                "changed-route",
                _BREAKING,
                "method sends another request",
                self.old.route,
                self.new.route,
            )
        yield from self._positions()
        before = {
            item.name: item for item in (*self.old.positional, *self.old.keywords)
        }
        after = {item.name: item for item in (*self.new.positional, *self.new.keywords)}
        for name, argument in before.items():
            if name in after:
                yield from self._argument(argument, after[name])
            else:
                yield self._change(
                    "removed-argument",
                    _BREAKING,
                    f"argument `{name}` is removed",
                    _declare(argument),
                )
        for name, argument in after.items():
            if name not in before:
                yield self._added(argument)
        yield from self._result()
        if self.new.deprecated and not self.old.deprecated:
            message = "method is deprecated"
            yield self._change("deprecated-method", _COMPATIBLE, message)

    def _change(
        self, rule: str, impact: Impact, message: str, old: str = "", new: str = ""
    ) -> Change:
        return Change(rule, impact, self.subject, message, old, new, self.new.pointer)

    def _positions(self) -> Iterator[Change]:
        old = [item.name for item in self.old.positional]
        new = [item.name for item in self.new.positional]
        if new[: len(old)] != old and set(old) <= _names(self.new):
            yield self._change(
                "changed-positions",
                _BREAKING,
                "positional arguments have changed",
                _listed(old),
                _listed(new),
            )

    def _added(self, argument: Argument) -> Change:
        required = not argument.default
        return self._change(
            "added-required-argument" if required else "added-argument",
            _BREAKING if required else _COMPATIBLE,
            f"{'required ' if required else ''}argument `{argument.name}` is new",
            new=_declare(argument),
        )

    def _argument(self, old: Argument, new: Argument) -> Iterator[Change]:
        shown = (_declare(old), _declare(new))
        if bool(old.default) != bool(new.default):
            required = not new.default
            yield self._change(
                "required-argument" if required else "optional-argument",
                _BREAKING if required else _COMPATIBLE,
                f"argument `{old.name}` is {'required' if required else 'optional'}",
                *shown,
            )
        elif old.default != new.default:
            yield self._change(
                "changed-default",
                _COMPATIBLE,
                f"default of argument `{old.name}` changed",
                *shown,
            )
        # Whether it can be omitted was compared above.
        before, after = (item.type.removesuffix(_OMIT) for item in (old, new))
        if before == after:
            return
        if not self.types.accepts(before, after):
            yield self._change(
                "narrowed-argument",
                _BREAKING,
                f"argument `{old.name}` accepts other values",
                *shown,
            )
        elif not self.types.accepts(after, before):
            yield self._change(
                "widened-argument",
                _COMPATIBLE,
                f"argument `{old.name}` accepts more values",
                *shown,
            )

    def _result(self) -> Iterator[Change]:
        old, new = self.old.returns, self.new.returns
        if old == new:
            return
        if old == _ANY_RESULT or self.types.returns_within(old, new):
            yield self._change(
                "narrowed-result", _COMPATIBLE, "result is more precise", old, new
            )
        else:
            yield self._change(
                "changed-result", _BREAKING, "result has another type", old, new
            )


def _shape(route: str) -> str:
    """Return a route without the names of its placeholders."""
    return re.sub(r"\{[^{}]*\}", "{}", route)


def _names(method: Method) -> set[str]:
    return {item.name for item in (*method.positional, *method.keywords)}


def _listed(names: Sequence[str]) -> str:
    return f"({', '.join(names)})"
