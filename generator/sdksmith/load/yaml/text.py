"""Parser for YAML text, which selects the API document among several YAML documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from yaml.error import YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode

from ...report.diagnostics import Diagnostic, Effect
from ..dialect import VERSION_KEYS
from ..parsed import TOO_DEEP, ParsedText
from ..tree_walk import remove_non_finite, resolve_repeated_keys
from .errors import error_offset, syntax_error
from .events import build_from_events
from .nodes import (
    TooLargeError,
    end_of,
    is_depth_problem,
    new_composer,
    pairs_of,
    start_of,
    text_of,
)
from .positions import EventPositions, YamlPositions
from .tree import TreeBuilder

if TYPE_CHECKING:
    from ..source_text import SourceText
    from .repairs import TextRepair

_BLANK: Final = r"(?:\s++|#[^\r\n]*+)"
_MARKER: Final = r"^(?:---|\.\.\.)(?=\s|\Z)"
_IGNORABLE = re.compile(rf"(?:{_BLANK}|{_MARKER})*+", re.MULTILINE)
_DOCUMENT_END = re.compile(rf"{_BLANK}*+(?:\Z|{_MARKER})", re.MULTILINE)
_MAX_REPARSED_CHARACTERS: Final = 20_000_000
"""Number of characters that repairs may parse again; this takes half a minute."""


class _SelectedDocument(Struct, frozen=True):
    """Selected YAML document.

    Attributes:
        node: Root of the document.
        ordinal: Index of the document in the text, counted from 0.
        ignored: Offset of an earlier document that is ignored, or None.
    """

    node: Node
    ordinal: int
    ignored: int | None


def parse_yaml(source: SourceText) -> ParsedText:
    """Parse the API document among the YAML documents in `source`.

    This is the first mapping with a version key, or else the first mapping. Content
    after it, such as the body of a Markdown file, is not parsed.

    Raises:
        DocumentError: If the text is not valid YAML and cannot be repaired, or if it is
            too large or nested too deeply.
    """
    tree = build_from_events(source.text)
    if tree is not None:
        positions = EventPositions(source, tree)
        ignored = _report_ignored_rest(source, tree.end)
        return ParsedText(tree.root, positions, tuple(ignored))
    return _parse_with_composer(source)


def _parse_with_composer(source: SourceText) -> ParsedText:
    try:
        source, selected, diagnostics = _select_with_repairs(source)
    except TooLargeError as error:
        raise source.fatal("LD031", str(error), error.offset) from None
    except RecursionError:
        raise source.fatal("LD031", TOO_DEEP) from None
    builder = TreeBuilder(source)
    root = builder.build(selected.node)
    positions = YamlPositions(source, selected.ordinal)
    diagnostics += builder.diagnostics
    diagnostics += _report_ignored(source, selected)
    diagnostics += resolve_repeated_keys(root, builder.repeated, positions, source.name)
    if builder.non_finite:
        diagnostics += remove_non_finite(root, positions, source.name)
    return ParsedText(root, positions, tuple(diagnostics))


def _select_with_repairs(
    source: SourceText,
) -> tuple[SourceText, _SelectedDocument, list[Diagnostic]]:
    """Repair the text until it parses.

    Returns:
        The repaired text, the selected document, and the diagnostics of the repairs.
    """
    diagnostics: list[Diagnostic] = []
    attempts = 6 + _MAX_REPARSED_CHARACTERS // len(source.text)
    outcome = _try_to_select(source)
    while isinstance(outcome, YAMLError):
        failure = outcome
        best = _remaining_characters(source, failure)
        # Only damaged text needs this module, whose patterns take 5 ms to compile.
        from .repairs import propose_repairs

        better: TextRepair | None = None
        for repair in propose_repairs(source, failure):
            attempts -= 1
            result = _try_to_select(repair.source)
            remaining = _remaining_characters(repair.source, result)
            if remaining < best:
                best, better, outcome = remaining, repair, result
        if better is None or attempts < 0:
            raise syntax_error(source, failure)
        source = better.source
        diagnostics.append(better.diagnostic)
    return source, outcome, diagnostics


def _try_to_select(source: SourceText) -> _SelectedDocument | YAMLError:
    try:
        return _select_document(source)
    except YAMLError as error:
        if is_depth_problem(error):
            raise TooLargeError(TOO_DEEP, error_offset(error)) from None
        return error


def _remaining_characters(
    source: SourceText, outcome: _SelectedDocument | YAMLError
) -> int:
    """Return the number of characters after the position where the parser stopped.

    It is counted from the end, so that repairs before the position do not change it.
    """
    if isinstance(outcome, YAMLError):
        return len(source.text) - error_offset(outcome)
    return -1


def _select_document(source: SourceText) -> _SelectedDocument:
    composer = new_composer(source.text)
    selected: _SelectedDocument | None = None
    other: _SelectedDocument | None = None
    ordinal = 0
    failure: Exception | None = None
    try:
        while composer.check_node() and (node := composer.get_node()) is not None:
            ignored = start_of(other.node) if other else None
            candidate = _SelectedDocument(node, ordinal, ignored)
            if isinstance(node, MappingNode):
                selected = (
                    selected if selected and not _has_version(node) else candidate
                )
                if _has_version(node):
                    break
            if other is None and not _is_null(node):
                other = candidate
            ordinal += 1
        if selected is not None and not _is_closed(source.text, selected.node):
            composer.check_node()
    except (YAMLError, TooLargeError, RecursionError) as error:
        failure = error
    selected = selected or other
    if failure is not None and not (
        selected and _is_closed(source.text, selected.node)
    ):
        raise failure
    if selected is None:
        raise source.fatal(
            "LD003",
            "document contains only comments; specify a file that contains an API document",
        )
    return selected


def _has_version(node: MappingNode) -> bool:
    keys = (key for key, _ in pairs_of(node) if isinstance(key, ScalarNode))
    return any(text_of(key).lower() in VERSION_KEYS for key in keys)


def _is_null(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not text_of(node)


def _is_closed(text: str, root: Node) -> bool:
    """Return whether the end of the text or a document marker follows `root`.

    If not, the parser stopped inside an API document, whose rest would be ignored.
    """
    return _DOCUMENT_END.match(text, end_of(root)) is not None


def _report_ignored(
    source: SourceText, selected: _SelectedDocument
) -> list[Diagnostic]:
    diagnostics: list[Diagnostic] = []
    if selected.ignored is not None:
        diagnostics.append(
            Diagnostic(
                "LD015",
                Effect.NOTED,
                "YAML document is not an API document; ignored, a later one is read",
                source.location(selected.ignored),
            )
        )
    return diagnostics + _report_ignored_rest(source, end_of(selected.node))


def _report_ignored_rest(source: SourceText, end: int) -> list[Diagnostic]:
    ignorable = _IGNORABLE.match(source.text, end)
    if ignorable is None or ignorable.end() == len(source.text):
        return []
    message = "content after the API document is ignored"
    place = source.location(ignorable.end())
    return [Diagnostic("LD015", Effect.NOTED, message, place)]
