"""Changes of types that callers can import."""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from ..report.changes import Change, Impact
from .types import split_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .reach import Reach
    from .surface import Definition, Field, Surface
    from .types import Types

_BREAKING: Final = Impact.BREAKING
_COMPATIBLE: Final = Impact.COMPATIBLE
_KINDS: Final = {"class": "model", "dict": "request type", "alias": "alias"}


def compare_types(
    old: Surface, new: Surface, types: Types, reach: Reach
) -> Iterator[Change]:
    """Yield the changes of types.

    Args:
        old: The old client.
        new: The new client.
        types: The types of both.
        reach: The types that methods of the old client use.
    """
    added = {name: item for name, item in new.types.items() if name not in old.types}
    same = {_content(item): name for name, item in added.items()}
    for name, definition in old.types.items():
        other = new.types.get(name)
        if other is not None:
            pair = _Pair(name, definition, other, types, name in reach.sent)
            # Methods neither take nor return it, so callers can only create it.
            is_used = name in reach.received or not name.startswith("models.")
            for change in pair.changes():
                is_seen = is_used or definition.kind != "class"
                yield change if is_seen else replace(change, impact=Impact.INTERNAL)
            continue
        now = same.get(_content(definition))
        message = f"type is now `{now}`" if now else "type is removed"
        yield Change(
            "removed-type",
            _BREAKING,
            name,
            message,
            describe(definition),
            pointer=definition.pointer,
        )
    for name, definition in added.items():
        yield Change(
            "added-type",
            _COMPATIBLE,
            name,
            "type is new",
            new=describe(definition),
            pointer=definition.pointer,
        )


def _content(definition: Definition) -> Definition:
    return replace(definition, pointer="")


def describe(definition: Definition) -> str:
    """Return a type in a few words."""
    if definition.kind == "alias":
        return definition.value
    names = ", ".join(field.name for field in definition.fields)
    return f"{_KINDS[definition.kind]} ({names})"


class _Pair(Struct, frozen=True):
    """A type of both clients.

    Attributes:
        is_sent: Whether arguments contain it.
    """

    name: str
    old: Definition
    new: Definition
    types: Types
    is_sent: bool

    def changes(self) -> Iterator[Change]:
        if self.old.kind != self.new.kind:
            message = f"{_KINDS[self.old.kind]} is now a {_KINDS[self.new.kind]}"
            shown = describe(self.old), describe(self.new)
            yield self._change("changed-kind", _BREAKING, message, *shown)
        elif self.old.kind == "alias":
            yield from self._alias()
        elif self.old.kind == "class":
            yield from self._fields()
        else:
            yield from self._keys()

    def _change(
        self, rule: str, impact: Impact, message: str, old: str = "", new: str = ""
    ) -> Change:
        return Change(rule, impact, self.name, message, old, new, self.new.pointer)

    def _alias(self) -> Iterator[Change]:
        old, new = self.old.value, self.new.value
        if old == new:
            return
        wider, narrower = self.types.accepts(old, new), self.types.accepts(new, old)
        is_received = not self.name.startswith("params.")
        breaks = (self.is_sent and not wider) or (is_received and not narrower)
        literals = [_literals(old), _literals(new)]
        gone = ", ".join(item for item in literals[0] if item not in literals[1])
        more = ", ".join(item for item in literals[1] if item not in literals[0])
        messages = [f"value {gone} is removed"] if gone else []
        messages += [f"value {more} is new"] if more else []
        if breaks:
            rule, impact = "changed-alias", _BREAKING
        elif gone or more or not (wider and narrower):
            rule, impact = "changed-values", _COMPATIBLE
        else:
            rule, impact = "changed-spelling", Impact.INTERNAL
        message = "; ".join(messages) or "alias stands for another type"
        yield self._change(rule, impact, message, old, new)

    def _fields(self) -> Iterator[Change]:
        before = {field.name: field for field in self.old.fields}
        after = {field.name: field for field in self.new.fields}
        for name, field in before.items():
            other = after.get(name)
            if other is None:
                yield self._part("removed-field", _BREAKING, "is removed", field)
            elif field.type != other.type:
                if self.types.returns_within(field.type, other.type):
                    text = "has a more precise type"
                    yield self._part("narrowed-field", _COMPATIBLE, text, field, other)
                else:
                    text = "has another type"
                    yield self._part("changed-field", _BREAKING, text, field, other)
        for name, field in after.items():
            if name not in before:
                yield self._part("added-field", _COMPATIBLE, "is new", None, field)

    def _keys(self) -> Iterator[Change]:
        before = {field.name: field for field in self.old.fields}
        after = {field.name: field for field in self.new.fields}
        for name, field in before.items():
            other = after.get(name)
            if other is None:
                yield self._part("removed-key", _BREAKING, "is removed", field)
                continue
            if field.optional != other.optional:
                rule = "optional-key" if other.optional else "required-key"
                impact = _COMPATIBLE if other.optional else _BREAKING
                text = "is optional" if other.optional else "is required"
                yield self._part(rule, impact, text, field, other)
            if field.type == other.type:
                continue
            if not self.types.accepts(field.type, other.type):
                text = "accepts other values"
                yield self._part("narrowed-key", _BREAKING, text, field, other)
            elif not self.types.accepts(other.type, field.type):
                text = "accepts more values"
                yield self._part("widened-key", _COMPATIBLE, text, field, other)
        for name, field in after.items():
            if name not in before:
                rule = "added-key" if field.optional else "added-required-key"
                impact = _COMPATIBLE if field.optional else _BREAKING
                text = "is new" if field.optional else "is new and required"
                yield self._part(rule, impact, text, None, field)

    def _part(
        self,
        rule: str,
        impact: Impact,
        message: str,
        old: Field | None,
        new: Field | None = None,
    ) -> Change:
        field = old or new
        assert field is not None  # noqa: S101 - one of them is given
        return Change(
            rule,
            impact,
            f"{self.name}.{field.name}",
            f"{'field' if self.old.kind == 'class' else 'key'} {message}",
            old.type if old else "",
            new.type if new else "",
            self.new.pointer,
        )


def compare_wire_names(old: Surface, new: Surface) -> Iterator[Change]:
    """Yield the fields that are read from another property."""
    for name, definition in old.types.items():
        other = new.types.get(name)
        if other is None or definition.kind != other.kind:
            continue
        after = {field.name: field for field in other.fields}
        for field in definition.fields:
            now = after.get(field.name)
            if now is not None and now.wire != field.wire:
                yield Change(
                    "changed-wire-name",
                    Impact.INTERNAL,
                    f"{name}.{field.name}",
                    "field has another name in JSON",
                    field.wire or field.name,
                    now.wire or now.name,
                    other.pointer,
                )


def _literals(text: str) -> list[str]:
    literals = (ast.literal_eval(item.base) for item in split_type(text) if item.of)
    return [json.dumps(item, ensure_ascii=False) for item in literals]
