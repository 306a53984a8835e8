"""Program that makes all sample calls of a client.

    python sample_calls.py FOLDER PACKAGE PORT [--keep-base-url]

It takes the calls from the smoke tests of the client and prints a JSON object with the
result of each. All calls are sent to 127.0.0.1, regardless of their host.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx2


class Rerouted(httpx2.BaseTransport):
    """Transport that sends all requests to one local port."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._inner = httpx2.HTTPTransport(verify=False)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.url = request.url.copy_with(
            scheme="http", host="127.0.0.1", port=self._port
        )
        return self._inner.handle_request(request)

    def close(self) -> None:
        self._inner.close()


def read_calls(folder: Path) -> list[tuple[str, str, Any]]:
    """Return the file, `METHOD path` and function of every sample call."""
    calls: list[tuple[str, str, Any]] = []
    for path in sorted((folder / "tests").glob("test_*.py")):
        spec = importlib.util.spec_from_file_location(f"calls_{path.stem}", path)
        if spec is None or spec.loader is None:
            raise ImportError(path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        for method, target, call, _ in getattr(module, "CALLS", []):
            calls.append((path.stem, f"{method} {target}", call))
    return calls


def make_client(
    package: Any,
    folder: Path,
    port: int,
    http_client: httpx2.Client,
    *,
    keeps_base_url: bool,
) -> Any:
    """Return a client with a value for each credential and server variable."""
    needed = json.loads((folder / "arguments.json").read_text(encoding="utf-8"))
    given: dict[str, Any] = dict.fromkeys(needed["names"], "x")
    if not keeps_base_url:
        given["base_url"] = f"http://127.0.0.1:{port}"
    elif needed["needs_url"]:
        given["base_url"] = f"http://127.0.0.1:{port}{needed['base_path']}"
    return package.Client(
        **given,
        http_client=http_client,
        allow_insecure_http=True,
        max_retries=0,
        timeout=20.0,
        response_validation="strict",
    )


def make_calls(
    folder: Path, name: str, port: int, *, keeps_base_url: bool
) -> Iterator[dict[str, Any]]:
    """Make the sample calls of a client; yield the result of each as JSON."""
    sys.path.insert(0, str(folder / "src"))
    try:
        package = import_module(name)
        calls = read_calls(folder)
    finally:
        sys.path.pop(0)
    if not calls:  # it may have no client at all, but only webhooks
        return
    with (
        httpx2.Client(transport=Rerouted(port)) as http_client,
        make_client(
            package, folder, port, http_client, keeps_base_url=keeps_base_url
        ) as client,
    ):
        for file, what, call in calls:
            result: dict[str, Any] = {"call": f"{file}: {what}", "status": 200}
            try:
                call(client)
            except package.APIDecodeError as error:
                result["undecoded"] = str(error)[:1000]
                result["type"] = error.headers.get("content-type", "")
            except package.APIStatusError as error:
                result["status"] = error.status_code
                result["body"] = error.body
                result["headers"] = dict(error.headers)
            except Exception as error:  # noqa: BLE001 (each is a finding)
                result["status"] = 0
                result["body"] = f"{type(error).__name__}: {error}"[:1000]
            yield result


def main() -> None:
    """Make the calls."""
    folder, name, port = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    keeps_base_url = "--keep-base-url" in sys.argv
    for result in make_calls(folder, name, port, keeps_base_url=keeps_base_url):
        print(json.dumps(result, default=str), flush=True)


if __name__ == "__main__":
    main()
