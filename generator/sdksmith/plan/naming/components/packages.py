"""Component names that start with a package, and their short forms without it.

A generic type has the packages of its arguments as well:
`response.Envelope-acme_models_User` becomes `EnvelopeUser`.

Of 84 published documents with dots in their component names, 3 use packages as in Go
and Java (`io.k8s.api.core.v1.Pod`), 9 use .NET namespaces (`Acme.Api.Models.Pet`), and
6 put the same prefix before every name (`microsoft.graph.user`). In the other 66
documents, a dot relates one thing to another (`issuing.card`, `Invoice.Line`,
`AlertLog.jsonld`), so the whole name is kept.

Google writes packages without dots: `GoogleCloudDataplexV1Task`. In 135 published
documents, 3,475 names with more than 60 characters are mostly of this kind.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ....text.words import join_parts, pascal, singular_words, split_words
from ..classes import LONGEST_CLASS, is_class_name
from ..rules import NamingRule
from .generics import TypeRun, read_runs
from .suffixes import VAGUE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DROP_PACKAGE: Final = NamingRule(
    "drop-package",
    "The package of a type is where the server keeps it; as much of it is kept as "
    "distinguishes the type from others of the same name.",
    "com.acme.shop.Invoice -> Invoice",
)

_SEGMENT: Final = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*|[A-Za-z][A-Za-z0-9]*")
_PACKAGE: Final = re.compile(r"[a-z][a-z0-9_-]*")
_VERSION: Final = re.compile(r"[vV]\d+([._]?(alpha|beta|rc|preview|p)\d*)*")
_VERSIONED: Final = re.compile(
    r"((?:[A-Z][a-z0-9]*)+?V\d+(?:(?:alpha|beta|p)\d*)*)_*(?=[A-Z][a-z])(\w+)", re.ASCII
)
"""Package of Google, which ends with a version, and the name in it."""
_LONGEST_VERSIONED: Final = 200
"""Maximum length of a name that is searched for versions; longer ones are not written
by people."""
_PREFIX_WORD: Final = re.compile(r"V\d\w*$|[A-Z][a-z0-9]*?(?=[A-Z])")

_LAYERS: Final = frozenset(
    (
        *("model", "models", "viewmodel", "viewmodels", "dto", "dtos"),
        *("entity", "entities", "controller", "controllers", "schema", "schemas"),
        *("contracts", "generic"),
    )
)
"""Last parts of packages that denote a layer of a program, not its subject."""
_PACKAGE_LAYERS: Final = _LAYERS | {"api", "types"}

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
        versioned: Packages that end with a version, such as `GoogleCloudDataplexV1`,
            of at least ten components.
    """

    shared: tuple[str, ...]
    components: frozenset[str]
    versioned: frozenset[str] = frozenset()

    def class_names(self, name: str) -> tuple[str, ...]:
        """Return class names with more and more of the package; empty for other names.

        >>> read_qualifiers(()).class_names("io.k8s.api.core.v1.Pod")[:2]
        ('Pod', 'V1Pod')
        """
        match = _match_versioned(name)
        if match and match[1] in self.versioned:
            runs = [[*_PREFIX_WORD.findall(match[1]), match[2]]]
            sizes = [self._versioned_size(runs[0])]
        elif "." in name or "`" in name:
            found = read_runs(name)
            if not found:  # without a letter or digit, such as "```"
                return ()
            runs = [list(run.segments) for run in found]
            sizes = [self._package_size(run, alone=len(found) == 1) for run in found]
        else:
            return ()
        if not any(sizes) and "`" not in name:
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

    def _versioned_size(self, segments: Sequence[str]) -> int:
        """Return the number of segments of a package that ends with a version."""
        size = len(segments) - 1
        return (
            0 if segments[-1].lower() in VAGUE else size - _is_kept(segments[size - 1])
        )

    def _package_size(self, run: TypeRun, *, alone: bool) -> int:
        """Return the number of segments that are dropped at the start of a name."""
        segments = run.segments
        if not segments[-1] or not all(map(_SEGMENT.fullmatch, segments[:-1])):
            return 0
        shared = self._shared_size(segments)
        size = max(
            len(segments) - 1 if run.is_qualified else 0,
            _lower_size(segments, alone=alone),
            _layer_size(segments),
            shared,
        )
        prefixes = (".".join(segments[:end]) for end in range(1, size + 1))
        if any(prefix in self.components for prefix in prefixes):
            return 0
        if size in (0, shared) or not _VERSION.fullmatch(segments[size - 1]):
            return size
        is_vague = alone and segments[size].lower() in VAGUE
        return size - (is_vague or _is_kept(segments[size - 1]))

    def _shared_size(self, segments: Sequence[str]) -> int:
        size = len(self.shared)
        is_shared = size < len(segments) and tuple(segments[:size]) == self.shared
        return size if is_shared else 0


def read_qualifiers(names: Iterable[str]) -> Qualifiers:
    """Return the prefixes of the names of all components."""
    components = frozenset(names)
    counts: Counter[tuple[str, ...]] = Counter()
    versioned: Counter[str] = Counter()
    for name in components:
        if match := _match_versioned(name):
            versioned[match[1]] += 1
        segments = name.split(".")
        counts.update(tuple(segments[:end]) for end in range(1, len(segments)))
    least = max(_SHARED_COMPONENTS, _SHARED_PART * len(components))
    # Two prefixes of equal length cannot both be shared by nearly all names.
    shared = [prefix for prefix, count in counts.items() if count >= least]
    return Qualifiers(
        max(shared, key=len, default=()),
        components,
        frozenset(name for name, n in versioned.items() if n >= _SHARED_COMPONENTS),
    )


def _match_versioned(name: str) -> re.Match[str] | None:
    return _VERSIONED.fullmatch(name) if len(name) <= _LONGEST_VERSIONED else None


def _is_kept(version: str) -> bool:
    """Return whether a version is part of short names: the first one is the plain one."""
    return version.lower() != "v1" and _VERSION.fullmatch(version) is not None


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
    return size - 1 if segments[size].lower() in VAGUE else size


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
    return join_parts(
        segment if is_class_name(segment) else pascal(split_words(segment))
        for segment in segments
    )
