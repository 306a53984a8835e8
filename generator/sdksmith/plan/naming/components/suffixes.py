"""Parts of component names that add nothing to their meaning.

Each function returns shorter words or names, which the caller uses only where no other
schema has them.
"""

from __future__ import annotations

import re
from typing import Final

from ....text.lexicon import PREPOSITIONS
from ....text.words import split_words
from ..classes import RESERVED_CLASSES, is_class_name
from ..rules import NamingRule

DROP_LAYER: Final = NamingRule(
    "drop-layer-suffix",
    "A suffix such as Dto, VO or ViewModel names a layer of the server, not the data.",
    "InvoiceDto -> Invoice",
)
DROP_FIRST_VERSION: Final = NamingRule(
    "drop-first-version",
    "The first version is the plain one; later versions and betas keep theirs.",
    "InvoiceV1 -> Invoice, InvoiceV2 -> InvoiceV2",
)
SHORTEN_PROSE: Final = NamingRule(
    "shorten-prose",
    "Articles, pronouns and auxiliary verbs of a sentence do not identify a type.",
    "The invoice that is returned -> InvoiceReturned",
)

VAGUE: Final = frozenset(
    (
        *("request", "response", "result", "results", "error", "errors", "status"),
        *("state", "item", "items", "list", "data", "detail", "details", "type"),
        *("info", "option", "options", "config", "configuration", "settings", "params"),
        *("parameters", "payload", "body", "input", "output", "object", "value"),
        *("entry", "record", "message", "header", "headers", "metadata", "filter"),
        *("query", "summary", "page", "event"),
    )
)
"""Names that are too unspecific alone."""

_LAYER: Final = re.compile(r"(?<=[a-z0-9])(?:D[Tt][Oo]|V[Oo]|ViewModel)$")
_FIRST_VERSION: Final = re.compile(r"(?<=[a-z])V1$")
_FILLERS: Final = frozenset(
    (
        *("a", "an", "the", "this", "that", "these", "those", "which", "who", "whose"),
        *("is", "are", "was", "were", "be", "been", "being", "has", "have", "had"),
        *("it", "its", "there", "will", "when", "if", "where"),
    )
)
_LONG_PROSE: Final = 6
"""Number of words of a sentence, from which its prepositions are omitted, too."""


def drop_suffixes(name: str) -> tuple[str, tuple[NamingRule, ...]]:
    """Return a class name without layer and first version, and the applied rules.

    The name is returned unchanged if the result would be unspecific or reserved.

    >>> drop_suffixes("InvoiceDtoV1")[0], drop_suffixes("ErrorDto")[0]
    ('Invoice', 'ErrorDto')
    """
    rules: dict[NamingRule, None] = {}
    short = name
    while True:
        for pattern, rule in (
            (_LAYER, DROP_LAYER),
            (_FIRST_VERSION, DROP_FIRST_VERSION),
        ):
            if pattern.search(short):
                short = pattern.sub("", short)
                rules[rule] = None
                break
        else:
            break
    is_usable = is_class_name(short) and short.lower() not in VAGUE
    if not is_usable or short in RESERVED_CLASSES:
        return name, ()
    return short, tuple(rules)


def prose_words(text: str) -> tuple[str, ...]:
    """Return the words of a name without the fillers of a sentence.

    Only names with spaces are sentences. At least two words are kept.

    >>> prose_words("The response that is returned when a payment succeeds")
    ('response', 'returned', 'payment', 'succeeds')
    """
    words = split_words(text)
    if " " not in text.strip():
        return words
    kept = tuple(word for word in words if word not in _FILLERS)
    if len(words) >= _LONG_PROSE:
        kept = tuple(word for word in kept if word not in PREPOSITIONS)
    return kept if len(kept) > 1 else words
