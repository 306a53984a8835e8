"""Host names as path segments: `/apis/rbac.authorization.k8s.io/v1/roles`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, TypeAlias

from ...text.words import split_words

Words: TypeAlias = tuple[str, ...]

_HOST: Final = re.compile(
    r"(?P<name>[a-z0-9-]+(\.[a-z0-9-]+)*?)"
    r"(\.[a-z0-9-]+)??"  # the domain, unless there is nothing before it
    r"\.((com|net|org|gov|edu|io|dev)|(com?|net|org|gov|edu)\.[a-z]{2})"
)


@lru_cache(maxsize=4096)
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
