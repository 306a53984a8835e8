"""Import time of a generated client, relative to its dependencies.

    python -m tests.benchmarks.imports CLIENT --model Issue --model FullRepository

Each run is a new process, and the programs alternate. Only ratios are meaningful. Unset
PYTHONDONTWRITEBYTECODE before, because users have compiled modules.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
from pathlib import Path

from .measuring import Measured, run_once

# `import pydantic` is lazy; the first model loads it.
_ONE_MODEL = """
import httpx2
from pydantic import BaseModel
class Item(BaseModel):
    id: int
Item.model_validate_json(b'{"id": 1}')
"""
_USE = """
import {package}
client = {package}.{client}({arguments})
from {package} import models
try:
    models.{model}.model_validate_json(b"{{}}")
except ValueError:
    pass
"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks.imports")
    parser.add_argument("client", type=Path, help="the folder of a generated client")
    parser.add_argument("--model", action="append", default=[], help="a model to use")
    parser.add_argument("--arguments", default="", help="of the client, as source")
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    source = arguments.client / "src"
    (package,) = [path.name for path in source.iterdir() if path.is_dir()]
    os.environ["PYTHONPATH"] = str(source.resolve())
    if os.environ.get("PYTHONDONTWRITEBYTECODE"):
        print("PYTHONDONTWRITEBYTECODE is set: modules are compiled in each run")
    programs = {
        "import httpx2, pydantic": "import httpx2, pydantic",
        "with one model, used": _ONE_MODEL,
        f"import {package}": f"import {package}",
    }
    for model in arguments.model:
        programs[f"client built, {model} used"] = _USE.format(
            package=package,
            client="Client",
            arguments=arguments.arguments,
            model=model,
        )
    measured = [Measured(name) for name in programs]
    for program in programs.values():  # writes the bytecode
        run_once(Measured(""), [sys.executable, "-c", program])
    for _ in range(arguments.runs):
        for item in measured:
            run_once(item, [sys.executable, "-c", programs[item.name]])
    base = statistics.median(measured[0].seconds)
    print(f"ratios to {measured[0].name}")
    for item in measured:
        print(item.row(base))


if __name__ == "__main__":
    main()
