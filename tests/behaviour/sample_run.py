"""Generation of the client of a document, and a run of all its sample calls."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sdksmith.json_data import array_of, object_of, text_of
from sdksmith.model.build import build_api
from sdksmith.plan import PlanSettings, build_package
from sdksmith.reading import read_repaired
from sdksmith.render.files import render_package
from sdksmith.upgrade import upgrade

from .contract import DocumentContract
from .document_server import NO_RESPONSE, REFUSED, serve_document
from .sample_calls import make_calls

if TYPE_CHECKING:
    from types import ModuleType

    from sdksmith.json_data import JsonObject
    from sdksmith.plan.package import ClientView

PACKAGE = "driven"
CALLER = Path(__file__).with_name("sample_calls.py")


@dataclass
class SampleRun:
    """Results of the sample calls of one client.

    Attributes:
        refused: Violations that the server found, by call.
        undecoded: Errors of the client about responses, by call.
        without_response: Calls for which the server found no valid response.
    """

    made: int = 0
    refused: dict[str, str] = field(default_factory=dict[str, str])
    undecoded: dict[str, str] = field(default_factory=dict[str, str])
    without_response: list[str] = field(default_factory=list[str])

    @property
    def accepted(self) -> int:
        """Number of calls that the server accepted."""
        return self.made - len(self.refused)

    @property
    def decoded(self) -> int:
        """Number of responses that the client decoded in strict mode."""
        return self.accepted - len(self.undecoded) - len(self.without_response)

    @property
    def is_clean(self) -> bool:
        """Whether all calls were accepted and all responses decoded."""
        return not self.refused and not self.undecoded


def make_client(spec: Path, folder: Path, *, thorough: bool) -> JsonObject:
    """Write the client of a document; return the document upgraded to 3.1.

    Args:
        spec: The document.
        folder: Folder of the client.
        thorough: Whether sample calls pass optional arguments too.

    Raises:
        DocumentError: If the document is unusable.
    """
    document = upgrade(read_repaired(spec))
    settings = PlanSettings(package=PACKAGE, distribution=PACKAGE, thorough=thorough)
    package = build_package(build_api(document).api, settings).package
    for file in render_package(package):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")
    servers = array_of(document.root.get("servers"))
    url = text_of(object_of(servers[0]).get("url")) if servers else ""
    needed = {
        "names": _needed_arguments(package.client),
        "needs_url": package.client.base_url is None,
        "base_path": urlsplit(url).path.rstrip("/"),
    }
    (folder / "arguments.json").write_text(json.dumps(needed), encoding="utf-8")
    return {**document.root}


def _needed_arguments(client: ClientView) -> list[str]:
    """Return the arguments for credentials and server variables without default."""
    needed = [str(one.name) for view in client.credentials for one in view.arguments]
    variables = [item.argument for item in client.variables]
    needed += [str(one.name) for one in variables if one.default is None]
    return needed


def run_calls(
    folder: Path, port: int, *options: str, timeout: float = 600
) -> list[dict[str, Any]]:
    """Make the sample calls of a client; return the output of `sample_calls.py`.

    Raises:
        RuntimeError: If the client or its smoke tests cannot be imported.
    """
    done = subprocess.run(
        [sys.executable, CALLER, folder, PACKAGE, str(port), *options],
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-2000:])
    return [json.loads(line) for line in done.stdout.splitlines()]


def run_calls_here(folder: Path, port: int) -> list[dict[str, Any]]:
    """Make the sample calls of a client in this process. See `run_calls`.

    A process of its own takes 0.6 s of CPU time to import the libraries.
    """
    # The tests of calls may have imported another client with this name.
    others = _take_modules()
    try:
        return list(make_calls(folder, PACKAGE, port, keeps_base_url=True))
    finally:
        _take_modules()
        sys.modules.update(others)


def _take_modules() -> dict[str, ModuleType]:
    """Remove the imported modules of the client, and return them."""
    names = [name for name in sys.modules if name.split(".")[0] == PACKAGE]
    return {name: sys.modules.pop(name) for name in names}


def run_client(spec: Path, folder: Path, *, thorough: bool) -> SampleRun:
    """Run the client of a document against a server that interprets the document.

    Raises:
        DocumentError: If the document is unusable.
    """
    root = make_client(spec, folder, thorough=thorough)
    with serve_document(DocumentContract(root)) as port:
        results = run_calls_here(folder, port)
    result = SampleRun(made=len(results))
    for index, item in enumerate(results):
        key = f"{index} {item['call']}"
        if item["status"] != 200:
            is_judged = item["status"] == REFUSED
            body = item["body"]
            text = body["violation"] if is_judged else f"{item['status']} {body}"
            result.refused[key] = str(text)
        elif item.get("type") == NO_RESPONSE:
            result.without_response.append(key)
        elif "undecoded" in item:
            result.undecoded[key] = str(item["undecoded"])
    return result
