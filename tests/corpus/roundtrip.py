"""Decode and encode a value of each schema of real documents, and compare.

    python -m tests.corpus.roundtrip ../shared/corpus --seed 1

For every component schema of a document, and every schema of a response, values are
generated from the JSON Schema (`instances.py`), validated, decoded with the model of the
client, strictly and leniently, and encoded again. The JSON must be equal, with numbers
compared by value. Date-times are equal if they denote the same instant with the same
offset: `.120Z` and `.12Z`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, time
from importlib import import_module, invalidate_caches
from pathlib import Path
from random import Random
from types import GenericAlias
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from pydantic import TypeAdapter, ValidationError
from sdksmith.json_data import object_of
from sdksmith.model.build import build_api
from sdksmith.model.types import ListOf, MapOf
from sdksmith.plan import PlanSettings, build_package
from sdksmith.plan.naming.resources import build_tree
from sdksmith.plan.types.library import plan_library
from sdksmith.reading import read_repaired
from sdksmith.render.files import render_package
from sdksmith.report.diagnostics import DocumentError
from sdksmith.upgrade import upgrade

from .__main__ import find_documents
from .any_annotations import find, find_any_annotations
from .instances import Instances, NoInstanceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdksmith.json_data import JsonObject, JsonValue
    from sdksmith.model.api import Api
    from sdksmith.model.types import TypeId
    from sdksmith.plan.types.library import TypeLibrary

TRIES = 4
"""Number of values per schema. Every second one has only required properties."""

_REFERENCE = re.compile(r'"(#/components/schemas/[^"/]+)')


class NoClientError(Exception):
    """Raised if a document has no operation or no model."""


@dataclass
class Tally:
    """Results of one document."""

    schemas: int = 0
    without_value: int = 0
    values: int = 0
    unlike: list[str] = field(default_factory=list[str])
    refused: list[str] = field(default_factory=list[str])
    any_annotations: list[str] = field(default_factory=list[str])


@dataclass(frozen=True)
class Client:
    """Imported client of a document."""

    root: JsonObject
    library: TypeLibrary
    models: Any
    construct: Any
    find_mismatches: Any


def make_client(path: Path, folder: Path, package: str) -> Client:
    """Generate the client of a document into a folder, and import its models."""
    document = upgrade(read_repaired(str(path)))
    api = build_api(document).api
    if not api.operations:
        raise NoClientError
    plan = PlanSettings(package=package, distribution=package)
    for file in render_package(build_package(api, plan).package):
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, encoding="utf-8")
    invalidate_caches()
    sys.path.insert(0, str(folder / "src"))
    if not (folder / "src" / package / "models").is_dir():
        raise NoClientError
    try:
        models = import_module(f"{package}.models")
        lenient = import_module(f"{package}._runtime.response.lenient")
        mismatches = import_module(f"{package}._runtime.response.mismatches")
    finally:
        sys.path.remove(str(folder / "src"))
    library = plan_library(api, build_tree(api))
    return Client(
        document.root,
        library,
        models,
        lenient.construct,
        mismatches.find_mismatches,
    )


def find_subjects(api: Api) -> Iterator[tuple[str, TypeId]]:
    """Yield the pointers and types of decoded schemas."""
    seen: set[TypeId] = set()
    types = [type_id for _, type_id in api.schemas]
    for operation in api.operations:
        for response in operation.responses:
            types += [item.type for item in response.contents if item.type is not None]
    for type_id in types:
        pointer = api.types[type_id].meta.pointer
        if type_id not in seen and pointer:
            seen.add(type_id)
            yield pointer, type_id


def python_type(client: Client, type_id: TypeId) -> Any:
    """Return the class or alias of a type, None for scalars."""
    name = client.library.names.models.get(type_id)
    if name is not None:
        return getattr(client.models, name)
    match client.library.type(type_id):
        case ListOf(items=inner, nullable_items=nullable):
            made = python_type(client, inner)
            return (
                None if made is None else GenericAlias(list, _or_none(made, nullable))
            )
        case MapOf(values=inner, nullable_values=nullable):
            made = python_type(client, inner)
            if made is None:
                return None
            return GenericAlias(dict, (str, _or_none(made, nullable)))
        case _:
            return None


def _or_none(made: Any, nullable: bool) -> Any:
    return made | None if nullable else made


def relaxed(node: JsonValue) -> JsonValue:
    """Return a schema in which `oneOf` accepts several matches.

    Clients do not check whether a value matches a second alternative, nor patterns,
    formats and conditions.
    """
    if isinstance(node, list):
        return [relaxed(item) for item in node]
    if not isinstance(node, dict):
        return node
    dropped = {"pattern", "format", "not", "if", "then", "else", "discriminator"}
    dropped |= {"multipleOf", "uniqueItems", "contains", "dependentSchemas"}
    made: JsonObject = {}
    for key, value in node.items():
        if key in {"properties", "patternProperties", "$defs"} and isinstance(
            value, dict
        ):
            made[key] = {name: relaxed(item) for name, item in value.items()}
        elif key in {"example", "examples", "default", "enum", "const"}:
            made[key] = value
        elif key not in dropped:
            made["anyOf" if key == "oneOf" and "anyOf" not in node else key] = relaxed(
                value
            )
    return made


def make_values(client: Client, pointer: str, seed: int) -> Iterator[JsonValue]:
    """Yield valid values of the schema at a pointer."""
    random = Random(f"{seed} {pointer}")
    instances = Instances(client.root, random)
    for index in range(TRIES):
        try:
            value = instances.make(pointer, sparse=index % 2 == 1)
        except (NoInstanceError, RecursionError):
            continue
        yield value


class Checker:
    """Validator of values against the schemas of a document."""

    def __init__(self, root: JsonObject) -> None:
        self._root = root
        components = object_of(root.get("components"))
        self._relaxed = {
            f"#/components/schemas/{name}": relaxed(node)
            for name, node in object_of(components.get("schemas")).items()
        }
        self._known: dict[str, Any] = {}

    def accepts(self, pointer: str, value: JsonValue) -> bool:
        """Return whether a value is valid; True if its schema is unreadable."""
        if pointer not in self._known:
            self._known[pointer] = self._compile(pointer)
        validator = self._known[pointer]
        return validator is None or validator.is_valid(value)

    def _compile(self, pointer: str) -> Any:
        node = relaxed(find(self._root, pointer))
        if not isinstance(node, dict):
            return None
        reached: JsonObject = {}
        stack = [node]
        while stack:
            for reference in _REFERENCE.findall(json.dumps(stack.pop())):
                name = reference.removeprefix("#/components/schemas/")
                target = self._relaxed.get(reference)
                if name not in reached and isinstance(target, dict):
                    reached[name] = target
                    stack.append(target)
        schema = {**node, "components": {"schemas": reached}}
        try:
            return jsonschema_rs.Draft202012Validator(schema)
        except (ValueError, jsonschema_rs.ValidationError):
            return None


def differ(one: JsonValue, other: JsonValue, place: str = "") -> str:
    """Return the location where two JSON values differ, empty if they are equal."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted(one.keys() | other.keys()):
            if key not in one or key not in other:
                return f"{place}/{key} {'lost' if key in one else 'added'}"
            found = differ(one[key], other[key], f"{place}/{key}")
            if found:
                return found
        return ""
    if isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            return f"{place} has another length"
        pairs = enumerate(zip(one, other, strict=True))
        each = (differ(a, b, f"{place}/{index}") for index, (a, b) in pairs)
        return next(filter(None, each), "")
    if isinstance(one, bool) is isinstance(other, bool) and one == other:
        return ""
    if isinstance(one, str) and isinstance(other, str) and _same_time(one, other):
        return ""
    return f"{place} {one!r} became {other!r}"


