"""Loading of documents and of the files that they reference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..report.diagnostics import DocumentError
from .dialect import detect_dialect
from .document import Document, Origins, Source
from .encoding import decode_text
from .json.text import parse_json

if TYPE_CHECKING:
    from ..report.diagnostics import Diagnostic
    from .parsed import ParsedText
    from .source_text import SourceText

MARKUP: Final = re.compile(r"<[!?/A-Za-z]")
"""Start of an HTML or XML document."""


class Loaded(Struct, frozen=True):
    """Loaded document with its diagnostics.

    Attributes:
        document: The document; `source.root` is its tree as parsed.
        diagnostics: Assumptions, repairs and ignored content, in the order of the
            steps.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...]


def load_document(name: str, data: bytes, *, guess: bool = True) -> Loaded:
    """Load an API document of unknown encoding and format.

    The text decides between JSON and YAML; the file name is not considered.

    Args:
        name: Name of the document in messages.
        data: The document as read.
        guess: Whether the specification may be inferred if the version is missing.

    Raises:
        DocumentError: If the data does not contain a usable API document. The fatal
            diagnostic of the error states the reason and the location.
    """
    decoded = decode_text(name, data)
    parsed = _parse(decoded.source)
    detected = detect_dialect(parsed.root, parsed.positions, name, guess=guess)
    origins = Origins()
    read = parsed.root if isinstance(parsed.root, dict) else detected.root
    if detected.root is not read:
        origins.derive(detected.root, read)
    source = Source(name, data, read, parsed.positions)
    return Loaded(
        Document(detected.root, detected.dialect, source, origins),
        decoded.diagnostics + parsed.diagnostics + detected.diagnostics,
    )


class LoadedPart(Struct, frozen=True):
    """Loaded file that a document references: any JSON or YAML.

    Attributes:
        source: Text and tree of the file.
        diagnostics: Repairs and ignored content.
    """

    source: Source
    diagnostics: tuple[Diagnostic, ...]


def load_part(name: str, data: bytes) -> LoadedPart:
    """Load a file that a document references.

    Raises:
        DocumentError: If the file is not JSON or YAML, or if it contains a single
            value.
    """
    decoded = decode_text(name, data)
    parsed = _parse(decoded.source)
    if not isinstance(parsed.root, dict | list):
        raise decoded.source.fatal(
            "LD040", "file contains a single value, expected a mapping or a list", 0
        )
    return LoadedPart(
        Source(name, data, parsed.root, parsed.positions),
        decoded.diagnostics + parsed.diagnostics,
    )


def _parse(source: SourceText) -> ParsedText:
    start = source.text.lstrip()[:200]
    if MARKUP.match(start):
        return _parse_markup(source)
    if not start.startswith(("{", "[")):
        return _parse_yaml(source)
    try:
        return parse_json(source)
    except DocumentError as error:
        # YAML in flow style starts with a bracket too, but its keys are not quoted.
        try:
            return _parse_yaml(source)
        except DocumentError:
            if start[1:].lstrip().startswith(('"', "{", "}", "]")):
                raise error from None
            raise


def _parse_markup(source: SourceText) -> ParsedText:
    # A plain YAML key may look like a tag: `<none>: 1`.
    try:
        parsed = _parse_yaml(source)
    except DocumentError:
        parsed = None
    if parsed is not None and isinstance(parsed.root, dict):
        return parsed
    raise source.fatal(
        "LD040",
        "document is HTML or XML; specify the JSON or YAML document behind the page",
        0,
    )


def _parse_yaml(source: SourceText) -> ParsedText:
    # Importing PyYAML takes 40 ms, which JSON documents do not need.
    from .yaml.text import parse_yaml

    return parse_yaml(source)
