"""Whether a document follows its specification, as others will judge it.

The repaired document should; what is left is noted and never stops a run.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .diagnostics import CodeInfo, Diagnostic, Effect
from .load.document import Dialect, join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jsonschema_rs import ValidationError, Validator

    from .jsondata import JsonObject
    from .load.document import Document

MAX_FINDINGS: Final = 50
"""How many findings of a check are told one by one; the rest are counted."""

_LONGEST_MESSAGE: Final = 240

CODES: Final = (
    CodeInfo(
        "SP001",
        "Not as the schema of the specification says",
        "The JSON schema that belongs to the specification does not accept the place. What the "
        "generator needed from there it got or reported; other tools may refuse the "
        "document.",
        "swagger: '2.0'\ninfo: {title: Orders, version: 1.0.0}\npaths: {}\nx: 1\n",
        "swagger: '2.0'\ninfo: {title: Orders, version: 1.0.0}\npaths: {}\nx-size: 1\n",
    ),
    CodeInfo(
        "SP002",
        "Not as the text of the specification says",
        "A rule that a JSON schema cannot express is broken: references, path parameters, defaults, "
        "unique operation ids. Found by openapi-spec-validator with `--validate full`.",
        "swagger: '2.0'\ninfo: {title: Orders, version: 1.0.0}\npaths:\n  /orders/{id}:\n"
        "    get:\n      responses: {200: {description: An order.}}\n",
        "swagger: '2.0'\ninfo: {title: Orders, version: 1.0.0}\npaths:\n  /orders/{id}:\n"
        "    get:\n      parameters: [{name: id, in: path, required: true, type: string}]\n"
        "      responses: {200: {description: An order.}}\n",
    ),
    CodeInfo(
        "SP003",
        "A check that could not be finished",
        "The validator gave up on the document, for instance at a reference to another file, "
        "which it is not allowed to open. What it would have found is not known.",
        "swagger: '2.0'\ninfo: {title: Orders, version: 1.0.0}\npaths:\n  /orders:\n"
        "    get:\n      responses: {200: {$ref: 'https://other.example/r.yaml#/ok'}}\n",
        "swagger: '2.0'\ninfo: {title: Orders, version: 1.0.0}\npaths:\n  /orders:\n"
        "    get:\n      responses: {200: {description: The orders.}}\n",
    ),
)


class _Finding(Struct, frozen=True):
    """What a validator found, and the JSON Pointer of the place."""

    pointer: str
    message: str


def validate_document(
    document: Document, *, full: bool = False
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a document in the eyes of its specification.

    Args:
        document: The document, most often after repair.
        full: Whether to check the rules too that its JSON schema cannot express. That
            takes seconds on large documents.
    """
    diagnostics = _diagnose(document, "SP001", _check_schema)
    if full:
        diagnostics += _diagnose(document, "SP002", _check_rules)
    return tuple(diagnostics)


def _diagnose(
    document: Document, code: str, check: Callable[[Document], Iterator[_Finding]]
) -> list[Diagnostic]:
    findings = check(document)
    diagnostics: list[Diagnostic] = []
    try:
        told = islice(findings, MAX_FINDINGS)
        # What was found before a failure is kept, hence no comprehension of its own.
        diagnostics.extend(_note(document, code, finding) for finding in told)
        rest = sum(1 for _ in findings)
    except Exception as error:  # noqa: BLE001
        # Validators raise whatever their libraries do, on documents nobody thought of.
        reason = _shorten(f"{type(error).__name__}: {error}")
        message = f"The check could not be finished ({reason})."
        return [*diagnostics, _note(document, "SP003", _Finding("", message))]
    if rest:
        message = f"There are {rest} more findings like the {MAX_FINDINGS} before."
        diagnostics.append(_note(document, code, _Finding("", message)))
    return diagnostics


def _note(document: Document, code: str, finding: _Finding) -> Diagnostic:
    return Diagnostic(
        code, Effect.NOTED, finding.message, document.locate(finding.pointer)
    )


