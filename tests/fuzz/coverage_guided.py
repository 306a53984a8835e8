"""Coverage-guided fuzzer of loading and repair, with atheris.

    pip install --group fuzz
    python -m tests.fuzz.coverage_guided --seconds 1800 --keep /tmp/atheris

The input is the text of a document. It starts with small documents of the project, and
keeps inputs that reach new code of `sdksmith.load` and `sdksmith.repair`. An exception
other than the documented ones ends the run, and the input is kept as `crash-*`.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Final

MAX_BYTES: Final = 4096
DICTIONARY: Final = (
    *("swagger", "openapi", "2.0", "3.0.3", "3.1.0", "3.2.0", "info", "paths", "$ref"),
    *(
        "components",
        "schemas",
        "properties",
        "parameters",
        "responses",
        "schema",
        "type",
    ),
    *(
        "items",
        "allOf",
        "oneOf",
        "enum",
        "default",
        "required",
        "in",
        "name",
        "content",
    ),
    *("get", "post", "query", "header", "object", "array", "string", "null", "true"),
    *(
        "#/components/schemas/",
        "#/definitions/",
        "&a ",
        "*a",
        "<<: ",
        "? ",
        "- ",
        "|\\x0a",
    ),
    *(
        "!!str ",
        "%YAML 1.2\\x0a",
        "---\\x0a",
        "\\xef\\xbb\\xbf",
        "\\xff\\xfe",
        "{",
        "}",
        "[]",
    ),
)


def import_instrumented() -> ModuleType:
    """Import the modules under test with atheris, and return atheris.

    A module that was imported before is not instrumented, so all other imports of the
    generator are inside functions.
    """
    atheris = importlib.import_module("atheris")  # not installed for type checkers
    with atheris.instrument_imports(include=["sdksmith.load", "sdksmith.repair"]):
        importlib.import_module("sdksmith.load.yaml.text")
        from sdksmith.repair.engine.registry import rules

        rules()  # imports their modules
    return atheris


def make_target() -> Callable[[bytes], None]:
    """Return the function under test: any exception but a rejection is a crash."""
    from sdksmith.load import load_document
    from sdksmith.repair.engine.passes import repair
    from sdksmith.report.diagnostics import DocumentError

    def run(data: bytes) -> None:
        with suppress(DocumentError):
            repair(load_document("document.yaml", data).document)

    return run


def write_corpus(folder: Path) -> None:
    """Write the first inputs: documents of the project, and examples of the rules."""
    from tests.fuzz.fields import load_templates
    from tests.fuzz.mutations import ROOT, load_examples
    from tests.fuzz.trees import dump

    folder.mkdir(parents=True, exist_ok=True)
    paths = sorted((ROOT / "tests" / "cases").glob("*/spec.*"))
    texts = [path.read_bytes() for path in paths]
    texts += [dump(template.root) for template in load_templates()]
    texts += load_examples()
    for number, text in enumerate(texts):
        if len(text) <= MAX_BYTES:
            (folder / f"input-{number}").write_bytes(text)


def main() -> None:
    """Run atheris until the time is over or an input crashes."""
    parser = argparse.ArgumentParser(prog="tests.fuzz.coverage_guided")
    parser.add_argument("--seconds", type=int, default=1800)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for inputs and crashes")
    arguments = parser.parse_args()
    atheris = import_instrumented()
    keep = arguments.keep or Path(tempfile.mkdtemp(prefix="sdksmith-atheris-"))
    write_corpus(keep / "corpus")
    dictionary = keep / "dictionary.txt"
    dictionary.write_text("".join(f'"{word}"\n' for word in DICTIONARY))
    options = [
        f"-max_total_time={arguments.seconds}",
        f"-max_len={MAX_BYTES}",
        f"-seed={arguments.seed}",
        f"-dict={dictionary}",
        f"-artifact_prefix={keep}/",
        "-timeout=10",
        "-rss_limit_mb=2048",
        str(keep / "corpus"),
    ]
    atheris.Setup([sys.argv[0], *options], make_target())
    atheris.Fuzz()


if __name__ == "__main__":
    main()
