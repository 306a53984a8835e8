"""Custom verbs after a colon, in documents whose placeholders could be written so too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...text.lexicon import NOUN_VERBS, VERBS
from ...text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEGMENT: Final = re.compile(r":([A-Za-z_]\w*)")


def custom_verbs(paths: Iterable[str]) -> frozenset[str]:
    """Return the names of segments such as `:create` that are verbs (AIP-136).

    Such a segment is the last of its paths, as in `/secrets/:create`. Words that are
    also nouns (`:order`) are verbs only if the document has another custom verb.
    """
    last: set[str] = set()
    inner: set[str] = set()
    for path in paths:
        *before, end = (_SEGMENT.fullmatch(text) for text in path.split("/"))
        inner.update(found[1] for found in before if found)
        if end:
            last.add(end[1])
    first_words = {name: "".join(split_words(name)[:1]) for name in last - inner}
    verbs = {name: word for name, word in first_words.items() if word in VERBS}
    has_certain = any(word not in NOUN_VERBS for word in verbs.values())
    return frozenset(verbs if has_certain else ())
