"""Paths of operations, read as chains of resources."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from ...model.api import PathSlot, PathText
from ...text.words import is_plural, name_words, split_words
from .hosts import Words, host_words, is_host

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...model.api import PathTemplate

    Segment = tuple[PathText | PathSlot, ...]

_VERSION: Final = re.compile(
    r"v\d+([._]\d+)*([._-]?(alpha|beta|preview|rc)\d*)?"  # v1, v1.2, v1beta1
    r"|\d+(\.\d+)+"  # 2.0
    r"|\d{4}-\d{2}(-\d{2})?([._-]?(alpha|beta|preview)\d*)?"  # 2013-01-01
    r"|\d{8}",
    re.IGNORECASE,
)
_BARE_VERSION: Final = re.compile(r"\d{1,2}")  # /1/boards
_ENTRANCES: Final = {"api", "apis", "rest", "restapi", "webapi", "wp-json", "odata"}
"""First segments that only identify the path as part of an API."""
_EXTENSION: Final = re.compile(
    r"(?P<stem>.*?)\.(?P<extension>json|xml|html?|php|aspx?|ashx|asmx|jsp|cgi|do|svc"
    r"|ya?ml|csv|txt|rss|atom|xlsx?|pdf|ics|gif|png|jpe?g|svg|zip|geojson|jsonp)",
    re.IGNORECASE,
)
_FORMAT_SLOTS: Final = {"format", "ext", "type", "filetype", "contenttype"}
_ACTION: Final = re.compile(r"(?P<before>.*):(?P<action>[a-z][A-Za-z]*)")
_QUALIFIED: Final = re.compile(
    r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+\.(?P<name>[A-Za-z_]\w*)(\(.*)?", re.ASCII
)
"""Action or function of OData 4, with its namespace: `graph.v1.range(address=...)`."""
_DOTTED: Final = re.compile(r"[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)+", re.ASCII)

# A prefix that nearly all operations share is not a resource. One more operation should
# change no name, so there can be exceptions, also in a short document, and the limits are
# where few of 2,500 documents are near them.
_PREFIX_OPERATIONS: Final = 4
_PREFIX_SHARE: Final = 0.86
_PREFIX_EXCEPTIONS: Final = 2
_PREFIX_RESOURCES: Final = 0.4
"""Minimum share of the operations below a prefix that belong to resources."""

# A tenant is a link of every chain if nearly all paths are below it.
_TENANT_OPERATIONS: Final = 10
_TENANT_SHARE: Final = 0.9
_TENANTS: Final = frozenset(
    (
        *("account", "accounts", "organization", "organizations", "org", "orgs"),
        *("tenant", "tenants", "workspace", "workspaces", "company", "companies"),
    )
)

_MOST_STEPS: Final = 40
"""Number of resources in a path above which those in the middle are not resources."""


class Step(Struct, frozen=True):
    """Fixed segment of a path and the placeholders after it.

    Attributes:
        words: Words of the segment; never empty.
        slots: Wire names of the placeholders before the next fixed segment.
        host: All words of a host name; `words` omits its domain.
    """

    words: tuple[str, ...]
    slots: tuple[str, ...] = ()
    host: tuple[str, ...] = ()

    @property
    def is_plural(self) -> bool:
        """Whether the segment is a plural."""
        return is_plural(self.words[-1])


class PathShape(Struct, frozen=True):
    """Path as a chain of resources.

    Attributes:
        steps: Fixed segments, without API prefix, version and file extension.
        action: Words of a custom verb after a colon (AIP-136) or of an OData action.
        marks: Words of version and file extension, which distinguish paths with the
            same steps.
        version: Words of `marks` that belong to the version.
    """

    steps: tuple[Step, ...]
    action: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    version: tuple[str, ...] = ()

    @property
    def ends_in_item(self) -> bool:
        """Whether the path identifies an item of a collection."""
        return bool(self.steps and self.steps[-1].slots)


@lru_cache(maxsize=4096)
def read_path(template: PathTemplate) -> PathShape:
    """Return the shape of a path."""
    reader = _Reader()
    segments = [segment for segment in template.segments if segment != (PathText(""),)]
    segments = [segment for segment in segments if segment]
    segments = _after_provider(segments)
    fixed = [place for place, segment in enumerate(segments) if _plain_text(segment)]
    for place, segment in enumerate(segments):
        is_last = place == len(segments) - 1
        is_inner = bool(fixed) and place < fixed[-1]
        reader.read(segment, is_last=is_last, is_inner=is_inner)
    steps = reader.steps
    if len(steps) > _MOST_STEPS:
        steps = [*steps[: _MOST_STEPS - 1], steps[-1]]
    return PathShape(
        tuple(steps),
        reader.action,
        tuple(reader.marks),
        tuple(reader.version),
    )


def is_version(text: str) -> bool:
    """Return whether a fixed segment is a version: `v1`, `v1beta1`, `2.0`."""
    return _VERSION.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def path_text(template: PathTemplate) -> str:
    """Return a path as it is written in a document."""
    return "".join(
        "/"
        + "".join(
            part.text if isinstance(part, PathText) else f"{{{part.name}}}"
            for part in segment
        )
        for segment in template.segments
    )


def path_slots(template: PathTemplate) -> tuple[str, ...]:
    """Return the wire names of the placeholders in path order, without duplicates."""
    names = (
        part.name
        for segment in template.segments
        for part in segment
        if isinstance(part, PathSlot)
    )
    return tuple(dict.fromkeys(names))


def _after_provider(segments: list[Segment]) -> list[Segment]:
    """Return the segments after `/providers/Microsoft.X/` (Azure Resource Manager)."""
    for index in range(len(segments) - 3, -1, -1):
        name = _plain_text(segments[index + 1])
        if _plain_text(segments[index]).lower() == "providers" and "." in name:
            rest = segments[index + 2 :]
            return rest if any(map(_plain_text, rest)) else segments
    return segments


def _plain_text(segment: Segment) -> str:
    if len(segment) == 1 and isinstance(segment[0], PathText):
        return segment[0].text
    return ""


class _Reader:
    """Parser for the segments of one path."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.action: tuple[str, ...] = ()
        self.marks: list[str] = []
        self.version: list[str] = []

    def read(self, segment: Segment, *, is_last: bool, is_inner: bool) -> None:
        if is_host(text := unquote(_plain_text(segment))):
            words = host_words(text) or name_words(text)
            self.steps.append(Step(words, host=name_words(text)))
            return
        if self.steps and self._read_qualified(segment, is_last=is_last):
            return
        for index, part in enumerate(segment):
            if isinstance(part, PathSlot):
                self._read_slot(part, segment[:index])
                continue
            text = unquote(part.text)
            ends = index == len(segment) - 1
            if (
                is_last
                and ends
                and (match := _ACTION.fullmatch(text))
                and (index or match["before"])
            ):
                self.action = split_words(match["action"])
                text = match["before"]
            if ends and (match := _EXTENSION.fullmatch(text)):
                self.marks.extend(split_words(match["extension"]))
                text = match["stem"]
            # Other text next to placeholders is a separator, as in `{a}..{b}`.
            if index == 0 or (ends and split_words(text)):
                self._read_text(text, alone=len(segment) == 1, whole=is_inner)

    def _read_qualified(self, segment: Segment, *, is_last: bool) -> bool:
        """Read a segment that is an OData action, and return whether it is one.

        The arguments of the action are not items of a collection.
        """
        first = segment[0]
        match = isinstance(first, PathText) and _QUALIFIED.fullmatch(
            unquote(first.text)
        )
        if not match or _EXTENSION.fullmatch(match[0]):
            return False
        words = split_words(match["name"])
        if is_last:
            self.action = words
        else:
            self.steps.append(Step(words))
        return True

    def _read_slot(self, slot: PathSlot, before: Segment) -> None:
        if before and _is_format(slot, before[-1]):
            return
        if self.steps:
            last = self.steps[-1]
            self.steps[-1] = replace(last, slots=(*last.slots, slot.name))

    def _read_text(self, text: str, *, alone: bool, whole: bool) -> None:
        if not text:
            return
        if alone and self._read_entrance(text):
            return
        # `/chat.postMessage` calls a method. Inside a path, such a segment is one name.
        is_chain = not whole and _DOTTED.fullmatch(text)
        parts = text.split(".") if is_chain else [text]
        for part in parts:
            if alone or split_words(part):
                self.steps.append(Step(name_words(part)))

    def _read_version(self, words: Iterable[str]) -> None:
        words = tuple(words)
        self.marks += words
        self.version += words

    def _read_entrance(self, text: str) -> bool:
        if is_version(text):
            self._read_version(split_words(text))
            return True
        if _BARE_VERSION.fullmatch(text):
            self._read_version((f"v{text}",))
            return True
        if self.steps:
            return False
        return text.lower() in _ENTRANCES


