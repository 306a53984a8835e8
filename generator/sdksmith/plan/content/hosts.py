"""Host names as path segments: `/apis/rbac.authorization.k8s.io/v1/roles`."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from ...text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .paths import PathShape, Step

    Words = tuple[str, ...]

_HOST: Final = re.compile(
    r"(?P<name>[a-z0-9-]+(\.[a-z0-9-]+)*?)"
    r"(\.[a-z0-9-]+)??"  # the domain, unless there is nothing before it
    r"\.((com|net|org|gov|edu|io|dev)|(com?|net|org|gov|edu)\.[a-z]{2})"
)


def is_host(text: str) -> bool:
    """Return whether a path segment is a host name."""
    return _HOST.fullmatch(text) is not None


def host_words(text: str) -> Words:
    """Return the words of a host name without its domain.

    >>> host_words("rbac.authorization.k8s.io")
    ('rbac', 'authorization')
    """
    match = _HOST.fullmatch(text)
    return split_words(match["name"] if match else text)


def settle_hosts(shapes: Iterable[PathShape]) -> tuple[PathShape, ...]:
    """Add the domain to the words of host names that would be ambiguous without it.

    This is the case if another path has the same words in the same place: Kubernetes has
    `/api/v1/events` and `/apis/events.k8s.io/v1/events`.
    """
    shapes = tuple(shapes)
    meanings: dict[tuple[Words, ...], set[Words]] = defaultdict(set)
    for shape in shapes:
        for end, step in enumerate(shape.steps, 1):
            meanings[_place(shape, end)].add(step.host)
    return tuple(
        (
            replace(shape, steps=_settled(shape, meanings))
            if any(step.host for step in shape.steps)
            else shape
        )
        for shape in shapes
    )


def _place(shape: PathShape, end: int) -> tuple[Words, ...]:
    return tuple(step.words for step in shape.steps[:end])


def _settled(
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
