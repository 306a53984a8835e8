"""The generators that the benchmark compares."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


class Generator(Protocol):
    """A program that makes a Python client from a document."""

    name: str

    def command(self, document: Path, output: Path) -> list[str]:
        """Return the command that generates a client."""
        ...

    def count_operations(self, output: Path) -> int:
        """Return the number of operations that a client can call."""
        ...


class Sdksmith:
    """This project."""

    name = "sdksmith"

    def command(self, document: Path, output: Path) -> list[str]:
        """Return the command that generates a client."""
        command = [sys.executable, "-m", "sdksmith", "generate", str(document)]
        return [*command, "--output", str(output)]

    def count_operations(self, output: Path) -> int:
        """Return the number of methods in the reference."""
        if not (output / "api.md").is_file():
            return 0
        reference = (output / "api.md").read_text().splitlines()
        return sum(line.startswith("- `client.") for line in reference)


class OpenapiPythonClient:
    """openapi-python-client from PyPI."""

    name = "openapi-python-client"

    def __init__(self, programs: Path) -> None:
        self._program = programs / "openapi-python-client"

    def command(self, document: Path, output: Path) -> list[str]:
        """Return the command that generates a client."""
        command = [str(self._program), "generate", "--overwrite"]
        return [*command, "--path", str(document), "--output-path", str(output)]

    def count_operations(self, output: Path) -> int:
        """Return the number of modules with a function that sends a request."""
        modules = output.glob("*/api/*/*.py")
        return sum("def sync_detailed(" in module.read_text() for module in modules)


class OpenapiGenerator:
    """openapi-generator, as openapi-generator-cli from PyPI."""

    name = "openapi-generator"

    def __init__(self, programs: Path) -> None:
        self._program = programs / "openapi-generator-cli"

    def command(self, document: Path, output: Path) -> list[str]:
        """Return the command that generates a client."""
        command = [str(self._program), "generate", "--generator-name", "python"]
        command += ["--skip-validate-spec"]
        return [*command, "--input-spec", str(document), "--output", str(output)]

    def count_operations(self, output: Path) -> int:
        """Return the number of methods that send a request."""
        modules = output.glob("*/api/*_api.py")
        pattern = re.compile(r"^    def \w+_with_http_info\(", re.MULTILINE)
        return sum(len(pattern.findall(module.read_text())) for module in modules)