def _same_time(one: str, other: str) -> bool:
    for kind in (datetime, time):
        try:
            first, second = kind.fromisoformat(one), kind.fromisoformat(other)
        except ValueError:
            continue
        return first == second and first.utcoffset() == second.utcoffset()
    return False


def check_subject(client: Client, made: Any, value: JsonValue) -> tuple[str, str]:
    """Return the change of a value by a round trip, and the error of strict decoding."""
    adapter: TypeAdapter[Any] = TypeAdapter(made)
    text = json.dumps(value)
    refused = ""
    results = [client.construct(made, value)]
    try:
        mismatches = client.find_mismatches(adapter, text)
        if mismatches is not None:
            raise mismatches
        results.append(adapter.validate_json(text, by_alias=True, by_name=False))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=True)[0]
        refused = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"[:200]
    for result in results:
        back = adapter.dump_python(
            result, mode="json", by_alias=True, exclude_unset=True, warnings=False
        )
        unlike = differ(value, json.loads(json.dumps(back)))
        if unlike:
            return unlike, refused
    return "", refused


def check_document(path: Path, folder: Path, package: str, seed: int) -> Tally:
    """Return the results of one document."""
    client = make_client(path, folder, package)
    checker = Checker(client.root)
    tally = Tally(any_annotations=find_any_annotations(client.library, client.root))
    for pointer, type_id in find_subjects(client.library.api):
        made = python_type(client, type_id)
        if made is None:
            continue
        tally.schemas += 1
        count = 0
        for value in make_values(client, pointer, seed):
            if value is None or not checker.accepts(pointer, value):
                continue
            count += 1
            unlike, refused = check_subject(client, made, value)
            if unlike:
                tally.unlike.append(f"{pointer}: {unlike}")
            if refused:
                tally.refused.append(f"{pointer}: {refused}")
        tally.values += count
        tally.without_value += not count
    return tally


def main() -> int:
    """Check the documents; return 1 if a value changed or was rejected."""
    parser = argparse.ArgumentParser(prog="tests.corpus.roundtrip", description=__doc__)
    parser.add_argument("roots", nargs="+", type=Path, help="documents, or folders of")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=3, help="findings a document")
    arguments = parser.parse_args()
    totals: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for number, (_, path) in enumerate(find_documents(arguments.roots)):
            try:
                tally = check_document(
                    path, Path(folder, f"c{number}"), f"c{number}", arguments.seed
                )
            except DocumentError as error:
                totals["refused documents"] += 1
                print(f"{path.name}: {error.diagnostic.message}")
                continue
            except NoClientError:
                totals["documents without models"] += 1
                continue
            totals["documents"] += 1
            totals["schemas"] += tally.schemas
            totals["schemas without a value"] += tally.without_value
            totals["values"] += tally.values
            for name in ("unlike", "refused", "any_annotations"):
                findings: list[str] = getattr(tally, name)
                totals[name] += len(findings)
                if findings:
                    print(f"{path.name}: {len(findings)} {name}")
                for finding in findings[: arguments.show]:
                    print(f"    {finding}")
    print(json.dumps(totals, indent=2))
    return (
        1 if totals["unlike"] or totals["refused"] or totals["any_annotations"] else 0
    )


if __name__ == "__main__":
    sys.exit(main())
