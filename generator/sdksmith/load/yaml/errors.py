"""Conversion of YAML syntax errors to diagnostics for the author of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from yaml.error import MarkedYAMLError, YAMLError

if TYPE_CHECKING:
    from ...report.diagnostics import DocumentError
    from ..source_text import SourceText

_ADVICE: Final = (
    (
        "mapping values are not allowed",
        "quote the value if it contains a colon, or indent the line like its neighbours",
    ),
    (
        "could not find expected ':'",
        "write `key: value`, or indent the line if it continues a string",
    ),
    (
        "did not find expected key",
        "indent the line like the keys above it, and quote strings that start with a quote",
    ),
    (
        "did not find expected '-' indicator",
        "indent the line like the list items above it",
    ),
    (
        "did not find expected <block end>",
        "indent the line like the lines above it",
    ),
    (
        "did not find expected <document start>",
        "indent the line like the lines above it",
    ),
    (
        "cannot start any token",
        "quote strings that start with @, ` or %, and indent with spaces instead of tabs",
    ),
    (
        "found unexpected end of stream",
        "close the quotation mark that is opened here",
    ),
    (
        "did not find expected ',' or",
        "close the bracket opened before, or quote the string if it starts with a bracket",
    ),
    ("alias", "quote strings that start with *"),
    (
        "anchor",
        "use a different name for each anchor (&name), and quote strings that start with &",
    ),
    ("tag", "quote strings that start with !"),
    ("escape", r"double the backslash, or use single quotes"),
)


def syntax_error(source: SourceText, error: YAMLError) -> DocumentError:
    """Return the fatal error for invalid YAML, at the location of the mistake."""
    if not isinstance(error, MarkedYAMLError):
        return source.fatal("LD030", f"invalid YAML: {error}")
    parts = [part for part in (error.context, error.problem) if part]
    problem = ": ".join(parts) or "syntax error"
    advice = next((text for key, text in _ADVICE if key in problem), "check this line")
    offset = error_offset(error)
    if "end of stream" in problem and error.context_mark is not None:
        # The end of the file is of no use to the author; the opening quote is.
        offset = error.context_mark.index
    message = f"invalid YAML: {problem}; {advice}".strip()
    return source.fatal("LD030", message, offset)


def error_offset(error: YAMLError) -> int:
    """Return the offset of a YAML error in the text, or 0 if it has none."""
    if isinstance(error, MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        if mark is not None:
            return mark.index
    return 0
