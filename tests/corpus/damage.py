"""Generate clients of real documents that were damaged at random.

    python -m tests.corpus.damage ../shared/corpus --seconds 600 --seed 1

Each run damages a copy of one document in a few places: a value of another kind, a key
that is gone or renamed, a piece in place of another, a reference to anywhere. Then every
stage runs but the writing. A document may be refused; a fault of the generator, or a run
that takes long, is printed, and the document kept, to be given to `sdksmith generate`.
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
from sdksmith.pipeline import read_repaired
from sdksmith.plan import PlanSettings, build_package
from sdksmith.render.files import render_package
from sdksmith.report.diagnostics import DocumentError
from sdksmith.upgrade import upgrade

from tests.corpus.documents import find_documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdksmith.json_data import Container, JsonObject, JsonValue

LARGEST: Final = 50_000
"""Bytes. Small documents have the traits of large ones, and many are done in a minute."""
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
    """Where a value stands: in what, under which key, and the pointer to it."""

    holder: Container
    key: str | int
    pointer: str

    @property
    def value(self) -> JsonValue:
        """The value."""
        return dict(entries(self.holder))[self.key]

    def put(self, value: JsonValue) -> None:
        """Set another value."""
        if isinstance(self.holder, dict):
            self.holder[str(self.key)] = value
        else:
            self.holder[int(self.key)] = value

    def take_out(self) -> JsonValue:
        """Remove the value, and return it."""
        if isinstance(self.holder, dict):
            return self.holder.pop(str(self.key))
        return self.holder.pop(int(self.key))


def find_places(node: JsonValue, pointer: str = "") -> Iterator[Place]:
    """Yield where the values below one stand."""
    if isinstance(node, dict | list):
        for key, value in entries(node):
            place = Place(node, key, join(pointer, key))
            yield place
            yield from find_places(value, place.pointer)


def damage(root: JsonObject, random: Random) -> None:
    """Damage a document in one place or some."""
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
    """Run every stage but the writing.

    Raises:
        DocumentError: The document cannot be used.
    """
    api = build_api(upgrade(read_repaired(path))).api
    if api.operations:
        planned = build_package(api, PlanSettings(package="x", distribution="x"))
        for file in render_package(planned.package):
            verify_content(file)


def read_documents(roots: list[Path]) -> list[tuple[str, JsonObject]]:
    """Return name and content of the documents that are small and can be read."""
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
    """Damage and generate until the time is over; return 1 if there was a fault."""
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
        except Exception as error:  # noqa: BLE001 -- that there is none is the point
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
