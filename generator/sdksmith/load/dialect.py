"""Which specification a document follows, and what is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..diagnostics import (
    ABSENT,
    Diagnostic,
    DocumentError,
    Edit,
    Effect,
    Location,
    Safety,
)
from ..jsondata import array_of, object_of
from .document import Dialect, join

if TYPE_CHECKING:
    from ..jsondata import JsonObject, JsonValue
    from .document import Positions

VERSION_KEYS: Final = ("swagger", "openapi")

_VERSION = re.compile(
    r"\s*v?(?P<major>[0-9]+)(?:\.(?P<minor>[0-9]+))?(?:[.\-+].*)?\s*", re.IGNORECASE
)
_NEWEST_3: Final = Dialect.OPENAPI_32
_OPENAPI_3: Final = {
    0: Dialect.OPENAPI_30,
    1: Dialect.OPENAPI_31,
    2: Dialect.OPENAPI_32,
}
_OTHER_FORMATS: Final = {
    "swaggerVersion": "Swagger 1.x, which api-spec-converter turns into 2.0",
    "asyncapi": "AsyncAPI, which describes messages instead of HTTP requests",
    "discoveryVersion": "a Google discovery document",
    "openrpc": "OpenRPC",
    "raml": "RAML",
    "_postman_id": "a Postman collection",
}
_ONLY_2: Final = frozenset(
    {
        "definitions",
        "basePath",
        "host",
        "securityDefinitions",
        "consumes",
        "produces",
        "schemes",
    }
)
_ONLY_3: Final = frozenset({"components", "servers", "webhooks", "jsonSchemaDialect"})


@dataclass(frozen=True, slots=True)
class Recognised:
    """A root that says what it follows.

    Attributes:
        root: The root, with a version key added if it lacked one.
        dialect: The specification.
        diagnostics: What was assumed.
    """

    root: JsonObject
    dialect: Dialect
    diagnostics: tuple[Diagnostic, ...]


def recognise_dialect(root: JsonValue, positions: Positions, name: str) -> Recognised:
    """Return the specification that `root` follows, by its version key.

    Versions are told by their numbers, however they are written: `2.0`, `"2"` and
    `"2.0.0"` are Swagger 2.0. Without the key, what only one of the specifications has
    decides.

    Raises:
        DocumentError: It is no API description, or one of a specification not supported.
    """
    if not isinstance(root, dict):
        raise _refuse(
            "LD040", _describe_root(root), Location(name, *positions.find(""), "")
        )
    key = _find_version_key(root)
    if key is None:
        return _guess(root, positions, name)
    pointer = join("", key)
    where = Location(name, *positions.find(pointer), pointer)
    version = root[key]
    dialect = _read_version(version)
    if dialect is None and not _mentions_version(version):
        return _guess(root, positions, name)
    if dialect is None:
        raise _refuse(
            "LD042",
            f"Version {version} of the specification is not supported: convert the document to "
            "Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2.",
            where,
        )
    diagnostics: list[Diagnostic] = []
    if key not in VERSION_KEYS:
        root, diagnostic = _rename_version_key(root, key, where)
        diagnostics.append(diagnostic)
    if dialect is _NEWEST_3 and not str(version).strip().lower().lstrip("v").startswith(
        "3.2"
    ):
        diagnostics.append(
            Diagnostic(
                "LD044",
                Effect.NOTED,
                f"OpenAPI {version} is newer than this generator: it is read as {dialect}.",
                where,
            )
        )
    return Recognised(root, dialect, tuple(diagnostics))


def _find_version_key(root: JsonObject) -> str | None:
    """Return the version key as written: `swagger`, `openapi`, or those in other case."""
    for key in VERSION_KEYS:
        if key in root:
            return key
    return next((key for key in root if key.lower() in VERSION_KEYS), None)


def _mentions_version(version: JsonValue) -> bool:
    return isinstance(version, str | int | float) and bool(
        _VERSION.fullmatch(str(version))
    )


def _read_version(version: JsonValue) -> Dialect | None:
    match = _VERSION.fullmatch(str(version))
    if match is None:
        return None
    if match["major"] == "2":
        return Dialect.SWAGGER_20
    if match["major"] == "3":
        return _OPENAPI_3.get(int(match["minor"] or 0), _NEWEST_3)
    return None


def _rename_version_key(
    root: JsonObject, key: str, where: Location
) -> tuple[JsonObject, Diagnostic]:
    right = key.lower()
    renamed = {right if name == key else name: value for name, value in root.items()}
    pointer = join("", right)
    return renamed, Diagnostic(
        "LD043",
        Effect.REPAIRED,
        f'The version key is "{right}", not "{key}".',
        where,
        (Edit(join("", key), root[key], ABSENT), Edit(pointer, ABSENT, root[key])),
        Safety.LIKELY,
    )


def _guess(root: JsonObject, positions: Positions, file: str) -> Recognised:
    where = Location(file, *positions.find(""), "")
    for key, title in _OTHER_FORMATS.items():
        if key in root:
            raise _refuse(
                "LD042",
                f'The key "{key}" says that this is {title}. Give a Swagger 2.0 or '
                "OpenAPI 3 document.",
                where,
            )
    shapes = _shapes(root)
    if len(shapes) != 1:
        raise _refuse("LD041", _describe_keys(root), where)
    dialect = shapes.pop()
    key, version = ("swagger", "2.0")
    if dialect is not Dialect.SWAGGER_20:
        key, version = ("openapi", f"{dialect}.0")
    pointer = join("", key)
    before = root.get(key, ABSENT)
    diagnostic = Diagnostic(
        "LD045",
        Effect.REPAIRED,
        "No version says which specification this document follows; it has what only "
        f'"{key}: {version}" has.',
        where,
        (Edit(pointer, before, version),),
        Safety.GUESS,
    )
    rest = {name: value for name, value in root.items() if name != key}
    return Recognised({key: version, **rest}, dialect, (diagnostic,))


def _shapes(root: JsonObject) -> set[Dialect]:
    """Return the specifications that the keys of a document speak for."""
    paths = root.get("paths")
    if not isinstance(paths, dict) or not any(key.startswith("/") for key in paths):
        return set()
    shapes: set[Dialect] = set()
    if _ONLY_2 & root.keys():
        shapes.add(Dialect.SWAGGER_20)
    if _ONLY_3 & root.keys():
        newer = {"webhooks", "jsonSchemaDialect"} & root.keys()
        shapes.add(Dialect.OPENAPI_31 if newer else Dialect.OPENAPI_30)
    if shapes:
        return shapes
    for item in paths.values():
        for operation in item.values() if isinstance(item, dict) else ():
            if isinstance(operation, dict):
                shapes |= _operation_shapes(operation)
    return shapes


def _operation_shapes(operation: JsonObject) -> set[Dialect]:
    shapes: set[Dialect] = set()
    if "requestBody" in operation:
        shapes.add(Dialect.OPENAPI_30)
    for response in object_of(operation.get("responses")).values():
        keys = object_of(response).keys()
        if "content" in keys:
            shapes.add(Dialect.OPENAPI_30)
        if "schema" in keys:
            shapes.add(Dialect.SWAGGER_20)
    for parameter in array_of(operation.get("parameters")):
        fields = object_of(parameter)
        if fields.get("in") in ("body", "formData"):
            shapes.add(Dialect.SWAGGER_20)
        elif "schema" in fields:
            shapes.add(Dialect.OPENAPI_30)
    return shapes


def _describe_root(root: JsonValue) -> str:
    kind = (
        "an empty list"
        if root == []
        else "a list" if isinstance(root, list) else "a single value"
    )
    return (
        f"The document is {kind}, not a mapping with the key swagger or openapi: give the "
        "file that holds the whole API description."
    )


def _describe_keys(root: JsonObject) -> str:
    if not root:
        found = "The document is an empty mapping"
    else:
        shown = ", ".join(f'"{key[:40]}"' for key in list(root)[:8])
        more = f" and {len(root) - 8} more" if len(root) > 8 else ""
        found = f"No version key is among the keys of the document ({shown}{more})"
    return (
        f'{found}: add "swagger: \'2.0\'" or "openapi: 3.0.3", or give the file that has it, if this '
        "is a part of one."
    )


def _refuse(code: str, message: str, where: Location) -> DocumentError:
    return DocumentError(Diagnostic(code, Effect.FATAL, message, where))
