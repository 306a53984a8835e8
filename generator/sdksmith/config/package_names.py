"""Default names of the package and distribution, from the title of the document."""

from __future__ import annotations

import re
from typing import Final

from ..text.file_names import package_name
from ..text.words import split_words
from .settings import is_usable_package

_MAX_WORDS: Final = 5
_NUMBERED: Final = re.compile(r"u\d+")
_FALLBACK: Final = "api_client"


def default_package(title: str) -> str:
    """Return the default import package for the title of a document.

    Handles titles that are sentences, contain no letters, start with a digit, or are the
    name of another module or of a device of Windows.
    """
    # Characters without an English spelling become code point numbers; drop those.
    spelled = [word for word in split_words(title) if not _NUMBERED.fullmatch(word)]
    name = package_name(spelled[:_MAX_WORDS], _FALLBACK)
    return name if is_usable_package(name) else f"{name}_client"


def default_distribution(package: str) -> str:
    """Return the default distribution name for an import package."""
    return package.strip("_").replace("_", "-").lower() or package
