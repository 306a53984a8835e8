"""Changes of the client itself: constructor, servers, error codes, webhooks, requirements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..report.changes import Change, Impact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .surface import Surface
    from .types import Types

_BREAKING: Final = Impact.BREAKING
_COMPATIBLE: Final = Impact.COMPATIBLE
_CLIENT: Final = "Client"


def compare_clients(old: Surface, new: Surface, types: Types) -> Iterator[Change]:
    """Yield the changes of the client and its package."""
    yield from _metadata(old, new)
    yield from _options(old, new, types)
    yield from _members(old.servers, new.servers, "server", _CLIENT)
    yield from _members(old.error_codes, new.error_codes, "member", "ErrorCode")
    yield from _webhooks(old, new, types)


def compare_defaults(old: Surface, new: Surface) -> Iterator[Change]:
    """Yield the changes of what all requests have."""
    for name, was, now in (
        ("base URL", old.base_url, new.base_url),
        ("header for idempotency keys", old.idempotency_header, new.idempotency_header),
    ):
        if was != now and (now or name != "base URL"):
            message = f"{name} changed"
            yield Change("changed-default", Impact.INTERNAL, _CLIENT, message, was, now)
    for server in old.servers.keys() & new.servers.keys():
        was, now = old.servers[server], new.servers[server]
        if was != now:
            message = f"URL of server {server} changed"
            yield Change("changed-default", Impact.INTERNAL, _CLIENT, message, was, now)


def _metadata(old: Surface, new: Surface) -> Iterator[Change]:
    for name, was, now in (
        ("package", old.package, new.package),
        ("distribution", old.distribution, new.distribution),
    ):
        if was != now:
            message = f"{name} is renamed"
            yield Change(f"renamed-{name}", _BREAKING, name, message, was, now)
    if old.python != new.python:
        impact = _BREAKING if _lowest(new.python) > _lowest(old.python) else _COMPATIBLE
        message = "required Python versions changed"
        yield Change(
            "changed-python", impact, "package", message, old.python, new.python
        )
    before, after = set(old.dependencies), set(new.dependencies)
    if before != after:
        yield Change(
            "changed-dependencies",
            _COMPATIBLE,
            "package",
            "dependencies changed",
            ", ".join(sorted(before - after)),
            ", ".join(sorted(after - before)),
        )


def _lowest(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)))


def _options(old: Surface, new: Surface, types: Types) -> Iterator[Change]:
    before = {item.name: item for item in old.options}
    after = {item.name: item for item in new.options}
    for name, option in before.items():
        other = after.get(name)
        if other is None:
            message = f"argument `{name}` is removed"
            yield Change("removed-option", _BREAKING, _CLIENT, message, option.type)
        elif not types.accepts(option.type, other.type):
            message = f"argument `{name}` accepts other values"
            shown = option.type, other.type
            yield Change("narrowed-option", _BREAKING, _CLIENT, message, *shown)
        if other is not None and option.default and not other.default:
            message = f"argument `{name}` is required"
            yield Change("required-option", _BREAKING, _CLIENT, message)
        was, now = old.environment.get(name, ""), new.environment.get(name, "")
        if other is not None and was != now:
            message = f"argument `{name}` is read from another environment variable"
            yield Change("changed-environment", _BREAKING, _CLIENT, message, was, now)
    for name, option in after.items():
        if name not in before:
            required = not option.default
            yield Change(
                "added-required-option" if required else "added-option",
                _BREAKING if required else _COMPATIBLE,
                _CLIENT,
                f"{'required ' if required else ''}argument `{name}` is new",
                new=option.type,
            )
    if old.base_url and not new.base_url:
        message = "argument `base_url` is required"
        yield Change("required-option", _BREAKING, _CLIENT, message, old.base_url)


def _members(
    old: Mapping[str, str], new: Mapping[str, str], what: str, subject: str
) -> Iterator[Change]:
    for name, value in old.items():
        if name not in new:
            message = f"{what} {name} is removed"
            yield Change(f"removed-{what}", _BREAKING, subject, message, value)
        elif what == "member" and new[name] != value:
            message = f"{what} {name} has another value"
            yield Change(
                f"changed-{what}", _BREAKING, subject, message, value, new[name]
            )
    for name, value in new.items():
        if name not in old:
            message = f"{what} {name} is new"
            yield Change(f"added-{what}", _COMPATIBLE, subject, message, new=value)


def _webhooks(old: Surface, new: Surface, types: Types) -> Iterator[Change]:
    for name, returns in old.webhooks.items():
        subject = f"webhooks.{name}"
        now = new.webhooks.get(name)
        if now is None:
            yield Change(
                "removed-webhook", _BREAKING, subject, "function is removed", returns
            )
        elif returns != now:
            fits = types.returns_within(returns, now)
            rule = "narrowed-result" if fits else "changed-result"
            message = "result is more precise" if fits else "result has another type"
            impact = _COMPATIBLE if fits else _BREAKING
            yield Change(rule, impact, subject, message, returns, now)
    for name, returns in new.webhooks.items():
        if name not in old.webhooks:
            subject = f"webhooks.{name}"
            yield Change(
                "added-webhook", _COMPATIBLE, subject, "function is new", new=returns
            )
