"""Compare the paginated operations of clients with those of vendors' own SDKs.

    python -m venv /tmp/sdks && /tmp/sdks/bin/pip install stripe openai twilio
    python -m tests.corpus.vendor_sdks --packages /tmp/sdks/lib/python3.11/site-packages \
        --output /tmp/clients stripe=stripe.json openai=openai.yaml twilio=twilio.com/*.json

The SDKs are read as source and neither imported nor dependencies of the project. Only
operations that both the document and the SDK have are compared. The exit code is 0 if
at least 95 % of those that are paginated in the SDK are paginated in the client, and no
others.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Key: TypeAlias = "tuple[str, str]"
"""HTTP method, and the URL path without the names of its parameters."""

TARGET: Final = 0.95
PAGED_BY_THE_API: Final = re.compile(r"/v1/organization/(usage/\w+|costs)")
"""Operations that OpenAI's SDK returns as single pages. The document describes their
parameter `page` as "A cursor for use in pagination. Corresponding to the `next_page`
field from the previous response", so they are not false."""
_PARAMETER: Final = re.compile(r"\{[^}]*\}")


@dataclass
class Operations:
    """Operations of a client.

    Attributes:
        known: All operations.
        paged: Those that return pages.
    """

    known: set[Key] = field(default_factory=set["Key"])
    paged: set[Key] = field(default_factory=set["Key"])

    def add(self, method: str, path: str, *, paged: bool) -> None:
        """Add an operation."""
        key = (method.upper(), _PARAMETER.sub("{}", path.partition("?")[0]))
        self.known.add(key)
        if paged:
            self.paged.add(key)


def read_stripe(packages: Path) -> Operations:
    """Read the services of the SDK: methods that return a `ListObject` are paginated."""
    operations = Operations()
    for function in _functions(packages / "stripe", "*_service.py"):
        returns = ast.unparse(function.returns) if function.returns else ""
        paged = "ListObject[" in returns or "SearchResultObject[" in returns
        for method, path in _calls(function, "_request"):
            operations.add(method, path, paged=paged)
    return operations


def read_openai(packages: Path) -> Operations:
    """Read the resources of the SDK, without pages that never have a next page."""
    operations = Operations()
    for function in _functions(packages / "openai" / "resources", "*.py"):
        for method in ("get", "post", "delete", "patch", "put"):
            for (path,) in _calls(function, f"_{method}", 1):
                operations.add(method, f"/v1{path}", paged=False)
        for call in _named_calls(function, "_get_api_list"):
            keywords = {item.arg: ast.unparse(item.value) for item in call.keywords}
            # `SyncPage` is "not actually paginated at the API level".
            paged = not keywords["page"].startswith(("SyncPage[", "AsyncPage["))
            method = keywords.get("method", "get").strip("'")
            operations.add(method, f"/v1{_text(call.args[0])}", paged=paged)
    return operations


