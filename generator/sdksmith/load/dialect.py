"""Detection of the specification that a document follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..report.diagnostics import (
    ABSENT,
    Diagnostic,
    DocumentError,
    Edit,
    Effect,
    Location,
    Safety,
)
from .dialect_hints import find_indicated_dialects
from .document import Dialect, join

if TYPE_CHECKING:
    from ..json_data import JsonObject, JsonValue
    from .document import Positions

VERSION_KEYS: Final = ("swagger", "openapi")

_VERSION = re.compile(
    r"\s*v?(?P<major>[0-9]{1,4})(?:\.(?P<minor>[0-9]{1,4}))?(?:[.\-+].*)?\s*",
    re.IGNORECASE,
)
_NEWEST: Final = (3, 2)
_OPENAPI_3: Final = {
    0: Dialect.OPENAPI_30,
    1: Dialect.OPENAPI_31,
    2: Dialect.OPENAPI_32,
}
_OTHER_FORMATS: Final = {
    "swaggerVersion": "Swagger 1.x, which api-spec-converter converts to 2.0",
    "asyncapi": "AsyncAPI, which describes messages, not HTTP requests",
    "discoveryVersion": "a Google discovery document",
    "openrpc": "OpenRPC",
    "raml": "RAML",
    "_postman_id": "a Postman collection",
}


class DetectedDialect(Struct, frozen=True):
    """Root of a document and the specification that it follows.

    Attributes:
        root: The root, with the version key corrected, or added if it was missing.
        dialect: The specification.
        diagnostics: Diagnostics about the version key.
    """

    root: JsonObject
    dialect: Dialect
    diagnostics: tuple[Diagnostic, ...]


def detect_dialect(
    root: JsonValue, positions: Positions, name: str, *, guess: bool = True
) -> DetectedDialect:
    """Detect the specification that `root` follows, by its version key.

    Only the major and minor version numbers are compared: `2.0`, `"2"` and `"2.0.0"`
    are all Swagger 2.0. If the key is missing, the specification is inferred from keys
    that only one of the specifications defines.

    Args:
        root: Data of the document.
        positions: Positions of the pointers of `root` in the text.
        name: Name of the document in messages.
        guess: Whether the specification may be inferred if the version is missing.

    Raises:
        DocumentError: If the document is not an API document, or if its specification
            is not supported.
    """
    if not isinstance(root, dict):
        raise _refuse(
            "LD040", _describe_root(root), Location(name, *positions.find(""), "")
        )
    key = _find_version_key(root)
    number = None if key is None else _version_number(root[key])
    if key is None or number is None:
        return _guess(root, Location(name, *positions.find(""), ""), may_guess=guess)
    dialect = _dialect_of(number)
    if dialect is not None and key in VERSION_KEYS and number <= _NEWEST:
        return DetectedDialect(root, dialect, ())
    # Computed only when needed, because finding a position parses the text again.
    pointer = join("", key)
    where = Location(name, *positions.find(pointer), pointer)
    if dialect is None:
        raise _refuse(
            "LD042",
            f"version {root[key]} of the specification is not supported; convert the "
            "document to Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2",
            where,
        )
    diagnostics: list[Diagnostic] = []
    if number > _NEWEST:
        diagnostics.append(
            Diagnostic(
                "LD044",
                Effect.NOTED,
                f"OpenAPI {root[key]} is not supported yet; read as {dialect}",
                where,
            )
        )
    if key not in VERSION_KEYS:
        root, renamed = _rename_version_key(root, key, where)
        diagnostics.append(renamed)
    return DetectedDialect(root, dialect, tuple(diagnostics))


def _find_version_key(root: JsonObject) -> str | None:
    """Return the version key as written: `swagger` or `openapi`, in any case."""
    for key in VERSION_KEYS:
        if key in root:
            return key
    return next((key for key in root if key.lower() in VERSION_KEYS), None)


def _version_number(version: JsonValue) -> tuple[int, int] | None:
    """Return the major and minor version, or None if the value is not a version."""
    match = _VERSION.fullmatch(str(version))
    if match is None or not isinstance(version, str | int | float):
        return None
    return int(match["major"]), int(match["minor"] or 0)


def _dialect_of(number: tuple[int, int]) -> Dialect | None:
    major, minor = number
    if major == 2:
        return Dialect.SWAGGER_20
    if major == 3:
        return _OPENAPI_3.get(minor, Dialect.OPENAPI_32)
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
        f'version key "{key}" must be in lower case; renamed to "{right}"',
        where,
        (Edit(join("", key), root[key], ABSENT), Edit(pointer, ABSENT, root[key])),
        Safety.LIKELY,
    )


def _guess(root: JsonObject, where: Location, *, may_guess: bool) -> DetectedDialect:
    for key, title in _OTHER_FORMATS.items():
        if key in root:
            raise _refuse(
                "LD042",
                f'key "{key}" indicates {title}; expected a Swagger 2.0 or OpenAPI 3 '
                "document",
                where,
            )
    indicated = find_indicated_dialects(root)
    written = _find_version_key(root)
    if len(indicated) != 1 and written and isinstance(root.get("paths"), dict):
        # The key identifies the specification even if its value is not a version.
        is_swagger = written.lower() == "swagger"
        indicated = {Dialect.SWAGGER_20 if is_swagger else Dialect.OPENAPI_30}
    if len(indicated) != 1 or not may_guess:
        raise _refuse("LD041", _describe_keys(root), where)
    dialect = indicated.pop()
    key, version = ("swagger", "2.0")
    if dialect is not Dialect.SWAGGER_20:
        key, version = ("openapi", f"{dialect}.0")
    pointer = join("", key)
    before = root.get(key, ABSENT)
    diagnostic = Diagnostic(
        "LD045",
        Effect.REPAIRED,
        "document does not declare a valid version; inferred from its contents and read as "
        f'"{key}: {version}"',
        where,
        (Edit(pointer, before, version),),
        Safety.GUESS,
    )
    rest = {name: value for name, value in root.items() if name != key}
    return DetectedDialect({key: version, **rest}, dialect, (diagnostic,))


def _describe_root(root: JsonValue) -> str:
    kind = (
        "an empty list"
        if root == []
        else "a list" if isinstance(root, list) else "a single value"
    )
    return (
        f"document is {kind}, expected a mapping with the key `swagger` or `openapi`; "
        "specify the file that contains the whole API document"
    )


def _describe_keys(root: JsonObject) -> str:
    if not root:
        found = "document is an empty mapping"
    else:
        shown = ", ".join(f'"{key[:40]}"' for key in list(root)[:8])
        more = f" and {len(root) - 8} more" if len(root) > 8 else ""
        found = f"document has no version key (its keys are {shown}{more})"
    return (
        f'{found}; add "swagger: \'2.0\'" or "openapi: 3.0.3", or specify the main file '
        "if this is a part of a larger document"
    )


def _refuse(code: str, message: str, where: Location) -> DocumentError:
    return DocumentError(Diagnostic(code, Effect.FATAL, message, where))
