"""Lazy exports."""

from __future__ import annotations

import subprocess
import sys
import threading
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import runtime
from runtime import lazy_exports

TEMPLATES = Path(runtime.__file__).parents[1]


def run(code: str) -> list[str]:
    completed = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=TEMPLATES,
    )
    return completed.stdout.split()


def test_importing_the_package_imports_no_other_module() -> None:
    assert run(
        "import sys, runtime\n"
        "print(*sorted(name for name in sys.modules if name.startswith('runtime')))\n"
        "print({'httpx2', 'pydantic', 'asyncio'} & sys.modules.keys() or 'none')"
    ) == ["runtime", "runtime.lazy", "none"]


def test_creating_a_client_imports_no_library() -> None:
    assert run(
        "import sys\n"
        "from runtime import BaseClient, AsyncBaseClient, Operation, Service, omit\n"
        "client = BaseClient(Service(user_agent='x/1'), timeout=5.0)\n"
        "client.with_options(max_retries=0)\n"
        "print({'httpx2', 'pydantic', 'asyncio'} & sys.modules.keys() or 'none')"
    ) == ["none"]


def test_models_do_not_import_httpx2() -> None:
    assert run(
        "import sys\n"
        "from runtime import BaseModel\n"
        "BaseModel.model_validate_json(b'{}')\n"
        "print('httpx2' in sys.modules)"
    ) == ["False"]


def test_a_module_can_be_exported() -> None:
    attribute, _, _ = lazy_exports("runtime", {".": "resource"})
    assert attribute("resource") is import_module("runtime.resource")


def test_all_exported_names_exist() -> None:
    for name in vars(runtime)["__all__"]:
        assert getattr(runtime, name) is not None
    assert set(vars(runtime)["__all__"]) <= set(dir(runtime))
    assert list(run("from runtime import *; print(BaseModel.__name__, omit)")) == [
        "BaseModel",
        "omit",
    ]


def test_no_module_has_the_name_of_an_export() -> None:
    # A submodule becomes an attribute of the package when it is imported.
    modules = {path.stem for path in Path(runtime.__file__).parent.glob("*.py")}
    assert modules.isdisjoint(set(vars(runtime)["__all__"]) - {"lazy_exports"})


def test_threads_import_a_lazy_name_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "lazypack"
    package.mkdir()
    (package / "__init__.py").write_text(
        "from runtime import lazy_exports\n"
        "__getattr__, __dir__, __all__ = lazy_exports(__name__, {'.one': 'two One'})\n"
    )
    (package / "one.py").write_text("class One: ...\ntwo = 2\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    lazypack: Any = import_module("lazypack")
    assert "lazypack.one" not in sys.modules
    assert {"One", "two"} <= set(dir(lazypack))
    assert lazypack.__all__ == ["One", "two"]
    barrier = threading.Barrier(4)
    imported: list[object] = []

    def use() -> None:
        barrier.wait()
        imported.append(lazypack.One)

    threads = [threading.Thread(target=use) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(map(id, imported))) == 1
    assert vars(lazypack)["One"] is imported[0]
    assert lazypack.two == 2
    with pytest.raises(AttributeError, match="module 'lazypack' has no attribute 'No'"):
        _ = lazypack.No
    del sys.modules["lazypack"], sys.modules["lazypack.one"]


def test_any_module_can_have_lazy_exports(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("lazymodule")
    monkeypatch.setitem(sys.modules, "lazymodule", module)
    get_attribute, list_names, _ = lazy_exports("lazymodule", {"json": "dumps"})
    assert list_names()[-1] == "dumps"
    assert get_attribute("dumps") is vars(module)["dumps"]
