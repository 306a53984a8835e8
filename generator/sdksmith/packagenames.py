"""Names of a package for those who gave none: from the title of the document."""

from __future__ import annotations

import re
from typing import Final

from .config import is_usable_package
from .text.words import snake, split_words

_MOST_WORDS: Final = 5
_NUMBERED: Final = re.compile(r"u\d+")
_FALLBACK: Final = "api_client"


def default_package(title: str) -> str:
    """Return an import package for the title of a document.

    A title may be a sentence, hold no letter at all, start with a digit or be the name
    of a module of the standard library.
    """
    # A letter that has no English name is spelled as its number: no name for people.
    spelled = [word for word in split_words(title) if not _NUMBERED.fullmatch(word)]
    words = spelled[:_MOST_WORDS]
    if not words:
        return _FALLBACK
    if words[0][0].isdigit():
        words.insert(0, "api")
    name = snake(words)
    return name if is_usable_package(name) else f"{name}_client"


def default_distribution(package: str) -> str:
    """Return the name on the package index that goes with an import package."""
    return package.strip("_").replace("_", "-").lower() or package