def _is_format(slot: PathSlot, before: PathText | PathSlot) -> bool:
    """Return whether a placeholder after other text is that of a file extension."""
    name = slot.name.replace("_", "").lower()
    follows_dot = isinstance(before, PathText) and before.text.endswith(".")
    return name.endswith("extension") or (follows_dot and name in _FORMAT_SLOTS)


def strip_prefix(shapes: Sequence[PathShape]) -> tuple[PathShape, ...]:
    """Return the shapes without leading steps that are not resources.

    Nearly all operations share such a step, and none of them ends in it. The step is
    neither a collection nor followed by a placeholder, several steps follow it, and many
    of its operations belong to resources below it.
    """
    result = tuple(shapes)
    while (prefix := _shared_step(result)) is not None:
        result = tuple(
            replace(shape, steps=shape.steps[1:]) if _starts(shape, prefix) else shape
            for shape in result
        )
    return _strip_tenant(result)


def _strip_tenant(shapes: tuple[PathShape, ...]) -> tuple[PathShape, ...]:
    """Return the shapes without an account that nearly all paths start with.

    `/accounts/{id}/messages` becomes `messages`; the placeholder stays an argument. Paths
    of the account itself, and actions on it, keep the step.
    """
    firsts = Counter(shape.steps[0] for shape in shapes if _has_tenant(shape))
    for tenant, count in firsts.items():
        if count >= max(_TENANT_OPERATIONS, _TENANT_SHARE * len(shapes)):
            return tuple(
                (
                    replace(shape, steps=shape.steps[1:])
                    if len(shape.steps) > 1
                    and shape.steps[0] == tenant
                    and _is_resource(shape)
                    else shape
                )
                for shape in shapes
            )
    return shapes


