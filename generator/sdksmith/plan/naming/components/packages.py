"""Component names that start with a package, and their short forms without it.

A generic type of swag, the generator of Go, has the packages of its arguments as well:
`response.Envelope-acme_models_User` becomes `EnvelopeUser`.

Of 84 published documents with dots in their component names, 3 use packages as in Go
and Java (`io.k8s.api.core.v1.Pod`), 9 use .NET namespaces (`Acme.Api.Models.Pet`), and
6 put the same prefix before every name (`microsoft.graph.user`). In the other 66
documents, a dot relates one thing to another (`issuing.card`, `Invoice.Line`,
`AlertLog.jsonld`), so the whole name is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ....text.words import pascal, singular_words, split_words
from ..classes import LONGEST_CLASS, is_class_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_RUN: Final = re.compile(r"[A-Za-z0-9_.-]+")
"""One of the names in a generic type: `Page«com.acme.Pet»` has two."""
_ARGUMENT: Final = re.compile(r"_+(?=[A-Z]\w*\.)", re.ASCII)
"""Replacement for a bracket in .NET names: `Page_Acme.Models.Pet_`."""
_GO_GENERIC: Final = re.compile(r"([a-z]\w*)\.([A-Z][A-Za-z0-9]*)-([\w-]+)", re.ASCII)
"""Generic type of swag, with hyphens for brackets and underscores for dots."""
_GO_ARGUMENT: Final = re.compile(r"([a-z][a-z0-9_]*)_([A-Z]\w*)", re.ASCII)
_SEGMENT: Final = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*|[A-Za-z][A-Za-z0-9]*")
_PACKAGE: Final = re.compile(r"[a-z][a-z0-9_-]*")
_VERSION: Final = re.compile(r"[vV]\d+([._]?(alpha|beta|rc|preview)\d*)?")

_LAYERS: Final = frozenset(
    (
        *("model", "models", "viewmodel", "viewmodels", "dto", "dtos"),
        *("entity", "entities", "controller", "controllers", "schema", "schemas"),
        *("contracts", "generic"),
    )
)
"""Last parts of packages that denote a layer of a program, not its subject."""
_PACKAGE_LAYERS: Final = _LAYERS | {"api", "types"}

_VAGUE: Final = frozenset(
    (
        *("request", "response", "result", "results", "error", "errors", "status"),
        *("state", "item", "items", "list", "data", "detail", "details", "type"),
        *("info", "option", "options", "config", "configuration", "settings", "params"),
        *("parameters", "payload", "body", "input", "output", "object", "value"),
        *("entry", "record", "message", "header", "headers", "metadata", "filter"),
        *("query", "summary", "page", "event"),
    )
)
"""Names that are too unspecific without the package before them."""

# A prefix of nearly all components does not distinguish them. As for paths, the limits
# require several components and tolerate exceptions: one more should change no name.
_SHARED_COMPONENTS: Final = 10
_SHARED_PART: Final = 0.9


class Qualifiers(Struct, frozen=True):
    """Prefixes of the component names of a document.

    Attributes:
        shared: Segments that nearly all names start with.
        components: All names. The name of a component is not a package, so it is kept
            as a prefix: `Invoice.Line`.
    """

    shared: tuple[str, ...]
    components: frozenset[str]

    def class_names(self, name: str) -> tuple[str, ...]:
        """Return class names with more and more of the package; empty for other names.

        >>> read_qualifiers(()).class_names("io.k8s.api.core.v1.Pod")[:2]
        ('V1Pod', 'CoreV1Pod')
        """
        if "." not in name:
            return ()
        go = _GO_GENERIC.fullmatch(name)
        if go:
            runs = _go_runs(*go.groups())
            sizes = [len(run) - 1 for run in runs]
        else:
            runs = [
                run.strip("_").split(".")
                for text in _RUN.findall(name)
                for run in _ARGUMENT.split(text)
                if run.strip("_")
            ]
            sizes = [self._package_size(run, alone=len(runs) == 1) for run in runs]
        if not any(sizes):
            return ()
        names = (
            "".join(
                join(_with_package(run, size, more))
                for run, size in zip(runs, sizes, strict=True)
            )
            for more in range(max(sizes) + 1)
            for join in (_join_distinct, _join)
        )
        fitting = (n for n in names if n[:1].isalpha() and len(n) <= LONGEST_CLASS)
        return tuple(dict.fromkeys(fitting))

    def _package_size(self, segments: Sequence[str], *, alone: bool) -> int:
        """Return the number of segments that are dropped at the start of a name."""
        if not segments[-1] or not all(map(_SEGMENT.fullmatch, segments[:-1])):
            return 0
        size = max(
            _lower_size(segments, alone=alone),
            _layer_size(segments),
            self._shared_size(segments),
        )
        prefixes = (".".join(segments[:end]) for end in range(1, size + 1))
        if any(prefix in self.components for prefix in prefixes):
            return 0
        return size - 1 if size and _VERSION.fullmatch(segments[size - 1]) else size

    def _shared_size(self, segments: Sequence[str]) -> int:
        size = len(self.shared)
        is_shared = size < len(segments) and tuple(segments[:size]) == self.shared
        return size if is_shared else 0


def _go_runs(package: str, name: str, arguments: str) -> list[list[str]]:
    """Return the parts of a generic type of swag, each with its package."""
    runs = [[*package.split("_"), name]]
    for text in arguments.split("-"):
        match = _GO_ARGUMENT.fullmatch(text)
        runs.append([*match[1].split("_"), match[2]] if match else [text])
    return runs


def read_qualifiers(names: Iterable[str]) -> Qualifiers:
    """Return the prefixes of the names of all components."""
    components = frozenset(names)
    counts: Counter[tuple[str, ...]] = Counter()
    for name in components:
        segments = name.split(".")
        counts.update(tuple(segments[:end]) for end in range(1, len(segments)))
    least = max(_SHARED_COMPONENTS, _SHARED_PART * len(components))
    # Two prefixes of equal length cannot both be shared by nearly all names.
    shared = [prefix for prefix, count in counts.items() if count >= least]
    return Qualifiers(max(shared, key=len, default=()), components)


def _lower_size(segments: Sequence[str], *, alone: bool) -> int:
    """Return the number of package segments before a capitalised name.

    These are the segments in lower case, with two exceptions. A single segment may be
    the subject of the name (`invoice.Line`), so it counts only if it is a layer. The
    last of several does not count if the name is unspecific without it
    (`shop.billing.Error`).

    Args:
        segments: The name.
        alone: Whether the name is not part of a generic type, which makes it more
            specific: `Page<shop.Pet>`.
    """
    size = 0
    while size < len(segments) and _PACKAGE.fullmatch(segments[size]):
        size += 1
    if size in {0, len(segments)} or not segments[size][0].isupper():
        return 0
    last = segments[size - 1]
    if last in _PACKAGE_LAYERS:
        return size
    if size == 1:
        return 0
    if not alone or _VERSION.fullmatch(last) or size < len(segments) - 1:
        return size
    return size - 1 if segments[size].lower() in _VAGUE else size


def _layer_size(segments: Sequence[str]) -> int:
    """Return the number of segments up to and including the last layer."""
    if not segments[-1][0].isupper():
        return 0
    ends = (end for end in range(len(segments) - 1, 0, -1))
    return next((end for end in ends if segments[end - 1].lower() in _LAYERS), 0)


def _with_package(segments: Sequence[str], size: int, more: int) -> list[str]:
    """Return a name with the last `more` of the `size` segments of its package.

    Layers are neither counted nor included in the name.
    """
    package = [
        segment
        for segment in segments[:size]
        if segment not in _PACKAGE_LAYERS and segment.lower() not in _LAYERS
    ]
    return [*package[max(len(package) - more, 0) :], *segments[size:]]


def _join_distinct(segments: Iterable[str]) -> str:
    """Return segments as a class name, without those that the next one starts with."""
    kept: list[str] = []
    for segment in segments:
        if kept and _starts(split_words(segment), split_words(kept[-1])):
            kept.pop()
        kept.append(segment)
    return _join(kept)


def _starts(words: tuple[str, ...], start: tuple[str, ...]) -> bool:
    """Return whether words start with other words, ignoring plural forms."""
    same = singular_words(words[: len(start)]) == singular_words(start)
    return bool(start) and same


def _join(segments: Iterable[str]) -> str:
    """Return segments as a class name; those that are class names are kept as is."""
    return "".join(
        segment if is_class_name(segment) else pascal(split_words(segment))
        for segment in segments
    )
