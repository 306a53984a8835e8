"""Each item of a list is returned once, in the styles of well-known APIs."""

from __future__ import annotations

import asyncio
import importlib
import re
import sys
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import httpx2
import pytest
import yaml
from sdksmith import generate

from .servers import ITEMS, STYLES, WITHOUT_END, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .servers import Server

HERE: Final = Path(__file__).parent
REQUIRED: Final[dict[str, dict[str, object]]] = {
    "salesforce": {"q": "SELECT Id FROM Account"},
    "slack": {"channel": "C1"},
    "spring": {"pageable": {"size": 3}},
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return the package with all styles."""
    yield from load(tmp_path_factory.mktemp("styles"), "styles")


@pytest.fixture(scope="module")
def look_alikes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return the package with the look-alikes."""
    yield from load(tmp_path_factory.mktemp("look_alikes"), "look_alikes")


def load(folder: Path, name: str) -> Iterator[Any]:
    """Generate and import a client."""
    result = generate(HERE / f"{name}.yaml", folder / "client")
    source = str(folder / "client" / "src")
    sys.path.insert(0, source)
    yield importlib.import_module(result.package)
    sys.path.remove(source)
    for module in [key for key in sys.modules if key.startswith(result.package)]:
        del sys.modules[module]


class Recorder:
    """Transport that serves one style and counts the requests."""

    def __init__(self, server: Server) -> None:
        self.count = 0
        self._server = server

    def respond(self, request: httpx2.Request) -> httpx2.Response:
        self.count += 1
        return serve(self._server, request)

    async def respond_async(self, request: httpx2.Request) -> httpx2.Response:
        return self.respond(request)

    def client(self, package: Any) -> Any:
        transport = httpx2.MockTransport(self.respond)
        return package.Client(http_client=httpx2.Client(transport=transport))

    def async_client(self, package: Any) -> Any:
        transport = httpx2.MockTransport(self.respond_async)
        return package.AsyncClient(http_client=httpx2.AsyncClient(transport=transport))


def find_method(package: Any, client: Any, tag: str) -> Callable[..., Any]:
    """Return the method for the operation with a tag."""
    page = Path(package.__file__).parents[2] / "api.md"
    pattern = rf"^- `client\.([\w.]+)\(.*`: `{re.escape(_operations()[tag])}`$"
    (chain,) = re.findall(pattern, page.read_text(encoding="utf-8"), re.MULTILINE)
    return attrgetter(chain)(client)  # type: ignore[no-any-return]


@cache
def _operations() -> dict[str, str]:
    """Return method and path of each operation by its tag."""
    paths = yaml.safe_load((HERE / "styles.yaml").read_text(encoding="utf-8"))["paths"]
    return {
        operation["tags"][0]: f"{method.upper()} {path}"
        for path, item in paths.items()
        for method, operation in item.items()
    }


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("style", sorted(STYLES))
def test_each_item_is_returned_once(package: Any, style: str, kind: str) -> None:
    recorder = Recorder(STYLES[style])
    arguments = REQUIRED.get(style, {})
    if kind == "sync":
        method = find_method(package, recorder.client(package), style)
        found = [item.id for item in method(**arguments)]
    else:
        method = find_method(package, recorder.async_client(package), style)

        async def read() -> list[str]:
            return [item.id async for item in method(**arguments)]

        found = asyncio.run(read())
    expected = [item["id"] for item in ITEMS]
    assert found == (expected[::-1] if style == "discord" else expected)
    assert recorder.count == 4 if style in WITHOUT_END else 3


def test_messages_after_another_are_read_upwards(package: Any) -> None:
    recorder = Recorder(STYLES["discord"])
    method = find_method(package, recorder.client(package), "discord")
    assert [item.id for item in method(after="2")] == ["5", "4", "3", "7", "6"]


def test_pageable_is_kept_except_for_the_page(package: Any) -> None:
    sent: list[dict[str, str]] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        sent.append(dict(request.url.params))
        return serve(STYLES["spring"], request)

    http_client = httpx2.Client(transport=httpx2.MockTransport(respond))
    client = package.Client(http_client=http_client)
    pages = client.spring.owners.list(pageable={"page": 1, "sort": ["name"]}).pages()
    assert [len(page.items) for page in pages] == [3, 1]
    assert sent == [{"page": "1", "sort": "name"}, {"page": "2", "sort": "name"}]


def test_look_alikes_are_not_pages(look_alikes: Any) -> None:
    page = Path(look_alikes.__file__).parents[2] / "api.md"
    lines = page.read_text(encoding="utf-8").splitlines()
    methods = [line for line in lines if line.startswith("- `client.")]
    paged = [line for line in methods if "Page[" in line]
    assert (len(methods), len(paged)) == (13, 1)
    assert paged[0].endswith("`GET /series`")


def test_equal_pages_of_a_series_go_on_until_the_count(look_alikes: Any) -> None:
    def respond(request: httpx2.Request) -> httpx2.Response:
        start = int(request.url.params.get("offset", 0))
        values = [0.0] * min(2, 6 - start)
        return httpx2.Response(200, json={"count": 6, "values": values})

    http_client = httpx2.Client(transport=httpx2.MockTransport(respond))
    client = look_alikes.Client(http_client=http_client)
    assert list(client.series.list()) == [0.0] * 6
