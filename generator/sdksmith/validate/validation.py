"""Validation of a document against its specification, as other tools do it.

The repaired document should be valid. Findings are reported as notes and never stop a
run.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..load.document import Dialect, join
from ..report.diagnostics import CodeInfo, Diagnostic, Effect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jsonschema_rs import ValidationError, Validator

    from ..json_data import JsonObject
    from ..load.document import Document

MAX_FINDINGS: Final = 50
"""Maximum number of findings of a check that are listed; further ones are counted."""

_MAX_MESSAGE_LENGTH: Final = 240

CODES: Final = (
    CodeInfo(
        "SP001",
        "Document does not match the JSON Schema of its specification",
        "The JSON Schema that is published with the specification rejects the value. "
        "sdksmith has already repaired or reported everything that it needs from "
        "there, but other tools may reject the document.",
        "swagger: '2.0'\ninfo: {title: Orders, version: 1.0.0}\npaths: {}\nx: 1\n",
        "swagger: '2.0'\ninfo: {title: Orders, version: 1.0.0}\npaths: {}\nx-size: 1\n",
    ),
    CodeInfo(
        "SP002",
        "Document violates a rule of its specification",
        "The document breaks a rule that a JSON Schema cannot express, for example "
        "about references, path parameters, defaults, or unique operation ids. "
        "Reported by openapi-spec-validator with `--validate full`.",
        "swagger: '2.0'\ninfo: {title: Orders, version: 1.0.0}\npaths:\n  /orders/{id}:\n"
        "    get:\n      responses: {200: {description: An order.}}\n",
        "swagger: '2.0'\ninfo: {title: Orders, version: 1.0.0}\npaths:\n  /orders/{id}:\n"
        "    get:\n      parameters: [{name: id, in: path, required: true, type: string}]\n"
        "      responses: {200: {description: An order.}}\n",
    ),
    CodeInfo(
        "SP003",
        "Validation could not be finished",
        "The validator failed on the document, for example at a reference to another "
        "file, which it is not allowed to open. Further findings are unknown.",
        "swagger: '2.0'\ninfo: {title: Orders, version: 1.0.0}\npaths:\n  /orders:\n"
        "    get:\n      responses: {200: {$ref: 'https://other.example/r.yaml#/ok'}}\n",
        "swagger: '2.0'\ninfo: {title: Orders, version: 1.0.0}\npaths:\n  /orders:\n"
        "    get:\n      responses: {200: {description: The orders.}}\n",
    ),
)


class _Finding(Struct, frozen=True):
    """Finding of a validator, with the JSON Pointer of the value."""

    pointer: str
    message: str


def validate_document(
    document: Document, *, full: bool = False
) -> tuple[Diagnostic, ...]:
    """Validate a document against its specification.

    Args:
        document: The document, usually after repair.
        full: Whether to also check the rules that the JSON Schema of the specification
            cannot express. This takes seconds for large documents.

    Returns:
        One `Effect.NOTED` diagnostic for each finding.
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
        reported = islice(findings, MAX_FINDINGS)
        # `extend` keeps the findings that precede a failure of the validator.
        diagnostics.extend(_note(document, code, finding) for finding in reported)
        rest = sum(1 for _ in findings)
    except Exception as error:  # noqa: BLE001
        # Validators raise any exception of their libraries for unforeseen documents.
        reason = _shorten(f"{type(error).__name__}: {error}")
        message = f"validation could not be finished ({reason})"
        return [*diagnostics, _note(document, "SP003", _Finding("", message))]
    if rest:
        message = f"{rest} more findings; only the first {MAX_FINDINGS} are listed"
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
    """Return a validator for the JSON Schema that openapi-spec-validator ships.

    The package is located but not imported, because importing it takes half a second
    and 47 MB of memory.
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
    raise ValueError(f"{uri} is not fetched")


def _nearest_error(error: ValidationError) -> ValidationError:
    """Return the error in the alternative that the value resembles most.

    `anyOf` and `oneOf` fail with the errors of all their branches, most of which the
    author did not intend to use.
    """
    while branches := getattr(error.kind, "context", None):
        failed: list[list[ValidationError]] = [branch for branch in branches if branch]
        if not failed:
            return error
        intended = min(failed, key=_distance)
        error = min(intended, key=_error_distance)
    return error


def _distance(branch: Sequence[ValidationError]) -> tuple[int, int, int]:
    """Return the distance of a value from a branch; smaller for the intended branch."""
    unrelated = sum(_is_unrelated(error) for error in branch)
    deepest = max(len(error.instance_path) for error in branch)
    return unrelated, len(branch), -deepest


def _error_distance(error: ValidationError) -> tuple[int, str]:
    return -len(error.instance_path), error.message


def _is_unrelated(error: ValidationError) -> bool:
    """Return whether an error shows that the value is of a different kind."""
    if error.kind.name in ("enum", "const", "type"):
        return True
    return getattr(error.kind, "property", None) == "$ref"


def _describe(error: ValidationError) -> str:
    kind = error.kind
    if (name := getattr(kind, "property", None)) is not None:
        return _shorten(f'required key "{name}" is missing')
    if unexpected := getattr(kind, "unexpected", None):
        names = ", ".join(f'"{name}"' for name in sorted(map(str, unexpected)))
        return _shorten(f"keys that the specification does not define here: {names}")
    return _shorten(error.message)


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
    # The default handlers would open any URL or file that the document references.
    schemes: tuple[str, ...] = ("http", "https", "file", "<all_urls>")
    handlers: dict[str, object] = dict.fromkeys(schemes, _refuse_retrieval)
    path = SchemaPath.from_dict(document.root, handlers=handlers)
    validator = validators[document.dialect](path)
    # `iter_errors` would validate against the JSON Schema again, and more slowly.
    for error in validator.root_validator(path):
        pointer = join("", *(str(part) for part in error.absolute_path))
        message = _shorten(error.message)
        yield _Finding(pointer, message)


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= _MAX_MESSAGE_LENGTH:
        return text
    return f"{text[: _MAX_MESSAGE_LENGTH // 2]} ... {text[-_MAX_MESSAGE_LENGTH // 2 :]}"