def _has_tenant(shape: PathShape) -> bool:
    first = shape.steps[0] if shape.steps else None
    return first is not None and len(first.slots) == 1 and first.words[-1] in _TENANTS


def _starts(shape: PathShape, words: tuple[str, ...]) -> bool:
    return bool(shape.steps) and shape.steps[0].words == words


def _shared_step(shapes: Sequence[PathShape]) -> tuple[str, ...] | None:
    by_head: dict[tuple[str, ...], list[PathShape]] = defaultdict(list)
    for shape in shapes:
        if shape.steps:
            by_head[shape.steps[0].words].append(shape)
    for words, group in by_head.items():
        if _are_nearly_all(len(group), len(shapes)) and _lead_on(group):
            return words
    return None


def _are_nearly_all(count: int, total: int) -> bool:
    few = min(_PREFIX_EXCEPTIONS, count // 3)
    exceptions = total - count
    is_few = exceptions <= max(few, (1 - _PREFIX_SHARE) * total)
    return is_few and count >= _PREFIX_OPERATIONS


def _lead_on(shapes: Sequence[PathShape]) -> bool:
    """Return whether paths with the same first step lead to resources below it."""
    if any(len(shape.steps) == 1 or shape.steps[0].slots for shape in shapes):
        return False
    # A single step below it would only be the next prefix.
    if len({shape.steps[1].words for shape in shapes}) == 1:
        return False
    resources = sum(map(_is_resource, shapes))
    is_plural = shapes[0].steps[0].is_plural
    return not is_plural and resources > _PREFIX_RESOURCES * len(shapes)


def _is_resource(shape: PathShape) -> bool:
    """Return whether the second step is a resource, not a method of the first."""
    _, second, *rest = shape.steps
    return bool(rest or second.slots or second.is_plural)


def qualify_hosts(shapes: Iterable[PathShape]) -> tuple[PathShape, ...]:
    """Add the domain to the words of host names that would be ambiguous without it.

    This is the case if another path has the same words in the same place: Kubernetes has
    `/api/v1/events` and `/apis/events.k8s.io/v1/events`.
    """
    shapes = tuple(shapes)
    if not any(step.host for shape in shapes for step in shape.steps):
        return shapes
    meanings: dict[tuple[Words, ...], set[Words]] = defaultdict(set)
    for shape in shapes:
        for end, step in enumerate(shape.steps, 1):
            meanings[_place(shape, end)].add(step.host)
    return tuple(
        (
            replace(shape, steps=_with_domains(shape, meanings))
            if any(step.host for step in shape.steps)
            else shape
        )
        for shape in shapes
    )


def _place(shape: PathShape, end: int) -> tuple[Words, ...]:
    return tuple(step.words for step in shape.steps[:end])


def _with_domains(
    shape: PathShape, meanings: dict[tuple[Words, ...], set[Words]]
) -> tuple[Step, ...]:
    return tuple(
        (
            replace(step, words=step.host)
            if step.host and len(meanings[_place(shape, end)]) > 1
            else step
        )
        for end, step in enumerate(shape.steps, 1)
    )