def read_twilio(packages: Path) -> Operations:
    """Read the lists of the SDK: those with a method `stream` are paginated."""
    operations = Operations()
    for path in sorted((packages / "twilio" / "rest").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        version = _twilio_version(path)
        for item in tree.body:
            if not isinstance(item, ast.ClassDef):
                continue
            names = {f.name for f in item.body if isinstance(f, ast.FunctionDef)}
            is_readable = names & {"stream", "fetch", "_fetch", "get"}
            for node in ast.walk(item):
                if is_readable and isinstance(node, ast.Assign):
                    target = ast.unparse(node.targets[0])
                    if target == "self._uri" and (uri := _text(node.value)):
                        paged = "stream" in names
                        operations.add("get", f"{version}{uri}", paged=paged)
    return operations


def _twilio_version(path: Path) -> str:
    """Return host and version of a module such as `rest/chat/v2/service/__init__.py`."""
    parts = path.parts[path.parts.index("rest") + 1 :]
    if len(parts) < 3:
        return ""
    base = path.parents[len(parts) - 2]
    hosts = [
        found[1]
        for item in sorted(base.glob("*Base.py"))
        if (found := re.search(r'"https://([^"]+)"', item.read_text(encoding="utf-8")))
    ]
    start = base / parts[1] / "__init__.py"
    version = re.search(
        r'__init__\(domain, "([^"]+)"', start.read_text(encoding="utf-8")
    )
    return f"//{hosts[0]}/{version[1]}" if hosts and version else ""


def _functions(folder: Path, pattern: str) -> Iterator[ast.FunctionDef]:
    for path in sorted(folder.rglob(pattern)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield node


def _named_calls(function: ast.FunctionDef, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(function):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr == name and node.args:
            yield node


def _calls(
    function: ast.FunctionDef, name: str, count: int = 2
) -> Iterator[tuple[str, ...]]:
    """Yield the first arguments of calls to a method of this name, as text."""
    for call in _named_calls(function, name):
        texts = tuple(map(_text, call.args[:count]))
        if len(texts) == count and texts[-1].startswith("/"):
            yield texts


def _text(node: ast.expr) -> str:
    """Return the template of a string expression; empty if it is another expression."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_text(part) or "{}" for part in parts)
        case ast.Call(func=ast.Attribute(value=base, attr="format")):
            return _text(base)
        case ast.Call(func=ast.Name(id="path_template"), args=[base, *_]):
            return _text(base)
        case _:
            return ""


def read_client(folder: Path, *, with_host: bool) -> Operations:
    """Read the operations of a generated client."""
    operations = Operations()
    prefix = _base_path(folder, with_host=with_host)
    for path in sorted((folder / "src").rglob("*.py")):
        if "_runtime" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            name, texts = node.func.id, list(map(_text, node.args[:2]))
            if name in {"Operation", "PagedOperation"} and len(texts) == 2:
                paged = name == "PagedOperation"
                operations.add(texts[0], f"{prefix}{texts[1]}", paged=paged)
    return operations


def _base_path(folder: Path, *, with_host: bool) -> str:
    (client,) = (folder / "src").glob("*/client.py")
    found = re.search(r'base_url="https?:(//[^/"]+)([^"]*)"', client.read_text("utf-8"))
    host, path = (found[1], found[2]) if found else ("", "")
    return f"{host if with_host else ''}{path.rstrip('/')}"


@dataclass(frozen=True)
class Vendor:
    """A vendor whose SDK is read.

    Attributes:
        read: Reads the SDK.
        with_host: Whether paths include the host, because there is one per product.
    """

    read: Callable[[Path], Operations]
    with_host: bool = False


VENDORS: Final = {
    "stripe": Vendor(read_stripe),
    "openai": Vendor(read_openai),
    "twilio": Vendor(read_twilio, with_host=True),
}


def compare(theirs: Operations, ours: Operations, label: str) -> bool:
    """Print the differences; return whether the target is reached."""
    both = theirs.known & ours.known
    expected = theirs.paged & both
    missing, others = expected - ours.paged, (ours.paged & both) - expected
    false = {key for key in others if not PAGED_BY_THE_API.fullmatch(key[1])}
    for sign, keys in (("missing", missing), ("false", false)):
        for method, path in sorted(keys):
            print(f"{label}: {sign}: {method} {path}")
    for method, path in sorted(others - false):
        print(f"{label}: paginated by the API, not in the SDK: {method} {path}")
    for method, path in sorted(ours.paged - theirs.known):
        print(f"{label}: not in the SDK: {method} {path}")
    found = len(expected) - len(missing)
    share = found / len(expected) if expected else 0.0
    print(
        f"{label}: {found} of {len(expected)} paginated operations ({share:.1%}), "
        f"{len(false)} false of {len(both)} common operations"
    )
    return share >= TARGET and not false


def generate_clients(documents: list[Path], output: Path) -> Iterator[Path]:
    """Generate the client of each document and yield its folder."""
    for path in documents:
        folder = output / path.stem
        command = [sys.executable, "-m", "sdksmith", "generate", str(path), "--force"]
        command += ["--output", str(folder), "--package", f"client_{len(path.stem)}"]
        subprocess.run(command, check=True, capture_output=True)
        if any((folder / "src").glob("*/client.py")):
            yield folder


def main() -> int:
    """Compare the SDKs; return 1 if a target is missed."""
    parser = argparse.ArgumentParser(prog="tests.corpus.vendor_sdks")
    parser.add_argument(
        "--packages", type=Path, required=True, help="folder with the SDKs"
    )
    parser.add_argument("--output", type=Path, required=True, help="where clients go")
    parser.add_argument("documents", nargs="+", help="VENDOR=DOCUMENT")
    arguments = parser.parse_args()
    documents: dict[str, list[Path]] = {}
    for item in arguments.documents:
        vendor, _, path = item.partition("=")
        documents.setdefault(vendor, []).append(Path(path))
    reached = True
    for name, paths in documents.items():
        vendor = VENDORS[name]
        ours = Operations()
        for folder in generate_clients(paths, arguments.output / name):
            one = read_client(folder, with_host=vendor.with_host)
            ours.known |= one.known
            ours.paged |= one.paged
        reached &= compare(vendor.read(arguments.packages), ours, name)
    return int(not reached)


if __name__ == "__main__":
    sys.exit(main())
