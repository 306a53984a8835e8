"""Field fuzzer: hostile strings in every field and every key of the specifications.

The fields come from documents in `documents/` that use all of them, written by hand from the
specifications: fuzzer and generator share no table of fields.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

import yaml

from tests.fuzz import trees
from tests.fuzz.hostile import HOSTILE

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

DOCUMENTS: Final = Path(__file__).parent / "documents"
VERSIONS: Final[tuple[tuple[str, str, str], ...]] = (
    ("swagger", "2.0", "swagger-2.0.yaml"),
    ("openapi", "3.0.4", "openapi-3.yaml"),
    ("openapi", "3.1.1", "openapi-3.yaml"),
    ("openapi", "3.2.0", "openapi-3.yaml"),
)
"""Key and value of the version, and the file with the documents."""

CHANGES: Final = 20
"""Number of fields and keys that a document changes."""

MAPS: Final = frozenset(
    {
        *("$defs", "additionalOperations", "callbacks", "content", "definitions"),
        *("dependentRequired", "dependentSchemas", "encoding", "examples", "headers"),
        *("links", "mapping", "mediaTypes", "parameters", "pathItems", "paths"),
        *("patternProperties", "properties", "requestBodies", "responses", "schemas"),
        *("scopes", "securityDefinitions", "securitySchemes", "variables", "webhooks"),
        *("onEvent", "Shared"),
    }
)
"""Keys of objects whose keys are names of the author; two are names of callbacks."""


class Template(NamedTuple):
    """A document without hostile text.

    Attributes:
        values: Paths of strings, numbers and booleans.
        containers: Paths of objects and arrays.
        keys: Paths whose last key is a name of the author.
    """

    root: JsonObject
    values: tuple[trees.Path, ...]
    containers: tuple[trees.Path, ...]
    keys: tuple[trees.Path, ...]


@cache
def load_templates() -> tuple[Template, ...]:
    """Return the documents of all versions."""
    return tuple(
        _make_template({**_head(key, version), **fragment})
        for key, version, file in VERSIONS
        for fragment in yaml.safe_load_all((DOCUMENTS / file).read_text("utf-8"))
    )


def _head(key: str, version: str) -> JsonObject:
    return {key: version, "info": {"title": "Everything", "version": "1"}, "paths": {}}


def _make_template(root: JsonObject) -> Template:
    places = list(trees.find_places(root))
    scalars = [place for place in places if not isinstance(place.value, dict | list)]
    containers = [place for place in places if isinstance(place.value, dict | list)]
    return Template(
        root,
        tuple(place.path for place in scalars),
        tuple(place.path for place in containers),
        tuple(place.path for place in places if _is_author_key(place)),
    )


def _is_author_key(place: trees.Place) -> bool:
    if not isinstance(place.holder, dict) or len(place.path) < 2:
        return False
    parent = place.path[-2]
    # The keys of a security requirement are names of schemes.
    return parent in MAPS or (isinstance(parent, int) and "security" in place.path)


def make_document(random: Random, seed: int, number: int) -> tuple[str, bytes]:
    """Return a document in which some fields and keys are hostile strings.

    Consecutive numbers visit all templates in turn. For each template, they visit every
    place before they visit one again, each time with the next string.
    """
    templates = load_templates()
    template = templates[number % len(templates)]
    root = trees.copy_tree(template.root)
    assert isinstance(root, dict)
    turn = number // len(templates)
    places = [(path, False) for path in template.values]
    places += [(path, True) for path in template.keys]
    chunk, shift = _chunk(places, turn, seed)
    if turn % 4 == 3:
        path = template.containers[(turn // 4) % len(template.containers)]
        chunk.append((path, False))
    # Keys last, and the deepest first: a renamed key changes the paths below it.
    for path, is_key in sorted(chunk, key=lambda item: (item[1], -len(item[0]))):
        place = trees.find_place(root, path)
        if place is None:
            continue
        text = HOSTILE[(shift + hash_path(path)) % len(HOSTILE)]
        _change(root, place, text, is_key=is_key, is_consistent=random.random() < 0.5)
    return "document.json", trees.dump(root)


def _chunk(
    places: list[tuple[trees.Path, bool]], turn: int, seed: int
) -> tuple[list[tuple[trees.Path, bool]], int]:
    """Return the places that a document changes, and the offset of their strings."""
    count = -(-len(places) // CHANGES)
    shift = turn // count
    shuffled = sorted(places, key=repr)
    Random(f"{seed} {shift}").shuffle(shuffled)
    start = turn % count * CHANGES
    return shuffled[start : start + CHANGES], shift + seed


def hash_path(path: trees.Path) -> int:
    """Return a number for a path that is the same in each process."""
    return sum((index + 1) * ord(char) for index, char in enumerate(repr(path)))


def _change(
    root: JsonValue,
    place: trees.Place,
    text: str,
    *,
    is_key: bool,
    is_consistent: bool,
) -> None:
    old = place.key if is_key else place.value
    if is_key:
        place.rename(text)
    else:
        place.put(text)
    is_name = is_key or place.key in {"name", "operationId"}
    if is_consistent and is_name and isinstance(old, str):
        _rename_uses(root, old, text)


def _rename_uses(root: JsonValue, old: str, new: str) -> None:
    """Rename the uses of a name: references, placeholders of paths, required properties."""
    for place in list(trees.find_places(root)):
        key, value = place.key, place.value
        if value == old:
            place.put(new)
        elif isinstance(value, str) and key == "$ref" and value.endswith(f"/{old}"):
            place.put(value.removesuffix(old) + trees.escape_token(new))
        if isinstance(key, str) and f"{{{old}}}" in key:
            place.rename(key.replace(f"{{{old}}}", f"{{{new}}}"))
        elif key == old and len(place.path) > 1 and isinstance(place.path[-2], int):
            place.rename(new)
