"""Generate clients of real documents that were damaged at random.

    python -m tests.corpus.damage ../shared/corpus --seconds 600 --seed 1

Each run damages a copy of one document in a few locations: a value of another type, a
removed or renamed key, a moved node, an arbitrary reference. Then all stages except the
writing run. Documents can be rejected. If the generator raises another error or takes
long, the error is printed and the document is kept for `sdksmith generate`.
"""

from __future__ import annotations

import argparse
import copy
import json
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from sdksmith.load import load_document
from sdksmith.load.document import entries, join
from sdksmith.model.build import build_api
from sdksmith.output.verify import verify_content
from sdksmith.plan import PlanSettings, build_package
from sdksmith.reading import read_repaired
from sdksmith.render.files import render_package
from sdksmith.report.diagnostics import DocumentError
from sdksmith.upgrade import upgrade

from tests.corpus.documents import find_documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdksmith.json_data import Container, JsonObject, JsonValue

LARGEST: Final = 50_000
"""Bytes. Small documents have the features of large ones and are fast to process."""
SLOW: Final = 20.0

ODD: Final[list[JsonValue]] = json.loads(r"""[
    null, "", [], {}, 0, -1, 1.5, 1000000000000000000000000000000, true, false,
    [null], {"": null}, [[]], [{}], "x y", "\u00e9t\u00e9", "string", ["string"],
    "\u2028\n'''\u0022\u0022\u0022\\", {"$ref": "#/nowhere"}, {"$ref": "#"}, {"enum": []},
    {"type": "object"}, {"type": "array"}, {"type": ["null"]}, {"const": null},
    {"type": "array", "items": [{}]}, {"oneOf": []}, {"allOf": [{}]}, {"not": {}}
]""")
KEYS: Final = [
    *("", "$ref", "200", "a/b", "{x}", "x y", "é", "class", "import", "None", "self"),
    *("__init__", "model_x", "additionalProperties", "allOf", "default", "enum", "get"),
    *("discriminator", "in", "items", "name", "properties", "required", "type"),
]


class Place(NamedTuple):
    """Location of a value: container, key and pointer."""

    holder: Container
    key: str | int
    pointer: str

    @property
    def value(self) -> JsonValue:
        """Value at the location."""
        return dict(entries(self.holder))[self.key]

    def put(self, value: JsonValue) -> None:
        """Replace the value."""
        if isinstance(self.holder, dict):
            self.holder[str(self.key)] = value
        else:
            self.holder[int(self.key)] = value

    def take_out(self) -> JsonValue:
        """Remove and return the value."""
        if isinstance(self.holder, dict):
            return self.holder.pop(str(self.key))
        return self.holder.pop(int(self.key))


def find_places(node: JsonValue, pointer: str = "") -> Iterator[Place]:
    """Yield the locations of nested values."""
    if isinstance(node, dict | list):
        for key, value in entries(node):
            place = Place(node, key, join(pointer, key))
            yield place
            yield from find_places(value, place.pointer)


def damage(root: JsonObject, random: Random) -> None:
    """Damage a document in one or several locations."""
    for _ in range(random.choice([1, 1, 2, 3, 5, 8])):
        places = list(find_places(root))
        if not places:
            return
        place, other = random.choice(places), random.choice(places)
        match random.randrange(7):
            case 0 | 1:
                place.put(copy.deepcopy(random.choice(ODD)))
            case 2:
                place.take_out()
            case 3 if isinstance(place.holder, dict):
                place.holder[random.choice(KEYS)] = place.take_out()
            case 4:
                place.put(copy.deepcopy(other.value))
            case 5:
                place.put([place.value])
            case _:
                place.put({"$ref": f"#{other.pointer}"})


def generate(path: Path) -> None:
    """Run all stages except the writing.

    Raises:
        DocumentError: If the document is unusable.
    """
    api = build_api(upgrade(read_repaired(path))).api
    if api.operations:
        planned = build_package(api, PlanSettings(package="x", distribution="x"))
        for file in render_package(planned.package):
            verify_content(file)


def read_documents(roots: list[Path]) -> list[tuple[str, JsonObject]]:
    """Return the names and contents of small readable documents."""
    read: list[tuple[str, JsonObject]] = []
    for found in find_documents(roots):
        if found.size > LARGEST or found.is_part:
            continue
        try:
            root = load_document(found.path.name, found.path.read_bytes()).document.root
            json.dumps(root)
        except (DocumentError, TypeError):
            continue
        read.append((found.path.name, root))
    return read


def main() -> int:
    """Damage documents and generate clients until the time is over; return 1 after a bug."""
    parser = argparse.ArgumentParser(prog="tests.corpus.damage", description=__doc__)
    parser.add_argument("roots", nargs="+", type=Path, help="documents, or folders of")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()))
    arguments = parser.parse_args()
    random = Random(arguments.seed)
    documents = read_documents(arguments.roots)
    tally: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    end = time.monotonic() + arguments.seconds
    path = arguments.keep / f"damaged-{arguments.seed}.json"
    while (began := time.monotonic()) < end:
        name, whole = random.choice(documents)
        root = copy.deepcopy(whole)
        damage(root, random)
        path.write_text(json.dumps(root), encoding="utf-8")
        tally["runs"] += 1
        fault = ""
        try:
            generate(path)
        except DocumentError:
            tally["refused"] += 1
        except Exception as error:  # noqa: BLE001 -- any exception is a bug
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(place.filename).name}:{place.lineno}"
            fault = f"{type(error).__name__} in {where}"
        if not fault and (seconds := time.monotonic() - began) > SLOW:
            fault = f"{name} takes {seconds:.0f} s"
        if fault and not faults[fault]:
            kept = path.with_stem(f"{path.stem}-{tally['runs']}")
            kept.write_bytes(path.read_bytes())
            print(f"{fault}: {kept}", flush=True)
        faults[fault] += bool(fault)
    print(json.dumps({**tally, "faults": faults.total()}, indent=2))
    return 1 if faults.total() else 0


if __name__ == "__main__":
    sys.exit(main())
