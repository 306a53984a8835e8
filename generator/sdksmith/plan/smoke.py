"""Sample calls for the smoke tests, with what they must send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from ..model.api import PathText, Style
from ..model.types import (
    Choice,
    ListOf,
    MapOf,
    Record,
    Scalar,
    ScalarKind,
    TupleOf,
    UnionOf,
)
from ..text.pysource import Code, code, identifier, join, literal
from .bodies import BodyKind
from .operations import server_url
from .package import SmokeView
from .samples import (
    SampleWriter,
    sample_choice,
    sample_fields,
    sample_member,
    sample_text,
)

if TYPE_CHECKING:
    from ..jsondata import JsonScalar
    from ..model.api import Operation, Parameter, PathSlot
    from ..model.types import TypeId
    from .arguments import Argument, Signature
    from .library import TypeLibrary

_BODIES: Final = {
    BodyKind.OBJECT: literal({"x": "x"}),
    BodyKind.TEXT: literal("x"),
    BodyKind.FILE: literal(b"x"),
}


class SmokePlanner(Struct, frozen=True):
    """Makes sample calls.

    Attributes:
        base_url: The default base URL of the client; empty when it has none.
    """

    library: TypeLibrary
    package: str
    base_url: str

    def plan(
        self, chain: tuple[str, ...], name: str, operation: Operation, call: Signature
    ) -> SmokeView:
        """Return the sample call of a method with what it needs, and no more."""
        samples = SampleWriter(self.library, self.package)
        given = [self._value(item, call, samples) for item in call.positional]
        for item in call.keywords:
            if item.required:
                value = self._value(item, call, samples)
                given.append(code("{n}={v}", n=item.view.name, v=value))
        target = join(".", [identifier(part) for part in (*chain, name)])
        return SmokeView(
            name=identifier("_".join((*chain, name))),
            call=code("{target}({given})", target=target, given=join(", ", given)),
            method=literal(operation.method),
            path=literal(self._path(operation)),
            imports=samples.imports(),
        )

    def _value(self, item: Argument, call: Signature, samples: SampleWriter) -> Code:
        if item.type is not None:
            return samples.value(item.type, filled=item.place == "path")
        kind = call.body.kind if call.body else BodyKind.OBJECT
        return _BODIES.get(kind, literal("x"))

    def _path(self, operation: Operation) -> str:
        own = server_url(operation.servers[0]) if operation.servers else self.base_url
        base = urlsplit(own).path.rstrip("/")
        parameters = {item.name: item for item in operation.parameters}
        segments = [
            "".join(
                (
                    unquote(part.text)
                    if isinstance(part, PathText)
                    else self._slot(part, parameters)
                )
                for part in segment
            )
            for segment in operation.path.segments
        ]
        return unquote(base) + "/" + "/".join(segments)

    def _slot(self, slot: PathSlot, parameters: dict[str, Parameter]) -> str:
        parameter = parameters.get(slot.name)
        return "x" if parameter is None else self._styled(parameter)

    def _styled(self, item: Parameter) -> str:
        parts = self._parts(item.type)
        if item.media_type:
            return "x"
        pairs = isinstance(self.library.type(item.type), MapOf | Record)
        if pairs and item.explode:
            texts = [f"{k}={v}" for k, v in zip(parts[::2], parts[1::2], strict=True)]
        else:
            texts = parts
        if item.style is Style.MATRIX:
            key = item.name
            if item.explode and not pairs:
                return "".join(f";{key}={text}" for text in texts)
            joined = ";".join(texts) if item.explode else f"{key}={','.join(texts)}"
            return f";{joined}"
        if item.style is Style.LABEL:
            return "." + (".".join(texts) if item.explode else ",".join(texts))
        return ",".join(texts)

    def _parts(self, type_id: TypeId) -> list[str]:
        """Return the texts that the sample value of a path parameter consists of."""
        library = self.library
        match library.type(type_id):
            case Choice() as item:
                return [_text(sample_choice(item))]
            case Scalar(kind=kind):
                return [_SCALAR_TEXTS.get(kind) or sample_text(kind)]
            case ListOf(items=inner):
                return self._parts(inner)
            case TupleOf(items=items):
                return [text for inner in items for text in self._parts(inner)]
            case MapOf(values=inner):
                return ["x", *self._parts(inner)]
            case UnionOf() as item:
                return self._parts(sample_member(library, item))
            case Record() as item:
                fields = sample_fields(item, filled=True)
                pairs = [(field.name, *self._parts(field.type)) for field in fields]
                return [text for pair in pairs for text in pair[:2]]


def _text(value: JsonScalar) -> str:
    return (
        {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
    )


_SCALAR_TEXTS: Final = {
    ScalarKind.INTEGER: "1",
    ScalarKind.NUMBER: "1.5",
    ScalarKind.BOOLEAN: "true",
    ScalarKind.BYTES: "eA==",
    ScalarKind.BINARY: "eA==",
}
