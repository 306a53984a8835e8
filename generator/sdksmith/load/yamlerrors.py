"""What libyaml says about a syntax error, in words for the author of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from yaml.error import MarkedYAMLError, YAMLError

if TYPE_CHECKING:
    from ..diagnostics import DocumentError
    from .sourcetext import SourceText

_ADVICE: Final = (
    (
        "mapping values are not allowed",
        "Quote the text if it holds a colon, or indent the line like its neighbours.",
    ),
    (
        "could not find expected ':'",
        "Write `key: value`, or indent the line if it continues a text.",
    ),
    (
        "did not find expected key",
        "Indent the line like the keys above it, and quote texts that begin with a quote.",
    ),
    (
        "did not find expected '-' indicator",
        "Indent the line like the list items above it.",
    ),
    (
        "did not find expected <block end>",
        "Indent the line like the lines above it.",
    ),
    (
        "did not find expected <document start>",
        "Indent the line like the lines above it.",
    ),
    (
        "cannot start any token",
        "Quote a text that begins with @, ` or %, and indent with spaces, not with tabs.",
    ),
    (
        "found unexpected end of stream",
        "Close the quotation mark that is opened here.",
    ),
    (
        "did not find expected ',' or",
        "Close the bracket that is opened before, or quote the text if it begins with one.",
    ),
    ("alias", "Quote a text that begins with *."),
    (
        "anchor",
        "Give each anchor (&name) a name of its own, and quote texts that begin with &.",
    ),
    ("tag", "Quote a text that begins with !."),
    ("escape", r"Double the backslash, or use single quotes."),
)


def syntax_error(source: SourceText, error: YAMLError) -> DocumentError:
    """Return the fatal error for text that is no YAML, at the place to look at."""
    if not isinstance(error, MarkedYAMLError):
        return source.fatal("LD030", f"The YAML cannot be read: {error}.")
    parts = [part for part in (error.context, error.problem) if part]
    problem = ": ".join(parts) or "syntax error"
    advice = next((text for key, text in _ADVICE if key in problem), "")
    offset = error_offset(error)
    if "end of stream" in problem and error.context_mark is not None:
        # The end of the file tells nothing; where the quotation began does.
        offset = error.context_mark.index
    message = f"The YAML cannot be read: {problem}. {advice}".strip()
    return source.fatal("LD030", message, offset)


def error_offset(error: YAMLError) -> int:
    """Return the offset in the text that the parser complains about, or 0."""
    if isinstance(error, MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        if mark is not None:
            return mark.index
    return 0