def _check_schema(document: Document) -> Iterator[_Finding]:
    for error in _schema_validator(document.dialect).iter_errors(document.root):
        nearest = _nearest_error(error)
        yield _Finding(join("", *nearest.instance_path), _describe(nearest))


@cache
def _schema_validator(dialect: Dialect) -> Validator:
    """Return the validator of the schema that openapi-spec-validator ships.

    The package is only located, since importing it takes half a second and 47 MB.
    """
    from jsonschema_rs import validator_for

    spec = find_spec("openapi_spec_validator")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise ImportError("openapi-spec-validator is not installed")
    path = Path(folders[0], "resources", "schemas", f"v{dialect}", "schema.json")
    schema: JsonObject = json.loads(path.read_bytes())
    return validator_for(schema, retriever=_refuse_retrieval, mask="the value")


def _refuse_retrieval(uri: str) -> JsonObject:
    raise ValueError(f"{uri} is not read")


def _nearest_error(error: ValidationError) -> ValidationError:
    """Return what keeps the value from the alternative that it resembles most.

    `anyOf` and `oneOf` fail with the errors of all their branches; most of those come
    from branches that the author never meant.
    """
    while branches := getattr(error.kind, "context", None):
        failed: list[list[ValidationError]] = [branch for branch in branches if branch]
        if not failed:
            return error
        meant = min(failed, key=_distance)
        error = min(meant, key=_error_distance)
    return error


def _distance(branch: Sequence[ValidationError]) -> tuple[int, int, int]:
    """Return how far a value is from a branch: smaller for one that was meant."""
    alien = sum(_is_alien(error) for error in branch)
    deepest = max(len(error.instance_path) for error in branch)
    return alien, len(branch), -deepest


def _error_distance(error: ValidationError) -> tuple[int, str]:
    return -len(error.instance_path), error.message


def _is_alien(error: ValidationError) -> bool:
    """Return whether the error says that the value is of another kind altogether."""
    if error.kind.name in ("enum", "const", "type"):
        return True
    return getattr(error.kind, "property", None) == "$ref"


def _describe(error: ValidationError) -> str:
    kind = error.kind
    if (name := getattr(kind, "property", None)) is not None:
        return _shorten(f'The key "{name}" is missing here.')
    if unexpected := getattr(kind, "unexpected", None):
        names = ", ".join(f'"{name}"' for name in sorted(map(str, unexpected)))
        return _shorten(f"Keys that the specification does not know here: {names}.")
    message = _shorten(error.message)
    return message[:1].upper() + message[1:] + "."


def _check_rules(document: Document) -> Iterator[_Finding]:
    from jsonschema_path import SchemaPath
    from openapi_spec_validator import (
        OpenAPIV2SpecValidator,
        OpenAPIV30SpecValidator,
        OpenAPIV31SpecValidator,
        OpenAPIV32SpecValidator,
    )

    validators = {
        Dialect.SWAGGER_20: OpenAPIV2SpecValidator,
        Dialect.OPENAPI_30: OpenAPIV30SpecValidator,
        Dialect.OPENAPI_31: OpenAPIV31SpecValidator,
        Dialect.OPENAPI_32: OpenAPIV32SpecValidator,
    }
    # Its own handlers would open whatever URL or file the document names.
    schemes: tuple[str, ...] = ("http", "https", "file", "<all_urls>")
    handlers: dict[str, object] = dict.fromkeys(schemes, _refuse_retrieval)
    path = SchemaPath.from_dict(document.root, handlers=handlers)
    validator = validators[document.dialect](path)
    # `iter_errors` would check the JSON schema once more, with slower messages.
    for error in validator.root_validator(path):
        pointer = join("", *(str(part) for part in error.absolute_path))
        message = _shorten(error.message)
        yield _Finding(pointer, message)


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= _LONGEST_MESSAGE:
        return text
    return f"{text[: _LONGEST_MESSAGE // 2]} ... {text[-_LONGEST_MESSAGE // 2 :]}"
