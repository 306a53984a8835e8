"""Run the clients of documents against Prism, an independent mock server.

    npm install @stoplight/prism-cli
    python -m tests.behaviour.prism DOCUMENT... --prism node_modules/.bin/prism

Prism validates requests (`--errors`) against the output of `sdksmith repair` and generates
responses. It listens on 127.0.0.1 only. Run this by hand; CI does not.
"""

from __future__ import annotations

import argparse
import json
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sdksmith import repair_document
from sdksmith.report.diagnostics import DocumentError

from .sample_run import SampleRun, make_client, run_calls

if TYPE_CHECKING:
    from collections.abc import Generator

_OWN_RESPONSE = "Prism rejects its own response"
_NOT_SERIALISABLE = ("Cannot serialise", "Cannot find serializer")
"""Errors of Prism for responses that are not JSON, such as images."""

_STARTS_WITHIN = 60.0
"""Seconds. Prism needs long to read large documents."""


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _is_listening(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def run_prism(prism: Path, document: Path, log: Path) -> Generator[int]:
    """Run `prism mock --errors` for a document; yield its port.

    Raises:
        RuntimeError: If Prism does not start.
    """
    port = _free_port()
    # `--dynamic` because the examples of many documents violate their own schemas.
    command = [str(prism), "mock", "--errors", "--dynamic", "--host", "127.0.0.1"]
    command += ["--port", str(port), str(document)]
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
        try:
            deadline = time.monotonic() + _STARTS_WITHIN
            while not _is_listening(port):
                if process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(log.read_text(errors="replace")[-1000:])
                time.sleep(0.2)
            yield port
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def run_client_with_prism(
    spec: Path, folder: Path, prism: Path, *, thorough: bool
) -> SampleRun:
    """Run the client of a document against Prism.

    Raises:
        DocumentError: If the document is unusable.
        RuntimeError: If Prism cannot use it.
    """
    make_client(spec, folder, thorough=thorough)
    repaired = folder / "repaired.json"
    repaired.write_text(json.dumps(repair_document(spec).root), encoding="utf-8")
    with run_prism(prism, repaired, folder / "prism.log") as port:
        results = run_calls(folder, port)
    result = SampleRun(made=len(results))
    for index, item in enumerate(results):
        key = f"{index} {item['call']}"
        violation = _violation(item)
        if violation == _OWN_RESPONSE:
            result.without_response.append(key)
        elif violation:
            result.refused[key] = violation
        elif "undecoded" in item:
            result.undecoded[key] = str(item["undecoded"])
    return result


def _violation(item: dict[str, Any]) -> str:
    """Return the violation that Prism reports for a call, or an empty string.

    Errors of Prism itself are problems of RFC 9457. Any other error status is a response
    that Prism chose because the document has no successful one.
    """
    if item["status"] == 200:
        return ""
    body = item.get("body")
    problem: dict[str, Any] = {}
    if isinstance(body, dict):
        problem = cast("dict[str, Any]", body)
    kind = str(problem.get("type", ""))
    if item["status"] == 0 or "prism" in kind:
        found: list[dict[str, Any]] = problem.get("validation") or []
        of_response = found and all(one["location"][0] == "response" for one in found)
        title = str(problem.get("title", ""))
        if of_response or title.startswith(_NOT_SERIALISABLE):
            return _OWN_RESPONSE
        detail = str(found or problem.get("detail") or item.get("body"))
        return f"{item['status']} {problem.get('title', '')}: {detail}"[:1500]
    return ""


def main() -> int:
    """Run the clients; return 1 if a call failed."""
    parser = argparse.ArgumentParser(
        prog="tests.behaviour.prism",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("documents", nargs="+", type=Path)
    parser.add_argument("--prism", type=Path, required=True, help="command of Prism")
    parser.add_argument(
        "--thorough", action="store_true", help="give every argument, not only required"
    )
    arguments = parser.parse_args()
    has_failed = False
    for spec in arguments.documents:
        with tempfile.TemporaryDirectory() as folder:
            try:
                result = run_client_with_prism(
                    spec, Path(folder), arguments.prism, thorough=arguments.thorough
                )
            except (DocumentError, RuntimeError) as error:
                print(f"{spec}: not run: {error}", flush=True)
                has_failed = True
                continue
        figures = f"made {result.made} accepted {result.accepted}"
        figures += (
            f" decoded {result.decoded} unanswered {len(result.without_response)}"
        )
        print(f"{spec}: {figures}", flush=True)
        has_failed = has_failed or not result.is_clean
        for call, text in [*result.refused.items(), *result.undecoded.items()]:
            print(f"  {call}\n    {text}", flush=True)
    return int(has_failed)


if __name__ == "__main__":
    sys.exit(main())
