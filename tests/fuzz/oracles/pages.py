"""Oracles for the other files: metadata, pages, names of files, characters."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from tests.fuzz.hostile import CANARY
from tests.fuzz.outcome import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token
    from sdksmith.json_data import JsonObject

METADATA_KEYS: Final = frozenset(
    {
        *("build-system.build-backend", "build-system.requires", "project.classifiers"),
        *("project.dependencies", "project.description", "project.name"),
        *("project.optional-dependencies.dev", "project.optional-dependencies.http2"),
        *("project.readme", "project.requires-python", "project.urls.Documentation"),
        *("project.version", "tool.hatch.build.targets.sdist.include"),
        *("tool.hatch.build.targets.wheel.packages", "tool.mypy.files"),
        *("tool.mypy.mypy_path", "tool.mypy.python_version", "tool.mypy.strict"),
        *("tool.pyright.extraPaths", "tool.pyright.include"),
        *("tool.pyright.pythonVersion", "tool.pyright.typeCheckingMode"),
        *("tool.pytest.ini_options.addopts", "tool.pytest.ini_options.testpaths"),
        *("tool.ruff.lint.ignore", "tool.ruff.lint.pydocstyle.convention"),
        "tool.ruff.lint.per-file-ignores.**/{models,params}/__init__.py",
        *("tool.ruff.lint.select", "tool.ruff.src", "tool.ruff.target-version"),
    }
)
"""Keys of `pyproject.toml`; some are optional."""

# Control and bidirectional formatting characters, line separators, marks of byte order,
# surrogates. Tabs and line feeds are allowed.
UNSAFE: Final = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\u2028\u2029\ufeff\ud800-\udfff]"
)
_RESERVED: Final = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])(\..*)?",
    re.IGNORECASE,
)
_INVALID: Final = re.compile(r'[\0-\x1f\x7f-\x9f<>:"\\|?*~$%\s]')


def check_metadata(text: str) -> Iterator[Failure]:
    """Yield the failures of `pyproject.toml`."""
    try:
        parsed: JsonObject = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        yield Failure("pyproject.toml is invalid", str(error))
        return
    keys = set(_flatten(parsed))
    if unexpected := keys - METADATA_KEYS:
        yield Failure("pyproject.toml has unexpected keys", ", ".join(unexpected))


def _flatten(table: JsonObject, prefix: str = "") -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}"


def check_markdown(path: str, text: str) -> Iterator[Failure]:
    """Yield the failures of a Markdown page: HTML, scripts and images of the document."""
    pending = list(MarkdownIt("commonmark").enable("table").parse(text))
    while pending:
        token = pending.pop()
        pending.extend(token.children or [])
        if problem := _find_problem(token):
            yield Failure(f"{problem} in {path}", repr(token.content)[:200])


def _find_problem(token: Token) -> str:
    if token.type in {"html_block", "html_inline"}:
        return "HTML"
    if token.type == "image" and CANARY in str(token.attrs):
        return "image"
    target = str(token.attrs.get("href", "")).lower()
    if target.startswith(("javascript:", "data:", "file:")):
        return "script"
    return ""


def check_paths(paths: Iterable[str]) -> Iterator[Failure]:
    """Yield the paths that are invalid on some system, leave the folder, or collide."""
    seen: set[str] = set()
    for path in paths:
        parts = path.split("/")
        is_valid = not _INVALID.search(path) and all(
            part.strip(".")
            and not part.endswith(".")
            and not _RESERVED.fullmatch(part)
            and len(part.encode("utf-8", "replace")) <= 255
            for part in parts
        )
        if not is_valid:
            yield Failure("unsafe path", repr(path))
        if path.casefold() in seen:
            yield Failure("path is used twice", repr(path))
        seen.add(path.casefold())


def check_characters(path: str, text: str) -> Iterator[Failure]:
    """Yield a failure if a file contains a character that hides or changes its text."""
    if found := UNSAFE.search(text):
        name = path.rpartition("/")[2]
        kind = name if name.endswith((".md", ".toml", ".json")) else "a module"
        line = text.count("\n", 0, found.start()) + 1
        yield Failure(f"unsafe character in {kind}", f"{path}:{line}: {found[0]!a}")


def check_terminal(text: str) -> Iterator[Failure]:
    """Yield a failure if a report contains a control sequence."""
    if found := UNSAFE.search(text):
        start = max(found.start() - 40, 0)
        excerpt = text[start : found.end() + 40]
        yield Failure("control character on the terminal", ascii(excerpt))
