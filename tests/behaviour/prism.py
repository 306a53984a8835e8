"""Run the client of each document against Prism, a mock server that none of us wrote.

    npm install @stoplight/prism-cli
    python -m tests.behaviour.prism DOCUMENT... --prism node_modules/.bin/prism

Prism validates requests (`--errors`) by the repaired document, as `sdksmith repair` gives
it, and makes up the answers. Both listen on 127.0.0.1 alone. It is run by hand, not in CI.
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

from .sample_run import Drive, make_client, run_calls

if TYPE_CHECKING:
    from collections.abc import Generator

_OWN_ANSWER = "Prism refuses its own answer"
_NO_WRITER = ("Cannot serialise", "Cannot find serializer")
"""What Prism says when it cannot write an answer that is no JSON, such as an image."""

_STARTS_WITHIN = 60.0
"""Seconds; large documents take Prism long to read."""


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
        RuntimeError: It does not start.
    """
    port = _free_port()
    # Made-up answers: the examples of many documents are none of their own schemas.
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


def drive_with_prism(spec: Path, folder: Path, prism: Path, *, thorough: bool) -> Drive:
    """Run the client of a document against Prism.

    Raises:
        DocumentError: The document cannot be used.
        RuntimeError: Prism cannot use it.
    """
    make_client(spec, folder, thorough=thorough)
    repaired = folder / "repaired.json"
    repaired.write_text(json.dumps(repair_document(spec).root), encoding="utf-8")
    with run_prism(prism, repaired, folder / "prism.log") as port:
        said = run_calls(folder, port)
    result = Drive(made=len(said))
    for index, item in enumerate(said):
        key = f"{index} {item['call']}"
        complaint = _complaint(item)
        if complaint == _OWN_ANSWER:
            result.unanswered.append(key)
        elif complaint:
            result.refused[key] = complaint
        elif "undecoded" in item:
            result.undecoded[key] = str(item["undecoded"])
    return result


def _complaint(item: dict[str, Any]) -> str:
    """Return what Prism has against a call.

    A status of failure that Prism gives with a body of the API's own is an answer that it
    chose, since the document has none of success; its own errors are problems of RFC 9457.
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
        of_answer = found and all(one["location"][0] == "response" for one in found)
        title = str(problem.get("title", ""))
        if of_answer or title.startswith(_NO_WRITER):
            return _OWN_ANSWER
        detail = str(found or problem.get("detail") or item.get("body"))
        return f"{item['status']} {problem.get('title', '')}: {detail}"[:1500]
    return ""


def main() -> int:
    """Return 1 when a call fell short."""
    parser = argparse.ArgumentParser(
        prog="tests.behaviour.prism",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("documents", nargs="+", type=Path)
    parser.add_argument("--prism", type=Path, required=True, help="Prism's command")
    parser.add_argument(
        "--thorough", action="store_true", help="give every argument, not only required"
    )
    arguments = parser.parse_args()
    fell_short = False
    for spec in arguments.documents:
        with tempfile.TemporaryDirectory() as folder:
            try:
                result = drive_with_prism(
                    spec, Path(folder), arguments.prism, thorough=arguments.thorough
                )
            except (DocumentError, RuntimeError) as error:
                print(f"{spec}: not run: {error}", flush=True)
                fell_short = True
                continue
        figures = f"made {result.made} accepted {result.accepted}"
        figures += f" decoded {result.decoded} unanswered {len(result.unanswered)}"
        print(f"{spec}: {figures}", flush=True)
        fell_short = fell_short or not result.is_clean
        for call, text in [*result.refused.items(), *result.undecoded.items()]:
            print(f"  {call}\n    {text}", flush=True)
    return int(fell_short)


if __name__ == "__main__":
    sys.exit(main())
