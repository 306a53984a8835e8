"""Oracles that find planted faults."""

from __future__ import annotations

import json

import pytest

from tests.fuzz.hostile import CALL, CANARY
from tests.fuzz.oracles.operations import check_operations
from tests.fuzz.oracles.pages import (
    check_characters,
    check_markdown,
    check_metadata,
    check_paths,
    check_terminal,
)
from tests.fuzz.oracles.sources import check_source


@pytest.mark.parametrize(
    "text",
    [
        CALL,
        f"x = [{CALL}]",
        f'x = f"{{{CANARY}}}"',
        f"def {CANARY}(): ...",
        f"def f({CANARY}=1): ...",
        f"f({CANARY}=1)",
        f"from {CANARY} import x",
        f"import x as {CANARY}",
        f"x.{CANARY}",
        f"def f(): global {CANARY}",
        "eval('1')",
        "x = (",
        "x = 'a\0'",
        "x = '\\d'",
    ],
)
def test_injected_code_is_found(text: str) -> None:
    assert list(check_source("src/x/client.py", text))


@pytest.mark.parametrize(
    "text",
    [repr(CALL), f'"""{CANARY}"""', f"# {CALL}", f"x = {{'{CANARY}': 1}}", "x.open()"],
)
def test_text_in_constants_and_comments_is_accepted(text: str) -> None:
    assert list(check_source("src/x/client.py", text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>x</script>",
        "a <b>",
        f"![x](https://x/{CANARY})",
        "<!-- x",
        "<img src=x>",
    ],
)
def test_markup_of_the_document_is_found(text: str) -> None:
    assert list(check_markdown("README.md", text))


def test_quoted_markup_is_accepted() -> None:
    text = "`<script>`\n\n```\n<b>\n```\n\n\\<b> &lt;b> [x](https://api.example)"
    assert list(check_markdown("README.md", text)) == []


def test_unexpected_metadata_is_found() -> None:
    assert list(check_metadata('[project]\nname = "x"\n')) == []
    assert list(check_metadata('[project.scripts]\nx = "x"\n'))
    assert list(check_metadata("x = "))


@pytest.mark.parametrize(
    "path",
    [
        "../x.py",
        "/x.py",
        "a//b.py",
        "a\\b.py",
        "con.py",
        "src/AUX/x.py",
        "x" * 256,
        "a:b",
    ],
)
def test_unsafe_paths_are_found(path: str) -> None:
    assert list(check_paths([path]))


def test_colliding_paths_are_found() -> None:
    assert list(check_paths(["src/a.py", "src/b.py"])) == []
    assert list(check_paths(["src/a.py", "src/A.py"]))


@pytest.mark.parametrize("character", ["\x1b", "\0", "\r", "\u202e", "\x85", "\u2028"])
def test_unsafe_characters_are_found(character: str) -> None:
    assert list(check_characters("README.md", f"a{character}b"))
    assert list(check_terminal(f"a{character}b"))


OPERATIONS = json.dumps(
    {
        "swagger": "2.0",
        "paths": {"/a/{b}": {"get": {}, "post": {}, "trace": {}, "parameters": []}},
    }
).encode()


def test_lost_operations_are_found() -> None:
    made = ["/paths/~1a~1{b}/get"]
    (failure,) = check_operations(OPERATIONS, made, ["/info"])
    assert failure.detail == "/paths/~1a~1{b}/post"


@pytest.mark.parametrize("suffix", ["", "/post", "/post/responses/200"])
def test_reported_operations_are_accepted(suffix: str) -> None:
    made = ["/paths/~1a~1{b}/get"]
    reported = [f"/paths/~1a~1{{b}}{suffix}"]
    assert list(check_operations(OPERATIONS, made, reported)) == []
