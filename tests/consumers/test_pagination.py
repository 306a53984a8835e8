"""Client with pagination: types, and examples of its README."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sdksmith import generate

SPEC = Path(__file__).parents[1] / "cases" / "paging" / "spec.yaml"

SYNC = """\
import datetime as dt
from typing import assert_type

from lighthouse import AsyncClient, AsyncPage, AsyncPager, Client, Page, Reply
from lighthouse.models import Beacon, BeaconList, Shift


def read(client: Client) -> None:
    for beacon in client.beacons.list():
        assert_type(beacon, Beacon)
    page = client.beacons.list()
    assert_type(page, Page[Beacon, BeaconList])
    assert_type(page.data, BeaconList)
    assert_type(page.items, list[Beacon])
    assert_type(page.next_page(), Page[Beacon, BeaconList])
    for each in page.pages():
        assert_type(each.items, list[Beacon])
    for ship in client.ships.list():
        assert_type(ship, str | None)
    for day in client.visits.list():
        assert_type(day, dt.date)
    assert_type(client.keepers.shifts.list("x", page=1).data, list[Shift])
    reply = client.with_response(client.beacons.list)(limit=1)
    assert_type(reply, Reply[Page[Beacon, BeaconList]])


async def read_async(client: AsyncClient) -> None:
    async for beacon in client.beacons.list():
        assert_type(beacon, Beacon)
    assert_type(client.beacons.list(), AsyncPager[Beacon, BeaconList])
    page = await client.beacons.list()
    assert_type(page, AsyncPage[Beacon, BeaconList])
    assert_type(await page.next_page(), AsyncPage[Beacon, BeaconList])
    async for each in client.beacons.list().pages():
        assert_type(each.data, BeaconList)
    reply = await client.with_response(client.beacons.list)(limit=1)
    assert_type(reply, Reply[AsyncPage[Beacon, BeaconList]])
"""

SERVER = """\
import httpx2

import lighthouse

PAGES = {
    None: {"content": [{"text": "a"}, {"text": "b"}], "last": False},
    "1": {"content": [{"text": "c"}], "last": True},
}


def respond(request):
    return httpx2.Response(200, json=PAGES[request.url.params.get("page")])


async def respond_async(request):
    return respond(request)


class Client(lighthouse.Client):
    def __init__(self):
        transport = httpx2.MockTransport(respond)
        super().__init__(http_client=httpx2.Client(transport=transport))


class AsyncClient(lighthouse.AsyncClient):
    def __init__(self):
        transport = httpx2.MockTransport(respond_async)
        super().__init__(http_client=httpx2.AsyncClient(transport=transport))
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the client."""
    output = tmp_path_factory.mktemp("pages") / "client"
    generate(SPEC, output)
    return output


def run(folder: Path, *command: str | Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_type_checkers_infer_items_and_responses(client: Path, tmp_path: Path) -> None:
    (tmp_path / "use.py").write_text(SYNC)
    (tmp_path / "pyrightconfig.json").write_text(
        '{"typeCheckingMode": "strict", "pythonVersion": "3.11", '
        f'"include": ["use.py"], "extraPaths": ["{client}/src"]}}'
    )
    run(
        tmp_path, "-m", "mypy", "--strict", "--config-file", os.devnull, "use.py",
        MYPYPATH=f"{client}/src",
    )  # fmt: skip
    run(tmp_path, "-m", "pyright", "--pythonpath", sys.executable)


def test_readme_examples_read_whole_lists(client: Path, tmp_path: Path) -> None:
    section = (
        (client / "README.md").read_text().split("## Pagination\n")[1].split("\n## ")[0]
    )
    blocks = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    (tmp_path / "server.py").write_text(SERVER)
    outputs: list[str] = []
    for index, block in enumerate(blocks):
        path = tmp_path / f"block_{index}.py"
        path.write_text(block.replace("from lighthouse import", "from server import"))
        outputs.append(run(tmp_path, path, PYTHONPATH=f"{client}/src"))
    items = "text='a'\ntext='b'\ntext='c'\n"
    assert outputs[:2] == [items, items]
    assert [line.partition(" ")[0] for line in outputs[2].splitlines()] == ["2", "1"]
