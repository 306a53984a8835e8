"""Versions of releases."""

from __future__ import annotations

import re
from typing import Final

from ..report.changes import Verdict

# PEP 440, "Public version identifiers"; the settings have checked the spelling.
_VERSION: Final = re.compile(
    r"(?P<epoch>\d+!)?(?P<release>\d+(?:\.\d+)*)"
    r"(?:(?P<pre>a|b|rc)(?P<pre_number>\d+))?(?:\.post\d+)?"
    r"(?:\.dev(?P<dev>\d+))?(?:\+[a-z0-9.]+)?"
)
_PARTS: Final = {Verdict.MAJOR: 0, Verdict.MINOR: 1, Verdict.PATCH: 2}


def next_version(version: str, verdict: Verdict) -> str:
    """Return the version of a release with some changes (Semantic Versioning 2.0).

    Before 1.0, a breaking change raises the minor version, and any other change the patch
    version. Of a pre-release, the number is raised: `2.0rc1` becomes `2.0rc2`.

    Args:
        version: The released version (PEP 440).
        verdict: What the changes require.
    """
    match = _VERSION.fullmatch(version)
    if match is None or verdict is Verdict.NONE:
        return version
    epoch, release = match["epoch"] or "", match["release"]
    if match["dev"]:
        start = version[: match.start("dev")]
        return f"{start}{int(match['dev']) + 1}"
    if match["pre"]:
        return f"{epoch}{release}{match['pre']}{int(match['pre_number']) + 1}"
    numbers = [*map(int, release.split("."))][:3]
    numbers += [0] * (3 - len(numbers))
    part = _PARTS[verdict]
    if numbers[0] == 0:
        part = 1 if verdict is Verdict.MAJOR else 2
    numbers[part] += 1
    numbers[part + 1 :] = [0] * (2 - part)
    return epoch + ".".join(map(str, numbers))


def is_at_least(version: str, other: str) -> bool:
    """Return whether a version is the same as another one or later."""
    return _key(version) >= _key(other)


def _key(version: str) -> tuple[int, tuple[int, ...], int, str, int]:
    match = _VERSION.fullmatch(version)
    if match is None:
        return (0, (), 0, "", 0)
    numbers = [*map(int, match["release"].split("."))]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    is_final = not match["pre"] and not match["dev"]
    number = int(match["pre_number"] or match["dev"] or 0)
    epoch = int((match["epoch"] or "0!")[:-1])
    return (epoch, tuple(numbers), int(is_final), match["pre"] or "", number)
