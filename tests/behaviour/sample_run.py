"""Whole clients, made from documents, that make all of their sample calls."""

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
from sdksmith.pipeline import read_repaired
from sdksmith.plan import PlanSettings, build_package
from sdksmith.render.files import render_package
from sdksmith.upgrade import upgrade

from .contract import DocumentContract
from .document_server import NO_ANSWER, REFUSED, serve_document

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject
    from sdksmith.plan.package import ClientView

PACKAGE = "driven"
CALLER = Path(__file__).with_name("sample_calls.py")


@dataclass
class Drive:
    """What became of the sample calls of one client.

    Attributes:
        refused: What the server found wrong, by call.
        undecoded: What the client could not decode, by call.
        unanswered: Calls to which the server found no answer that the document allows.
    """

    made: int = 0
    refused: dict[str, str] = field(default_factory=dict[str, str])
    undecoded: dict[str, str] = field(default_factory=dict[str, str])
    unanswered: list[str] = field(default_factory=list[str])

    @property
    def accepted(self) -> int:
        """How many calls the server had nothing against."""
        return self.made - len(self.refused)

    @property
    def decoded(self) -> int:
        """How many of their answers the client decoded, in strict mode."""
        return self.accepted - len(self.undecoded) - len(self.unanswered)

    @property
    def is_clean(self) -> bool:
        """Whether each call was accepted and each answer decoded."""
        return not self.refused and not self.undecoded


def make_client(spec: Path, folder: Path, *, thorough: bool) -> JsonObject:
    """Write the client of a document; return the document in the shape of 3.1.

    Args:
        spec: The document.
        folder: Where the client goes.
        thorough: Whether its sample calls give every argument.

    Raises:
        DocumentError: The document cannot be used.
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
    """Return the arguments that a client needs to send credentials to some address."""
    needed = [str(one.name) for view in client.credentials for one in view.arguments]
    variables = [item.argument for item in client.variables]
    needed += [str(one.name) for one in variables if one.default is None]
    return needed


def run_calls(
    folder: Path, port: int, *options: str, timeout: float = 600
) -> list[dict[str, Any]]:
    """Make the sample calls of a client; return what `sample_calls.py` says of each.

    Raises:
        RuntimeError: The client does not import, or its tests do not.
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


def drive(spec: Path, folder: Path, *, thorough: bool) -> Drive:
    """Run the client of a document against a server that reads the document itself.

    Raises:
        DocumentError: The document cannot be used.
    """
    root = make_client(spec, folder, thorough=thorough)
    with serve_document(DocumentContract(root)) as port:
        said = run_calls(folder, port, "--keep-base-url")
    result = Drive(made=len(said))
    for index, item in enumerate(said):
        key = f"{index} {item['call']}"
        if item["status"] != 200:
            is_judged = item["status"] == REFUSED
            body = item["body"]
            text = body["complaint"] if is_judged else f"{item['status']} {body}"
            result.refused[key] = str(text)
        elif item.get("type") == NO_ANSWER:
            result.unanswered.append(key)
        elif "undecoded" in item:
            result.undecoded[key] = str(item["undecoded"])
    return result
