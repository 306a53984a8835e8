"""Bytes to a `Document`: the whole stage in the order of its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ..diagnostics import DocumentError
from .dialect import recognise_dialect
from .document import Document, Origins, Source
from .encoding import decode_text
from .jsontext import parse_json

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic
    from .parsed import ParsedText
    from .sourcetext import SourceText


class Loaded(Struct, frozen=True):
    """A document, and what the author should know about its text.

    Attributes:
        document: The document; `source.root` is its tree as the text gives it.
        diagnostics: What was assumed, mended or passed over, in the order of the steps.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...]


def load_document(name: str, data: bytes, *, guess: bool = True) -> Loaded:
    """Return the API description in `data`, whatever its encoding and notation.

    JSON and YAML are told apart by the text, never by the name.

    Args:
        name: What the user calls the document, for messages.
        data: The document as read.
        guess: Whether a document without a version may be taken for what it looks like.

    Raises:
        DocumentError: There is no usable API description in it; the one fatal
            diagnostic says where and why.
    """
    decoded = decode_text(name, data)
    parsed = _parse(decoded.source)
    recognised = recognise_dialect(parsed.root, parsed.positions, name, guess=guess)
    origins = Origins()
    read = parsed.root if isinstance(parsed.root, dict) else recognised.root
    if recognised.root is not read:
        origins.derive(recognised.root, read)
    source = Source(name, data, read, parsed.positions)
    return Loaded(
        Document(recognised.root, recognised.dialect, source, origins),
        decoded.diagnostics + parsed.diagnostics + recognised.diagnostics,
    )


class LoadedPart(Struct, frozen=True):
    """A file that a document refers to: any JSON or YAML.

    Attributes:
        source: Its text and tree.
        diagnostics: What was mended or passed over.
    """

    source: Source
    diagnostics: tuple[Diagnostic, ...]


def load_part(name: str, data: bytes) -> LoadedPart:
    """Return the data of a file that a document refers to.

    Raises:
        DocumentError: It is no JSON or YAML, or holds a single value.
    """
    decoded = decode_text(name, data)
    parsed = _parse(decoded.source)
    if not isinstance(parsed.root, dict | list):
        raise decoded.source.fatal("LD040", "The file holds a single value.", 0)
    return LoadedPart(
        Source(name, data, parsed.root, parsed.positions),
        decoded.diagnostics + parsed.diagnostics,
    )


def _parse(source: SourceText) -> ParsedText:
    start = source.text.lstrip()[:200]
    if start.startswith("<") and not start.startswith("<<"):
        raise source.fatal(
            "LD040",
            "The document is HTML or XML: give the JSON or YAML behind the page.",
            0,
        )
    if not start.startswith(("{", "[")):
        return _parse_yaml(source)
    try:
        return parse_json(source)
    except DocumentError as error:
        # Flow style YAML begins with a bracket too, but its keys have no quotes.
        try:
            return _parse_yaml(source)
        except DocumentError:
            if start[1:].lstrip().startswith(('"', "{", "}", "]")):
                raise error from None
            raise


def _parse_yaml(source: SourceText) -> ParsedText:
    # PyYAML takes 40 ms to import, which a JSON document need not pay.
    from .yamltext import parse_yaml

    return parse_yaml(source)
