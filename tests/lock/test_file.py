"""The file `sdksmith.lock`: what it contains, and what is wrong with damaged ones."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from sdksmith import SettingsError
from sdksmith.lock.file import dump_lock, parse_lock, write_lock
from sdksmith.lock.location import lock_path
from sdksmith.lock.names_lock import NamesLock
from sdksmith.model.released_names import ReleasedNames, join_key

if TYPE_CHECKING:
    from pathlib import Path

START = 'version = 1\npackage = "shop"\n'


def test_each_name_has_a_line(tmp_path: Path) -> None:
    names = ReleasedNames(
        methods={
            "GET /users/usage": ("users.usage.retrieve", "users.usage"),
            "GET /orders": ("orders.list",),
        },
        types={"Order": "Order"},
    )
    removed = ReleasedNames(methods={"GET /old": ("old.list",)})
    text = dump_lock(NamesLock("shop", names, removed))
    assert text.split("\n\n", 1)[1] == (
        'version = 1\npackage = "shop"\n\n'
        '[methods]\n"GET /orders" = "orders.list"\n'
        '"GET /users/usage" = ["users.usage.retrieve", "users.usage"]\n\n'
        '[types]\n"Order" = "Order"\n\n'
        '[removed.methods]\n"GET /old" = "old.list"\n'
    )
    assert parse_lock(text, tmp_path) == NamesLock("shop", names, removed)


@pytest.mark.parametrize(
    "key", ['a"b', "a\\b", "\n\r\t\0\x7f\x85\u2028", "é 😀", "a]\n[b", "x = 'y'", ""]
)
def test_any_text_can_be_a_key(tmp_path: Path, key: str) -> None:
    lock = NamesLock("shop", ReleasedNames(types={key: "A"}))
    text = dump_lock(lock)
    assert parse_lock(text, tmp_path) == lock
    assert list(tomllib.loads(text)["types"]) == [key]


def test_key_with_a_lone_surrogate_can_be_written(tmp_path: Path) -> None:
    key = join_key("a\ud800", "b")
    lock = NamesLock("shop", ReleasedNames(types={key: "A"}))
    write_lock(tmp_path / "sdksmith.lock", lock)
    text = (tmp_path / "sdksmith.lock").read_text(encoding="utf-8")
    assert parse_lock(text, tmp_path) == lock


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('package = "shop"\n', 0, "`version` must be 1"),
        ('version = 2\npackage = "shop"\n', 1, "`version` must be 1"),
        ("version = 1\n", 0, "`package` must be a string"),
        (f"{START}[method]\n", 3, "unknown table `method`; expected methods, "),
        (f"{START}types = 1\n", 3, "`types` must be a table"),
        (f'{START}[types]\n"Order" = 1\n', 4, "must be a Python name"),
        (f'{START}[types]\n"Order" = "class"\n', 4, "must be a Python name"),
        (f'{START}[types]\n"Order" = "a-b"\n', 4, "must be a Python name"),
        (f'{START}[methods]\n"GET /a" = "a..b"\n', 4, "must be a call such as"),
        (f'{START}[methods]\n"GET /a" = []\n', 4, "must be a call such as"),
        (
            f'{START}[methods]\n"GET /a" = "a.b"\n"GET /b" = "a.b"\n',
            5,
            "`a.b` is also the name of `GET /a`; delete one of the lines",
        ),
        (
            f'{START}[arguments]\n"GET /a > query:x" = "x"\n"GET /a > body:x" = "x"\n',
            5,
            "`x` is also the name of `GET /a > query:x`",
        ),
        (
            f'{START}[types]\n"A" = "B"\n"B" = "B"\n',
            5,
            "`B` is also the name of `A`",
        ),
        (
            f'{START}[types]\n<<<<<<< ours\n"A" = "B"\n',
            4,
            "; resolve the merge conflict",
        ),
        (f'{START}[types]\n"A" = "A"\n"A" = "B"\n', 5, "invalid TOML"),
        (f"{START}[removed]\nx = 1\n", 4, "unknown table `x`"),
        ("x = " + "[" * 100_000, 1, "nested too deeply"),
    ],
)
def test_error_says_where(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = tmp_path / "sdksmith.lock"
    with pytest.raises(SettingsError) as caught:
        parse_lock(text, path)
    assert message in caught.value.message
    assert (caught.value.file, caught.value.line) == (str(path), line)


def test_places_of_equal_schemas_share_a_name(tmp_path: Path) -> None:
    text = f'{START}[types]\n"A > kind" = "Kind"\n"B > kind" = "Kind"\n'
    names = parse_lock(text, tmp_path).names
    assert names.types == {"A > kind": "Kind", "B > kind": "Kind"}


@pytest.mark.parametrize("spec", ["-", "https://api.example.com/openapi.json"])
def test_only_files_have_a_lock(spec: str) -> None:
    assert lock_path(spec) is None


def test_file_is_written_completely_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "missing"
    with pytest.raises(SettingsError, match="cannot write the file: No such file"):
        write_lock(folder / "sdksmith.lock", NamesLock("shop"))
    path = tmp_path / "sdksmith.lock"
    path.write_text("old")
    path.chmod(0o640)
    write_lock(path, NamesLock("shop"))
    assert path.stat().st_mode & 0o777 == 0o640
    assert [item.name for item in tmp_path.iterdir()] == ["sdksmith.lock"]


def test_characters_that_are_not_visible_are_escaped() -> None:
    text = dump_lock(NamesLock("shop", ReleasedNames(types={"\x85\u2028\u202e": "A"})))
    assert '"\\u0085\\u2028\\u202e" = "A"' in text
    assert text.isascii()
