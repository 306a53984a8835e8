"""Mutation fuzzer: documents with a few parts changed at random.

Most documents are real: those of `../shared/corpus`, or those of the project without that
folder. The others are the examples of the repair rules.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

import msgspec
import yaml
from sdksmith.load import load_document
from sdksmith.repair.engine.registry import rules
from sdksmith.repair.engine.rule import complete_example
from sdksmith.report.diagnostics import DocumentError

from tests.corpus.documents import CORPUS, find_documents
from tests.fuzz import trees
from tests.fuzz.hostile import HOSTILE

if TYPE_CHECKING:
    from sdksmith.json_data import JsonValue

MAX_BYTES: Final = 100_000
EXAMPLES: Final = 0.25
"""Part of the documents that are examples of repair rules."""
ROOT: Final = Path(__file__).parents[2]
PROJECT_DOCUMENTS: Final = (ROOT / "tests" / "cases", ROOT / "specs")

NUMBERS: Final[tuple[JsonValue, ...]] = (
    *(0, -1, 10**30, -(10**400), 2**31, 2**63, 2**64, 1e308, 5e-324, -0.0),
    *(float("inf"), float("nan"), 999_999_999),
)
ODD: Final[list[JsonValue]] = json.loads("""[
    null, "", [], {}, true, false, [null], {"": null}, [[]], [{}], "string",
    {"type": ["null"]}, {"enum": []}, {"const": null}, {"oneOf": []}, {"not": {}},
    {"allOf": [{}]}, {"type": "array"}, {"type": "object"}, {"$ref": "#/nowhere"},
    {"$ref": "#"}, {"$ref": ""}, {"$ref": 1}, {"$ref": "other.yaml#/x"}, {"x": [[{}]]}
]""")
KEYS: Final = (
    *("$ref", "200", "a/b", "{x}", "additionalProperties", "allOf", "anyOf", "content"),
    *("default", "discriminator", "enum", "get", "in", "items", "name", "oneOf", "not"),
    *("parameters", "properties", "required", "responses", "schema", "schemas", "type"),
)


def make_document(random: Random, seed: int, number: int) -> tuple[str, bytes]:
    """Return a document with one to eight mutations."""
    del seed, number
    is_example = random.random() < EXAMPLES
    data = random.choice(load_examples() if is_example else load_texts())
    root: JsonValue = msgspec.json.decode(data)
    for _ in range(random.choice([1, 1, 2, 3, 5, 8])):
        places = list(trees.find_places(root))
        if not places:
            break
        mutate = random.choice(MUTATIONS)
        mutate(random, random.choice(places), random.choice(places))
    return "document.json", trees.dump(root)


@cache
def load_examples() -> tuple[bytes, ...]:
    """Return the examples of the repair rules as JSON, in a fixed order."""
    texts = (
        trees.dump(complete_example(yaml.safe_load(example), dialect))
        for rule in rules()
        for example in (rule.bad, rule.good)
        for dialect in rule.dialects
    )
    return tuple(dict.fromkeys(texts))


@cache
def load_texts() -> tuple[bytes, ...]:
    """Return the documents as JSON, in a fixed order."""
    texts: list[bytes] = []
    for path in find_paths():
        try:
            root = load_document(path.name, path.read_bytes()).document.root
            texts.append(msgspec.json.encode(root))
        except (DocumentError, UnicodeEncodeError, OverflowError):
            continue
    return tuple(texts)


def find_paths() -> tuple[Path, ...]:
    """Return the paths of the documents, in a fixed order."""
    roots = [CORPUS] if CORPUS.is_dir() else list(PROJECT_DOCUMENTS)
    found = [
        item.path
        for item in find_documents(roots)
        if item.size <= MAX_BYTES
        and not item.is_part
        and "expected" not in item.path.parts
    ]
    return tuple(sorted(found))


def _remove(random: Random, place: trees.Place, other: trees.Place) -> None:
    del random, other
    place.take_out()


def _put_null(random: Random, place: trees.Place, other: trees.Place) -> None:
    del random, other
    place.put(None)


def _put_odd(random: Random, place: trees.Place, other: trees.Place) -> None:
    """Put a value of another type, or one that is rarely written."""
    del other
    place.put(trees.copy_tree(random.choice(ODD)))


def _put_text(random: Random, place: trees.Place, other: trees.Place) -> None:
    del other
    place.put(random.choice(HOSTILE))


def _put_number(random: Random, place: trees.Place, other: trees.Place) -> None:
    del other
    place.put(random.choice(NUMBERS))


def _nest(random: Random, place: trees.Place, other: trees.Place) -> None:
    del random, other
    place.put([place.value])


def _rename(random: Random, place: trees.Place, other: trees.Place) -> None:
    del other
    place.rename(random.choice(random.choice([KEYS, HOSTILE])))


def _refer_to_self(random: Random, place: trees.Place, other: trees.Place) -> None:
    """Put a reference to the place itself, or to something that contains it."""
    del other
    depth = random.randint(0, len(place.path))
    place.put({"$ref": "#" + trees.pointer_of(place.path[:depth])})


def _refer_to_other(random: Random, place: trees.Place, other: trees.Place) -> None:
    del random
    place.put({"$ref": "#" + trees.pointer_of(other.path)})


def _duplicate(random: Random, place: trees.Place, other: trees.Place) -> None:
    del other
    value = trees.copy_tree(place.value)
    if isinstance(place.holder, list):
        place.holder[int(place.key) : int(place.key)] = [value] * random.randint(1, 3)
    else:
        changed = random.choice([str.upper, str.swapcase, lambda key: f"{key}_", repr])
        place.holder.setdefault(changed(str(place.key)), value)


def _swap(random: Random, place: trees.Place, other: trees.Place) -> None:
    """Exchange two values, unless one contains the other."""
    del random
    shorter = min(len(place.path), len(other.path))
    if place.path[:shorter] != other.path[:shorter]:
        value = place.value
        place.put(other.value)
        other.put(value)


MUTATIONS: Final[tuple[Callable[[Random, trees.Place, trees.Place], None], ...]] = (
    *(_remove, _put_null, _put_odd, _put_odd, _put_text, _put_text, _put_number, _nest),
    *(_rename, _refer_to_self, _refer_to_other, _duplicate, _swap),
)
"""Changes of one place; the other place is a source of values and references."""
