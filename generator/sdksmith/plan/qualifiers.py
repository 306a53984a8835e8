"""Component names that start with a package, and what is left of them without it.

Of 84 published documents with dots in their component names, 3 write packages as Go
and Java do (`io.k8s.api.core.v1.Pod`), 9 namespaces of .NET (`Acme.Api.Models.Pet`), and
6 put one prefix before everything (`microsoft.graph.user`). In the other 66 a dot says
what belongs to what (`issuing.card`, `Invoice.Line`, `AlertLog.jsonld`), and stays.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..text.words import pascal, singular_words, split_words
from .classnames import LONGEST_CLASS, is_class_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_RUN: Final = re.compile(r"[A-Za-z0-9_.-]+")
"""A name between the brackets of generics: `Page«com.acme.Pet»` has two."""
_ARGUMENT: Final = re.compile(r"_+(?=[A-Z]\w*\.)", re.ASCII)
"""What .NET writes for a bracket: `Page_Acme.Models.Pet_`."""
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
"""The last part of packages that say how a program is built, not what it is about."""
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
"""Names that say too little without the package before them."""

# A prefix of nearly all components tells none apart. As with paths, it takes several
# to show that, and a few others do not disprove it, so that one more changes no name.
_SHARED_COMPONENTS: Final = 10
_SHARED_PART: Final = 0.9


class Qualifiers(Struct, frozen=True):
    """What the component names of a document start with.

    Attributes:
        shared: The segments that nearly all of them start with.
        components: All of them. What stands in one is no package: `Invoice.Line`.
    """

    shared: tuple[str, ...]
    components: frozenset[str]

    def class_names(self, name: str) -> tuple[str, ...]:
        """Return class names with ever more of the package, none for other names.

        >>> read_qualifiers(()).class_names("io.k8s.api.core.v1.Pod")[:2]
        ('V1Pod', 'CoreV1Pod')
        """
        if "." not in name:
            return ()
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
            for join in (_join_news, _join)
        )
        fitting = (n for n in names if n[:1].isalpha() and len(n) <= LONGEST_CLASS)
        return tuple(dict.fromkeys(fitting))

    def _package_size(self, segments: Sequence[str], *, alone: bool) -> int:
        """Return how many segments at the start of a name are dropped."""
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


def read_qualifiers(names: Iterable[str]) -> Qualifiers:
    """Return what the names of all components start with."""
    components = frozenset(names)
    counts: Counter[tuple[str, ...]] = Counter()
    for name in components:
        segments = name.split(".")
        counts.update(tuple(segments[:end]) for end in range(1, len(segments)))
    least = max(_SHARED_COMPONENTS, _SHARED_PART * len(components))
    # Two prefixes of one length cannot both be that of nearly all.
    shared = [prefix for prefix, count in counts.items() if count >= least]
    return Qualifiers(max(shared, key=len, default=()), components)


def _lower_size(segments: Sequence[str], *, alone: bool) -> int:
    """Return how many segments in lower case stand before a name in capitals.

    One segment may be what the name is about (`invoice.Line`), unless it is a layer. So
    may the last of several where a name says little (`shop.billing.Error`).

    Args:
        segments: The name.
        alone: Whether it is no part of a generic, which says more: `Page<shop.Pet>`.
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
    """Return how many segments there are up to the last layer."""
    if not segments[-1][0].isupper():
        return 0
    ends = (end for end in range(len(segments) - 1, 0, -1))
    return next((end for end in ends if segments[end - 1].lower() in _LAYERS), 0)


def _with_package(segments: Sequence[str], size: int, more: int) -> list[str]:
    """Return a name with the last `more` of the `size` segments of its package.

    Layers do not count, nor do they stand in a name.
    """
    package = [
        segment
        for segment in segments[:size]
        if segment not in _PACKAGE_LAYERS and segment.lower() not in _LAYERS
    ]
    return [*package[max(len(package) - more, 0) :], *segments[size:]]


def _join_news(segments: Iterable[str]) -> str:
    """Return segments as a class name, without those that the next one starts with."""
    kept: list[str] = []
    for segment in segments:
        if kept and _starts(split_words(segment), split_words(kept[-1])):
            kept.pop()
        kept.append(segment)
    return _join(kept)


def _starts(words: tuple[str, ...], start: tuple[str, ...]) -> bool:
    """Return whether words start with others, in the plural or the singular."""
    same = singular_words(words[: len(start)]) == singular_words(start)
    return bool(start) and same


def _join(segments: Iterable[str]) -> str:
    """Return segments as a class name; those that are class names stay as they are."""
    return "".join(
        segment if is_class_name(segment) else pascal(split_words(segment))
        for segment in segments
    )
